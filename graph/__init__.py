"""Where facts live: the store file, the in-memory graph, the exports."""

from .builder import Builder
from .document import DocumentRecord, Refusal, StoredDocument
from .export import export
from .network import network, network_facts
from .rdf_read import rdf_facts
from .report import BuildReport
from .store import Graph, open_graph
from .tables import read_jsonl
from .verify import Verification

__all__ = [
    "BuildReport", "Builder", "DocumentRecord", "Graph", "Refusal", "StoredDocument", "Verification", "export",
    "network", "network_facts", "open_graph", "rdf_facts", "read_jsonl",
]  # fmt: skip
