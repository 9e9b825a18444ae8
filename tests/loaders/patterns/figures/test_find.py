"""The figures of written documents, with every field; and what must hold for any text."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.patterns.figures import find
from policygraph.schema.facts import Figure

Figures = Callable[..., list[Figure]]
Article = Callable[..., ScopedArticle]

NOT_TOLD = ("evidence", "bases", "voices")
"""Fields that have tests of their own, or that another room fills."""

PLAN_TITLE = "常州市智能装备产业发展行动计划（2023—2025年）"
PLAN = f"""{PLAN_TITLE}

一、发展基础
“十三五”期间，全市智能装备产业产值年均增长9.5%。截至2022年底，累计建成省级智能车间160个。
二、发展目标
到2025年，全市智能装备产业规模达到2000亿元，年均增长12%以上，培育国家级专精特新“小巨人”企业80家、省级专精特新中小企业600家。规模以上工业企业关键工序数控化率达到68.5%（约束性），比2022年提高8个百分点。
三、重点任务
（一）提升创新能力。支持龙头企业牵头组建创新联合体，新建省级以上企业技术中心50个，攻克关键核心技术100项以上，力争在工业母机、机器人等领域形成一批标志性产品。
（二）加快数字化改造。每年实施智能化改造项目1000个，建设5G全连接工厂20至30个，引进近千家服务商。
四、保障措施
安排专项资金不少于5亿元，企业开办时间压缩至3个工作日以内。
"""


def by_value(found: list[Figure], value: float) -> Figure:
    (figure,) = [f for f in found if f.value == value]
    return figure


@pytest.fixture(scope="module")
def plan(figures: Figures) -> list[Figure]:
    return figures(PLAN)


def test_the_figures_of_a_plan_in_order(plan: list[Figure]) -> None:
    assert [(f.subject, f.value, f.unit) for f in plan] == [
        ("智能装备产业产值", 9.5, "%"), ("省级智能车间", 160, "个"), ("智能装备产业规模", 2e11, "元"),
        ("智能装备产业规模", 12, "%"), ("国家级专精特新“小巨人”企业", 80, "家"), ("省级专精特新中小企业", 600, "家"),
        ("规模以上工业企业关键工序数控化率", 68.5, "%"), ("规模以上工业企业关键工序数控化率", 8, "个百分点"),
        ("省级以上企业技术中心", 50, "个"), ("关键核心技术", 100, "项"), ("智能化改造项目", 1000, "个"),
        ("5G全连接工厂", 20, "个"), ("服务商", 1000, "家"), ("专项资金", 5e8, "元"), ("企业开办时间", 3, "个工作日"),
    ]  # fmt: skip


def test_every_field_of_a_target(plan: list[Figure]) -> None:
    figure = by_value(plan, 80)
    start = PLAN.index("培育国家级专精特新“小巨人”企业80家")
    end = start + len("培育国家级专精特新“小巨人”企业80家")
    assert figure.evidence.char_start == start
    assert figure.evidence.char_end == end
    assert figure.evidence.quote == PLAN[start:end]
    assert figure.evidence.sentence == PLAN[PLAN.index("到2025年") : PLAN.index("600家。") + 5]
    assert (figure.evidence.document, figure.evidence.page) == ("a.txt", None)
    told = {f.name: getattr(figure, f.name) for f in dataclasses.fields(figure) if f.name not in NOT_TOLD}
    assert told == {
        "extractor": "figures.find", "year": 2025, "status": "planned", "year_source": "stated", "value": 80,
        "unit": "家", "cmp": "eq", "measure": "new", "subject": "国家级专精特新“小巨人”企业", "high": None,
        "cmp_text": None,
        "action": "培育", "agent": "常州市", "plan": PLAN_TITLE, "since": None, "region": "常州市", "span": "end",
        "base_year": None, "direction": None, "binding": None, "estimated": False, "holder": PLAN_TITLE,
        "holder_type": "Plan", "stated_by": None, "goal_text": None, "confidence": None,
    }  # fmt: skip
    assert figure.predicate == "targets"


def test_what_every_field_of_a_target_rests_on(plan: list[Figure]) -> None:
    """The words stand at their places in the original, and the rule is the one that decided."""
    bases = dict(by_value(plan, 80).bases)
    told = {name: (basis.where, basis.rule, basis.text) for name, basis in bases.items()}
    assert told == {
        "year": ("sentence", "times.narrow", "到2025年"),
        "status": ("heading", "headings.under_heading", "二、发展目标"),
        "agent": ("sentence", "actors.subject", "全市"),
        "plan": ("title", "origin.title", PLAN_TITLE),
        "region": ("sentence", "actors.subject", "全市"),
        "subject": ("clause", "subjects.measured", "国家级专精特新“小巨人”企业"),
        "measure": ("clause", "measures.happened", "培育"),
        "value": ("clause", "quantities.number", "80家"),
    }
    for basis in bases.values():
        assert PLAN[basis.char_start : basis.char_end] == basis.text
    assert bases["measure"].char_start == PLAN.index("培育国家级")


@pytest.mark.parametrize(
    ("value", "rule", "words"),
    [
        (9.5, "measures.growth", "增长"), (160, "measures.cumulative", "累计"), (68.5, "measures.share", "%"),
        (8, "measures.form", "8个百分点"), (2e11, "measures.amount", "元"), (3, "measures.level", "个工作日"),
    ],
)  # fmt: skip
def test_what_a_measure_rests_on(plan: list[Figure], value: float, rule: str, words: str) -> None:
    basis = dict(by_value(plan, value).bases)["measure"]
    assert (basis.rule, basis.text) == (rule, words)
    assert PLAN[basis.char_start : basis.char_end] == words


def test_how_a_number_was_read(plan: list[Figure]) -> None:
    read = {f.value: (dict(f.bases)["value"].rule, dict(f.bases)["value"].text) for f in plan}
    assert read[20] == ("quantities.range", "20至30个")
    assert read[1000] == ("quantities.compared", "近千家")
    assert read[600] == ("quantities.number", "600家")


def test_a_look_back_is_the_regions_own(plan: list[Figure]) -> None:
    grown, built = by_value(plan, 9.5), by_value(plan, 160)
    assert (grown.since, grown.year, grown.span, grown.status, grown.measure) == (
        2016, 2020, "average", "achieved", "growth",
    )  # fmt: skip
    assert (built.year, built.status, built.measure, built.plan) == (2022, "achieved", "total", None)
    assert (built.holder, built.holder_type, built.predicate) == ("常州市", "Region", "achieves")


def test_a_change_against_a_year(plan: list[Figure]) -> None:
    figure = by_value(plan, 8)
    assert (figure.measure, figure.direction, figure.base_year, figure.year) == ("change", "rise", 2022, 2025)
    assert by_value(plan, 68.5).binding == "binding"


def test_what_holds_every_year_and_on_average(plan: list[Figure]) -> None:
    each, average = plan[10], by_value(plan, 12)
    assert (each.span, each.since, each.year, each.year_source) == ("each", 2023, 2025, "inherited: title")
    assert (average.span, average.since, average.year, average.cmp) == ("average", 2023, 2025, "ge")


def test_comparators_and_ranges(plan: list[Figure]) -> None:
    factories, providers, money, days = plan[11:]
    assert (factories.cmp, factories.value, factories.high) == ("range", 20, 30)
    assert (providers.cmp, providers.cmp_text) == ("lt", "近")
    assert (money.cmp, money.cmp_text, money.measure) == ("ge", "不少于", "amount")
    assert (days.cmp, days.cmp_text, days.measure) == ("le", "以内", "level")


def test_a_section_of_the_next_year_is_planned(figures: Figures) -> None:
    found = figures(
        "示例司工作总结\n\n一、2017年工作情况\n认定国家制造业创新中心3家。\n二、2018年工作思路\n"
        "认定国家制造业创新中心3家左右。\n\n2018年1月20日\n"
    )
    assert [(f.value, f.cmp, f.year, f.status, f.year_source) for f in found] == [
        (3, "eq", 2017, "achieved", "inherited: heading"), (3, "about", 2018, "planned", "inherited: heading"),
    ]  # fmt: skip
    assert found[1].holder == "示例司工作总结"
    assert found[1].holder_type == "Document"


def test_a_list_of_names_heads_no_second_figure(only: Callable[..., Figure]) -> None:
    figure = only("示例司工作总结\n\n2020年，认定稀土新材料、先进印染技术等4家国家制造业创新中心。\n\n2021年1月20日\n")
    assert (figure.subject, figure.value, figure.unit, figure.measure) == ("国家制造业创新中心", 4, "家", "new")
    assert figure.evidence.quote == "认定稀土新材料、先进印染技术等4家国家制造业创新中心"


def test_from_one_year_to_another(article: Article) -> None:
    before, after = find(article("产业规模从2016年的7.5万亿元增长到2020年的11.2万亿元。", date="2021-05-01"))
    assert (before.value, before.year) == (7.5e12, 2016)
    assert (after.value, after.year, after.base_year, after.status) == (1.12e13, 2020, 2016, "achieved")


def test_the_quote_of_a_list_member_holds_more_than_its_number(article: Article) -> None:
    first, second = find(article("二氧化硫、氨氮排放量分别下降5.6%和4%。", date="2021-05-01"))
    assert "5.6%" in first.evidence.quote
    assert len(second.evidence.quote) >= 6
    assert second.evidence.quote.endswith("4%")


def test_a_ministry_answers_for_the_plan_that_it_issues_alone(only: Callable[..., Figure]) -> None:
    figure = only(
        "工业和信息化部关于印发《“十四五”示例产业发展规划》的通知\n\n各省、自治区、直辖市工业和信息化主管部门：\n"
        "规划已经部务会议通过，现予印发。新建平台20个。\n\n工业和信息化部\n2021年11月15日\n"
    )
    assert (figure.agent, figure.plan, figure.year) == ("工业和信息化部", "“十四五”示例产业发展规划", 2025)
    assert (figure.status, figure.holder) == ("planned", "“十四五”示例产业发展规划")


def test_a_later_year_that_somebody_expects_is_a_forecast(article: Article) -> None:
    (figure,) = find(article("预计2030年全球规模达到2万亿元。", date="2023-05-01", nature="speech"))
    assert (figure.year, figure.status, figure.predicate) == (2030, "forecast", "expects")


NEWS = """---
title: 常州市推进示例产业发展
date: 2024-03-15
source: 示例日报
---
# 常州市推进示例产业发展

