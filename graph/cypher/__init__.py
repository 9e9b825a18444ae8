"""Cypher without a server: the property graph in an index file of its own beside the graph file."""

from .index import CypherIndex, cypher_index
from .tables import room_for

__all__ = ["CypherIndex", "cypher_index", "room_for"]
