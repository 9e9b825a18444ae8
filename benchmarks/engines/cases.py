"""What the questions of the library are asked about: names of the graph itself, in the middle and the most named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policygraph.graph.store import Graph
from policygraph.queries.questions import Parameter, Question, questions

MIDDLE, MOST, WHOLE = "middle", "most", "whole"
"""Which names: those in the middle by how many facts name them, the one named most, none at all (the whole graph)."""
_MIDDLE_NAMES = 8
_TYPES = {
    "program": "Program", "thing": "Program", "task": "Program", "name": "Program", "one": "Program",
    "agency": "Agency", "body": "Agency", "issuer": "Agency", "other": "Agency", "person": "Person",
    "metric": "Metric", "plan": "Plan", "region": "Region", "place": "Region",
}  # fmt: skip
"""Of which type the name is that a parameter gets."""
_YEARS = {"earlier": 2015, "later": 2016}
"""Values of the parameters that are required and no names."""
LINEAGE = (
    "program_timeline", "metric_by_year", "plan_targets", "target_outcomes", "as_stated", "growth_of", "program_bodies",
    "program_centers", "evidence", "agency_plans", "agency_launches", "leads_of", "plan_ancestry", "agency_hierarchy",
)  # fmt: skip
"""The questions of lineage: what became of one named thing."""


@dataclass(frozen=True)
class Case:
    """A question about names of one sort. given: parameters, one set for each time that it is asked anew."""

    question: str
    which: str
    given: tuple[dict[str, Any], ...]


def cases(graph: Graph) -> Iterator[Case]:
    """Every question, those of LINEAGE first: about names in the middle, about the most named, about none if it may."""
    by_type: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity, facts in graph.entities():
        by_type[entity.type].append((facts, entity.name))
    middle, most = {}, {}
    for kind, things in by_type.items():
        things.sort()
        start = max(0, (len(things) - _MIDDLE_NAMES) // 2)
        middle[kind] = [name for _, name in things[start : start + _MIDDLE_NAMES]]
        most[kind] = [things[-1][1]]
    for name in (*LINEAGE, *(name for name in questions() if name not in LINEAGE)):
        asked = questions()[name]
        named = _named(asked)
        for which, names in ((MIDDLE, middle), (MOST, most)) if named else ():
            columns = [names.get(_TYPES[parameter.name], []) for parameter in named]
            given = tuple(
                {p.name: name for p, name in zip(named, row, strict=True)} | _years(asked)
                for row in zip(*columns, strict=False)
            )
            if given:
                yield Case(asked.name, which, given)
        if not any(parameter.required for parameter in named):
            yield Case(asked.name, WHOLE, (_years(asked),))


def _named(asked: Question) -> list[Parameter]:
    """The names that are required; where none is, the first that may be given."""
    names = [parameter for parameter in asked.parameters if parameter.kind == "name"]
    return [parameter for parameter in names if parameter.required] or names[:1]


def _years(asked: Question) -> dict[str, int]:
    return {parameter.name: _YEARS[parameter.name] for parameter in asked.parameters if parameter.name in _YEARS}
