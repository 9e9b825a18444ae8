"""Where a passage names bodies one by one, and how many it says they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ....graph.derived import LISTING
from ...directory import Names
from ...matching import facts, in_range
from ...names import Node
from ...statements import Graph, Record
from ...table import Row

COUNTED = frozenset("个家项座名人件所处条种")
"""The measure words of bodies and the like, which a passage can name one by one."""


def answer(
    graph: Graph[Node], metric: Names | None, first: int | None, last: int | None, matching: bool
) -> Iterable[Row]:
    """The figures beside which two bodies or more of what they count are named, with their number `listed`.

    Those whose number is another, unless `matching`; fewer is no breach where the sentence breaks off (等).
    """
    for r, named in lists(graph):
        asked = (metric is None or r["target"] in metric) and in_range(r, first, last)
        if asked and (matching or differs(r, len(named))):
            yield r | {"listed": len(named)}


def lists(graph: Graph[Node]) -> Iterator[tuple[Record, list[Node]]]:
    """Every figure beside which two bodies or more of what it counts are named, with these in the order of the text."""
    namings: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for r in facts(graph, lambda r: r["predicate"] in LISTING):
        namings[r["document"], r["sentence"]].append(r)
    for r in facts(graph, _counts):
        named = _members(graph, r, namings.get((r["document"], r["sentence"]), ()))
        if len(named) > 1:
            yield r, named


def differs(figure: Record, listed: int) -> bool:
    """Whether so many names are not the number of a figure; fewer may be where its sentence breaks off (等)."""
    return bool(listed != figure["value"] and (listed > figure["value"] or "等" not in figure["sentence"]))


def _counts(r: Record) -> bool:
    return r["kind"] == "figure" and r["value"] is not None and r["high"] is None and r["unit"] in COUNTED


def _members(graph: Graph[Node], figure: Record, namings: Iterable[Record]) -> list[Node]:
    """The bodies named in the words of a figure that belong to what it counts, each once."""
    members = {a for a, _, data in graph.in_edges(figure["target"], data=True) if data["predicate"] == "belongs_to"}
    found = (
        r["target"] for r in namings
        if r["target"] in members and r["char_start"] < figure["char_end"] and figure["char_start"] < r["char_end"]
    )  # fmt: skip
    return list(dict.fromkeys(found))
