"""The same table in every format gives the same facts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.schema.facts import Fact

Facts = Callable[..., list[Fact]]

HEAD = [*((word, 2, 1) for word in ("序号", "类别", "指标名称", "单位", "2020年基期值")), ("目标值", 1, 2), None]
TWO_LEVELS = (
    "嘉兴市制造业高质量发展“十四五”规划",
    ["为推动全市制造业发展，制定本规划。", "到2025年，先进制造业体系基本建立，主要指标如下。"],
    [
        (
            ["表1 “十四五”时期主要指标"],
            [
                [*HEAD, ("年均增长〔累计〕", 2, 1), ("属性", 2, 1)],
                [None, None, None, None, None, "2023年", "2025年", None, None],
                ["1", ("规模效益", 3, 1), "规模以上工业增加值", "亿元", "1850", "2300", "2700左右", "8", "预期性"],
                ["2", None, "规模以上工业企业数量", "家", "3200", "3600", "≥4000", "—", "预期性"],
                ["3", None, "其中：高新技术企业数量", "家", "1100", "1500", "1800", "—", "预期性"],
                ["4", ("创新能力", 1, 1), "研发经费支出占营业收入比重", "%", "2.1", "2.5", ">3", "—", "预期性"],
                ["5", ("绿色发展", 2, 1), "单位工业增加值能耗降低", "%", "—", "—", "—", "〔15〕", "约束性"],
                ["6", None, "工业固体废物综合利用率", "%", "96.5", "97", "持续提高", "—", "约束性"],
            ],
        )
    ],
    ["注：〔〕内为五年累计数。", "各地要加快产业数字化，推动企业上云用数。"],
)
NAMES_WITH_UNITS = (
    "“十三五”生态保护规划",
    ["到2020年，生态环境质量总体改善，主要指标见下表。"],
    [
        (
            ["专栏1 “十三五”主要指标"],
            [
                [("指标", 1, 2), None, "2015年", "2020年", "〔累计〕1", "属性"],
                [("生态环境质量", 1, 6), None, None, None, None, None],
                [("1.空气质量", 2, 1), "城市空气质量优良天数比率（%）", "76.7*", ">80", "-", "约束性"],
                [None, "未达标城市细颗粒物浓度下降（%）", "-", "-", "〔18〕", "约束性"],
                [("污染物排放总量", 1, 6), None, None, None, None, None],
                [("2.主要污染物排放总量减少（%）", 2, 1), "化学需氧量", "-", "-", "〔10〕", "约束性"],
                [None, "二氧化硫", "-", "-", "〔15〕", "约束性"],
            ],
        )
    ],
    ["注：〔〕内为五年累计数，带*的为2014年数据。", "各地要从源头防控，推动绿色发展。"],
)
LOOKING_BACK = (
    "湖州市“十四五”国民经济和社会发展规划纲要",
    ["“十三五”时期，全市发展取得了新的成绩。"],
    [
        (
            ["表1 “十三五”规划主要指标完成情况"],
            [
                [("指标", 2, 1), ("单位", 2, 1), ("2015年", 2, 1), ("规划目标", 1, 2), None, ("实现情况", 1, 2), None],
                [None, None, None, "2020年", "年均增速[累计]", "2020年", "年均增速[累计]"],
                ["地区生产总值", "亿元", "8500", "12000", "7", "12300", "7.6"],
                ["常住人口城镇化率", "%", "58.2", "65", "[6.8]", "66.1", "[7.9]"],
                ["城镇新增就业人数", "万人", "—", "—", "[40]", "—", "[46.5]"],
            ],
        )
    ],
    ["今后五年要继续努力，坚持稳中求进。"],
)
PLACES = (
    "浙江省高标准农田建设实施方案（2023—2025年）",
    ["为推进高标准农田建设，制定本方案。"],
    [
        (
            ["各市高标准农田建设任务分解表"],
            [
                ["地区", "2023年任务（万亩）", "其中：新建", "2024年任务（万亩）"],
                ["杭州市", "12.5", "8", "13"],
                ["宁波市", "10", "6.5", "11.2"],
                ["合计", "22.5", "14.5", "24.2"],
            ],
        )
    ],
)
DUTIES = (
    "嘉兴市优化营商环境行动方案（2023—2025年）",
    ["为优化全市营商环境，制定本方案。"],
    [
        (
            ["重点任务分工表"],
            [
                ["序号", "重点任务", "具体措施", "牵头单位", "配合单位", "完成时限"],
                ["1", ("提升服务效能", 2, 1), "推行企业开办一日办结", "市市场监管局", "市税务局、市公安局", "2023年"],
                ["2", None, "建设电子证照共享平台", "市大数据局", ("市级有关部门", 2, 1), "2024年6月"],
                ["3", "强化要素保障", "实施工业用地标准地改革", "市自然资源和规划局、市发展改革委", None, "持续推进"],
            ],
        )
    ],
)
PROJECTS = (
    "湖州市水安全保障“十四五”规划",
    ["本规划是全市水利建设的依据。"],
    [
        (
            ["附表1 重大建设项目表"],
            [
                ["序号", "项目名称", "建设地点", "建设内容及规模", "建设年限", "总投资（亿元）", "责任单位"],
                ["1", "太湖水环境治理工程", "吴兴区", "新建河道20公里，改造泵站5座", "2021—2024年", "32.5", "市水利局"],
                ["2", "长兴县防洪排涝工程", "长兴县", "加固堤防30公里", "2022—2025年", "48", "长兴县政府"],
                ["3", "安吉县水库除险加固工程", "安吉县", "加固小型水库12座", "2022年", "3.6", "市水利局"],
            ],
        )
    ],
)
LISTED = (
    "浙江省经济和信息化厅关于公布2022年度省级智能工厂名单的通知",
    ["各市经信局：", "经评审，现予公布。", "浙江省经济和信息化厅", "2022年11月8日", "附件"],
    [
        (
            ["2022年度浙江省智能工厂名单"],
            [
                ["序号", "企业名称", "工厂名称", "所在地区", "类别"],
                ["1", "杭州晨光电机有限公司", "高效电机智能工厂", "杭州市", "离散型"],
                ["2", "浙江蓝天轴承股份有限公司", "精密轴承智能工厂", "绍兴市", "离散型"],
                ["3", "宁波海川纺织有限公司", "绿色印染智能工厂", "宁波市", "流程型"],
            ],
        )
    ],
)
DOCUMENTS = [TWO_LEVELS, NAMES_WITH_UNITS, LOOKING_BACK, PLACES, DUTIES, PROJECTS, LISTED]


def said(fact: Fact) -> str:
    """What a fact says, without its place."""
    whole = fact.identity()
    del whole["place"]
    return str(sorted(whole.items()))


@pytest.mark.parametrize("name", ["a.docx", "a.md", "lines.txt", "page.txt", "a.pdf"])
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document[0]))
def test_same_facts(facts: Facts, written: Callable[..., object], document: tuple[object, ...], name: str) -> None:
    expected = {said(f) for f in facts(written(*document), "a.html") if not f.extractor.startswith("issues")}
    assert len(expected) >= 5
    found = {said(f) for f in facts(written(*document), name) if not f.extractor.startswith("issues")}
    assert found == expected


def test_a_long_table_over_pages(facts: Facts, written: Callable[..., object]) -> None:
    rows = [[str(n), f"浙江第{n}机械有限公司", ("杭州市", "宁波市", "温州市")[n % 3]] for n in range(1, 81)]
    table = [["序号", "企业名称", "所在地区"], *rows]
    document = written(LISTED[0], LISTED[1], [(["2022年度浙江省智能工厂名单"], table)])
    found = {(f.extractor, f.evidence.quote.split("\t")[0]) for f in facts(document, "a.pdf")}
    assert {quote for extractor, quote in found if extractor == "recognises.table"} == {row[1] for row in rows}
    assert {f.evidence.page for f in facts(document, "a.pdf")} > {1, 2}
