"""Writes a graph to a file of another format, chosen by its suffix."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from ..schema.errors import QueryError, StoreError
from .store import Graph
from .tables import write_csv, write_jsonl


def _rdf(writer: str) -> Callable[[Graph, TextIO], None]:
    def write(graph: Graph, file: TextIO) -> None:
        from .rdf import text  # pyoxigraph is imported when RDF is asked for

        getattr(text, writer)(graph, file)

    return write


def _later(module: str, name: str) -> Callable[[Graph, Any], int | None]:
    """The writer of a module of exports/, which is imported when it is asked for."""
    return lambda graph, file: getattr(import_module(f".exports.{module}", __package__), name)(graph, file)


FORMATS: dict[str, tuple[Callable[[Graph, Any], int | None], str | None]] = {
    ".csv": (lambda graph, file: write_csv(graph.facts(), file), "utf-8-sig"),  # the mark makes Excel show Chinese
    ".cyjs": (_later("cytoscape", "write_cytoscape"), "utf-8"),
    ".gexf": (_later("gexf", "write_gexf"), None),
    ".graphml": (_later("graphml", "write_graphml"), None),
    ".jsonl": (lambda graph, file: write_jsonl(graph.facts(), file), "utf-8"),
    ".jsonld": (_rdf("write_jsonld"), "utf-8"),
    ".nq": (_rdf("write_nquads"), "utf-8"),
    ".parquet": (_later("parquet", "write_parquet"), None),
    ".rdf": (_rdf("write_rdfxml"), "utf-8"),
    ".trig": (_rdf("write_trig"), "utf-8"),
    ".ttl": (_rdf("write_turtle"), "utf-8"),
    ".xlsx": (_later("excel", "write_excel"), None),
}
"""Writer and encoding of each suffix; no encoding: the writer takes bytes. The same graph gives the same bytes.

A writer may return how many characters it left out, since the format cannot hold them.
"""


def export(graph: Graph, path: Path | str) -> int:
    """Writes every fact of the graph to `path`, which is replaced only once all is written.

    Returns how many characters of texts the file does not have, since its format cannot hold them (XML: control
    characters; a cell of Excel: more than 32,767). Raises QueryError where the suffix is not one of FORMATS,
    ExportError where the format cannot hold the graph or its extra is not installed, StoreError where the file
    cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise QueryError(f"{path} has the suffix {path.suffix!r}; expected one of {known}")
    write, encoding = FORMATS[path.suffix.lower()]
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with fresh.open("w", encoding=encoding, newline="") if encoding else fresh.open("wb") as file:
            left_out = write(graph, file) or 0
        fresh.replace(path)
        return left_out
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}; check the folder and the disk") from error
    finally:
        fresh.unlink(missing_ok=True)
