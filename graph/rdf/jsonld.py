"""JSON-LD: a context made from the ontology, and node objects that it makes short."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from ...schema.ontology import ontology
from .iri import Iris
from .owl import DATATYPES

_OTHERS = {"skos:prefLabel": {"@language": "zh"}, "prov:wasDerivedFrom": {"@type": "@id"}}
"""How values of reused properties are written that are no entries of the ontology."""
_XSD = "http://www.w3.org/2001/XMLSchema#"
# a decimal as a JSON number would lose its digits
_NATIVE: dict[str, Callable[[str], Any]] = {_XSD + "integer": int, _XSD + "boolean": "true".__eq__}


def context(iris: Iris) -> dict[str, Any]:
    """The prefixes, and a short name for every property with the type of its values.

    The name is the last part of the property's IRI (quote, held_by); where a property of this project and a reused one
    end alike, the reused one keeps its prefix (subject and rdf:subject).
    """
    made: dict[str, Any] = dict(iris.prefixes())
    for name, (prefixed, coercion) in _names().items():
        made[name] = {"@id": prefixed, **coercion}
    return made


def node_objects(triples: Iterable[Triple], iris: Iris) -> list[dict[str, Any]]:
    """The nodes that triples describe, which must come in the order of their subjects."""
    short = {iris.term(prefixed): (name, coercion) for name, (prefixed, coercion) in _names().items()}
    prefixes = iris.prefixes()
    made = []
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        node: dict[str, Any] = {}
        for triple in group:
            name, coercion = short.get(triple.predicate.value, (None, {}))
            if triple.predicate.value == prefixes["rdf"] + "type":
                node.setdefault("@type", []).append(_iri(triple.object, prefixes))
            else:
                name = name or _compact(triple.predicate.value, prefixes)
                node.setdefault(name, []).append(_value(triple.object, coercion, prefixes, iris))
        values = {name: found[0] if len(found) == 1 else found for name, found in sorted(node.items())}
        made.append({"@id": _iri(subject, prefixes), **values})
    return made


def written(value: object) -> str:
    """JSON on one line, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


@cache
def _names() -> Mapping[str, tuple[str, dict[str, str]]]:
    """The short name of each property with its prefixed one and how its values are written."""
    known = ontology()
    how = dict(_OTHERS)
    for term in (*known.predicates.values(), *known.links.values()):
        how[term.iri] = {"@type": "@id"}
    for field in known.fields.values():
        datatype = DATATYPES.get(field.kind, "@id")
        how[field.iri] = {} if datatype == "xsd:string" else {"@type": datatype}
    made: dict[str, tuple[str, dict[str, str]]] = {}
    for prefixed in sorted(how, key=lambda iri: (not iri.startswith("pg:"), iri)):
        local = prefixed.partition(":")[2]
        made[prefixed if local in made else local] = (prefixed, how[prefixed])
    return made


def _compact(iri: str, prefixes: Mapping[str, str]) -> str:
    for prefix, start in prefixes.items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri


def _iri(term: Any, prefixes: Mapping[str, str]) -> str:
    return _compact(term.value, prefixes)


def _value(term: Any, coercion: Mapping[str, str], prefixes: Mapping[str, str], iris: Iris) -> Any:
    if isinstance(term, NamedNode):
        iri = _compact(term.value, prefixes)
        return iri if coercion.get("@type") == "@id" else {"@id": iri}
    assert isinstance(term, Literal)  # no blank nodes are written
    if term.language:
        said = {"@value": term.value, "@language": term.language}
        return term.value if coercion.get("@language") == term.language else said
    datatype = term.datatype.value
    if datatype == _XSD + "string":
        return term.value if not coercion else {"@value": term.value}
    native = _NATIVE.get(datatype, str)(term.value)
    if "@type" in coercion and iris.term(coercion["@type"]) == datatype:
        return native
    return {"@value": native, "@type": _compact(datatype, prefixes)}
