"""A query of the SPARQL engine over a store on disk, row by row, or written in a form of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pyoxigraph as oxigraph

from .iri import Iris
from .values import plain

_JSON, _XML = oxigraph.QueryResultsFormat.JSON, oxigraph.QueryResultsFormat.XML
BOOLEAN_FORMS = {"application/sparql-results+json": _JSON, "application/sparql-results+xml": _XML}
"""The forms of ASK's answer, by media type; the engine has no others."""
RESULT_FORMS = {
    **BOOLEAN_FORMS,
    "text/csv": oxigraph.QueryResultsFormat.CSV,
    "text/tab-separated-values": oxigraph.QueryResultsFormat.TSV,
}
"""The forms of SELECT's answer."""
GRAPH_FORMS = {
    "text/turtle": oxigraph.RdfFormat.TURTLE,
    "application/n-triples": oxigraph.RdfFormat.N_TRIPLES,
    "application/rdf+xml": oxigraph.RdfFormat.RDF_XML,
    "application/ld+json": oxigraph.RdfFormat.JSON_LD,
}
"""The forms of the answers of CONSTRUCT and DESCRIBE."""
_EVERY_KIND = 'SELECT (1 AS ?i) (1.5 AS ?d) ("x"@en AS ?t) (NOW() AS ?n) (<urn:x> AS ?u) (BNODE() AS ?b) ?z {}'


def read_only(path: Path) -> oxigraph.Store:
    """The store in a folder. Raises OSError where there is none."""
    return oxigraph.Store.read_only(str(path))


def streamed(store: oxigraph.Store, text: str, iris: Iris) -> tuple[list[str], Iterator[list[Any]]]:
    """The names of the columns, and the rows, in plain values (`values.plain`).

    ASK gives one row `answer`, CONSTRUCT and DESCRIBE a row a triple. Raises SyntaxError where the text is no query,
    OSError or RuntimeError where it cannot be answered; so do the rows.
    """
    found = store.query(text, prefixes=iris.prefixes())
    if isinstance(found, oxigraph.QueryBoolean):
        return ["answer"], iter([[bool(found)]])
    if isinstance(found, oxigraph.QueryTriples):
        names = ["subject", "predicate", "object"]
        return names, ([plain(getattr(triple, name), iris) for name in names] for triple in found)
    names = [variable.value for variable in found.variables]
    return names, ([plain(term, iris) for term in row] for row in found)


def written(
    store: oxigraph.Store, text: str, iris: Iris, media: list[str], into: IO[bytes], counted: Callable[[], None]
) -> str | None:
    """Writes the answer in the first of the media types that its kind has; which it was, None where none is.

    counted: called for every triple. Raises as `streamed`.
    """
    found = store.query(text, prefixes=iris.prefixes())
    forms = forms_of(found)
    chosen = next((one for one in media if one in forms), None)
    if chosen is None:
        return None
    if isinstance(found, oxigraph.QueryTriples):
        oxigraph.serialize(_each(found, counted), output=into, format=forms[chosen], prefixes=iris.prefixes())
    else:
        found.serialize(output=into, format=forms[chosen])
    return chosen


def forms_of(found: Any) -> dict[str, Any]:
    """The forms that an answer of this kind has, by media type."""
    if isinstance(found, oxigraph.QueryTriples):
        return GRAPH_FORMS
    return BOOLEAN_FORMS if isinstance(found, oxigraph.QueryBoolean) else RESULT_FORMS


def warm_up() -> None:
    """Loads the engine and what its results need, for a process that forks before it opens a store.

    No store on disk is opened: its threads would not end.
    """
    store, iris = oxigraph.Store(), Iris()
    for row in streamed(store, _EVERY_KIND, iris)[1]:
        assert row[0] == 1
    for text, forms in (
        (_EVERY_KIND, RESULT_FORMS),
        ("ASK {}", BOOLEAN_FORMS),
        ("CONSTRUCT { <urn:a> <urn:b> 1 } {}", GRAPH_FORMS),
    ):
        for media in forms:
            written(store, text, iris, [media], io.BytesIO(), lambda: None)


def _each(triples: Any, counted: Callable[[], None]) -> Iterator[Any]:
    for triple in triples:
        counted()
        yield triple
