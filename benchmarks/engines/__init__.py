"""How fast and how large the engines are over one graph file: loading, asking, memory.

    python -m benchmarks.engines [GRAPH.pg] [--facts 10000] [--engine ladybug …] [--folder INDEXES] [--limit 10]

Without a graph file one of so many facts is made (benchmarks/made_graph.py). Every engine is loaded in a process of its
own, so that its peak of memory is its own, and asked in another, which is ended where a question takes longer than the
limit. The questions are those of the library, through the engines of `policygraph query`, with every answer whole;
they ask about names in the middle by how many facts name them (eight, in turn), about the most named, and about none.
Printed are tables of Markdown. Neo4j is a server from Maven's artefacts (see tests/neo4j_server), or the one that
POLICYGRAPH_TEST_NEO4J="URI USER PASSWORD" names.
"""
