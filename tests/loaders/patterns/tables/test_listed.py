"""Tables and lists of names that a document designates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Triples = Callable[..., set[tuple[object, ...]]]
Build = Callable[..., object]
NOTICE = ["现将名单予以公布。", "江苏省工业和信息化厅", "2021年12月3日", "附件"]
TITLE = "江苏省工业和信息化厅关于公布第三批省级工业设计中心名单的通知"


def listed(
    triples_of: Triples, written: Build, rows: list[list[object]], title: str = TITLE
) -> set[tuple[object, ...]]:
    caption = title.split("公布")[-1].split("的通知")[0]
    return triples_of(written(title, NOTICE, [([caption], rows)]))


def test_each_row_is_recognised_and_located(triples_of: Triples, written: Build) -> None:
    rows = [["序号", "名称", "依托单位", "地区"], ["1", "苏州明远工业设计中心", "苏州明远仪器有限公司", "苏州市"]]
    found = listed(triples_of, written, rows)
    agency, center = "江苏省工业和信息化厅", "苏州明远工业设计中心"
    assert (agency, "recognises", center, 2021, "achieved") in found
    assert {t[2] for t in found if t[:2] == (center, "located_in")} & {"江苏省苏州市", "苏州市"}
    assert ("苏州明远仪器有限公司", "leads", center, 2021, "achieved") in found


def test_the_row_s_own_year(triples_of: Triples, written: Build) -> None:
    head = ["序号", "名称", "认定时间"]
    rows = [head, ["1", "无锡同创工业设计中心", "2019年"], ["2", "南通海安工业设计中心", "2020年8月"]]
    years = {t[2]: t[3] for t in listed(triples_of, written, rows) if t[1] == "recognises"}
    assert (years["无锡同创工业设计中心"], years["南通海安工业设计中心"]) == (2019, 2020)


def test_groups_of_rows_by_place(triples_of: Triples, written: Build) -> None:
    first, second = [("徐州市（1家）", 1, 2), None], [("扬州市", 1, 2), None]
    rows = [["序号", "企业名称"], first, ["1", "徐州恒达机械有限公司"], second, ["2", "扬州嘉禾电器有限公司"]]
    places = {(t[0], t[2]) for t in listed(triples_of, written, rows) if t[1] == "located_in"}
    assert {(a, b.removeprefix("江苏省")) for a, b in places} == {
        ("徐州恒达机械有限公司", "徐州市"), ("扬州嘉禾电器有限公司", "扬州市"),
    }  # fmt: skip


def test_what_is_only_proposed_is_planned(triples_of: Triples, written: Build) -> None:
    title = "江苏省工业和信息化厅关于公布拟认定省级工业设计中心名单的公示"
    rows = [["序号", "企业名称"], ["1", "泰州新城家具有限公司"], ["2", "盐城东海纺织有限公司"]]
    found = [t for t in listed(triples_of, written, rows, title) if t[1] == "recognises"]
    assert {t[4] for t in found if "公司" in str(t[2])} == {"planned"}


@pytest.mark.parametrize("what", ["撤销省级工业设计中心", "省级工业设计中心问题整改责任人", "失信企业"])
def test_lists_that_designate_nobody(triples_of: Triples, written: Build, what: str) -> None:
    title = f"江苏省工业和信息化厅关于公布{what}名单的通知"
    rows = [["序号", "企业名称"], ["1", "泰州新城家具有限公司"], ["2", "盐城东海纺织有限公司"]]
    assert not {t for t in listed(triples_of, written, rows, title) if t[2] == "泰州新城家具有限公司"}


def test_the_larger_thing_that_a_column_names(triples_of: Triples, written: Build) -> None:
    rows = [["序号", "平台名称", "所属集群"], ["1", "常州智造公共服务平台", "常州新型碳材料集群"]]
    assert ("常州智造公共服务平台", "part_of", "常州新型碳材料集群", None, None) in listed(triples_of, written, rows)


NAMES = """国家示范局关于公布第二批{kind}名单的通知

各有关单位：

经评审，现将名单予以公布。

