"""The questions about what bodies do and where they lie, over the written graph."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx

from policygraph.queries.engines import NetworkxEngine
from policygraph.queries.runner import ask

MIIT, KJS = "工业和信息化部", "工业和信息化部科技司"


Rows = Callable[..., list[tuple[object, ...]]]


def test_agency_rhythm_counts_each_thing_once_a_year(rows: Rows) -> None:
    columns = "year plans launches"
    assert rows("agency_rhythm", columns, agency=MIIT) == [(2017, 0, 2), (2020, 0, 1), (2021, 1, 0)]
    assert rows("agency_rhythm", columns, agency=MIIT, departments=False) == [(2021, 1, 0)]
    assert rows("agency_rhythm", columns, agency=KJS, first=2018) == [(2020, 0, 1)]


def test_silent_programs_are_named_by_no_later_fact(rows: Rows) -> None:
    columns = "year object silent_years"
    # a later document says where the third one, 光电芯片国家制造业创新中心, lies
    silent = [(2017, "数控机床国家制造业创新中心", 6), (2020, "国家特种纤维创新中心", 3)]
    assert rows("silent_programs", columns) == silent
    assert rows("silent_programs", columns, agency=MIIT, last=2019) == silent[:1]
    assert rows("silent_programs", columns, agency="财政部") == []


def test_a_program_that_is_named_later_is_not_silent(network: nx.MultiDiGraph[tuple[str, str]]) -> None:
    more = network.copy()
    center = ("Center", "数控机床国家制造业创新中心")
    told = next(d for _, t, d in more.in_edges(center, data=True) if d["predicate"] == "launches")
    more.add_edge(("Agency", MIIT), center, "leads", **{**told, "predicate": "leads", "id": "leads", "year": 2019})
    found = [row["object"] for row in ask(NetworkxEngine(more), "silent_programs", last=2017)]
    assert found == []


def test_agency_hierarchy(rows: Rows) -> None:
    columns = "side name type between id"
    below = [
        ("below", KJS, "Agency", 0, None),
        ("below", "工业和信息化部装备司", "Agency", 0, None),
        ("below", f"{KJS}、财政部", "Agency", 1, None),  # the holder of a joint figure; its name begins as theirs
    ]
    assert rows("agency_hierarchy", columns, body=MIIT) == below
    assert rows("agency_hierarchy", "side body name", body="工业和信息化部装备司") == [
        ("above", "工业和信息化部装备司", MIIT)
    ]
