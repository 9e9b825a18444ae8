"""Parquet: the facts as one table with types, for pandas, DuckDB, Spark, R."""

from __future__ import annotations

from itertools import islice
from typing import BinaryIO

from ...schema.errors import ExportError
from ..property_graph import EDGE_PROPERTIES, PropertyGraph, kind_of
from ..store import Graph

COLUMNS = (*EDGE_PROPERTIES, "source_id", "target_id")
"""The fields of a fact's edge, and the ids of the two nodes that it joins."""
_TYPES = {"text": "string", "integer": "int64", "number": "float64", "boolean": "bool"}
_GROUP = 10_000
"""Rows that are held in memory at a time and make a row group."""


def write_parquet(graph: Graph, file: BinaryIO) -> None:
    """A row a fact, in the order of facts; None is null. Raises ExportError without the extra policygraph[parquet]."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise ExportError("needs_extra", suffix=".parquet", extra="policygraph[parquet]") from error
    schema = arrow.schema([(name, _TYPES[kind_of(name)]) for name in COLUMNS])
    facts = PropertyGraph(graph).facts()
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(facts, _GROUP)):
            rows = [{**edge.properties, "source_id": edge.source, "target_id": edge.target} for edge in group]
            writer.write_table(arrow.Table.from_pylist(rows, schema))
