"""The clauses of a sentence, each with its context, and what the sentence hands on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from policygraph.loaders.context.context import Clause, Context, Inherited
from policygraph.loaders.context.sentences import clauses_of
from policygraph.loaders.language.reading import ReadSentence
from policygraph.schema.facts import Figure

Read = Callable[..., ReadSentence]
DAY = "2022-05-20"
CONTEXT = Context(day=dt.date(2022, 5, 20), nature="news", status="achieved", year=2022, year_source="inherited: date")
PLAN = Context(
    day=dt.date(2022, 5, 20), nature="plan", plan=Inherited("示例行动计划（2022—2024年）", "Plan", "article"),
    status="planned", year=2024, year_source="inherited: title",
)  # fmt: skip


def told(clauses: tuple[Clause, ...]) -> list[tuple[int | None, str | None]]:
    return [(c.context.year, c.context.status) for c in clauses]


def test_a_frame_holds_for_the_clauses_and_sentences_after_it(read: Read) -> None:
    clauses, handed = clauses_of(read("到2025年，新建园区20个，培育企业300家。", date=DAY), CONTEXT)
    assert told(clauses) == [(2025, "planned"), (2025, "planned"), (2025, "planned")]
    assert (handed.year, handed.status, handed.year_source) == (2025, "planned", "inherited: paragraph")


def test_a_year_inside_a_clause_holds_for_that_clause(read: Read) -> None:
    clauses, handed = clauses_of(read("新建园区2020年达到20个，培育企业300家。", date=DAY), CONTEXT)
    assert told(clauses) == [(2020, "achieved"), (2022, "achieved")]
    assert handed.year == 2022


def test_two_years_in_one_sentence(read: Read) -> None:
    clauses, _ = clauses_of(read("2020年新建园区20个，2023年新建园区30个。", date=DAY), CONTEXT)
    assert told(clauses) == [(2020, "achieved"), (2023, "planned")]


def test_a_marker_holds_to_the_end_of_the_sentence(read: Read) -> None:
    clauses, handed = clauses_of(read("全市已有园区20个，今年将新建5个，引进企业300家。", date=DAY), CONTEXT)
    assert [c.context.status for c in clauses] == ["achieved", "planned", "planned"]
    assert handed.status == "achieved"


def test_a_stated_past_year_is_stronger_than_a_marker(read: Read) -> None:
    (clause,), _ = clauses_of(read("2020年力争新建园区20个。", date=DAY), CONTEXT)
    assert clause.context.status == "achieved"


def test_what_is_compared_with_does_not_date_the_clause(read: Read) -> None:
    (clause,), _ = clauses_of(read("投资增速明显高于2019年10个百分点。", date=DAY), CONTEXT)
    assert clause.context.year == 2022


def test_what_a_statement_is_compared_with_ends_with_it(read: Read) -> None:
    clauses, _ = clauses_of(read("产量比2015年增长8%，增速稳定；出口额达到5亿元。", date=DAY), CONTEXT)
    assert [c.context.base_year for c in clauses] == [2015, 2015, None]


def test_a_body_whose_figures_are_reported(read: Read) -> None:
    clauses, _ = clauses_of(read("国家统计局发布的数据显示，产量增长8%。", date=DAY), CONTEXT)
    assert clauses[1].context.stated_by == "国家统计局"
    clauses, _ = clauses_of(read("记者从工业和信息化部获悉，产量增长8%。", date=DAY), CONTEXT)
    assert clauses[1].context.stated_by == "工业和信息化部"


def test_a_base_year(read: Read) -> None:
    (clause,), _ = clauses_of(read("园区数量比2015年增长50%。", date=DAY), CONTEXT)
    assert (clause.context.base_year, clause.context.year) == (2015, 2022)


def test_a_past_year_inside_a_clause_of_a_plan_is_a_modifier(read: Read) -> None:
    (clause,), _ = clauses_of(read("对在2020年认定的园区给予奖励50万元。", date=DAY), PLAN)
    assert (clause.context.year, clause.context.status) == (2024, "planned")


def test_every_year_under_a_plan_is_every_year_of_the_plan(read: Read) -> None:
    (clause,), _ = clauses_of(read("每年新建园区20个。", date=DAY), PLAN)
    found = clause.context
    assert (found.span, found.since, found.year, found.status) == ("each", 2022, 2024, "planned")


def test_the_actor_and_the_place_hold_from_their_clause_on(read: Read) -> None:
    text = "投资增长5%，科技部新建平台20个，支持项目30个，江苏省引进企业8家。"
    clauses, handed = clauses_of(read(text, date=DAY), CONTEXT)
    assert [c.context.agent.value if c.context.agent else None for c in clauses][:3] == [
        None,
        "科学技术部",
        "科学技术部",
    ]
    assert [c.context.region.value if c.context.region else None for c in clauses] == [None, None, None, "江苏省"]
    assert handed.agent == Inherited("科学技术部", "Agency", "clause")


def test_a_plan_that_says_something(read: Read) -> None:
    text = "《示例产业行动计划（2022—2024年）》提出，新建园区20个。"
    clauses, handed = clauses_of(read(text, date=DAY), CONTEXT)
    last = clauses[-1].context
    assert last.plan == Inherited("示例产业行动计划（2022—2024年）", "Plan", "sentence")
    assert (last.year, last.year_source, last.status) == (2024, "inherited: plan", "planned")
    assert last.holder == last.plan
    assert handed.plan == last.plan


def test_a_plan_that_is_only_named_says_nothing(read: Read) -> None:
    clauses, _ = clauses_of(read("按照《示例产业行动计划（2022—2024年）》，新建园区20个。", date=DAY), CONTEXT)
    assert [c.context.plan for c in clauses] == [None, None]


def test_the_holder_is_the_plan_only_where_it_is_planned(read: Read) -> None:
    acting = Inherited("江苏省", "Region", "article")
    clauses, _ = clauses_of(
        read("截至2021年底，建成园区20个。", date=DAY), Context(**{**_fields(PLAN), "agent": acting})
    )
    assert {c.context.holder for c in clauses} == {acting}


def test_estimates(read: Read) -> None:
    clauses, _ = clauses_of(read("初步核算，投资增长5%，预计完成投资3亿元。", date=DAY), CONTEXT)
    assert [c.context.estimated for c in clauses] == [True, False, True]


def _fields(context: Context) -> dict[str, object]:
    return {name: getattr(context, name) for name in context.__slots__}


def test_an_expectation_of_a_time_that_is_not_over_is_a_forecast(read: Read) -> None:
    clauses, _ = clauses_of(read("今天预计发送旅客800万人次。", date=DAY), CONTEXT)
    assert clauses[0].context.status == "forecast"
    clauses, _ = clauses_of(read("1—4月，预计发送旅客800万人次。", date=DAY), CONTEXT)
    assert clauses[-1].context.status == "achieved"


def test_what_must_be_in_one_clause_of_a_story_does_not_plan_the_next(read: Read) -> None:
    clauses, _ = clauses_of(read("各港口统一调度，确保运行有序，新开通专班3个。", date=DAY), CONTEXT)
    assert [c.context.status for c in clauses] == ["achieved", "planned", "achieved"]


def test_an_open_time_to_come_is_in_no_year(read: Read) -> None:
    clauses, _ = clauses_of(read("今后一个时期，改造园区20个。", date=DAY), PLAN)
    assert told(clauses) == [(None, "planned"), (None, "planned")]


def test_the_year_that_was_reached_is_no_modifier(read: Read) -> None:
    (clause,), _ = clauses_of(read("收入逐步增长到2020年的15万亿元。", date=DAY), PLAN)
    assert told((clause,)) == [(2020, "achieved")]


def test_what_follows_completion_is_for_the_year_of_completion(read: Read) -> None:
    clauses, _ = clauses_of(read("项目开工建设，预计2025年竣工，投产后可实现年收入超千亿元。", date=DAY), CONTEXT)
    assert told(clauses) == [(2022, "achieved"), (2025, "forecast"), (2025, "planned")]


def test_a_deadline_behind_a_verb_of_aims_holds_for_what_follows(read: Read) -> None:
    clauses, _ = clauses_of(read("甲省提出到2025年建成园区20个，产业规模突破3000亿元。", date=DAY), CONTEXT)
    assert told(clauses) == [(2025, "planned"), (2025, "planned")]


def test_measures_that_a_story_lists_are_to_be_done(figures: Callable[..., list[Figure]]) -> None:
    text = "# 甲部发布新措施\n\n今天（5月20日），甲部发布措施。\n\n具体措施包括：\n\n对乙类人员，隔离时间调整为5天。\n"
    assert [(f.value, f.status) for f in figures(text, "news_20220520.md")] == [(5, "planned")]


def test_where_things_stand_already_is_no_plan_of_the_section(read: Read) -> None:
    clauses, handed = clauses_of(read("全市托育机构已达300家，新增托位2万个。", date=DAY), PLAN)
    assert told(clauses) == [(2022, "achieved"), (2024, "planned")]
    assert (handed.year, handed.status) == (2024, "planned")
    clauses, _ = clauses_of(read("支持营收已达10亿元的企业做强，培育企业20家。", date=DAY), PLAN)
    assert told(clauses) == [(2024, "planned"), (2024, "planned")]
