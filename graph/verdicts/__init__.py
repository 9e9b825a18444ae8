"""What became of each target, and how a number was told from one date to the next: views, computed from facts."""

from __future__ import annotations

from collections import defaultdict

from ..entities import agents
from ..store import Graph
from .coverage import Coverage
from .goal_judge import Reached, goal_judged
from .judge import Evidence, judged
from .outcomes import Outcomes
from .revised import later_targets, replaced
from .series import reading
from .statement import Statement, statements
from .verdict import VERDICTS, Verdict, wording
from .vintages import Vintage, vintages

__all__ = ["VERDICTS", "Statement", "Verdict", "Vintage", "statements", "verdicts", "vintages", "wording"]


def verdicts(graph: Graph) -> dict[str, Verdict]:
    """What became of every planned figure and goal, by its id, in the order of facts."""
    targets, achieved = [], []
    for said in statements(graph):
        if said.status == "planned":
            targets.append(said)
        elif said.status == "achieved":
            achieved.append(said)
    if not targets:
        return {}
    numbers = [(target, reading(target)) for target in targets if target.value is not None]
    evidence = Evidence(
        Outcomes(achieved), Coverage(graph, achieved), later_targets(numbers), replaced(graph), _issuers(graph)
    )
    reached = Reached(achieved)
    return {
        target.id: judged(target, evidence) if target.value is not None else goal_judged(target, evidence, reached)
        for target in targets
    }


def _issuers(graph: Graph) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in graph.records(predicate="issues"):
        if row["subject_type"] in ("Agency", "Organization", "Region"):
            found[str(row["object"])].update(agents(str(row["subject"])))
    return {plan: frozenset(names) for plan, names in found.items()}
