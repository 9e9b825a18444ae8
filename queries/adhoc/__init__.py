"""Ad hoc queries: whatever text someone asks, judged by a gate and run in a box."""

from .answers import Document, Rows
from .asking import ask_cypher, ask_sparql, close, end, sparql_document, unprotected
from .cypher_gate import check_cypher
from .limits import QueryLimits
from .refusals import QueryRefused
from .sparql_gate import check_sparql

__all__ = [
    "Document",
    "QueryLimits",
    "QueryRefused",
    "Rows",
    "ask_cypher",
    "ask_sparql",
    "check_cypher",
    "check_sparql",
    "close",
    "end",
    "sparql_document",
    "unprotected",
]
