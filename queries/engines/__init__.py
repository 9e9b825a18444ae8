"""What answers the questions: the graph in memory, and the engines that run their Cypher or SPARQL."""

from .engine import ENGINES, Engine, NetworkxEngine, opened_engine

__all__ = ["ENGINES", "Engine", "NetworkxEngine", "opened_engine"]
