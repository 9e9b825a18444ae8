"""Where facts live: the store file, the in-memory graph, the exports."""

from typing import TYPE_CHECKING, Any

from .builder import Builder
from .document import DocumentRecord, Refusal, StoredDocument
from .export import export
from .report import BuildReport
from .store import Graph, open_graph
from .tables import read_jsonl
from .verify import Verification

if TYPE_CHECKING:
    from .multigraph import network, network_facts
    from .rdf.reading import rdf_facts

__all__ = [
    "BuildReport", "Builder", "DocumentRecord", "Graph", "Refusal", "StoredDocument", "Verification", "export",
    "network", "network_facts", "open_graph", "rdf_facts", "read_jsonl",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    # networkx and rdflib take longer to import than most questions to answer: only who asks for them waits.
    if name in ("network", "network_facts"):
        from . import multigraph

        return getattr(multigraph, name)
    if name == "rdf_facts":
        from .rdf.reading import rdf_facts

        return rdf_facts
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
