"""recognises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Relations, Triples

REPORT = "工业和信息化部科技司2020年工作总结\n\n2020年，科技司{}\n"
WHO = "工业和信息化部科技司"


def recognised(found: set[tuple[str, str, str]]) -> set[str]:
    return {thing for _, predicate, thing in found if predicate == "recognises"}


def test_a_number_heads_the_class(triples: Triples) -> None:
    found = triples(REPORT.format("认定36家工业和信息化部重点实验室。"))
    assert recognised(found) == {"工业和信息化部重点实验室"}


def test_a_partner_recognises_too(triples: Triples) -> None:
    found = triples(REPORT.format("会同农业农村部认定30家国家农机示范企业。"))
    assert {who for who, predicate, _ in found if predicate == "recognises"} == {WHO, "农业农村部"}


def test_a_shared_beginning_is_restored_even_behind_a_comma(triples: Triples) -> None:
    found = triples(REPORT.format("遴选出首批轻工节水示范企业40个、示范项目55个，示范平台12个。"))
    assert recognised(found) == {"轻工节水示范企业", "轻工节水示范项目", "轻工节水示范平台"}


def test_the_class_stands_behind_wei(relations: Relations) -> None:
    found = [
        r
        for r in relations(REPORT.format("遴选认定海天机械等20家企业为国家农机示范企业。"))
        if r.predicate == "recognises" and r.object.name != "海天机械"
    ]
    assert [(r.object.name, r.year, r.status, r.evidence.quote) for r in found] == [
        ("国家农机示范企业", 2020, "achieved", "遴选认定海天机械等20家企业为国家农机示范企业")
    ]


def test_the_act_may_be_a_noun(triples: Triples) -> None:
    found = triples(REPORT.format("开展轻工企业节水标杆遴选工作。"))
    assert recognised(found) == {"轻工企业节水标杆"}
    assert not {thing for _, predicate, thing in found if predicate == "launches"}


def test_a_generic_class_is_none(triples: Triples) -> None:
    assert recognised(triples(REPORT.format("确定年度目标，遴选优秀人才。"))) == set()


def test_the_class_stands_before_the_list_that_is_published(triples: Triples) -> None:
    text = "科技动态\n\n昨天，农业农村部发布2023年度全国农机作业示范基地名单。\n"
    assert ("农业农村部", "recognises", "全国农机作业示范基地") in triples(text)


def test_a_bare_class_takes_what_the_clause_before_is_about(triples: Triples) -> None:
    found = triples(REPORT.format("推进轻工集群品牌建设，新增34家试点单位。"))
    assert recognised(found) == {"轻工集群品牌建设试点单位"}


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (
            "2023年，浙江省科技厅认定杭州云栖科技有限公司、宁波海天塑机集团等30家企业为省级农机示范企业。",
            {"杭州云栖科技有限公司", "宁波海天塑机集团"},
        ),
        ("财政部遴选厦门、深圳等12个城市作为轻工数字化试点城市。", {"厦门市", "深圳市"}),
        (
            "浙江省科技厅将湖州天能电源有限公司、嘉兴新凤鸣集团等8家企业认定为省级轻工示范企业。",
            {"湖州天能电源有限公司", "嘉兴新凤鸣集团"},
        ),
        (
            "教育部确定清远工业互联网平台、海安工业互联网平台等6个平台为教学示范平台。",
            {"清远工业互联网平台", "海安工业互联网平台"},
        ),
        ("浙江省科技厅认定浙江大学和宁波大学为省级农机示范单位。", {"浙江大学", "宁波大学"}),
    ],
)
def test_each_of_those_listed_before_wei_is_recognised(triples: Triples, words: str, members: set[str]) -> None:
    assert members <= recognised(triples(f"科技动态\n\n{words}\n"))


def test_kinds_of_bodies_before_wei_are_none(triples: Triples) -> None:
    found = recognised(triples("科技动态\n\n浙江省科技厅认定中小企业、高校等12家单位为省级农机示范单位。\n"))
    assert found == {"省级农机示范单位"}


def test_places_that_become_a_zone_are_recognised_and_make_no_zones(triples: Triples) -> None:
    found = triples("改革动态\n\n国务院确定青岛、厦门、成都3个区域为海洋经济创新试验区。\n")
    assert {"青岛市", "厦门市", "成都市"} <= recognised(found)
    assert not [t for t in found if t[1] in {"launches", "located_in"}]
