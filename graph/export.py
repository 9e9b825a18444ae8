"""Writes a graph to a file of another format, chosen by its suffix."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from ..schema.errors import QueryError, StoreError
from .store import Graph
from .tables import write_csv, write_jsonl


def _rdf(writer: str) -> Callable[[Graph, TextIO], None]:
    def write(graph: Graph, file: TextIO) -> None:
        from .rdf import text  # pyoxigraph is imported when RDF is asked for

        getattr(text, writer)(graph, file)

    return write


FORMATS: dict[str, tuple[Callable[[Graph, TextIO], None], str]] = {
    ".jsonl": (lambda graph, file: write_jsonl(graph.facts(), file), "utf-8"),
    ".trig": (_rdf("write_trig"), "utf-8"),
    ".nq": (_rdf("write_nquads"), "utf-8"),
    ".ttl": (_rdf("write_turtle"), "utf-8"),
    ".jsonld": (_rdf("write_jsonld"), "utf-8"),
    ".rdf": (_rdf("write_rdfxml"), "utf-8"),
    ".csv": (lambda graph, file: write_csv(graph.facts(), file), "utf-8-sig"),  # the mark makes Excel show Chinese
}
"""Writer and encoding of each suffix. The same graph gives the same bytes."""


def export(graph: Graph, path: Path | str) -> None:
    """Writes every fact of the graph to `path`, which is replaced only once all is written.

    Raises QueryError where the suffix is not one of FORMATS, StoreError where the file cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise QueryError(f"{path} has the suffix {path.suffix!r}; expected one of {known}")
    write, encoding = FORMATS[path.suffix.lower()]
    fresh = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with fresh.open("w", encoding=encoding, newline="") as file:
            write(graph, file)
        fresh.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}; check the folder and the disk") from error
    finally:
        fresh.unlink(missing_ok=True)
