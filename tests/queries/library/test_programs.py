"""Questions about programs: their centers, who did what for them, who takes part, which came and went."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.queries.library.list_against_count.reference import differs

Rows = Callable[..., list[tuple[object, ...]]]
CENTERS = "国家制造业创新中心"
OPTICS, TOOLS, FIBER = "光电芯片国家制造业创新中心", "数控机床国家制造业创新中心", "国家特种纤维创新中心"
KJS = "工业和信息化部科技司"


def test_program_centers_with_place_and_founder(rows: Rows) -> None:
    assert rows("program_centers", "first_year center region predicate body", program=CENTERS) == [
        (2017, OPTICS, "武汉市", "launches", KJS),
        (2017, TOOLS, None, "launches", KJS),
        (2020, FIBER, None, "launches", KJS),
    ]
    assert rows("program_centers", "center", program="示范工厂") == []


def test_program_bodies_names_roles_and_the_member(rows: Rows) -> None:
    assert rows("program_bodies", "year body predicate via_name", program=CENTERS, last=2018) == [
        (2017, KJS, "achieves", None),
        (2017, KJS, "launches", OPTICS),
        (2017, KJS, "launches", TOOLS),
        (2018, KJS, "targets", None),
    ]
    assert rows("program_bodies", "body", program="国家技术创新示范企业") == [(f"{KJS}、财政部",)]
    assert (None, "工业和信息化部", "leads") in rows("program_bodies", "year body predicate", program=CENTERS)
    # nobody acts in a figure that only a document answers for
    assert 421 not in [value for (value,) in rows("program_bodies", "value", program="示范工厂")]


def test_participants_of_an_event_and_of_a_class(rows: Rows) -> None:
    assert rows("participants_of", "participant", thing="智造大会") == [("千山机床",)]
    assert rows("participants_of", "object year") == [("智造大会", 2018), ("智能制造“揭榜”名单", 2020)]
    members = rows("participants_of", "year participant subject", thing=CENTERS)
    assert members == [(2017, OPTICS, KJS), (2017, TOOLS, KJS), (2020, FIBER, KJS)]


def test_programs_between_two_years(rows: Rows) -> None:
    columns = "program change facts_earlier facts_later"
    assert rows("programs_between", columns, earlier=2020, later=2024) == [
        ("国家制造业创新中心", "continued", 1, 1),  # planned for 2021 to 2025
        ("智能制造“揭榜”名单", "dropped", 1, 0),
        ("示范工厂建设", "new", 0, 1),
    ]
    assert rows("programs_between", columns, earlier=2020, later=2025, agency="工信部") == [
        ("国家制造业创新中心", "dropped", 1, 0),  # the target of 2025 is the plan's
        ("装备提升工程", "new", 0, 1),
    ]


def test_lists_against_their_count(rows: Rows) -> None:
    agreeing = rows("list_against_count", "subject value listed", matching=True)
    assert agreeing == [(CENTERS, 2, 2)]
    assert rows("list_against_count", "subject") == []
    assert rows("list_against_count", "subject", matching=True, first=2019) == []


@pytest.mark.parametrize(
    ("value", "listed", "sentence", "told"),
    [
        (3, 3, "认定甲中心、乙中心、丙中心3家中心。", False),
        (3, 2, "认定甲中心、乙中心3家中心。", True),
        (4, 2, "认定甲中心、乙中心等4家中心。", False),
        (2, 3, "认定甲中心、乙中心、丙中心等2家中心。", True),
    ],
)
def test_a_list_that_breaks_off_may_be_short_but_not_long(value: int, listed: int, sentence: str, told: bool) -> None:
    assert differs({"value": value, "sentence": sentence}, listed) is told
