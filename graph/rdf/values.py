"""RDF terms as plain Python values."""

from __future__ import annotations

from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from .iri import Iris

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    _XSD + name
    for name in (
        "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
    )
)  # fmt: skip
_FLOATS = frozenset(_XSD + name for name in ("decimal", "double", "float"))


def plain(term: Any, iris: Iris) -> str | int | float | bool | None:
    """The value of a term: a number or truth value by its datatype, None for an unbound variable, otherwise text.

    The IRI of a node is its id in the property graph ("Agency/财政部"), that of a fact its id; any other stays an IRI.
    """
    if isinstance(term, NamedNode):
        return iris.identifier(term.value)
    if isinstance(term, Literal):
        return _value(term.value, term.datatype.value)
    return None if term is None else f"_:{term.value}" if isinstance(term, BlankNode) else str(term)


def _value(text: str, datatype: str) -> str | int | float | bool:
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype in _FLOATS:
            return float(text)
    except ValueError:  # a literal that its datatype does not allow stays the text that it is
        return text
    return text in ("true", "1") if datatype == _XSD + "boolean" else text
