"""What holds at an article's first word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.context.context import Context, Inherited
from policygraph.loaders.context.origin import origin
from policygraph.loaders.structure import StructuredDocument

Scoping = Callable[..., tuple[StructuredDocument, list[ScopedArticle]]]


@pytest.fixture
def start(scoping: Scoping) -> Callable[..., Context]:
    """start(text, key): the context at the first word of a text's first article."""

    def of(text: str, key: str = "a.txt") -> Context:
        document, articles = scoping(text, key)
        return origin(articles[0].read, document)

    return of


def times(context: Context) -> tuple[str | None, int | None, int | None, str | None, str | None]:
    return context.nature, context.since, context.year, context.year_source, context.status


PLAN = """{title}

一、发展目标
到2025年，示例产业规模达到200亿元，形成特色鲜明的产业体系。
"""


def test_a_plan_is_for_the_years_of_its_title(start: Callable[..., Context]) -> None:
    title = "江苏省示例产业发展行动计划（2022—2024年）"
    found = start(PLAN.format(title=title))
    assert times(found) == ("plan", None, 2024, "inherited: title", "planned")
    assert found.plan == Inherited(title, "Plan", "article")
    assert found.region == found.agent == Inherited("江苏省", "Region", "article")
    assert found.day == dt.date(2022, 1, 1)  # no date of its own: not before it begins


def test_a_plan_without_years_is_for_its_first_deadline(start: Callable[..., Context]) -> None:
    found = start(PLAN.format(title="江苏省示例产业发展行动方案"))
    assert times(found) == ("plan", None, 2025, "inherited: deadline", "planned")


def test_a_notice_that_issues_a_plan(start: Callable[..., Context]) -> None:
    found = start(
        "工业和信息化部关于印发《“十四五”示例产业发展规划》的通知\n\n工信部规〔2021〕8号\n\n"
        "各省、自治区、直辖市工业和信息化主管部门：\n规划已经部务会议通过，现予印发。\n\n"
        "工业和信息化部\n2021年11月15日\n"
    )
    assert times(found) == ("notice", None, 2025, "inherited: title", "planned")
    assert found.plan == Inherited("“十四五”示例产业发展规划", "Plan", "article")
    assert found.agent == Inherited("工业和信息化部", "Agency", "article")
    assert found.day == dt.date(2021, 11, 15)


def test_several_issuers_do_not_answer_for_the_targets(start: Callable[..., Context]) -> None:
    found = start(
        "工业和信息化部 财政部关于印发《示例产业实施方案》的通知\n\n各省、自治区、直辖市财政厅（局）：\n"
        "实施方案已经商定，现予印发。\n\n工业和信息化部\n财政部\n2021年12月21日\n"
    )
    assert found.agent is None


def test_a_plan_of_the_state_council_has_no_agent(start: Callable[..., Context]) -> None:
    found = start(
        "国务院关于印发“十四五”示例发展规划的通知\n\n国发〔2022〕5号\n\n各省人民政府：\n"
        "规划现予印发，望照此落实。\n\n国务院\n2022年1月5日\n"
    )
    assert found.agent is None
    assert found.day == dt.date(2022, 1, 5)


def test_a_notice_that_announces_a_list_sets_no_target(start: Callable[..., Context]) -> None:
    found = start(
        "关于公布2021年度示范企业名单的通知\n\n各省、自治区、直辖市工业和信息化主管部门：\n"
        "经审核，现将名单予以公布，请做好后续管理工作。\n\n工业和信息化部\n2021年12月21日\n"
    )
    assert found.plan is None
    assert (found.year, found.status) == (2021, "achieved")


@pytest.mark.parametrize(
    ("date", "year"),
    [("2018年1月20日", 2017), ("2018年3月28日", 2017), ("2017年12月20日", 2017), ("2018年6月20日", 2018)],
)
def test_a_report_of_the_first_quarter_speaks_of_the_year_before(
    start: Callable[..., Context], date: str, year: int
) -> None:
    found = start(f"示例司工作总结\n\n示例司认真落实部署，完成了各项任务，新建平台20个。\n\n{date}\n")
    assert times(found) == ("report", None, year, "inherited: date", "achieved")


NEWS = """---
title: {title}
date: {date}
source: 示例日报
---
# {title}

{body}
"""


def test_news_is_of_its_own_day_and_place(start: Callable[..., Context]) -> None:
    text = NEWS.format(title="南京市示例园区开园", date="2022-11-11", body="11月11日，示例园区开园，引进企业20家。")
    found = start(text, "news.md")
    assert times(found) == ("news", None, 2022, "inherited: date", "achieved")
    assert found.region == Inherited("南京市", "Region", "article")
    assert found.agent is None
    assert found.day == dt.date(2022, 11, 11)


def test_a_text_printed_in_january_that_speaks_of_june_was_written_before(start: Callable[..., Context]) -> None:
    body = "今年6月，示例园区启动建设。今年以来引进企业20家。"
    found = start(NEWS.format(title="示例园区建设加快", date="2019-01-15", body=body), "news.md")
    assert found.day == dt.date(2018, 12, 31)
    assert found.year == 2018


def test_an_interpretation_tells_the_plan_it_explains(start: Callable[..., Context]) -> None:
    text = NEWS.format(
        title="《示例产业行动计划（2022—2024年）》解读", date="2022-02-11",
        body="近日，有关部门印发了行动计划，现就有关内容解读如下。新建平台20个。",
    )  # fmt: skip
    found = start(text, "a.md")
    assert times(found) == ("interpretation", None, 2024, "inherited: title", "planned")
    assert found.plan == Inherited("示例产业行动计划（2022—2024年）", "Plan", "article")
    assert found.agent is None


def test_a_speech_is_stated_by_its_speaker(start: Callable[..., Context]) -> None:
    found = start(
        "政府工作报告\n——2019年3月5日在第十三届全国人民代表大会第二次会议上\n国务院总理 张某\n\n各位代表：\n"
        "受国务院委托，我来报告去年的工作。取消审批事项25项。\n"
    )
    assert found.stated_by == "张某"
    assert found.agent == Inherited("国务院", "Agency", "article")
    assert times(found) == ("report", None, 2018, "inherited: date", "achieved")
