"""SPARQL in process."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import textwrap

import pytest

from policygraph.graph import open_graph
from policygraph.graph.property_graph import PropertyGraph
from policygraph.graph.rdf import sparql_index
from policygraph.schema.errors import QueryError


@pytest.fixture(params=["memory", "disk"])
def index(graph, request):
    with sparql_index(graph, memory=request.param == "memory") as made:
        yield made


def test_values_are_plain(index, graph):
    (fact,) = graph.facts(predicate="achieves", year=2020)
    rows = index.rows(
        """SELECT ?f ?who ?what ?year ?value ?estimated ?unit ?high ?kind WHERE {
             ?f rdf:subject ?who ; rdf:object ?what ; pg:year ?year ; pg:value ?value ; pg:estimated ?estimated ;
                pg:unit ?unit ; a ?kind FILTER(?year = 2020) OPTIONAL { ?f pg:high ?high } }"""
    )
    assert rows == [
        {
            "f": fact.id, "who": "Agency/工业和信息化部", "what": "Metric/国家技术创新示范企业", "year": 2020,
            "value": 63.0, "estimated": False, "unit": "家", "high": None, "kind": "urn:policygraph:Figure",
        }
    ]  # fmt: skip
    assert [type(rows[0][name]) for name in ("year", "value", "estimated")] == [int, float, bool]


def test_ask_and_construct(index):
    assert index.rows("ASK { ?x a pg:Center }") == [{"answer": True}]
    assert index.rows("ASK { ?x a pg:Nothing }") == [{"answer": False}]
    assert index.rows('CONSTRUCT WHERE { ?x skos:prefLabel "示例中心"@zh }') == [
        {
            "subject": "Center/示例中心",
            "predicate": "http://www.w3.org/2004/02/skos/core#prefLabel",
            "object": "示例中心",
        }
    ]


def test_a_name_is_found_once_however_many_documents_name_it(tmp_path, corpus, build):
    (document, facts), *rest = corpus
    twice = [(d, f) for d, f in rest]
    build(tmp_path / "x.pg", [(document, facts), *twice])
    with open_graph(tmp_path / "x.pg") as graph, sparql_index(graph, memory=True) as index:
        named = "SELECT ?x ?l WHERE { ?x skos:prefLabel ?l ; a ?t FILTER(STRSTARTS(STR(?t), STR(pg:))) }"
        labels = index.rows(named)
        assert len(labels) == len({tuple(row.values()) for row in labels}) > 10
        apart = index.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?f a pg:Figure } }")
        assert {row["g"] for row in apart} == {f"Document/{d.key}" for d, _ in corpus}


def test_ends_of_facts_and_what_is_derived_are_those_of_the_property_graph(index, graph):
    elements = PropertyGraph(graph)
    found = index.rows("SELECT ?f ?s ?o WHERE { ?f rdf:subject ?s ; rdf:object ?o }")
    assert {tuple(row.values()) for row in found} == {(e.id, e.source, e.target) for e in elements.facts()}
    derived = index.rows(
        "SELECT ?s ?p ?o WHERE { GRAPH pg:derived { ?s ?p ?o } FILTER NOT EXISTS { ?s a pg:Verdict } }"
    )
    assert {(row["s"], row["p"].rpartition(":")[2], row["o"]) for row in derived} == {
        (edge.source, edge.predicate, edge.target) for edge in elements.derived()
    }
    labels = {row["x"]: row["l"] for row in index.rows("SELECT ?x ?l WHERE { ?x a ?t ; skos:prefLabel ?l }")}
    assert {node.id: node.name for node in elements.nodes}.items() <= labels.items()


def test_every_fact_says_where_and_when_it_is_stated(index, graph):
    rows = index.rows(
        """SELECT ?f ?doc ?in ?on ?title WHERE { ?f pg:doc ?doc ; pg:stated_in ?in
             OPTIONAL { ?f pg:stated_on ?on } OPTIONAL { ?f pg:title_of_source ?title } }"""
    )
    edges = {edge.id: edge.properties for edge in PropertyGraph(graph).facts()}
    assert len(rows) == len(edges)
    for row in rows:
        edge = edges[row["f"]]
        inside = edge["article"] or edge["document"]
        assert (row["doc"], row["in"], row["on"], row["title"]) == (
            edge["doc"], f"Document/{inside}", edge["date"], edge["title"],
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?x WHERE { ?x a pg:Figure", r"no SPARQL: error at 1:33"),
        ("SELECT ?x\nWHERE { ?x nix:a 1 }", r"no SPARQL: error at 2:"),
        ("DELETE WHERE { ?s ?p ?o }", r"no SPARQL: error at 1:1"),
    ],
)
def test_a_syntax_error_shows_its_place_in_one_line(index, text, said):
    with pytest.raises(QueryError, match=said) as raised:
        index.rows(text)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300


def test_the_index_is_kept_and_made_again_when_the_graph_changes(tmp_path, corpus, build):
    count = "SELECT (COUNT(?f) AS ?n) WHERE { ?f prov:wasDerivedFrom ?d ; pg:quote ?q }"
    made = set()
    for documents in (corpus[:1], corpus, corpus):
        build(tmp_path / "x.pg", documents)
        with open_graph(tmp_path / "x.pg") as graph, sparql_index(graph) as index:
            assert index.path == tmp_path / "x.pg.sparql" / "store"
            assert len(index.rows("SELECT ?f WHERE { ?f pg:quote ?q }")) == len(list(graph.facts()))
            assert index.rows(count)
            made.add((tmp_path / "x.pg.sparql" / "made-from").read_text())
    assert len(made) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.pg", "x.pg.sparql"]


def test_a_damaged_index_is_made_again(graph):
    with sparql_index(graph) as index:
        path = index.path
        before = len(index.rows("SELECT ?f WHERE { ?f pg:quote ?q }"))
    (path / "CURRENT").write_text("nothing\n")
    with sparql_index(graph) as index:
        assert len(index.rows("SELECT ?f WHERE { ?f pg:quote ?q }")) == before > 5


def test_who_has_it_open_goes_on_while_it_is_made_again(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus[:1])
    with open_graph(tmp_path / "x.pg") as graph, sparql_index(graph) as old:
        build(tmp_path / "x.pg", corpus)
        with open_graph(tmp_path / "x.pg") as changed, sparql_index(changed) as new:
            assert len(new.rows("SELECT ?f WHERE { ?f pg:quote ?q }")) == sum(len(facts) for _, facts in corpus)
        assert len(old.rows("SELECT ?f ?q WHERE { ?f pg:quote ?q }")) == len(corpus[0][1])


def test_a_view_without_doubtful_facts_has_an_index_of_its_own(graph, tmp_path):
    with sparql_index(graph) as whole, sparql_index(graph.confident(0.5)) as part:
        assert part.path == tmp_path / "corpus.pg.0.5.sparql" / "store"
        assert whole.path != part.path


def ask(path):
    with open_graph(path) as graph, sparql_index(graph) as index:
        return len(index.rows("SELECT ?f WHERE { ?f pg:quote ?q }"))


def test_two_processes_that_want_it_at_once(graph):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(ask, [graph.path] * 4) == [len(list(graph.facts()))] * 4


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are of POSIX")
def test_a_full_disk_is_one_clear_error(graph, tmp_path):
    program = f"""
        import resource, signal
        from pathlib import Path
        from policygraph.graph import open_graph
        from policygraph.graph.rdf import sparql_index
        from policygraph.schema.errors import StoreError
        graph = open_graph({str(graph.path)!r})
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            sparql_index(graph, folder=Path({str(tmp_path / "away")!r}))
        except StoreError as error:
            print(error)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "corpus.pg.sparql cannot be written" in done.stdout
    assert done.stdout.count("\n") == 1
    assert not (tmp_path / "away" / "corpus.pg.sparql").exists()


def test_another_base(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus, {"base": "https://example.org/pg/"})
    with open_graph(tmp_path / "x.pg") as graph, sparql_index(graph, memory=True) as index:
        named = index.rows('SELECT ?x WHERE { ?x a pg:Center ; skos:prefLabel "示例中心"@zh }')
        assert named == [{"x": "Center/示例中心"}]
        assert index.prefixes["pg"] == "https://example.org/pg/"
