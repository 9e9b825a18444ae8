"""Quantities and numbers that are none: every form of the grammar, and properties that hold for all of them."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policygraph.loaders.language import comparators
from policygraph.loaders.language.quantities import not_figures, quantities, scan
from policygraph.schema.facts import COMPARATORS, MEASURES
from policygraph.schema.quantities import NotAFigure, Quantity
from policygraph.schema.vocabulary import vocabulary

REASONS = {"date", "name", "document number", "ordinal", "section", "contact", "page", "edition", "idiom"}


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


def test_a_range_below_zero_ends_with_the_higher() -> None:
    assert (only("夜间零下5至8℃").value, only("夜间零下5至8℃").high) == (-8, -5)


@pytest.mark.parametrize(
    ("text", "value", "unit", "cmp"),
    [
        ("新认定30家", 30, "家", "eq"), ("建成基站22.5万座", 225000, "座", "eq"),
        ("投资311.7亿元", 31170000000, "元", "eq"),
        ("营业收入1000亿元人民币", 100000000000, "元", "eq"), ("向其出口266亿美元", 26600000000, "美元", "eq"),
        ("年产2.5亿瓦时", 250000000, "瓦时", "eq"), ("30万千瓦机组", 300000, "千瓦", "eq"),
        ("长5千米", 5, "千米", "eq"),
        ("密度达到246台/万人", 246, "台/万人", "eq"), ("28万立方米/小时", 280000, "立方米/小时", "eq"),
        ("连接设备8100万台（套）", 81000000, "台（套）", "eq"), ("在7省(市)试点", 7, "省(市)", "eq"),
        ("约200万人次", 2000000, "人次", "about"),
        ("压缩至8.5个工作日以内", 8.5, "个工作日", "le"), ("为期6个月", 6, "个月", "eq"),
        ("10 平方公里", 10, "平方公里", "eq"),
        ("5000m2及以上", 5000, "m2", "ge"), ("服务半径500m", 500, "m", "eq"), ("指数达到 66", 66, None, "eq"),
        ("开发者 293 万", 2930000, None, "eq"), ("１２３项", 123, "项", "eq"), ("占比６５％", 65, "%", "eq"),
        # comparators before
        ("近 100 个", 100, "个", "lt"), ("不足80家", 80, "家", "lt"), ("普及率接近90%", 90, "%", "lt"),
        ("低于3%", 3, "%", "lt"),
        ("超过6万家", 60000, "家", "gt"), ("超1300家", 1300, "家", "gt"), ("总量突破100万件。", 1000000, "件", "gt"),
        ("不少于500家", 500, "家", "ge"), ("不低于20%", 20, "%", "ge"), ("至少200人", 200, "人", "ge"),
        ("≥25%", 25, "%", "ge"),
        ("不超过15万元", 150000, "元", "le"), ("最高不超过300元", 300, "元", "le"),
        ("约360亿元", 36000000000, "元", "about"),
        ("大约有20%未达标", 20, "%", "about"), ("同比约增长3%", 3, "%", "about"),
        ("约同比下降2.1%", 2.1, "%", "about"),
        ("夜间降到零下18℃", -18, "℃", "eq"), ("零下三十摄氏度以下", -30, "摄氏度", "le"),
        ("原则上至少建设一所", 1, "所", "ge"), ("<15000人次", 15000, "人次", "lt"),
        # comparators behind
        ("2500个以上", 2500, "个", "ge"), ("500 家以上", 500, "家", "ge"), ("5.5%以内", 5.5, "%", "le"),
        ("3%以下", 3, "%", "le"),
        ("38%左右", 38, "%", "about"), ("30日内完成", 30, "日", "le"), ("48小时内", 48, "小时", "le"),
        ("两年之内", 2, "年", "le"),
        ("保持在2.2%以上", 2.2, "%", "ge"), ("达到1.3万亿斤以上", 1300000000000, "斤", "ge"),
        ("近3家左右", 3, "家", "about"),
        # comparators inside
        ("300余项", 300, "项", "gt"), ("1600多家", 1600, "家", "gt"), ("2700多人次", 2700, "人次", "gt"),
        ("600多万套", 6000000, "套", "gt"),
        ("3万多亿元", 3000000000000, "元", "gt"), ("２万余亿元", 2000000000000, "元", "gt"),
        ("3千多万", 30000000, None, "gt"), ("5百多亿斤", 50000000000, "斤", "gt"), ("3万多户", 30000, "户", "gt"),
        ("30多万亿元", 30000000000000, "元", "gt"), ("五万多所", 50000, "所", "gt"), ("十余项", 10, "项", "gt"),
        ("二十多个", 20, "个", "gt"),
        ("3800+ 专利", 3800, None, "gt"), ("1800+ 件", 1800, "件", "gt"), ("近180多家", 180, "家", "about"),
        ("历时两年多，", 2, "年", "gt"),
        # Han numerals
        ("四个方面", 4, "个", "eq"), ("五项任务", 5, "项", "eq"), ("两项", 2, "项", "eq"),
        ("一百二十家", 120, "家", "eq"),
        ("三千五百万元", 35000000, "元", "eq"), ("二十条措施", 20, "条", "eq"), ("八部门", 8, None, "eq"),
        ("六大工程", 6, None, "eq"),
        ("等十家具有影响力的机构", 10, "家", "eq"), ("一年半", 1.5, "年", "eq"),
        # bare magnitudes
        ("近千家", 1000, "家", "lt"), ("超万家", 10000, "家", "gt"), ("上百家", 100, "家", "ge"),
        ("百家企业", 100, "家", "eq"),
        ("百亿元项目", 10000000000, "元", "eq"), ("收入超千亿元", 100000000000, "元", "gt"),
        ("万吨级码头", 10000, "吨", "eq"),
        ("上亿", 100000000, None, "ge"), ("成交额超百亿。", 10000000000, None, "gt"), ("数以万计", 10000, None, "ge"),
        # shares
        ("百分之三", 3, "%", "eq"), ("百分之六十五", 65, "%", "eq"), ("百分之三点五", 3.5, "%", "eq"),
        ("千分之五", 5, "‰", "eq"),
        ("万分之三", 3, "‱", "eq"), ("3‰", 3, "‰", "eq"), ("占三成", 30, "%", "eq"), ("一成五", 15, "%", "eq"),
        ("七成以上", 70, "%", "ge"),
        ("三分之二", pytest.approx(200 / 3), "%", "eq"), ("超过三分之一", pytest.approx(100 / 3), "%", "gt"),
        ("2/3以上", pytest.approx(200 / 3), "%", "ge"),
        ("一半以上", 50, "%", "ge"), ("过半", 50, "%", "gt"), ("半数", 50, "%", "eq"), ("超过一半", 50, "%", "gt"),
    ],
)  # fmt: skip
def test_form(text: str, value: float, unit: str | None, cmp: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.cmp, found.high) == (value, unit, cmp, None)


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("2-3个", 2, 3, "个"), ("2—3家", 2, 3, "家"), ("50%-60%", 50, 60, "%"), ("10-20%", 10, 20, "%"),
        ("3至5年", 3, 5, "年"),
        ("3 到 5 项", 3, 5, "项"), ("500-1000万元", 5000000, 10000000, "元"), ("1.5万亿—2万亿元", 1.5e12, 2e12, "元"),
        ("五六十家", 50, 60, "家"), ("三五家", 3, 5, "家"), ("两三个", 2, 3, "个"), ("十七八人", 17, 18, "人"),
        ("16—24岁", 16, 24, "岁"),
        ("百分之三至五", 3, 5, "%"), ("三至五成", 30, 50, "%"), ("0.5～1年", 0.5, 1, "年"),
    ],
)
def test_range(text: str, value: float, high: float, unit: str) -> None:
    found = only(text)
    assert (found.value, found.high, found.unit, found.cmp) == (value, high, unit, "range")


@pytest.mark.parametrize(
    ("text", "value", "unit", "measure"),
    [
        ("提高8个百分点", 8, "个百分点", "change"), ("上升0.4百分点", 0.4, "个百分点", "change"),
        ("减半", 50, "%", "change"),
        ("实现翻番", 2, None, "multiple"), ("翻一番", 2, None, "multiple"), ("翻了两番", 4, None, "multiple"),
        ("翻倍", 2, None, "multiple"),
        ("是平均水平的2倍", 2, "倍", "multiple"), ("增长一倍", 1, "倍", "multiple"),
        ("排名第12位", 12, "位", "rank"), ("排名第 12 位", 12, "位", "rank"), ("位列全省第三，", 3, None, "rank"),
        ("规模居全球第一。", 1, None, "rank"),
        ("成为全球第二大市场", 2, None, "rank"), ("数量居全国首位", 1, "位", "rank"),
        ("增速居各市之首", 1, None, "rank"),
    ],
)
def test_measure_by_form(text: str, value: float, unit: str | None, measure: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.measure) == (value, unit, measure)


def test_doubling_and_more() -> None:
    found = only("收入较基期翻一番多")
    assert (found.value, found.cmp, found.cmp_text, found.text) == (2, "gt", "多", "翻一番多")


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("2018年4月12日", "2018年4月12日", "date"), ("2018-04-12", "2018-04-12", "date"),
        ("12月22日上午", "12月22日", "date"),
        ("2018-2020年", "2018-2020年", "date"), ("1—2月份", "1—2月份", "date"), ("二〇三五年", "二〇三五年", "date"),
        ("20230115", "20230115", "date"),
        ("中国制造2025", "2025", "date"), ("科技创新2030重大项目", "2030", "date"),
        ("上午9时30分", "9时30分", "date"), ("10日宣布", "10日", "date"),
        ("近三年", "三年", "date"), ("未来 15 年", "15 年", "date"), ("22年来", "22年来", "date"),
        ("三年行动计划", "三年", "date"), ("前三季度", "三季度", "date"),
        ("5G基站", "5G", "name"), ("1+X证书", "1+X", "name"), ("“532”战略", "532", "name"),
        ("工业4.0", "4.0", "name"), ("G4.5", "4.5", "name"),
        ("COVID-19", "19", "name"), ("ISO 9001", "9001", "name"), ("世界500强", "500强", "name"),
        ("12345平台", "12345", "name"),
        ("10G-PON端口", "10G", "name"), ("四群八链", "四群八链", "name"),
        ("“十四五”期间", "十四五", "name"), ("党的十九大", "十九大", "name"), ("二十国集团", "二十国集团", "name"),
        ("建校90周年", "90周年", "name"),
        ("2号线", "2号线", "name"), ("三级医院", "三级", "name"), ("歼-20飞机", "20", "name"),
        ("双千兆网络", "千兆", "name"), ("超百亿工业企业", "百亿", "name"), ("千亿级集群", "千亿级", "name"),
        ("〔2018〕42号", "2018〕42号", "document number"), ("第42号公告", "42号", "document number"),
        ("第43期", "43期", "edition"), ("第 3 页", "3 页", "page"),
        ("第三届大会", "三届", "ordinal"), ("第二批", "二批", "ordinal"), ("首批名单", "首批", "ordinal"),
        ("十九届五中全会", "十九届", "ordinal"),
        ("1.加强统筹", "1.", "section"), ("三、保障措施", "三、", "section"), ("（二）主要目标", "二", "section"),
        ("一是加强领导", "一", "section"),
        ("第一，完善机制", "一", "section"), ("附件2", "2", "section"), ("第五条规定", "五条", "section"),
        ("电话：010-68205678", "010-68205678", "contact"), ("13912345678", "13912345678", "contact"),
        ("(213164)", "213164", "contact"),
        ("千方百计", "千方百计", "idiom"), ("数十家", "数十", "idiom"), ("统一领导", "一", "idiom"),
        ("一批项目", "一批", "idiom"), ("培育一个中心", "一个", "idiom"),
        ("每亿元营业收入", "亿元", "idiom"), ("百花齐放", "百花齐放", "idiom"),
    ],
)  # fmt: skip
def test_no_figure(text: str, number: str, reason: str) -> None:
    assert quantities(text) == ()
    assert (number, reason) in [(found.text, found.reason) for found in not_figures(text)]


@pytest.mark.parametrize("text", [
    "节约5亿元", "签约69个项目", "集约200亩", "附近3家工厂", "突破100项关键技术", "控制在5%",
])  # fmt: skip
def test_word_that_only_looks_like_a_comparator(text: str) -> None:
    assert only(text).cmp == "eq"


@pytest.mark.parametrize(
    ("text", "cmp", "word"),
    [("不宜小于8公里", "ge", "不宜小于"), ("没有超过80亿元", "le", "没有超过"), ("未达到50%", "lt", "未达到"),
     ("最高奖励100万元", "le", "最高"), ("最高气温35摄氏度", "eq", None), ("补贴上限为2万元", "le", "上限"),
     ("产值过百亿元", "gt", "过"), ("通过百项标准", "eq", None), ("约占全球的40%", "about", "约"),
     ("50公里以外", "gt", "以外"), ("除5家以外", "eq", None)],
)
def test_word_and_what_it_says(text: str, cmp: str, word: str | None) -> None:
    assert (only(text).cmp, only(text).cmp_text) == (cmp, word)


@pytest.mark.parametrize("text", [
    "《三年内培育500家企业的意见》", "见http://www.example.org/2018/500家", "写信给office500@example.org",
])  # fmt: skip
def test_titles_and_addresses_are_closed(text: str) -> None:
    assert quantities(text) == ()


UNIT_WORDS = [word for kind in ("counters", "quantities", "latin") for word in vocabulary("units")[kind]]


@pytest.mark.parametrize("unit", UNIT_WORDS)
def test_every_unit_of_the_vocabulary_is_read(unit: str) -> None:
    found = only(f"共计35.5{unit}，")
    assert (found.value, found.unit) == (35.5, vocabulary("units")["aliases"].get(unit, unit))


BEFORE = [item for item in comparators.BEFORE.items() if item[0] not in ("上", "过")]  # these: bare magnitudes only


@pytest.mark.parametrize(("word", "cmp"), BEFORE)
def test_every_comparator_before(word: str, cmp: str) -> None:
    found = only(f"数量{word}35家，")
    assert (found.cmp, found.cmp_text) == (cmp, word)


@pytest.mark.parametrize(("word", "cmp"), vocabulary("comparators")["after"].items())
def test_every_comparator_behind(word: str, cmp: str) -> None:
    found = only(f"{'相距35公里' if word == '以外' else '历时35天'}{word}，")
    assert (found.cmp, found.cmp_text) == (cmp, word)


def test_elided_list_and_shared_comparator() -> None:
    found = quantities("到课率分别超过 35%和 20%，开办夜校12个、画室8个")
    assert [(q.value, q.unit, q.cmp) for q in found] == [(35, "%", "gt"), (20, "%", "gt"), (12, "个", "eq"),
    (8, "个", "eq")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投诉率分别下降8个和15个百分点", [(8, "个百分点", "eq"), (15, "个百分点", "eq")]),
        ("增速分别加快2.6和3.4个百分点", [(2.6, "个百分点", "eq"), (3.4, "个百分点", "eq")]),
        ("时限分别压缩到12个、6个工作日以内", [(12, "个工作日", "le"), (6, "个工作日", "le")]),
        ("新设网点12个、6个月后开业", [(12, "个月", "eq"), (6, "个月", "eq")]),  # read as written: one list, one unit
        ("新设网点12个，6个月后开业", [(12, "个", "eq"), (6, "个月", "eq")]),
        ("网点12个和药店6家", [(12, "个", "eq"), (6, "家", "eq")]),
    ],
)
def test_a_unit_that_only_the_last_of_a_list_spells_out(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert [(q.value, q.unit, q.cmp) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "cmp", "whole"),
    [
        ("滞纳金不得高于租金的2倍", "le", "不得高于租金的2倍"),
        ("押金不得低于货款的三成", "ge", "不得低于货款的三成"),
        ("定金不超过合同价款的20%", "le", "不超过合同价款的20%"),
        ("人数超过总人口的5%", "gt", "超过总人口的5%"),
        ("收费不得超过每月300元", "le", "不得超过每月300元"),
        ("补助不低于每人每年300元", "ge", "不低于每人每年300元"),
        ("增速高于上次预测的5.1%", "eq", "5.1%"),  # the forecast was 5.1 % itself
        ("支出至少占预算的2%", "ge", "至少占预算的2%"),
        ("约占全市的三成", "about", "三成"),
    ],
)
def test_a_comparator_with_the_base_of_its_number(text: str, cmp: str, whole: str) -> None:
    assert (only(text).cmp, only(text).text) == (cmp, whole)


@pytest.mark.parametrize(
    ("text", "value"), [("受理12345件", 12345), ("登记1234800户", 1234800), ("投资12315亿元", 1231500000000)]
)
def test_numbers_that_begin_like_a_hotline(text: str, value: float) -> None:
    assert only(text).value == value


def test_names_with_years_that_carry_a_unit_are_figures() -> None:
    assert [(q.value, q.unit) for q in quantities("批准2011项标准，安排了1991项计划")] == [(2011, "项"), (1991, "项")]


def test_places_of_expression_and_numeral() -> None:
    text = "到期末，不少于 22.5万 座基站"
    found = only(text)
    assert (found.text, found.start, found.end) == ("不少于 22.5万 座", 4, 15)
    assert text[found.number_start:found.number_end] == "22.5万"
    assert found.cmp_text == "不少于"


@pytest.mark.parametrize(
    ("text", "whole", "numeral"),
    [("总额３万多亿元，", "３万多亿元", "３万多亿"),
     ("总额近2万余亿元，", "近2万余亿元", "2万余亿"), ("约3千多万，", "约3千多万", "3千多万")],
)
def test_magnitudes_on_both_sides_of_more_are_one_numeral(text: str, whole: str, numeral: str) -> None:
    found = only(text)
    assert (text[found.start:found.end], text[found.number_start:found.number_end]) == (whole, numeral)


def test_more_than_ten_thousand_before_a_word_that_begins_with_a_magnitude() -> None:
    assert [(q.value, q.text) for q in quantities("生产3万多万向节")] == [(30000, "3万多")]


NUMBERS = st.integers(2, 10**9).filter(lambda n: not 1800 <= n <= 2199)
STYLES = st.sampled_from(["{}", "{:,}"])
UNITS = st.sampled_from(["家", "项", "个", "万元", "%", "人次", "平方公里", "个百分点", "台/万人"])
WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")


def facts(text: str) -> list[tuple[float, float | None, str | None, str, str | None]]:
    return [(q.value, q.high, q.unit, q.cmp, q.measure) for q in quantities(text)]


@given(NUMBERS, STYLES, UNITS)
def test_number_reads_back(number: int, style: str, unit: str) -> None:
    found = only("达到" + style.format(number) + unit)
    factor = 10**4 if unit == "万元" else 1
    assert (found.value, found.unit) == (number * factor, unit.removeprefix("万"))


@given(NUMBERS, UNITS, st.sampled_from(["", "近", "超过", "不少于"]), st.sampled_from(["", "以上", "左右"]))
def test_width_and_spaces_do_not_matter(number: int, unit: str, before: str, after: str) -> None:
    plain = f"达到{before}{number}{unit}{after}"
    expected = facts(plain)
    assert len(expected) == 1
    assert facts(plain.translate(WIDE)) == expected
    assert facts(f"达到{before} {number} {unit}{after}") == expected
    assert facts(f"达到{before}\u3000{number}{unit}{after}") == expected


COUNTED = st.sampled_from(["家", "项", "万元", "亿元", "人次", "个百分点", "平方公里", "千瓦", "倍"])


SURROUNDED = st.sampled_from([("", ""), ("近", ""), ("超过", ""), ("不得低于", ""), ("", "以上"), ("", "左右")])


@given(st.integers(2, 10**8), COUNTED, SURROUNDED)
def test_arabic_and_han_numerals_read_alike(number: int, unit: str, around: tuple[str, str]) -> None:
    assume(number < 10**4 or unit[0] not in "万亿")  # 一万万元 is not written
    before, after = around
    arabic = facts(f"合计{before}{number}{unit}{after}，")
    assert len(arabic) == 1
    assert facts(f"合计{before}{cn2an.an2cn(number)}{unit}{after}，") == arabic


@given(st.integers(2, 999), st.sampled_from(["百分之", "千分之", "万分之"]))
def test_shares_read_alike_in_every_style(number: int, word: str) -> None:
    sign = {"百分之": "%", "千分之": "‰", "万分之": "‱"}[word]
    expected = [(number, None, sign, "eq", None)]
    for written in (f"{word}{cn2an.an2cn(number)}", f"{word}{number}", f"{number}{sign}"):
        assert facts(f"为{written}，") == expected


@given(NUMBERS, UNITS)
def test_full_width_thousands(number: int, unit: str) -> None:
    written = f"{number:,}"
    wide = written.translate(WIDE).replace(",", "，")
    assert facts(f"合计{wide}{unit}") == facts(f"合计{written}{unit}") == facts(f"合计{number}{unit}")


@given(NUMBERS, NUMBERS, st.sampled_from(["-", "—", "～", "至"]), st.sampled_from(["家", "%", "吨"]))
def test_range_is_oriented(first: int, second: int, sign: str, unit: str) -> None:
    for q in quantities(f"培育{first}{sign}{second}{unit}"):
        assert q.high is None or q.value < q.high
    if first < second:
        assert facts(f"培育{first}{sign}{second}{unit}") == [(first, second, unit, "range", None)]


CLAUSES = ["培育500家以上企业", "占比达到65%", "近千家", "翻两番", "位列第3位", "投资1.3万亿元", "2-3个集群", "三成"]


@given(st.lists(st.sampled_from(CLAUSES), max_size=6))
def test_clauses_read_alone_and_together_alike(clauses: list[str]) -> None:
    assert facts("；".join(clauses)) == [fact for clause in clauses for fact in facts(clause)]


CHARACTERS = (
    "0123456789０９,.%％ \u3000近超约不少于一二两十百千万亿"
    "第首届位半成分之多余以上至-—家个项年月日元G《》〔〕“”（）、。\n翻番号"
)


@given(st.text(CHARACTERS, max_size=40))
def test_full_width_digits_read_alike_in_any_text(text: str) -> None:
    assert facts(text.translate(WIDE)) == facts(text)


@given(st.text(CHARACTERS, max_size=40))
def test_any_text_gives_ordered_true_slices(text: str) -> None:
    last = 0
    for found in scan(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start:found.end] == found.text
        assert "\n" not in found.text.strip("\n") or "《" in found.text
        last = found.end
        if isinstance(found, Quantity):
            assert found.start <= found.number_start < found.number_end <= found.end
            assert found.cmp in COMPARATORS
            assert found.measure is None or found.measure in MEASURES
            assert (found.high is not None) == (found.cmp == "range")
        else:
            assert found.reason in REASONS


@pytest.mark.parametrize(
    "unit", ["1", "一", "亿", "123,", "《", "1.", "十百", "5G", "第", "1-", "近1家", "2018年", "百分之"]
)
def test_long_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * 20000 + "，共30家"
    assert quantities(text)[-1].value == 30


def test_every_reason_of_the_vocabulary_is_known() -> None:
    assert {form["reason"] for form in vocabulary("not_figures")["forms"]} <= REASONS


def test_both_views_are_the_scan() -> None:
    text = "第三届大会发布20项成果，涉及5G基站22.5万座"
    found = scan(text)
    assert [type(f) for f in found] == [NotAFigure, Quantity, NotAFigure, Quantity]
    assert quantities(text) + not_figures(text) == (found[1], found[3], found[0], found[2])


@pytest.mark.parametrize(
    ("text", "value", "cmp"),
    [
        ("自然增长率为-2.3‰", -2.3, "eq"), ("超过半数的乡镇", 50, "gt"), ("过半数企业", 50, "gt"),
        ("提高2个多百分点", 2, "gt"), ("减少1/3审批事项", pytest.approx(100 / 3), "eq"),
    ],
)  # fmt: skip
def test_signs_and_parts_in_words(text: str, value: float, cmp: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.cmp) == (value, cmp)
