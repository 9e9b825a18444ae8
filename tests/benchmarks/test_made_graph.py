"""The made graph is a real graph file, the same for the same seed, and like a corpus in what the engines feel."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import networkx as nx
import pytest

from policygraph.benchmarks.made_graph import make
from policygraph.graph import Graph, network, open_graph
from policygraph.graph.property_graph import PropertyGraph
from policygraph.schema.ontology import ontology

FACTS = 4_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.pg"
    report = make(path, FACTS)
    assert (report.facts, report.refused) == (FACTS, ())
    return path


@pytest.fixture(scope="module")
def graph(path: Path) -> Graph:
    return open_graph(path)


@pytest.fixture(scope="module")
def made(graph: Graph) -> nx.MultiDiGraph:
    return network(graph)


def test_it_holds_what_it_says(graph: Graph) -> None:
    assert graph.verify().problems == ()


def test_the_same_seed_gives_the_same_file(path: Path, tmp_path: Path) -> None:
    make(tmp_path / "again.pg", FACTS)
    assert (tmp_path / "again.pg").read_bytes() == path.read_bytes()
    make(tmp_path / "other.pg", FACTS, seed=2)
    assert (tmp_path / "other.pg").read_bytes() != path.read_bytes()


def test_every_type_and_predicate_occurs(graph: Graph) -> None:
    elements = PropertyGraph(graph)
    assert {node.type for node in elements.nodes} == set(ontology().types)
    edges = [*elements.facts(), *elements.derived()]
    assert {edge.predicate for edge in edges} == set(ontology().predicates)


def test_few_are_named_very_often_and_most_rarely(made: nx.MultiDiGraph) -> None:
    for kind in ("Program", "Metric", "Agency"):
        degrees = sorted((made.degree(node) for node in made if node[0] == kind), reverse=True)
        assert degrees[0] > 10 * degrees[len(degrees) // 2] > 0


def test_many_pairs_have_several_edges_and_figures_of_one_year_agree_or_not(made: nx.MultiDiGraph) -> None:
    pairs = Counter((a, b) for a, b, data in made.edges(data=True) if not data["derived"])
    assert sum(times > 1 for times in pairs.values()) > FACTS / 100
    told: dict[tuple[object, ...], list[float]] = {}
    for _, metric, data in made.edges(data=True):
        if data["predicate"] == "achieves":
            told.setdefault((metric, data["year"], data["holder"]), []).append(data["value"])
    several = [values for values in told.values() if len(values) > 1]
    assert any(len(set(values)) > 1 for values in several)
    assert any(len(set(values)) < len(values) for values in several)


@pytest.mark.parametrize("predicate", ["succeeds", "part_of", "implements"])
def test_no_cycle(made: nx.MultiDiGraph, predicate: str) -> None:
    edges = [(a, b) for a, b, data in made.edges(data=True) if data["predicate"] == predicate]
    assert edges
    assert nx.is_directed_acyclic_graph(nx.DiGraph(edges))


@pytest.mark.parametrize("facts", [0, 1, 19])
def test_any_number_of_facts(tmp_path: Path, facts: int) -> None:
    assert make(tmp_path / "few.pg", facts).facts == facts
