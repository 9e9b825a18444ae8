"""How fast and how large the engines are over one graph file: loading, asking, memory.

    python -m benchmarks.engines [GRAPH.pg] [--facts 10000] [--engine ladybug …]

Without a graph file one of so many facts is made (benchmarks/made_graph.py). Every engine is measured in a process of
its own, so that its peak of memory is its own. A new engine is a module with `measure(graph, folder) -> Measured`.
"""
