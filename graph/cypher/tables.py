"""The tables of the embedded Cypher engine, made from the ontology.

A node table for every type and a relationship table for every predicate, so that every query of the ontology's words
can be asked of every graph, the empty one included. All relationship tables have the same properties: a property that
no table has is an error to the engine, one that an edge lacks is null. Of a relationship's pairs of types (FROM … TO)
a table has those that the graph really has, and the usual one (first of domain and range) where it has none: the
engine answers a pattern between other types with no rows, and the three hundred pairs that the ontology allows would
be three hundred tables to it, of which every pattern without types visits each.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ...schema.ontology import ontology
from ..property_graph import DERIVED_PROPERTIES, DOCUMENT_PROPERTIES, EDGE_PROPERTIES
from ..rows import Scalar

NODE_COLUMNS = ("id", "type", "name")
"""What every node has; a Document also DOCUMENT_PROPERTIES."""
RELATIONSHIP_COLUMNS = ("derived", *EDGE_PROPERTIES, *DERIVED_PROPERTIES)
"""What every relationship has; `id` and `predicate` are among EDGE_PROPERTIES."""

_KINDS = {"number": "DOUBLE", "integer": "INT64", "boolean": "BOOLEAN"}
_SMALLEST = 1 << 26


def node_columns(kind: str) -> tuple[str, ...]:
    """The columns of the nodes of a type, in order."""
    return (*NODE_COLUMNS, *DOCUMENT_PROPERTIES) if kind == "Document" else NODE_COLUMNS


def node_tables() -> Iterator[str]:
    """The statements that make the node tables."""
    for kind in ontology().types:
        columns = ", ".join(f"`{name}` STRING" for name in node_columns(kind))
        yield f"CREATE NODE TABLE `{kind}` ({columns}, PRIMARY KEY (`id`))"


def relationship_tables(pairs: Mapping[str, set[tuple[str, str]]]) -> Iterator[str]:
    """The statements that make the relationship tables.

    pairs: for a predicate the types that its edges lead from and to; those of the ontology may be missing, and one
    that it does not know has a table too.
    """
    columns = ", ".join(f"`{name}` {column_type(name)}" for name in RELATIONSHIP_COLUMNS)
    known = ontology().predicates
    for name in (*known, *sorted(pairs.keys() - known.keys())):
        ends = sorted(pairs.get(name) or {(known[name].domain[0], known[name].range[0])})
        yield f"CREATE REL TABLE `{name}` ({', '.join(f'FROM `{a}` TO `{b}`' for a, b in ends)}, {columns})"


def column_type(name: str) -> str:
    """The engine's type of a relationship's property: as the ontology has the field, STRING where it has none."""
    if name == "derived":
        return "BOOLEAN"
    kinds = {_KINDS.get(field.kind, "STRING") for (_, field_name), field in ontology().fields.items()
             if field_name == name}  # fmt: skip
    return kinds.pop() if kinds else "STRING"


def comma_separated(values: Iterable[Scalar]) -> str:
    """One line of a file to load: text in quotes, so that an empty one differs from null, which is nothing at all."""
    return ",".join(map(_field, values)) + "\n"


def _field(value: Scalar) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)


def room_for(path: Path) -> int:
    """The max_db_size with which a database file can be opened: bytes of address space, a power of two.

    The engine's own is 8 TB, which a process whose address space is limited cannot have.
    """
    return max(_SMALLEST, 1 << (2 * os.stat(path).st_size).bit_length())
