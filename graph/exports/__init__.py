"""The graph for other programs: one module a file format. `graph.export` chooses among them by suffix."""
