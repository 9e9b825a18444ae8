"""Cytoscape JSON (.cyjs): for Cytoscape and cytoscape.js."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TextIO

from ..property_graph import PropertyGraph
from ..rows import Scalar
from ..store import Graph
from .elements import edge_attributes, every_edge, node_attributes


def write_cytoscape(graph: Graph, file: TextIO) -> None:
    """`elements` with `nodes` and `edges`, one on a line; what they say is in `data`, without what is None.

    An edge a fact, its id the fact's, and the derived edges (`derived` true). `interaction` and `shared_name` are what
    Cytoscape takes for the kind of an edge and for what a node is called everywhere.
    """
    elements = PropertyGraph(graph)
    file.write('{"format_version": "1.0", "generated_by": "policygraph", "target_cytoscapejs_version": "~3.0",\n')
    file.write('"data": {"name": "policygraph"},\n"directed": true, "multigraph": true,\n"elements": {"nodes": [')
    _lines(file, ({"id": n.id, "shared_name": n.name, **node_attributes(n)} for n in elements.nodes))
    file.write('],\n"edges": [')
    ends = (({"id": e.id, "key": e.id, "source": e.source, "target": e.target}, e) for e in every_edge(elements))
    _lines(file, ({**about, "interaction": edge.predicate, **edge_attributes(edge)} for about, edge in ends))
    file.write("]}}\n")


def _lines(file: TextIO, elements: Iterable[Mapping[str, Scalar]]) -> None:
    for number, data in enumerate(elements):
        file.write(",\n" if number else "\n")
        json.dump({"data": data}, file, ensure_ascii=False, allow_nan=False)
