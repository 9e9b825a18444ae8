"""The questions about what stands together, over the written graph."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.queries import PolicyGraph, Table

KJS, CENTERS = "工业和信息化部科技司", "国家制造业创新中心"


Rows = Callable[..., list[tuple[object, ...]]]
Ask = Callable[..., Table]


def test_co_mentioned_counts_sentences(rows: Rows) -> None:
    columns = "name type sentences documents"
    found = rows("co_mentioned", columns, thing="装备提升工程")
    assert found == [("“十四五”智造规划", "Plan", 1, 1), ("工业和信息化部装备司", "Agency", 1, 1)]
    named = rows("co_mentioned", columns, thing=KJS)
    assert named[0] == (CENTERS, "Metric", 3, 2)
    assert rows("co_mentioned", columns, thing=KJS, type="Agency") == [
        (f"{KJS}、财政部", "Agency", 1, 1),  # the holder of a joint figure
        ("财政部", "Agency", 1, 1),
    ]


def test_paths_between_are_written_out_step_by_step(rows: Rows) -> None:
    columns = "steps predicate_1 direction_1 middle_1 predicate_2 direction_2 end_name"
    plan = "“十四五”智造规划"
    assert rows("paths_between", columns, one="工业和信息化部", other="财政部", most=2) == [
        (2, "issues", "out", plan, "issues", "in", "财政部"),
    ]
    back = rows("paths_between", columns, one="装备提升工程", other="财政部")
    assert back == [(2, "deploys", "in", plan, "issues", "in", "财政部")]
    assert rows("paths_between", columns, one="装备提升工程", other="财政部", most=1) == []


def test_the_facts_of_a_path_are_those_of_its_steps(ask: Ask, opened: PolicyGraph) -> None:
    (row,) = ask("paths_between", one="装备提升工程", other="财政部")
    facts = {edge["id"]: edge["predicate"] for _, _, edge in opened.networkx().edges(data=True) if not edge["derived"]}
    assert [facts[row["fact_1"]], facts[row["fact_2"]], row["fact_3"]] == ["deploys", "issues", None]
