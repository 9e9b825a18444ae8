"""Time expressions: every form of the grammar, and properties that hold for all of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.language import period_forms
from policygraph.loaders.language.periods import periods
from policygraph.schema.periods import Period

ON = dt.date(2022, 5, 16)
KINDS = {"deadline", "during", "as_of", "each", "base", "since"}


def only(text: str, on: dt.date | None = ON) -> Period:
    (found,) = periods(text, on)
    return found


@pytest.mark.parametrize(
    ("text", "since", "year", "kind", "relative", "month"),
    [
        ("到2025年", None, 2025, "deadline", False, None), ("到 2025 年底", None, 2025, "deadline", False, None),
        ("2024年底前", None, 2024, "deadline", False, None), ("2024年末", None, 2024, "deadline", False, None),
        ("2030年前", None, 2030, "deadline", False, None), ("2019年6月底前", None, 2019, "deadline", False, 6),
        ("2023年", None, 2023, "during", False, None), ("2023年全年", None, 2023, "during", False, None),
        ("2023年上半年", None, 2023, "during", False, 6),
        ("2023年前三季度", None, 2023, "during", False, 9), ("2023年一季度", None, 2023, "during", False, 3),
        ("2023年3月", None, 2023, "during", False, 3),
        ("2023年1—9月", None, 2023, "during", False, 9), ("2020年度", None, 2020, "during", False, None),
        ("2018年4月12日", None, 2018, "during", False, 4),
        ("2018-04-12", None, 2018, "during", False, 4), ("二〇三五年", None, 2035, "during", False, None),
        ("二○二五年", None, 2025, "during", False, None),
        ("２０２５年", None, 2025, "during", False, None),
        ("2018-2020年", 2018, 2020, "during", False, None), ("2021年至2022年度", 2021, 2022, "during", False, None),
        ("2016—2020 年", 2016, 2020, "during", False, None),
        ("从2018年到2020年", 2018, 2020, "during", False, None),
        ("2019年1月1日至2020年12月31日", 2019, 2020, "during", False, 12),
        ("2020年3月至5月", None, 2020, "during", False, 5),
        ("截至2021年底", None, 2021, "as_of", False, None), ("截至目前", None, 2022, "as_of", True, None),
        ("如今", None, 2022, "as_of", True, None),
        ("当前", None, 2022, "as_of", True, None),
        ("“十四五”期间", 2021, 2025, "during", False, None), ("“十四五”时期", 2021, 2025, "during", False, None),
        ("十四五期间", 2021, 2025, "during", False, None),
        ("“十三五”末", None, 2020, "deadline", False, None), ("“十四五”以来", 2021, 2022, "since", True, None),
        ("“十五五”时期", 2026, 2030, "during", False, None),
        ("“十四五”开局之年", None, 2021, "during", False, None),
        ("“十三五”收官之年", None, 2020, "during", False, None), ("“十二五”期间", 2011, 2015, "during", False, None),
        ("“十四五”前三年", 2021, 2023, "during", False, None), ("“十三五”后两年", 2019, 2020, "during", False, None),
        ("较“十三五”末", None, 2020, "base", False, None),
        ("近三年", 2020, 2022, "during", True, None), ("近 5 年", 2018, 2022, "during", True, None),
        ("过去五年", 2018, 2022, "during", True, None),
        ("五年来", 2018, 2022, "during", True, None), ("连续11年", 2012, 2022, "during", True, None),
        ("过去一年", None, 2022, "during", True, None),
        ("未来5年", 2022, 2026, "during", True, None), ("三年内", None, 2025, "deadline", True, None),
        ("用两年左右时间", None, 2024, "deadline", True, None),
        ("十五年来", 2008, 2022, "during", True, None), ("“十五”期间", 2001, 2005, "during", False, None),
        ("十年前", None, 2012, "base", True, None), ("每3年", None, None, "each", False, None),
        ("近年来", None, 2022, "during", True, None),
        ("去年", None, 2021, "during", True, None), ("今年", None, 2022, "during", True, None),
        ("明年", None, 2023, "during", True, None), ("前年", None, 2020, "during", True, None),
        ("当年", None, 2022, "during", True, None), ("本年度", None, 2022, "during", True, None),
        ("去年底", None, 2021, "deadline", True, None),
        ("今年上半年", None, 2022, "during", True, 6), ("今年1-4月", None, 2022, "during", True, 4),
        ("今年以来", 2022, 2022, "since", True, None),
        ("到明年3月底", None, 2023, "deadline", True, 3), ("全年", None, 2022, "during", True, None),
        ("上半年", None, 2022, "during", True, 6),
        ("年底前", None, 2022, "deadline", True, 12), ("前三季度", None, 2022, "during", True, 9),
        ("1—2月份", None, 2022, "during", True, 2),
        ("9月底前", None, 2022, "deadline", True, 9), ("12月22日", None, 2022, "during", True, 12),
        ("前11个月", None, 2022, "during", True, 11), ("2023年前两个月", None, 2023, "during", False, 2),
        ("今明两年", 2022, 2023, "during", True, None), ("‘十四五’期间", 2021, 2025, "during", False, None),
        ("每年", None, None, "each", False, None), ("年均", None, None, "each", False, None),
        ("比2015年", None, 2015, "base", False, None), ("较2020年", None, 2020, "base", False, None),
        ("高于2021年", None, 2021, "base", False, None),
        ("比上年", None, 2021, "base", True, None), ("同比", None, 2021, "base", True, None),
        ("较去年同期", None, 2021, "base", True, None),
        ("从2015年的53微克下降到32微克", None, 2015, "base", False, None),
        ("从2022年部门预算中获悉", None, 2022, "during", False, None),
        ("自2018年以来", 2018, 2022, "since", True, None), ("从2019年起", 2019, 2022, "since", True, None),
        ("自2019年开始", 2019, 2022, "since", True, None),
        ("党的十八大以来", 2012, 2022, "since", True, None), ("新中国成立以来", 1949, 2022, "since", True, None),
        ("改革开放以来", 1978, 2022, "since", True, None),
        ("到本世纪中叶", None, 2050, "deadline", False, None),
        ("上世纪80年代", 1980, 1989, "during", False, None), ("21世纪30年代", 2030, 2039, "during", False, None),
        ("90年代以来", 1990, 2022, "since", True, None), ("2015年至今", 2015, 2022, "since", True, None),
        ("第十四个五年规划期间", 2021, 2025, "during", False, None),
        ("第十三个五年规划期末", None, 2020, "deadline", False, None),
        ("上个月", None, 2022, "during", True, 4), ("下月", None, 2022, "during", True, 6),
        ("比上月", None, 2022, "base", True, 4), ("截至本月12日", None, 2022, "as_of", True, 5),
        ("下个月底前", None, 2022, "deadline", True, 6),
        ("截至“十三五”末", None, 2020, "as_of", False, None), ("“十二五”基础上", 2011, 2015, "base", False, None),
        ("2019年至2021年三年间", 2019, 2021, "during", False, None),
        ("较年初", None, 2022, "base", True, 1), ("比今年1月", None, 2022, "base", True, 1),
        ("去年年初", None, 2021, "during", True, None), ("再用三年时间", None, 2025, "deadline", True, None),
        ("在2018年基础上", None, 2018, "base", False, None), ("以2020年为基期", None, 2020, "base", False, None),
    ],
)  # fmt: skip
def test_form(text: str, since: int | None, year: int | None, kind: str, relative: bool, month: int | None) -> None:
    found = only(text)
    assert (found.since, found.year, found.kind, found.relative, found.month) == (since, year, kind, relative, month)


@pytest.mark.parametrize("text", [
    "不同比例", "青年中开展", "健全年度考核", "主要表现在三个方面",
    "马上年会", "项目前景", "《“十四五”数字经济发展规划》",
    "“十四五”数字经济发展规划", "三年行动计划", "500年轻人",
    "《关于做好2018年工作的通知》", "“八五”普法", "1年以上合同", "3个月龄", "2021年版目录", "五年后",
])  # fmt: skip
def test_no_period(text: str) -> None:
    assert periods(text, ON) == ()


@pytest.mark.parametrize(
    "text", ["去年", "今年以来", "近三年", "未来5年", "截至目前", "同比", "全年", "9月底前", "党的十八大以来"]
)
def test_without_a_day_the_year_is_open(text: str) -> None:
    found = only(text, None)
    assert (found.year, found.relative) == (None, True)


def test_another_day_moves_only_what_is_relative() -> None:
    text = "近三年累计30家，到2025年达到50家"
    assert [(p.since, p.year) for p in periods(text, dt.date(2017, 12, 31))] == [(2015, 2017), (None, 2025)]
    assert [(p.since, p.year) for p in periods(text, dt.date(2020, 1, 1))] == [(2018, 2020), (None, 2025)]


def test_the_month_before_january() -> None:
    found = only("上月", dt.date(2022, 1, 16))
    assert (found.year, found.month) == (2021, 12)


def test_places() -> None:
    text = "力争到 2025 年底，比 2020 年翻番"
    assert [(p.text, p.start, p.end) for p in periods(text)] == [("到 2025 年底", 2, 11), ("比 2020 年", 12, 20)]


def test_two_years_in_a_list() -> None:
    found = periods("2018年、2021年两次获评")
    assert [(p.text, p.since, p.year) for p in found] == [("2018年", None, 2018), ("2021年", None, 2021)]
    assert [(p.since, p.year) for p in periods("2018年和2019年")] == [(2018, 2019)]
    found = periods("到2025年和2035年分别达到60%和80%")
    assert [(p.year, p.kind) for p in found] == [(2025, "deadline"), (2035, "deadline")]


def test_since_after_the_day_leaves_the_year_open() -> None:
    found = only("“十四五”以来", dt.date(2018, 1, 1))
    assert (found.since, found.year) == (2021, None)


YEARS = st.integers(1950, 2099)
HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def facts(text: str, on: dt.date | None = ON) -> list[tuple[int | None, int | None, str, bool, int | None]]:
    return [(p.since, p.year, p.kind, p.relative, p.month) for p in periods(text, on)]


YEAR_FORMS = st.sampled_from([
    "到{}年", "截至{}年底", "{}年底前", "较{}年", "{}年上半年", "{}年", "{}年内", "在{}年基础上", "由{}年的数提高",
    "提高到{}年的数",
])  # fmt: skip


@given(YEARS, YEAR_FORMS)
def test_every_style_of_year_reads_alike(year: int, form: str) -> None:
    expected = facts(form.format(year))
    assert [fact[1] for fact in expected] == [year]
    assert facts(form.format(str(year).translate(HAN))) == expected
    assert facts(form.format(str(year).translate(WIDE))) == expected
    assert facts(form.format(f" {year} ")) == expected


@given(YEARS, YEARS, st.sampled_from(["-", "—", "～", "至"]))
def test_stretch_is_oriented(first: int, last: int, sign: str) -> None:
    found = periods(f"{first}{sign}{last}年", ON)
    assert all(p.since is None or p.year is None or p.since <= p.year for p in found)
    if first < last:
        assert [(p.since, p.year) for p in found] == [(first, last)]


DAYS = st.dates(dt.date(1980, 1, 1), dt.date(2090, 1, 1))


@given(st.integers(2, 60), DAYS, st.sampled_from(["近{}年", "过去{}年", "{}年来", "连续{}年"]))
def test_last_years_end_with_the_day(count: int, on: dt.date, form: str) -> None:
    assert facts(form.format(count), on) == [(on.year - count + 1, on.year, "during", True, None)]


def test_the_forms_of_a_plan_need_quotes_or_a_tail() -> None:
    assert periods("十五个项目", ON) == ()
    assert [p.text for p in periods("http://example.org/2018-04-12/a.html 于2019年", ON)] == ["2019年"]


CLAUSES = [
    "到2025年达到50家", "去年新增8家", "“十四五”期间投入", "同比增长3%", "截至目前", "每年评选", "党的十八大以来",
]  # fmt: skip


@given(st.lists(st.sampled_from(CLAUSES), max_size=6))
def test_clauses_read_alone_and_together_alike(clauses: list[str]) -> None:
    assert facts("；".join(clauses)) == [fact for clause in clauses for fact in facts(clause)]


CHARACTERS = "0123456789０ 二〇一三五十年月日底末前后近去今到至比较截以来期间“”《》、，。\n-—季度"


@given(st.text(CHARACTERS, max_size=40), st.none() | st.just(ON))
def test_any_text_gives_ordered_true_slices(text: str, on: dt.date | None) -> None:
    end = 0
    for found in periods(text, on):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start:found.end] == found.text
        assert found.kind in KINDS
        assert found.since is None or found.year is None or found.since <= found.year
        assert found.month is None or 1 <= found.month <= 12
        end = found.end


@given(st.text(CHARACTERS, max_size=40), st.none() | st.just(ON))
def test_full_width_digits_read_alike_in_any_text(text: str, on: dt.date | None) -> None:
    assert facts(text.translate(WIDE), on) == facts(text, on)


@pytest.mark.parametrize("name", sorted(period_forms.PLANS))
def test_five_year_plans_follow_each_other(name: str) -> None:
    first, last = period_forms.PLANS[name]
    assert last - first == 4
    assert (first - 1981) % 5 == 0
