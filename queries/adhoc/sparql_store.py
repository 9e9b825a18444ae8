"""In the box: SPARQL over a read-only store on disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from ...schema.ontology import ontology
from .answers import Failure, Meter, packed_document, packed_rows
from .limits import QueryLimits

RESULTS = {form.media_type: form for form in (
    ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.XML, ox.QueryResultsFormat.CSV, ox.QueryResultsFormat.TSV
)}  # fmt: skip
GRAPHS = {form.media_type: form for form in (
    ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD
)}  # fmt: skip
_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = {f"{_XSD}{kind}" for kind in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "gYear")}
_BROKEN = {f"{_XSD}{kind}" for kind in ("decimal", "double", "float")}
_EVERY_KIND = 'SELECT (1 AS ?i) (1.5 AS ?d) ("x"@en AS ?t) (NOW() AS ?n) (IRI("urn:x") AS ?u) (BNODE() AS ?b) {}'


def opened(path: Path) -> ox.Store:
    """The store, read only."""
    return ox.Store.read_only(str(path))


def warm_up() -> None:
    """Loads what results need. No store on disk is opened: its threads would not end."""
    limits = QueryLimits()
    store = ox.Store()
    for media in ("", *RESULTS):
        answered(store, _EVERY_KIND, "urn:", [media] if media else [], limits)
    for media in GRAPHS:
        answered(store, "CONSTRUCT { <urn:a> <urn:b> 1 } {}", "urn:", [media], limits)
    answered(store, "ASK {}", "urn:", [], limits)


def answered(store: ox.Store, text: str, base: str, media: list[str], limits: QueryLimits) -> bytes:
    """The message for the answer: in the first of the media types that fits its kind; as plain rows where none is."""
    result = store.query(text)
    if media:
        return _document(result, media, limits)
    if isinstance(result, ox.QueryBoolean):
        return packed_rows(["answer"], [[bool(result)]], limits)
    if isinstance(result, ox.QueryTriples):
        triples = ([plain(t, base) for t in (triple.subject, triple.predicate, triple.object)] for triple in result)
        return packed_rows(["subject", "predicate", "object"], triples, limits)
    names = [variable.value for variable in result.variables]
    return packed_rows(names, ([plain(value, base) for value in solution] for solution in result), limits)


def _document(result: Any, media: list[str], limits: QueryLimits) -> bytes:
    known: dict[str, Any] = GRAPHS if isinstance(result, ox.QueryTriples) else RESULTS
    chosen = next((one for one in media if one in known), None)
    if chosen is None or (isinstance(result, ox.QueryBoolean) and chosen not in _BOOLEAN):
        fitting = [one for one in known if not isinstance(result, ox.QueryBoolean) or one in _BOOLEAN]
        raise Failure("adhoc_media", known=", ".join(fitting))
    meter = Meter(limits)
    if isinstance(result, ox.QueryTriples):
        ox.serialize(_counted(result, meter), output=meter, format=known[chosen])
    else:
        result.serialize(output=meter, format=known[chosen])
    return packed_document(chosen, b"".join(meter.parts))


_BOOLEAN = ("application/sparql-results+json", "application/sparql-results+xml")


def _counted(triples: Any, meter: Meter) -> Iterator[Any]:
    for triple in triples:
        meter.row()
        yield triple


def plain(term: Any, base: str) -> Any:
    """A term as a value: an entity's IRI as its node id, a fact's as its id, a number as a number, else its text."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        kind, text = term.datatype.value, term.value
        if kind in _WHOLE and re.fullmatch(r"[+-]?[0-9]{1,30}", text):
            return int(text)
        if kind in _BROKEN:
            return float(text.replace("INF", "inf"))
        return text == "true" or text == "1" if kind == f"{_XSD}boolean" else text
    if isinstance(term, ox.NamedNode):
        return _short(term.value, base)
    return str(term)


def _short(iri: str, base: str) -> str:
    from urllib.parse import unquote

    if not iri.startswith(base):
        return iri
    kind, slash, name = iri[len(base) :].partition("/")
    if slash and kind == "fact":
        return name
    return f"{kind}/{unquote(name)}" if slash and kind in ontology().types else iri
