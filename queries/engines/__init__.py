"""What answers the questions: the graph in memory, and the engines that run their Cypher or SPARQL."""

from .engine import ENGINES, CypherEngine, Engine, NetworkxEngine, SparqlEngine, opened_engine

__all__ = ["ENGINES", "CypherEngine", "Engine", "NetworkxEngine", "SparqlEngine", "opened_engine"]
