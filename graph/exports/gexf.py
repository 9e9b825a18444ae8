"""GEXF 1.2 (gexf.net) for Gephi, whose timeline shows the facts of some years."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, BinaryIO

from lxml import etree  # type: ignore[import-untyped]

from ..property_graph import GraphEdge, PropertyGraph, kind_of
from ..rows import Scalar
from ..store import Graph
from .elements import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, edge_attributes, every_edge, node_attributes
from .xml_text import XmlText, identifier

_SPACE = "http://www.gexf.net/1.2draft"
_TYPES = {"text": "string", "integer": "long", "number": "double", "boolean": "boolean"}


def write_gexf(graph: Graph, file: BinaryIO) -> int:
    """A directed graph with an edge a fact, labelled with its predicate, and the derived edges (`derived` true).

    An edge lasts from the first day of the fact's period (`since`, else `year`) to the last day of its year; one
    without a year is always there, as are the nodes. A value that is None has no attribute value, an empty text an
    empty one. Written as it is read, in little memory. Returns how many characters were left out, since XML cannot
    hold them.
    """
    elements, text = PropertyGraph(graph), XmlText()
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(_tag("gexf"), {"version": "1.2"}, nsmap={None: _SPACE}):
            with xml.element(_tag("meta")), xml.element(_tag("creator")):
                xml.write("policygraph")
            dynamic = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
            with xml.element(_tag("graph"), dynamic):
                for of, names in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
                    with xml.element(_tag("attributes"), {"class": of, "mode": "static"}):
                        for name in names:
                            _empty(xml, "attribute", {"id": name, "title": name, "type": _TYPES[kind_of(name)]})
                with xml.element(_tag("nodes")):
                    for node in elements.nodes:
                        about = {"id": identifier(node.id), "label": text.text(node.name)}
                        _put(xml, "node", about, node_attributes(node), text)
                with xml.element(_tag("edges")):
                    for edge in every_edge(elements):
                        ends = {"source": identifier(edge.source), "target": identifier(edge.target)}
                        about = {"id": identifier(edge.id), **ends, "label": edge.predicate, **lasting(edge)}
                        _put(xml, "edge", about, edge_attributes(edge), text)
    return text.left_out


def lasting(edge: GraphEdge) -> dict[str, str]:
    """The first and the last day of a fact's period, as `start` and `end`; either is absent where no year is known."""
    year, since = edge.properties.get("year"), edge.properties.get("since")
    first = year if since is None else since
    start = {} if first is None else {"start": f"{first:04}-01-01"}
    return start if year is None else {**start, "end": f"{year:04}-12-31"}


def _put(xml: Any, name: str, about: Mapping[str, str], attributes: Mapping[str, Scalar], text: XmlText) -> None:
    with xml.element(_tag(name), about), xml.element(_tag("attvalues")):
        for attribute, value in attributes.items():
            _empty(xml, "attvalue", {"for": attribute, "value": text.value(value)})
    xml.write("\n")


def _empty(xml: Any, name: str, attributes: Mapping[str, str]) -> None:
    with xml.element(_tag(name), attributes):
        pass


def _tag(name: str) -> str:
    return f"{{{_SPACE}}}{name}"
