"""What a body lies in, and what lies in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], body: Names) -> Iterable[Row]:
    """A row for every derived `within` from the body ("above") and to it ("below").

    One for each part_of fact that states this very pair, else one without a fact. `between`: how many things the part
    lies in that lie in the whole.
    """
    wholes: dict[Node, set[Node]] = defaultdict(set)
    for part, whole, data in graph.edges(data=True):
        if data["predicate"] == "within":
            wholes[part].add(whole)
    proofs: dict[tuple[Node, Node], list[Row]] = defaultdict(list)
    for r in facts(graph, lambda r: r["predicate"] == "part_of"):
        proofs[r["source"], r["target"]].append(r)
    for part, whole in [(part, whole) for part, above in wholes.items() for whole in above]:
        between = sum(whole in wholes.get(middle, ()) for middle in wholes[part])
        for side, one, other in (("above", part, whole), ("below", whole, part)):
            if one in body:
                held = {"side": side, "body": one[1], "name": other[1], "type": other[0], "between": between}
                yield from ({**proof, **held} for proof in proofs.get((part, whole), [{}]))
