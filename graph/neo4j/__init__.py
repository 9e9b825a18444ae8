"""The graph in a Neo4j server: loading by difference, reading, and the files of its import command."""

from .connection import Neo4jGraph, connect
from .importing import IMPORT_FILES, write_import
from .report import Changes, LoadReport

__all__ = ["IMPORT_FILES", "Changes", "LoadReport", "Neo4jGraph", "connect", "write_import"]
