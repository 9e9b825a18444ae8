"""Pairing off the figures of two readings, and what is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.benchmarks.metamorphic.__main__ import main, to_settle
from policygraph.benchmarks.metamorphic.agreement import Outcome, Tally, agreement
from policygraph.benchmarks.metamorphic.compare import Found, Said, compare, compare_pair, read
from policygraph.benchmarks.metamorphic.document import Document, Pair
from policygraph.benchmarks.metamorphic.exceptions import kind_of, kinds
from policygraph.benchmarks.metamorphic.formats import WRITERS, in_format
from policygraph.benchmarks.metamorphic.order import reordered
from policygraph.benchmarks.metamorphic.script import in_script
from policygraph.benchmarks.metamorphic.transformations import TRANSFORMATIONS
from policygraph.loaders.reading import read_bytes

TEXT = """浙江省促进民营经济发展行动方案

到2025年，培育创新型企业300家，研发投入占比达到3.5%。
1. 2024年新增省级研发机构25家；
2. 2025年建成产业园区12个。
"""
PLAN = Document("plans/2023_plan.txt", TEXT.encode())


def found(*some: tuple[float, int | None]) -> list[Found]:
    return [Found(Said(value, None, "家", year, "planned", "企业"), "", n) for n, (value, year) in enumerate(some)]


def test_figures_are_paired_off_as_multisets() -> None:
    result = compare(found((1, 2020), (1, 2020), (2, 2021)), found((1, 2020), (2, 2022), (3, None)), PLAN)
    assert result.agreed == 1
    assert [f.start for f in result.base_only] == [1, 2]
    assert [f.start for f in result.changed_only] == [1, 2]
    assert result.cases == 4  # one that agrees, a second 1, one 2 of another year, one 3
    assert result.genre == "plans"


def test_a_figure_that_changes_is_a_case_that_does_not_agree() -> None:
    changed = PLAN.with_text(TEXT.replace("300家", "301家").replace("2024年", "2023年"))
    result = compare_pair(Pair(PLAN, changed), {})
    assert len(read(PLAN)) == 4
    assert (result.agreed, result.cases) == (2, 5)


def test_a_subject_is_renamed_on_both_sides() -> None:
    changed = PLAN.with_text(TEXT.replace("创新型企业", "企业"))
    assert compare_pair(Pair(PLAN, changed), {}).agreed == 3
    assert compare_pair(Pair(PLAN, changed, lambda name: name.removeprefix("创新型")), {}).agreed == 4


def test_tally_gives_shares_by_genre() -> None:
    tally = Tally()
    tally.add(Outcome("a", compare(found((1, 1), (2, 2)), found((1, 1)), PLAN)))
    tally.add(Outcome("a", compare(found((1, 1)), found((1, 1)), Document("news/a.txt", b""))))
    assert tally.share("a", "plans") == 0.5
    assert tally.share("a", "all") == pytest.approx(2 / 3)
    assert tally.share("b", "all") is None


def test_list_items_change_places_and_keep_their_labels() -> None:
    pair = reordered(PLAN)
    assert pair is not None
    assert "1. 2025年建成产业园区12个。\n2. 2024年新增" in pair.changed.text
    assert reordered(Document("a.txt", "只有一段话。".encode())) is None


def test_a_script_is_left_where_the_file_has_it() -> None:
    pair = in_script("s2tw")(PLAN)
    assert pair is not None
    assert "佔比達到" in pair.changed.text
    assert in_script("tw2s")(PLAN) is None
    assert in_script("s2tw")(pair.changed) is None


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_holds_the_content(suffix: str) -> None:
    if suffix == ".pdf":
        pytest.importorskip("reportlab")
    pair = in_format(suffix)(PLAN)
    assert pair is not None
    text = read_bytes(pair.changed.data, pair.changed.key).main.text
    for words in ("浙江省促进民营经济发展行动方案", "300家", "3.5%", "产业园区12个"):
        assert words in text.replace("\n", "")


def test_an_unrelated_document_stands_beside(tmp_path: Path) -> None:
    other = Document("other.txt", "2019年，江苏省新建学校40所。".encode())
    (outcome,) = agreement([PLAN], [other], ["unrelated document"])
    assert (outcome.comparison.agreed, outcome.comparison.cases) == (4, 4)


def test_kinds_of_exceptions_have_a_reason_and_name_transformations() -> None:
    for kind in kinds():
        assert kind["reason"].endswith(".")
        assert kind["where"], kind["kind"]
        for place in kind["where"]:
            for beginning in place["transformations"]:
                assert any(name.startswith(beginning) for name in (*TRANSFORMATIONS, "unrelated document")), beginning
            assert kind_of(place["transformations"][0], place["document"]) is not None
    assert kind_of("lines cut 20", "nowhere/none.txt") is None


def test_the_command_prints_how_far_readings_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / PLAN.key).write_bytes(PLAN.data)
    assert main([str(tmp_path), "--only", "digits", "list", "--disagreements", "2"]) == 0
    printed = capsys.readouterr().out
    assert "digits full-width" in printed
    assert "4/4 100.0 %" in printed
    assert main([str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_the_command_without_reportlab_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policygraph.benchmarks.metamorphic.__main__.find_spec", lambda name: None)
    assert main([str(tmp_path)]) == 2
    assert "reportlab" in capsys.readouterr().err
    assert main([str(tmp_path), "--only", "digits"]) == 0


def test_what_the_exceptions_do_not_fit_is_told() -> None:
    apart = Outcome("lines cut 20", compare(found((1, 2020), (2, 2021)), found((1, 2020)), PLAN))
    alike = Outcome("lines cut 37", compare(found((1, 2020)), found((1, 2020)), PLAN))
    told = list(to_settle([apart, alike]))
    assert told[0] == f"lines cut 20, {PLAN.key}: 1 of 2 agree, no kind in exceptions.yaml"
    assert len(told) == 1 + len(kinds())
