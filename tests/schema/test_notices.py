"""What a user is told of a document, in the own language."""

from __future__ import annotations

import json
import pickle

import pytest

from policygraph.schema.errors import DocumentError, DocumentLimit, QueryError, UnreadableDocument
from policygraph.schema.notices import Notice

SCAN = Notice("pdf_no_text", {"pages": 3})


def test_a_notice_speaks_both_languages() -> None:
    assert SCAN.said("zh").startswith("没有可读的文字：这份 PDF 的 3 页都是空白")
    assert SCAN.said("en") == str(SCAN)
    assert str(SCAN).startswith("the PDF holds no text (pages: 3, all blank); expected")


def test_the_language_is_the_user_s_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for locale, lang in (("zh_CN.UTF-8", "zh"), ("C.UTF-8", "en")):
        monkeypatch.setenv("LC_ALL", locale)
        assert SCAN.said() == SCAN.said(lang)
    with pytest.raises(QueryError, match="language 'fr'"):
        SCAN.said("fr")


def test_places_have_names_in_both_languages() -> None:
    details = {"where": "published", "date": "2024-02-19", "used_where": "under the title", "used": "2023-01-02"}
    notice = Notice("other_date", details)
    assert notice.said("zh").startswith("日期不一致：网页发布日期写的是 2024-02-19，题下写的是 2023-01-02；")
    assert notice.said("en").startswith(
        "two dates: 2024-02-19 by the line of publication, 2023-01-02 by the line under"
    )


def test_what_another_version_wrote_is_shown_as_it_is() -> None:
    assert Notice("of_tomorrow", {"count": 2, "part": "表"}).said("zh") == "of_tomorrow: count=2, part=表"
    assert Notice("of_tomorrow").said("en") == "of_tomorrow"
    assert Notice("pdf_no_text", {"sheets": 3}).said("zh") == "pdf_no_text: sheets=3"


def test_details_are_never_read_as_a_text_with_places() -> None:
    assert "{pages} {0.__class__}" in Notice("pdf_broken", {"reason": "{pages} {0.__class__}"}).said("zh")


def test_a_record_gives_the_notice_back() -> None:
    kept = json.loads(json.dumps(SCAN.record()))
    assert kept == {"code": "pdf_no_text", "details": {"pages": 3}}
    assert Notice(**kept) == SCAN
    assert len({SCAN, Notice(**kept), Notice("empty_file")}) == 2


def test_an_error_keeps_its_code_and_details() -> None:
    error = UnreadableDocument("pdf_no_text", pages=3)
    assert (error.code, error.details, error.notice) == ("pdf_no_text", {"pages": 3}, SCAN)
    assert str(error) == SCAN.said("en")


def test_an_error_passes_between_processes() -> None:
    error: DocumentError = pickle.loads(pickle.dumps(DocumentLimit("too_slow", seconds=0.5)))
    assert type(error) is DocumentLimit
    assert str(error).startswith("reading took more than 0.5 s;")
    assert error.details == {"seconds": 0.5}
