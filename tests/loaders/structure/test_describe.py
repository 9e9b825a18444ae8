"""What a document says of itself, and where it says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.structure import StructuredDocument
from policygraph.schema.documents import Stated
from policygraph.schema.notices import Notice

Take = Callable[..., StructuredDocument]
BODY = "全市上下齐心协力，扎实推进各项工作，经济运行总体平稳。\n下一步要继续努力。"


def stated(found: Stated | None, text: str) -> tuple[str, str, str | None] | None:
    """Value, place, and what stands at the offset."""
    if found is None:
        return None
    return found.value, found.where, None if found.char_start is None else text[found.char_start : found.char_start + 3]


def test_delivered_report(take_apart: Take) -> None:
    head = "政府工作报告\n——2031年1月16日在江南省第二十届人民代表大会第九次会议上\n江南省省长　周某平"
    text = f"{head}\n各位代表：\n{BODY}"
    info = take_apart(text).info
    assert stated(info.title, text) == ("政府工作报告", "title", "政府工")
    assert stated(info.date, text) == ("2031-01-16", "masthead", "203")
    assert stated(info.issuer, text) == ("江南省人民政府", "masthead", "江南省")
    assert stated(info.speaker, text) == ("周某平", "masthead", "周某平")
    assert stated(info.nature, text) == ("report", "title", "政府工")


def test_signed_notice(take_apart: Take) -> None:
    text = (
        "科技部关于做好2030年成果登记工作的通知\n国科发区〔2030〕8号\n各省科技厅：\n现将有关事项通知如下，请认真组织实施。\n"
        "　　　　　科 技 部\n　　　　　2030年3月1日\n（此件主动公开）"
    )
    document = take_apart(text)
    info = document.info
    assert stated(info.number, text) == ("国科发区〔2030〕8号", "masthead", "国科发")
    assert stated(info.issuer, text) == ("科技部", "signature", "科 技")
    assert stated(info.date, text) == ("2030-03-01", "signature", "203")
    assert info.nature is not None
    assert info.nature.value == "notice"
    kinds = [s.kind for s in document.articles[0].sentences]
    assert kinds == ["title", "caption", "sentence", "sentence", *["caption"] * 3]


def test_issuer_and_year_by_the_number_alone(take_apart: Take) -> None:
    info = take_apart(f"工信厅科〔2032〕5号\n{BODY}").info
    assert info.issuer == Stated("工业和信息化部办公厅", "document number", 0)
    assert info.date == Stated("2032", "document number", 0)


def test_bracketed_date_under_the_title(take_apart: Take) -> None:
    text = f"中共中央 国务院\n关于加强水土保持工作的意见\n（2030年1月2日）\n{BODY}"
    info = take_apart(text).info
    assert stated(info.date, text) == ("2030-01-02", "under the title", "203")
    assert stated(info.issuer, text) == ("中共中央、国务院", "title", "中共中")
    assert info.title is not None
    assert info.title.value == "中共中央 国务院关于加强水土保持工作的意见"


def test_deduced_date(take_apart: Take) -> None:
    text = (
        "2029年,全局认真履职,各项工作取得新进展。\n2029年重点工作情况\n一是抓项目。成效明显。\n"
        "2030年工作思路\n一是抓改革。再接再厉。"
    )
    info = take_apart(text).info
    assert stated(info.date, text) == ("2030-01", "headings", "203")
    assert stated(info.nature, text) == ("report", "headings", "203")


def test_no_date_without_an_outlook(take_apart: Take) -> None:
    assert take_apart("2029年重点工作情况\n一是抓项目。成效明显，好于预期。").info.date is None


def test_department_of_the_first_sentence(take_apart: Take) -> None:
    text = "2030年，在局党组领导下，市场监管总局质量司坚持质量第一，深入推进各项工作。\n成效明显。"
    assert stated(take_apart(text).info.issuer, text) == ("市场监管总局质量司", "first sentence", "市场监")


def test_file_name_comes_last(take_apart: Take) -> None:
    info = take_apart(BODY, key="folder/2031年09月12日_关于促进协同创新的指导意见.txt").info
    assert info.title == Stated("关于促进协同创新的指导意见", "file name", None)
    assert info.date == Stated("2031-09-12", "file name", None)
    assert take_apart(BODY, key="003_73fe4083d7b29cd3.txt").info.date is None


def test_internal_newsletter_head(take_apart: Take) -> None:
    text = f"内部资料 注意保存\n产业信息速报\n第 12 期\n江南省信息中心\n2030 年 5 月 6 日\n\n{BODY}"
    info = take_apart(text).info
    assert (info.internal, info.second_hand) == (True, True)
    assert [s.value for s in (info.title, info.number, info.issuer, info.date, info.nature) if s] == [
        "产业信息速报",
        "第12期",
        "江南省信息中心",
        "2030-05-06",
        "newsletter",
    ]


def test_contradicting_header_is_reported(take_apart: Take) -> None:
    headers = (
        ("title", Stated("关于学习运用先进经验推进全面振兴的意见", "heading", 0)),
        ("published", Stated("2032年2月19日", "header block", 0)),
    )
    text = f"中共中央 国务院关于做好2031年农村重点工作的意见\n（2031年1月2日）\n{BODY}"
    document = take_apart(text, headers=headers)
    title, date = document.notices
    assert title.code == "other_title"
    assert title.details["where"] == "header"
    assert title.details["title"] == "关于学习运用先进经验推进全面振兴的意见"
    assert "关于做好2031年农村重点工作的意见" in title.said("zh")
    dates = {"where": "published", "date": "2032-02-19", "used_where": "under the title", "used": "2031-01-02"}
    assert date == Notice("other_date", dates)
    assert document.info.date is not None
    assert document.info.date.value == "2031-01-02"


def test_late_publication_by_one_table_is_no_contradiction(take_apart: Take) -> None:
    headers = (
        ("date", Stated("1996年2月5日", "header table", 0)),
        ("published", Stated("2018年12月24日", "header table", 0)),
    )
    document = take_apart(BODY, headers=headers)
    assert document.notices == ()
    assert document.info.date == Stated("1996-02-05", "header table", 0)


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("赵某平出席全市质量大会并讲话", "赵某平"),
        ("孙某在标准化论坛上的致辞", "孙某"),
        ("江南省在会议上作交流发言", None),
    ],
)
def test_speaker_by_the_title(title: str, speaker: str | None, take_apart: Take) -> None:
    found = take_apart(f"{title}\n\n{BODY}").info.speaker
    assert (found.value if found else None) == speaker


@pytest.mark.parametrize(
    "head",
    [
        "# 政府工作报告\n\n2031年1月16日在海西市第九届人民代表大会第三次会议上　市长　周某平",
        "政府工作报告\n（2031年1月16日在海西市第九届人民代表大会第三次会议上 海西市市长周某平）",
        "政府工作报告\n——2031年1月16日在海西市第九届人民代表大会第三次会议上 海西市人民政府市长 周某平",
    ],
)
def test_day_assembly_and_speaker_on_one_line(take_apart: Take, head: str) -> None:
    text = f"{head}\n\n各位代表：\n\n{BODY}"
    info = take_apart(text).info
    assert info.title is not None
    assert info.title.value == "政府工作报告"
    assert info.date is not None
    assert info.date.value == "2031-01-16"
    assert stated(info.speaker, text) == ("周某平", "masthead", "周某平")
    assert info.issuer is not None
    assert info.issuer.value == "海西市人民政府"


def test_the_body_of_the_deliverer_is_named_once(take_apart: Take) -> None:
    head = "政府工作报告\n——2031年1月16日在江南市第二十届人民代表大会第九次会议上\n江南市人民政府市长　周某平"
    info = take_apart(f"{head}\n各位代表：\n{BODY}").info
    assert info.issuer is not None
    assert info.issuer.value == "江南市人民政府"


@pytest.mark.parametrize(
    "line", ["2031年5月8日 来源：新华社", "2031-05-08 09:30 来源：新华社", "2031年5月8日  稿件来源：新华社"]
)
def test_day_and_source_on_one_line_above_a_story(take_apart: Take, line: str) -> None:
    text = f"某地工业运行平稳\n{line}\n\n{BODY}"
    info = take_apart(text).info
    assert stated(info.date, text) == ("2031-05-08", "published", "203")
    assert stated(info.source, text) == ("新华社", "header", "新华社")
