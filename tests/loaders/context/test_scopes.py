"""The walk through an article: what headings, paragraphs and sentences hand to what comes after them."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.context.context import Clause
from policygraph.loaders.structure import StructuredDocument

Scoping = Callable[..., tuple[StructuredDocument, list[ScopedArticle]]]


def clause(articles: list[ScopedArticle], holding: str) -> Clause:
    """The clause that holds these words, which stand in one sentence only."""
    (found,) = [
        s.clause_at(s.read.text.index(holding))
        for a in articles for s in a.sentences if holding in s.read.text and s.read.sentence.kind == "sentence"
    ]  # fmt: skip
    return found


def when(found: Clause) -> tuple[int | None, int | None, str | None, str | None]:
    context = found.context
    return context.since, context.year, context.year_source, context.status


REPORT = """示例司工作总结

示例司认真落实各项部署，圆满完成全年任务。
一、2017年工作情况
（一）平台建设
新建示例平台20个，培训骨干300名。
（二）人才培养
去年引进人才50名。近三年引进团队30个。
二、2018年工作思路
（一）平台建设
新建示例基地12个。
（二）人才培养
培养技师800名。

2018年1月20日
"""


def test_sections_of_two_years(scoping: Scoping) -> None:
    _, articles = scoping(REPORT)
    assert when(clause(articles, "示例平台20个")) == (None, 2017, "inherited: heading", "achieved")
    assert when(clause(articles, "人才50名")) == (None, 2017, "stated", "achieved")
    assert when(clause(articles, "团队30个")) == (2015, 2017, "stated", "achieved")
    assert when(clause(articles, "示例基地12个")) == (None, 2018, "inherited: heading", "planned")
    assert when(clause(articles, "技师800名")) == (None, 2018, "inherited: heading", "planned")


def test_every_sentence_has_clauses_in_order_that_cover_its_numbers(scoping: Scoping) -> None:
    _, articles = scoping(REPORT)
    for sentence in articles[0].sentences:
        places = [(c.start, c.end) for c in sentence.clauses]
        assert places == sorted(places)
        assert all(0 <= a <= b <= len(sentence.read.text) for a, b in places)
        for quantity in sentence.read.quantities:
            held = sentence.clause_at(quantity.number_start)
            assert held.start <= quantity.number_start < held.end


PLAN = """南京市示例产业行动计划（2022—2024年）

一、发展基础
新建示例平台20个。
二、主要目标
示例园区达到12个。到2023年，引进企业300家。培育品牌50个。
三、重点任务
支持示范项目40个。
"""


def test_a_plan_looks_back_and_forward(scoping: Scoping) -> None:
    _, articles = scoping(PLAN)
    back, forward, task = (clause(articles, w) for w in ("示例平台20个", "示例园区达到12个", "示范项目40个"))
    assert back.context.status == "achieved"
    assert when(forward) == when(task) == (None, 2024, "inherited: title", "planned")
    assert forward.context.holder == forward.context.plan
    assert forward.context.region is not None
    assert forward.context.region.value == "南京市"


def test_a_frame_holds_to_the_end_of_its_paragraph(scoping: Scoping) -> None:
    _, articles = scoping(PLAN)
    assert when(clause(articles, "企业300家")) == (None, 2023, "stated", "planned")
    assert when(clause(articles, "品牌50个")) == (None, 2023, "inherited: paragraph", "planned")
    assert when(clause(articles, "示范项目40个")) == (None, 2024, "inherited: title", "planned")


def test_meanwhile_ends_a_frame(scoping: Scoping) -> None:
    _, articles = scoping(PLAN.replace("培育品牌50个", "同时，培育品牌50个"))
    assert when(clause(articles, "品牌50个")) == (None, 2024, "inherited: title", "planned")


def test_a_sentence_that_ends_in_a_colon_heads_what_follows(scoping: Scoping) -> None:
    _, articles = scoping(
        "示例市工作报告\n\n全市发展势头良好，新建园区8个。\n2023年，全市将重点抓好以下工作：\n"
        "一是新建平台20个。\n二是引进企业300家。\n\n2023年1月10日\n"
    )
    assert when(clause(articles, "园区8个")) == (None, 2022, "inherited: date", "achieved")
    assert when(clause(articles, "平台20个"))[1::2] == (2023, "planned")
    assert when(clause(articles, "企业300家"))[1::2] == (2023, "planned")


def test_a_stretch_inside_a_sentence_dates_no_other_paragraph(scoping: Scoping) -> None:
    _, articles = scoping("常州市2022年工作情况\n\n近三年培育企业1200家。\n新建园区20个。\n\n2023年1月10日\n")
    assert when(clause(articles, "企业1200家"))[:2] == (2020, 2022)
    assert when(clause(articles, "园区20个"))[:2] == (None, 2022)


def test_who_speaks_in_an_interview(scoping: Scoping) -> None:
    _, articles = scoping("记者：请介绍示例产业的进展。\n工业和信息化部副部长李明：2021年，我们支持了300家企业。\n")
    found = clause(articles, "300家企业").context
    assert found.agent is not None
    assert found.agent.value == "工业和信息化部"
    assert (found.year, found.status) == (2021, "achieved")


def test_targets_for_the_years_of_a_national_plan_are_its_own(scoping: Scoping) -> None:
    plan = "国民经济和社会发展第十四个五年规划和2035年远景目标纲要"
    _, articles = scoping(
        "政府工作报告\n——2021年3月5日在第十三届全国人民代表大会第四次会议上\n国务院总理 张某\n\n各位代表：\n"
        f"《{plan}（草案）》已提交大会审查。\n一、“十四五”时期主要目标任务\n森林覆盖率提高到24.1%。\n"
        "二、2021年重点工作\n新建园区20个。\n"
    )
    found = clause(articles, "森林覆盖率提高到24.1%").context
    assert (found.since, found.year, found.status) == (2021, 2025, "planned")
    assert found.plan is not None
    assert found.plan.value.startswith(plan)
    later = clause(articles, "园区20个").context
    assert (later.year, later.status, later.plan) == (2021, "planned", None)


QUOTED = """江苏省“十四五”陶瓷发展规划

一、发展目标

到2025年，全省建成窑炉20座。全国到2025年建成窑炉300座，培训工匠5万名，我省培训工匠2千名。
全国重点企业增加到3家。
"""


def test_what_a_local_plan_quotes_of_the_country_is_not_its_own(scoping: Scoping) -> None:
    _, articles = scoping(QUOTED)
    for words in ("窑炉300座", "工匠5万名"):
        quoted = clause(articles, words).context
        assert (quoted.region, quoted.agent, quoted.plan, quoted.year) == (None, None, None, 2025)
    for words in ("窑炉20座", "工匠2千名", "增加到3家"):
        own = clause(articles, words).context
        assert own.region is not None
        assert own.region.value == "江苏省"
        assert own.plan is not None


def test_who_announces_a_list_is_its_issuer(scoping: Scoping) -> None:
    text = "江苏省水利厅关于公布省级陶瓷平台名单的通知\n\n现公布省级陶瓷平台名单。\n\n江苏省水利厅\n2023年11月6日\n"
    _, articles = scoping(text)
    agent = clause(articles, "现公布").context.agent
    assert agent is not None
    assert agent.value == "江苏省水利厅"
