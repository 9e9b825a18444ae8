"""How a program, title, center or plan came along."""

from __future__ import annotations

from collections.abc import Iterable

from ...lineage import lineage
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], name: str, first: int | None, last: int | None) -> Iterable[Row]:
    """The rows of the lineage view, those without a year after the others."""
    table = lineage(graph, name, first, last)
    return (*table.rows, *(table.undated or ()))
