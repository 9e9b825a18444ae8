"""policygraph: Chinese policy documents as a knowledge graph in which every fact keeps its year, status and proof."""

__version__ = "0.1.0"
