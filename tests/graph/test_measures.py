"""What a metric's name says about what it measures."""

from __future__ import annotations

import pytest

from policygraph.graph.measures import Measure, measured
from policygraph.schema.facts import Entity

PLATFORM = Entity("国家示范平台", "Program")


def measures(metric, *things):
    return list(measured([Entity(metric, "Metric"), *things]))


def test_the_whole_name_must_stand_there():
    assert measures("第二批国家示范平台数", PLATFORM) == [
        Measure("第二批国家示范平台数", "Program", "国家示范平台", "第二批", "数")
    ]
    assert measures("国家级示范平台", PLATFORM) == []


@pytest.mark.parametrize(
    "metric", ["省级示范平台", "省级以上示范平台", "苏州市示范平台", "地方示范平台", "自治区级示范平台"]
)
def test_another_level_or_region_is_not_the_thing(metric):
    assert measures(metric, Entity("示范平台", "Program")) == []


def test_of_names_inside_one_another_the_longest_is_measured():
    longer = Entity("国家示范平台培育库", "Program")
    assert [m.name for m in measures("国家示范平台培育库单位", PLATFORM, longer)] == ["国家示范平台培育库"]


def test_a_program_and_a_center_of_one_name_are_both_measured():
    assert [m.type for m in measures("国家示范平台", PLATFORM, Entity("国家示范平台", "Center"))] == [
        "Center",
        "Program",
    ]


def test_agencies_and_short_names_are_not_measured():
    assert measures("工程院院士", Entity("工程院", "Center"), Entity("工程院院士", "Agency")) == []


def test_nothing_to_measure():
    assert measures("示范平台") == []