附件：第二批{kind}名单

浙江省经济和信息化厅

2022年3月1日

附件

第二批{kind}名单

{lines}
"""


def without_frame(relations: Callable[[str], list[object]], kind: str, lines: list[str]) -> set[tuple[str, str, str]]:
    text = NAMES.replace("国家示范局", "浙江省经济和信息化厅").format(kind=kind, lines="\n\n".join(lines))
    return {
        (r.subject.name, r.predicate, r.object.name)  # type: ignore[attr-defined]
        for r in relations(text)
        if r.predicate in ("recognises", "located_in", "leads") and kind not in r.object.name  # type: ignore[attr-defined]
    }


def test_numbered_names_under_places(relations: Callable[[str], list[object]]) -> None:
    lines = ["一、杭州市（2个）", "1.杭州之江数字产业园", "2.杭州城西科创服务平台"]
    lines += ["二、宁波市（1个）", "1.宁波北仑智能装备产业园"]
    agency = "浙江省经济和信息化厅"
    assert without_frame(relations, "省级示范园区", lines) == {
        (agency, "recognises", "杭州之江数字产业园"), ("杭州之江数字产业园", "located_in", "杭州市"),
        (agency, "recognises", "杭州城西科创服务平台"), ("杭州城西科创服务平台", "located_in", "杭州市"),
        (agency, "recognises", "宁波北仑智能装备产业园"), ("宁波北仑智能装备产业园", "located_in", "浙江省北仑区"),
    }  # fmt: skip


def test_names_behind_their_place(relations: Callable[[str], list[object]]) -> None:
    found = without_frame(relations, "省级示范县", ["湖州市：德清县、安吉县", "嘉兴市：嘉善县"])
    assert {t[2] for t in found if t[1] == "recognises"} == {"德清县", "安吉县", "嘉善县"}
    assert ("嘉善县", "located_in", "嘉兴市") in found


def test_who_runs_it_in_brackets(relations: Callable[[str], list[object]]) -> None:
    lines = ["1.浙江省磁性材料重点实验室（依托单位：宁波磁源科技有限公司）"]
    lines += ["2.浙江省轴承技术重点实验室（依托单位：浙江工业大学）"]
    found = without_frame(relations, "省级重点实验室", lines)
    assert ("宁波磁源科技有限公司", "leads", "浙江省磁性材料重点实验室") in found
    assert ("浙江工业大学", "leads", "浙江省轴承技术重点实验室") in found


def test_a_list_that_the_text_leads_into(relations: Callable[[str], list[object]]) -> None:
    text = (
        "浙江省科学技术厅关于认定省级重点实验室的通知\n\n各有关单位：\n\n经评审，认定第五批省级重点实验室，名单如下：\n\n"
        "1.浙江省海洋材料重点实验室\n\n2.浙江省智能传感重点实验室\n\n请各单位加强管理，按期完成建设任务。\n\n"
        "浙江省科学技术厅\n\n2020年6月1日\n"
    )
    found = {(r.predicate, r.object.name, r.year) for r in relations(text) if r.extractor == "recognises.annex"}  # type: ignore[attr-defined]
    assert found == {("recognises", "浙江省海洋材料重点实验室", 2020), ("recognises", "浙江省智能传感重点实验室", 2020)}


def test_places_that_are_praised(relations: Callable[[str], list[object]]) -> None:
    text = (
        "国务院办公厅关于对督查发现的典型经验做法给予表扬的通报\n\n各省、自治区、直辖市人民政府：\n\n现予以通报表扬。\n\n"
        "国务院办公厅\n\n2021年9月1日\n\n附件\n\n督查发现的典型经验做法\n\n（共3项）\n\n1.浙江省台州市优化小微金融服务，助企发展。\n\n"
        "2.广东省深圳市南山区推行告知承诺。\n\n3.福建省打造数据平台，提升办事效率。\n"
    )
    found = {r.object.name for r in relations(text) if r.extractor == "recognises.annex"}  # type: ignore[attr-defined]
    assert found == {"浙江省台州市", "广东省南山区", "福建省"}