去年，全市完成智能化改造项目3000个，投入资金120亿元。今年，常州市将新增智能车间500个。
《常州市智能制造三年行动计划（2023—2025年）》提出，到2025年，建成市级智能工厂100家，培育服务商50家以上。
江苏省累计建成工业互联网平台109个。
"""


def test_news_of_a_city_tells_last_year_this_year_and_a_plan(figures: Figures) -> None:
    found = figures(NEWS, "news.md")
    assert [(f.subject, f.value, f.year, f.status, f.agent, f.region) for f in found] == [
        ("智能化改造项目", 3000, 2023, "achieved", "常州市", "常州市"),
        ("投入资金", 1.2e10, 2023, "achieved", "常州市", "常州市"),
        ("智能车间", 500, 2024, "planned", "常州市", "常州市"),
        ("市级智能工厂", 100, 2025, "planned", "常州市", "常州市"),
        ("服务商", 50, 2025, "planned", "常州市", "常州市"),
        ("工业互联网平台", 109, 2024, "achieved", "江苏省", "江苏省"),
    ]
    plan = "常州市智能制造三年行动计划（2023—2025年）"
    assert [(f.plan, f.holder) for f in found[3:5]] == [(plan, plan), (plan, plan)]
    assert {f.plan for f in (*found[:3], found[5])} == {None}


def test_the_name_of_the_region_in_traditional_script(figures: Figures) -> None:
    (figure,) = figures("工作總結\n\n二〇一七年，江蘇省新建製造業創新中心３家。\n\n二〇一八年一月二十日\n")
    assert (figure.subject, figure.value, figure.year, figure.region) == ("制造业创新中心", 3, 2017, "江苏省")
    assert figure.evidence.quote == "新建製造業創新中心３家"


def test_markup_is_left_out_of_the_quote(figures: Figures) -> None:
    page = (
        "<html><head><title>工作总结</title></head><body><h1>示例市工作总结</h1>"
        "<p>2020年，<b>新建示范平台</b>&nbsp;<span>20</span>个，"
        "各项工作取得了新的进展，为下一步发展打下了良好基础。</p></body></html>"
    )
    (figure,) = figures(page, "a.html")
    assert figure.value == 20
    assert figure.evidence.quote.replace("\xa0", "") == "新建示范平台20个"
    assert page[figure.evidence.char_start : figure.evidence.char_end].startswith("新建示范平台</b>")


# What must hold whatever the text says.


def told(figure: Figure) -> tuple[object, ...]:
    """What a figure says and by which rules of its own, without its place and without how its year was found."""
    skip = {*NOT_TOLD, "extractor", "year_source"}
    rules = tuple(basis.rule for name, basis in figure.bases if name in ("subject", "measure", "value"))
    return (*(getattr(figure, f.name) for f in dataclasses.fields(figure) if f.name not in skip), rules)


def broken(text: str, width: int) -> str:
    """The text with its lines broken at so many columns, a narrow character counting one half."""
    lines: list[str] = []
    for line in text.split("\n"):
        columns = list(itertools.accumulate(0.5 if c < "\u0100" else 1.0 for c in line))
        now, start = 0.0, 0
        for at, column in enumerate(columns):
            if column - now > width:
                lines.append(line[start:at])
                now, start = columns[at - 1], at
        lines.append(line[start:])
    return "\n".join(lines)


@settings(max_examples=30, deadline=None)
@given(width=st.integers(24, 80))
def test_hard_line_breaks_change_no_figure(figures: Figures, plan: list[Figure], width: int) -> None:
    title, _, body = PLAN.partition("\n")
    assert [told(f) for f in figures(f"{title}\n{broken(body, width)}")] == [told(f) for f in plan]


WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")


def test_the_width_of_digits_changes_no_figure(figures: Figures, plan: list[Figure]) -> None:
    title, _, body = PLAN.partition("\n")
    wide = figures(f"{title}\n{body.translate(WIDE)}")
    assert [told(f) for f in wide] == [told(f) for f in plan]
    assert [f.evidence.char_start for f in wide] == [f.evidence.char_start for f in plan]


NOUNS = st.sampled_from(["示范企业", "国家绿色工厂", "工业互联网平台", "专业技术人员", "重点项目", "行业标准"])
VERBS = st.sampled_from(["认定", "培育", "新建", "累计建成", "力争建设", "支持"])
NUMBERS = st.integers(2, 99999).filter(lambda n: not 1800 <= n <= 2199)
COUNTED = st.builds(
    lambda verb, noun, number, behind: (
        f"{verb}{number}个{noun}" if behind else f"{verb}{noun}{number}个", noun, number
    ),
    VERBS, NOUNS, NUMBERS, st.booleans(),
)  # fmt: skip
FRAMES = st.sampled_from(["", "2020年，", "到2025年，", "“十四五”期间，", "近三年，", "江苏省", "全市"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FRAMES, st.lists(COUNTED, min_size=1, max_size=4), st.sampled_from(["，", "；"]))
def test_each_number_is_a_figure_of_its_own_noun(
    figures: Figures, frame: str, counted: list[tuple[str, str, int]], joint: str
) -> None:
    sentence = frame + joint.join(text for text, _, _ in counted) + "。"
    found = figures(f"示例市工作总结\n\n{sentence}各项工作取得新的进展。\n\n2022年5月20日\n")
    assert [(f.subject, f.value) for f in found] == [(noun, number) for _, noun, number in counted]
    for figure, (_, noun, number) in zip(found, counted, strict=True):
        assert str(number) in figure.evidence.quote
        assert noun in figure.evidence.quote
        assert figure.evidence.quote in figure.evidence.sentence


CHARACTERS = (
    "0123456789近超约两十百万亿%家个项年月，。；、：《》“”（）—\n\t "
    "工业企业园区建设认定增长达到其中分别江苏省到的和为第"
)


@settings(max_examples=120, deadline=None)
@given(st.text(CHARACTERS, max_size=120))
def test_any_text_gives_figures_that_stand_where_they_say(figures: Figures, text: str) -> None:
    for figure in figures(f"示例市工作总结\n\n{text}\n\n各项工作取得新的进展，为下一步发展打下良好基础。\n"):
        assert any(c.isdigit() or c in "两十百千万亿一二三四五六七八九倍翻半首" for c in figure.evidence.quote)
        assert figure.evidence.char_end - figure.evidence.char_start >= 1


def test_years_that_belong_to_the_numbers_in_their_order(article: Article) -> None:
    found = list(find(article("到2025年、2030年，清洁能源比重分别达到18%、25%。", date="2021-03-01")))
    assert [(f.value, f.year) for f in found] == [(18, 2025), (25, 2030)]


def test_years_of_their_own_and_years_of_a_list_under_respectively(article: Article) -> None:
    text = "到2025年，泊位数和周转率分别达到700个和60%，其中公共泊位占比不低于40%，2030年分别达到900个和75%。"
    found = list(find(article(text, date="2021-03-01")))
    assert [(f.value, f.year) for f in found] == [(700, 2025), (60, 2025), (40, 2025), (900, 2030), (75, 2030)]
    found = list(find(article("力争2025年、2026年电动车占比分别提高8个和15个百分点。", date="2021-03-01")))
    assert [(f.value, f.unit, f.year, f.since) for f in found] == [
        (8, "个百分点", 2025, None),
        (15, "个百分点", 2026, None),
    ]


def test_each_region_of_a_list_under_respectively_has_its_own_number(article: Article) -> None:
    found = list(find(article("杭州、宁波、温州三市分别建成示范园区3个、2个、1个。", date="2021-03-01")))
    assert [(f.value, f.region, f.agent, f.measure) for f in found] == [
        (3, "杭州市", "杭州市", "new"),
        (2, "宁波市", "宁波市", "new"),
        (1, "温州市", "温州市", "new"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("孕产妇死亡率（1/10万）为11.2。", ("孕产妇死亡率", 11.2, "/10万")),
        ("居民收入（元）达到5万。", ("居民收入", 50000, "元")),
        ("每百户家庭拥有电脑40台。", ("每百户家庭拥有电脑", 40, "台")),
        ("研发人员达到3万人年。", ("研发人员", 30000, "人年")),
    ],
)
def test_a_unit_in_brackets_and_the_base_of_a_rate(
    article: Article, text: str, expected: tuple[str, float, str]
) -> None:
    (figure,) = find(article(text, date="2024-05-01"))
    assert (figure.subject, figure.value, figure.unit) == expected


def test_the_verb_of_a_number_that_is_only_compared(article: Article) -> None:
    (figure,) = find(article("每年认定示范企业不少于20家。", date="2024-05-01"))
    assert (figure.action, figure.cmp, figure.span) == ("认定", "ge", "each")


@pytest.mark.parametrize(
    ("text", "year", "base_year"),
    [
        ("2023年，客运量恢复到2019年的108%。", 2023, 2019),
        ("2023年，客运量达到2019年同期的九成。", 2023, 2019),
        ("2023年，客运量为2019年的1.2倍。", 2023, 2019),
        ("到2027年，客运量恢复到2019年的108%。", 2027, 2019),
        ("自给率提高到2023年的18%。", 2023, None),
    ],
)
def test_a_level_against_a_year_has_that_year_as_its_base(
    article: Article, text: str, year: int, base_year: int | None
) -> None:
    (figure,) = find(article(text, date="2024-05-01"))
    assert (figure.year, figure.base_year) == (year, base_year)


def test_a_change_against_the_year_before_runs_over_no_stretch(article: Article) -> None:
    text = "“十三五”以来，生产总值突破1.3万亿元，比上年增长6.5%。"
    total, grown = find(article(text, date="2021-03-01"))
    assert (total.since, grown.since, grown.span) == (2016, None, "end")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("供水能力翻一番。", "rise"), ("收费减半。", "fall"), ("准入年龄放宽至60岁。", "rise"),
        ("工龄要求放宽至3年以上。", "fall"), ("办理时限缩短至5天。", "fall"), ("能耗强度压减5%。", "fall"),
        ("覆盖率达到25%。", None),
    ],
)  # fmt: skip
def test_direction(article: Article, text: str, direction: str | None) -> None:
    (figure,) = find(article(text, date="2021-03-01"))
    assert figure.direction == direction


def test_what_is_reached_in_a_stretch_does_not_add_up_over_it(article: Article) -> None:
    text = "“十三五”期间，供水普及率达到98%，累计建成水库20座，水库总数达到300座，新建泵站12座。"
    found = {f.subject: (f.since, f.year, f.span) for f in find(article(text, date="2021-03-01"))}
    assert found == {
        "供水普及率": (2016, 2020, "end"),
        "水库": (2016, 2020, "cumulative"),
        "水库总数": (2016, 2020, "end"),
        "泵站": (2016, 2020, "cumulative"),
    }


def test_what_held_until_a_stretch_ahead(article: Article) -> None:
    text = "2022年1月1日至2023年12月31日，将申领条件由参保3年以上放宽至参保1年以上。"
    first, last = find(article(text, date="2021-11-01"))
    assert [(f.value, f.year, f.status) for f in (first, last)] == [(3, 2021, "achieved"), (1, 2023, "planned")]
