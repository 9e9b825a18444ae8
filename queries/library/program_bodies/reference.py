"""Who did what for a program, in which role, in which year."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import BODY_TYPES, Names
from ...matching import facts, in_range, members
from ...names import Node
from ...statements import Graph, is_figure
from ...table import Row

ROLES = ("launches", "recognises", "leads", "participates", "hosts", "implements", "issues")


def answer(graph: Graph[Node], program: Names, first: int | None, last: int | None) -> Iterable[Row]:
    """The facts in which a body does something to the program, a member of it or a metric that counts it.

    `body` is who acts: of a relation its subject, of a figure or goal its agents as written, else its holder; figures
    of which neither is a body or person are left out. `via_name` names the member or metric, None where the fact
    names the program itself.
    """
    belonging = members(graph, program)
    for r in facts(graph, lambda r: (is_figure(r) or r["predicate"] in ROLES) and in_range(r, first, last)):
        if r["target"] not in program and r["target"] not in belonging:
            continue
        if r["agent"] is not None or r["source"][0] in BODY_TYPES:
            body = r["source"][1] if r["agent"] is None else r["agent"]
            yield r | {"body": body, "via_name": None if r["target"] in program else r["target"][1]}
