"""Known names: what they are called in full, and where they are not meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.language import Name

Read = Callable[..., tuple[Name, ...]]


def pairs(names: tuple[Name, ...]) -> list[tuple[str, str]]:
    """(written, canonical) of each name."""
    return [(n.text, n.canonical) for n in names]


def test_joint_issuers_with_their_full_names_and_offsets(names_of: Read) -> None:
    text = "日前，工信部、国家发改委、科技部、市场监管总局联合印发文件。"
    assert [(n.start, n.end, n.canonical, n.type) for n in names_of(text)] == [
        (3, 6, "工业和信息化部", "Agency"),
        (7, 12, "国家发展和改革委员会", "Agency"),
        (13, 16, "科学技术部", "Agency"),
        (17, 23, "国家市场监督管理总局", "Agency"),
    ]


@pytest.mark.parametrize(("text", "canonical"), [
    ("会同国家质检总局推进此事", "国家质量监督检验检疫总局"),
    ("人社部答复", "人力资源和社会保障部"),
    ("银保监会明确", "中国银行保险监督管理委员会"),
    ("国家卫健委通报", "国家卫生健康委员会"),
    ("中办发文", "中共中央办公厅"),
    ("国资委要求", "国务院国有资产监督管理委员会"),
])
def test_short_names_give_full_ones(names_of: Read, text: str, canonical: str) -> None:
    assert canonical in [n.canonical for n in names_of(text)]


@pytest.mark.parametrize("text", [
    "公安部门和财政部门要加强配合", "该项经费的财政部分由下级承担", "黄河南岸的堤防", "混合肥料的施用",
    "扩大连片种植面积", "形成都市农业新格局", "稳定西向通道运量", "长治久安的局面", "大同小异的做法",
    "日照时数偏少", "开封后须在当天用完", "资本市场改革", "确保定期通报", "推广安全生产经验",
    "完善老城区管网", "其中国家级三家", "发展中国家的看法", "进程中共同应对", "某联邦统计局公布",
])
def test_everyday_words_are_no_names(names_of: Read, text: str) -> None:
    assert [n for n in names_of(text) if n.found_by == "gazetteer"] == []


def test_south_of_shanghai_is_not_hainan(names_of: Read) -> None:
    assert pairs(names_of("上海南部地区降雨明显")) == [("上海", "上海市")]


def test_departments_of_a_ministry(names_of: Read, nested_of: Read) -> None:
    text = "工信部科技司答复"
    assert [(n.start, n.end, n.canonical) for n in names_of(text)] == [(0, 6, "工业和信息化部科技司")]
    assert ("工信部", "工业和信息化部") in pairs(nested_of(text))


def test_a_bare_department_belongs_to_the_ministry_that_speaks(names_of: Read) -> None:
    assert pairs(names_of("科技司牵头起草", ministry="工业和信息化部")) == [("科技司", "工业和信息化部科技司")]
    assert pairs(names_of("部科技司牵头起草", ministry="工业和信息化部")) == [("部科技司", "工业和信息化部科技司")]
    assert names_of("科技司牵头起草") == ()
    assert names_of("科技司牵头起草", ministry="财政部") == ()


def test_bodies_of_a_region(names_of: Read) -> None:
    assert pairs(names_of("江苏省工信厅、常州市科技局与浦东新区政府到会")) == [
        ("江苏省工信厅", "江苏省工业和信息化厅"),
        ("常州市科技局", "常州市科学技术局"),
        ("浦东新区政府", "浦东新区人民政府"),
    ]


def test_bodies_without_a_region_are_those_of_the_article(names_of: Read) -> None:
    text = "省工信厅和市科技局共同推进"
    assert pairs(names_of(text, province="江苏省", city="常州市")) == [
        ("省工信厅", "江苏省工业和信息化厅"), ("市科技局", "常州市科学技术局")]
    assert pairs(names_of(text)) == [("省工信厅", "省工信厅"), ("市科技局", "市科技局")]


def test_in_a_municipality_city_bodies_are_its_own(names_of: Read) -> None:
    text = "责任单位：市科委、市经济信息化委、市卫生健康委、上海海关"
    assert pairs(names_of(text, province="上海市", district="闵行区")) == [
        ("市科委", "上海市科学技术委员会"),
        ("市经济信息化委", "上海市经济和信息化委员会"),
        ("市卫生健康委", "上海市卫生健康委员会"),
        ("上海海关", "上海海关"),
    ]


def test_government_procurement_is_no_government(names_of: Read) -> None:
    assert pairs(names_of("南京市政府采购目录外的品目")) == [("南京市", "南京市")]


def test_units_of_a_body(names_of: Read) -> None:
    assert pairs(names_of("省工信厅运行监测处负责人介绍情况", province="江苏省")) == [
        ("省工信厅运行监测处", "江苏省工业和信息化厅运行监测处")]


def test_what_a_text_calls_itself(names_of: Read) -> None:
    known = {"ministry": "工业和信息化部", "province": "江苏省", "city": "常州市"}
    assert pairs(names_of("我部、我省、全市分别部署", **known)) == [
        ("我部", "工业和信息化部"), ("我省", "江苏省"), ("全市", "常州市")]
    assert names_of("我部、我省、全市分别部署") == ()


def test_regions_side_by_side(names_of: Read) -> None:
    text = "支持江苏无锡、天津西青先行先试"
    assert [(n.start, n.end, n.canonical, n.type) for n in names_of(text)] == [
        (2, 6, "江苏省无锡市", "Region"), (7, 11, "天津市西青区", "Region")]


def test_the_first_region_of_an_article_is_its_own(names_of: Read) -> None:
    assert pairs(names_of("江苏省常州市召开会议。", "市科技局通报情况。")) == [("市科技局", "常州市科学技术局")]


def test_letters_of_provinces(names_of: Read) -> None:
    assert pairs(names_of("活动在京沪两地举行")) == [("京", "北京市"), ("沪", "上海市")]
    assert names_of("传承京剧艺术") == ()


def test_counties_in_a_list_with_their_province(names_of: Read) -> None:
    assert pairs(names_of("绍兴、兰溪、温岭完成任务", province="浙江省")) == [
        ("绍兴", "绍兴市"), ("兰溪", "兰溪市"), ("温岭", "温岭市")]


def test_bodies_of_other_countries(names_of: Read) -> None:
    assert pairs(names_of("俄罗斯国防部通报")) == [("俄罗斯国防部", "俄罗斯国防部")]


def test_cities_of_other_countries(names_of: Read) -> None:
    assert pairs(names_of("在德国柏林和金边举行")) == [("德国柏林", "德国柏林"), ("金边", "金边")]


def test_programs_without_a_suffix(names_of: Read) -> None:
    assert [(n.text, n.canonical, n.type) for n in names_of("统筹推进一带一路和东数西算")] == [
        ("一带一路", "“一带一路”", "Program"), ("东数西算", "“东数西算”", "Program")]
