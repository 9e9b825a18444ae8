"""The terms that triples are made of, each made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from ..rows import Scalar
from .iri import Iris

_KEPT = 200_000
"""How many IRIs are kept for their next use, before all are forgotten: those of a million facts would fill memory."""


@dataclass(slots=True)
class Terms:
    """Makes nodes and literals for one graph."""

    iris: Iris
    _nodes: dict[str, NamedNode] = field(default_factory=dict)
    _terms: dict[str, NamedNode] = field(default_factory=dict)

    def term(self, prefixed: str) -> NamedNode:
        """An ontology term by its prefixed name."""
        found = self._terms.get(prefixed)
        if found is None:
            found = self._terms[prefixed] = NamedNode(self.iris.term(prefixed))
        return found

    def node(self, identifier: str) -> NamedNode:
        """A node of the property graph by its id, "Type/name"."""
        found = self._nodes.get(identifier)
        if found is None:
            if len(self._nodes) >= _KEPT:
                self._nodes.clear()
            found = self._nodes[identifier] = NamedNode(self.iris.node(identifier))
        return found

    def triple(self, subject: NamedNode, prefixed: str, value: NamedNode | Literal) -> Triple:
        """The triple whose predicate is an ontology term."""
        return Triple(subject, self.term(prefixed), value)

    def literal(self, value: Scalar, kind: str = "text") -> Literal:
        """A value of a field of that kind (ontology.Field.kind)."""
        # xsd:decimal keeps every digit, and its point: Turtle reads 63 as an integer, and xsd:double may be rounded
        if kind == "json":
            return Literal(str(value), datatype=self.term("rdf:JSON"))
        if kind == "number" and isinstance(value, int | float):
            text = f"{Decimal(repr(float(value))):f}"
            return Literal(text if "." in text else f"{text}.0", datatype=self.term("xsd:decimal"))
        return Literal(value if isinstance(value, bool | int) else str(value))
