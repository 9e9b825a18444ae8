"""GraphML (graphml.graphdrawing.org, 1.0): for networkx, igraph, yEd, Gephi, Cytoscape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from lxml import etree  # type: ignore[import-untyped]

from ..property_graph import PropertyGraph, kind_of
from ..rows import Scalar
from ..store import Graph
from .elements import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_attributes, every_edge, node_attributes
from .xml_text import XmlText, identifier

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"text": "string", "integer": "long", "number": "double", "boolean": "boolean"}
_KEYS = {"node": "n_", "edge": "e_"}  # what the ids of attributes begin with: they are unique in the file


def write_graphml(graph: Graph, file: BinaryIO) -> int:
    """A directed graph with an edge a fact, whose id is the edge's, and the derived edges (`derived` true).

    A value that is None has no element, an empty text an empty one. Written as it is read, in little memory.
    Returns how many characters were left out, since XML cannot hold them.
    """
    elements, text = PropertyGraph(graph), XmlText()
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(_tag("graphml"), nsmap={None: _SPACE}):
            for of, names in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
                for name in names:
                    kind = _TYPES[kind_of(name)]
                    about = {"id": _KEYS[of] + name, "for": of, "attr.name": name, "attr.type": kind}
                    _element(xml, "key", about)
            with xml.element(_tag("graph"), {"edgedefault": "directed"}):
                for node in elements.nodes:
                    with xml.element(_tag("node"), {"id": identifier(node.id)}):
                        _data(xml, "node", node_attributes(node), text)
                    xml.write("\n")
                for edge in every_edge(elements):
                    ends = {"source": identifier(edge.source), "target": identifier(edge.target)}
                    with xml.element(_tag("edge"), {"id": identifier(edge.id), **ends}):
                        _data(xml, "edge", edge_attributes(edge), text)
                    xml.write("\n")
    return text.left_out


def _data(xml: Any, of: str, attributes: Mapping[str, Scalar], text: XmlText) -> None:
    for name, value in attributes.items():
        _element(xml, "data", {"key": _KEYS[of] + name}, text.value(value))


def _element(xml: Any, name: str, attributes: Mapping[str, str], content: str = "") -> None:
    with xml.element(_tag(name), attributes):
        xml.write(content)


def _tag(name: str) -> str:
    return f"{{{_SPACE}}}{name}"
