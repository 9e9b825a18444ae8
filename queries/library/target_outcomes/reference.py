"""Each target of a plan with what was later achieved of the same metric."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import counted_as, facts, promised
from ...names import Node
from ...statements import Graph, Record, statements
from ...table import Row


def answer(graph: Graph[Node], plan: Names) -> Iterable[Row]:
    """A row for each pair of a target and an outcome; a target without outcome keeps its row, its outcome_ fields None.

    An outcome is an achieved figure of the same metric (bare of 新增, 首批 and the like), unit and region, for a year
    after the plan began and stated no earlier than the target; of a goal, a goal that was reached. Whether it meets
    the target is left to the reader, who sees both measures: 500 newly recognized is no outcome of 500 in total.
    """
    metrics = counted_as(graph)
    achieved: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for r in statements(graph, lambda r: r["predicate"] == "achieves"):
        achieved[_series(r, metrics)].append(r)
    for target in facts(graph, lambda r: promised(r, plan)):
        outcomes = [r for r in achieved[_series(target, metrics)] if _follows(r, target)]
        for outcome in outcomes or ({},):
            yield target | {f"outcome_{name}": value for name, value in outcome.items()}


def _series(r: Record, metrics: dict[Node, Node]) -> tuple[object, ...]:
    return metrics[r["target"]], r["unit"] or "", r["region"] or "", r["value"] is None


def _follows(outcome: Record, target: Record) -> bool:
    begin = target["since"] or target["base_year"] or target["stated_year"] or 0
    return (outcome["year"] or -1) >= begin and (outcome["date"] or "9999") >= (target["date"] or "")
