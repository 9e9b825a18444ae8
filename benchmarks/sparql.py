"""How long a graph takes to become a SPARQL index, and the same queries on it and on rdflib's own SPARQL engine.

python -m benchmarks.sparql X.pg [--rdflib-facts 20000]: prints seconds, quads a second and milliseconds a query. rdflib
is left out for graphs of more facts than --rdflib-facts, since it holds about 3 kB a triple in memory.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import rdflib

from policygraph.graph import export, open_graph
from policygraph.graph.rdf import sparql_index
from policygraph.graph.store import Graph

QUERIES = {
    "facts of the most named thing": "SELECT ?f ?q WHERE {{ ?x skos:prefLabel {name} . ?f rdf:subject|rdf:object ?x ; "
    "pg:quote ?q }}",
    "years of what belongs to it": "SELECT ?y (COUNT(?f) AS ?n) WHERE {{ ?x skos:prefLabel {name} . "
    "?m pg:belongs_to? ?x . ?f rdf:object ?m ; pg:year ?y }} GROUP BY ?y",
    "its plans": "SELECT DISTINCT ?l WHERE {{ ?x skos:prefLabel {name} ; pg:issues ?p . ?p skos:prefLabel ?l }}",
    "what a plan rests on": "SELECT ?q WHERE {{ ?x skos:prefLabel {name} . ?x (pg:implements|pg:succeeds)+ ?q }}",
    "programs by facts": "SELECT ?p (COUNT(?f) AS ?n) WHERE {{ ?p a pg:Program . ?f rdf:object ?p }} GROUP BY ?p "
    "ORDER BY DESC(?n) LIMIT 10",
}
"""Queries with a place for a name."""
_TIMES = 7


def milliseconds(ask: Callable[[], object]) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - begun) * 1000)
        if taken[-1] > 5000:
            break
    return statistics.median(taken)


def seconds(what: Callable[[], object]) -> float:
    """How long one run takes."""
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


def merged(graph: Graph, folder: Path) -> rdflib.Graph:
    """The merged graph in rdflib."""
    export(graph, folder / "merged.ttl")
    return rdflib.Graph().parse(folder / "merged.ttl", format="turtle")


def answers(held: rdflib.Graph, text: str, prefixes: dict[str, str]) -> int:
    """How many rows rdflib answers with."""
    return len(list(held.query(text, initNs=prefixes)))


def run(path: Path, most: int) -> None:
    """Prints the measurements of one graph."""
    with open_graph(path) as graph, tempfile.TemporaryDirectory() as name:
        folder, facts = Path(name), sum(1 for _ in graph.facts())
        named = max(graph.entities(), key=lambda one: one[1])[0].name
        literal = rdflib.Literal(named, lang="zh").n3()
        print(f"facts: {facts}; most named: {named}")
        print(f"index on disk: {seconds(lambda: sparql_index(graph, folder=folder).close()):.1f} s")
        with sparql_index(graph, folder=folder) as index:
            quads = index.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")[0]["n"]
            print(f"triples: {quads}")
            held = merged(graph, folder) if facts <= most else None
            for what, pattern in QUERIES.items():
                text = pattern.format(name=literal)
                line = f"{what}: pyoxigraph {milliseconds(partial(index.rows, text)):.2f} ms"
                if held is not None:
                    asked = partial(answers, held, text, index.prefixes)
                    assert asked() == len(index.rows(text)), what
                    line += f", rdflib {milliseconds(asked):.2f} ms"
                print(line)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--rdflib-facts", type=int, default=20_000)
    arguments = parser.parse_args()
    run(arguments.graph, arguments.rdflib_facts)
