"""Each target of a plan with what was later achieved of the same metric."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...matching import plan_promises
from ...names import Node, bare, core
from ...questions import question
from ...statements import Graph, Record, is_figure, statements
from ...table import Row, row_of

Key = tuple[str, str, bool]


def answer(graph: Graph[Node], plan: str) -> Iterable[Row]:
    """A row for each pair of a target and an outcome; a target without outcome keeps its row, its outcome_ fields None.

    An outcome is an achieved figure of the same metric (bare of 新增, 首批 and the like), unit and region, for a year
    after the plan began and stated no earlier than the target; of a goal, a goal that was reached. Whether it meets
    the target is left to the reader, who sees both measures: 500 newly recognized is no outcome of 500 in total.
    """
    achieved: dict[Key, list[Record]] = defaultdict(list)
    for r in statements(graph, lambda r: is_figure(r) and r["status"] == "achieved"):
        achieved[_key(r)].append(r)
    columns = question("plan_outcomes").columns
    for target in plan_promises(graph, plan):
        outcomes = [r for r in achieved[_key(target)] if _follows(r, target)]
        for outcome in outcomes or (None,):
            yield row_of(target, columns, **_prefixed(outcome))


def _key(r: Record) -> Key:
    return core(r["subject"]), bare(r["unit"] or ""), r["value"] is None


def _follows(outcome: Record, target: Record) -> bool:
    if bare(outcome["region"] or "") != bare(target["region"] or ""):
        return False
    begin = target["since"] or target["base_year"] or int((target["date"] or "0")[:4])
    return (outcome["year"] or 0) >= begin and (outcome["date"] or "9999") >= (target["date"] or "")


def _prefixed(outcome: Record | None) -> Row:
    return {f"outcome_{name}": value for name, value in (outcome or {}).items()}
