"""How many facts are left in networkx when KGX loads them, beside ours, and how long each takes.

    python -m venv KGX && KGX/bin/pip install kgx      # an environment of its own: it pins numpy and pulls GPL packages
    python benchmarks/kgx_collapse.py X.pg --kgx KGX/bin/python

KGX gets the nodes and facts as its own JSON Lines and reads them by its Transformer into its networkx store. The
Biolink model, which it would fetch when it is imported, is that of its package biolink-model.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path

from policygraph.graph import network, open_graph
from policygraph.graph.property_graph import PropertyGraph
from policygraph.graph.store import Graph

_THEIRS = """
import sys, time
from importlib.resources import files
from bmt.toolkit import Toolkit
local = files("biolink_model") / "schema"
Toolkit.__init__.__defaults__ = (str(local / "biolink_model.yaml"), {"predicate mappings": []})
from kgx.transformer import Transformer
began = time.process_time()
made = Transformer(stream=False)
made.transform({"filename": sys.argv[1:3], "format": "jsonl"})
print(made.store.graph.number_of_edges(), time.process_time() - began)
"""


def write(graph: Graph, folder: Path) -> tuple[Path, Path, int, int]:
    """KGX's files of nodes and edges; how many facts, and of how many triples of subject, predicate and object."""
    elements = PropertyGraph(graph)
    nodes, edges = folder / "x_nodes.jsonl", folder / "x_edges.jsonl"
    with nodes.open("w", encoding="utf-8") as file:
        for node in elements.nodes:
            made = {"id": node.id, "name": node.name, "category": ["biolink:NamedThing"]}
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
    facts, triples = 0, set()
    with edges.open("w", encoding="utf-8") as file:
        for edge in elements.facts():
            said = {name: value for name, value in edge.properties.items() if value is not None}
            ends = {"subject": edge.source, "object": edge.target, "predicate": f"biolink:{edge.predicate}"}
            file.write(json.dumps({**said, **ends, "id": edge.id}, ensure_ascii=False) + "\n")
            facts += 1
            triples.add((edge.source, edge.predicate, edge.target))
    return nodes, edges, facts, len(triples)


def main() -> None:
    """Prints both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--kgx", type=Path, required=True, help="the Python of an environment that has KGX")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, open_graph(options.graph) as graph:
        nodes, edges, facts, triples = write(graph, Path(name))
        print(f"{facts} facts, {triples} triples of subject, predicate and object")
        began = time.process_time()
        kept = sum(not derived for _, _, derived in network(graph).edges(data="derived"))
        print(f"ours: {kept} edges of facts, {time.process_time() - began:.1f} s of processor time")
        command = [str(options.kgx), "-c", _THEIRS, str(nodes), str(edges)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
        held, seconds = done.stdout.split()[-2:]
        print(f"KGX: {held} edges, {float(seconds):.1f} s of processor time")


if __name__ == "__main__":
    main()
