"""The graph as RDF."""

from __future__ import annotations

import pytest
from rdflib import RDF, SKOS, Dataset, Literal, URIRef
from rdflib import Graph as Triples
from rdflib.compare import isomorphic
from rdflib.namespace import PROV

from policygraph.graph import export, open_graph, rdf_facts
from policygraph.graph.rdf.iri import Iris
from policygraph.schema.errors import InvalidFact
from policygraph.schema.facts import Entity

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own parser
PG = "urn:policygraph:"
NOTICE = URIRef(f"{PG}Document/2020%2F通知.txt")


@pytest.fixture
def dataset(graph, tmp_path):
    export(graph, tmp_path / "out.nq")
    read = Dataset()
    read.parse(data=(tmp_path / "out.nq").read_bytes(), format="nquads")
    return read


def node(fact):
    return URIRef(f"{PG}fact/{fact.id}")


def test_one_named_graph_a_document(dataset, graph):
    names = {str(part.identifier) for part in dataset.graphs()} - {"urn:x-rdflib:default"}
    assert names == {
        f"{PG}ontology",
        f"{PG}derived",
        f"{PG}Document/2020%2F通知.txt",
        f"{PG}Document/简报.pdf",
        f"{PG}Document/网页%2F规划.html",
    }
    for fact in graph.facts():
        home = URIRef(f"{PG}Document/" + fact.evidence.document.replace("/", "%2F"))
        assert (node(fact), PROV.wasDerivedFrom, home) in dataset.graph(home)


def test_a_figure_is_a_plain_triple_and_a_node_with_its_evidence(dataset, graph):
    (fact,) = graph.facts(predicate="achieves", year=2020)
    part = dataset.graph(NOTICE)
    ministry, metric = URIRef(f"{PG}Agency/工业和信息化部"), URIRef(f"{PG}Metric/国家技术创新示范企业")
    assert (ministry, URIRef(f"{PG}achieves"), metric) in part
    assert (node(fact), RDF.type, URIRef(f"{PG}Figure")) in part
    assert set(part.objects(node(fact), URIRef(f"{PG}by"))) == {ministry, URIRef(f"{PG}Agency/财政部")}
    told = {
        name: part.value(node(fact), URIRef(f"{PG}{name}")).value
        for name in ("quote", "char_start", "char_end", "year")
    }
    assert told == {"quote": "认定国家技术创新示范企业63家", "char_start": 31, "char_end": 46, "year": 2020}
    assert float(part.value(node(fact), URIRef(f"{PG}value")).value) == 63
    assert part.value(ministry, RDF.type) == URIRef(f"{PG}Agency")
    assert part.value(ministry, SKOS.prefLabel) == Literal("工业和信息化部", lang="zh")


def test_a_relation_is_a_plain_triple_and_a_statement(dataset, graph):
    (fact,) = graph.facts(predicate="holds_post")
    part = dataset.graph(URIRef(f"{PG}Document/简报.pdf"))
    person, center = URIRef(f"{PG}Person/张某"), URIRef(f"{PG}Center/示例中心")
    assert (person, URIRef(f"{PG}holds_post"), center) in part
    assert (node(fact), RDF.type, URIRef(f"{PG}Assertion")) in part
    assert [part.value(node(fact), p) for p in (RDF.subject, RDF.predicate, RDF.object)] == [
        person,
        URIRef(f"{PG}holds_post"),
        center,
    ]
    assert part.value(node(fact), URIRef(f"{PG}post")) == Literal("主任")
    article = URIRef(f"{PG}Document/简报.pdf%231")
    assert (node(fact), PROV.wasDerivedFrom, article) in part
    assert (article, URIRef("http://purl.org/dc/terms/isPartOf"), URIRef(f"{PG}Document/简报.pdf")) in part


def test_a_figure_that_nobody_answers_for_is_held_by_its_document(dataset):
    page = URIRef(f"{PG}Document/网页%2F规划.html")
    assert (page, URIRef(f"{PG}targets"), URIRef(f"{PG}Metric/重点企业数控化率")) in dataset.graph(page)


def test_what_a_document_says_of_itself(dataset):
    part = dataset.graph(NOTICE)
    assert part.value(NOTICE, URIRef("http://data.europa.eu/eli/ontology#title")) == Literal(
        "关于公布示范企业名单的通知"
    )
    assert part.value(NOTICE, URIRef("http://data.europa.eu/eli/ontology#date_document")) == Literal("2020-11-05")
    assert part.value(NOTICE, URIRef(f"{PG}issuer")) is None


def test_the_ontology_goes_with_it(dataset):
    part = dataset.graph(URIRef(f"{PG}ontology"))
    assert Literal("认定", lang="zh") in set(part.objects(URIRef(f"{PG}recognises"), SKOS.prefLabel))
    above = URIRef("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    assert (URIRef(f"{PG}Plan"), above, URIRef("http://data.europa.eu/eli/ontology#LegalResource")) in part


def test_what_is_derived_stands_apart(dataset):
    measures = URIRef(f"{PG}measures")
    stated = [triple for part in dataset.graphs() for triple in part.triples((None, measures, None))]
    apart = list(dataset.graph(URIRef(f"{PG}derived")).triples((None, measures, None)))
    assert len(apart) == 3
    assert sorted(stated) == sorted(apart)


def test_turtle_holds_the_merged_graph(dataset, graph, tmp_path):
    export(graph, tmp_path / "out.ttl")
    turtle, merged = Triples().parse(data=(tmp_path / "out.ttl").read_bytes(), format="turtle"), Triples()
    for part in dataset.graphs():
        for triple in part:
            merged.add(triple)
    assert len(turtle) > 400
    assert isomorphic(turtle, merged)


def test_lines_are_sorted_graph_by_graph(graph, tmp_path):
    export(graph, tmp_path / "out.nq")
    lines = (tmp_path / "out.nq").read_text(encoding="utf-8").split("\n")[:-1]
    graphs = [line.split(" ")[-2] for line in lines]
    runs = [name for at, name in enumerate(graphs) if at == 0 or graphs[at - 1] != name]
    assert len(runs) == len(set(runs)) == 5
    for name in runs:
        part = [line.removesuffix(f" {name} .") for line, of in zip(lines, graphs, strict=True) if of == name]
        assert part == sorted(part)


def test_another_base(tmp_path, corpus, build, in_order):
    base = "https://example.org/pg/"
    build(tmp_path / "x.pg", corpus, {"base": base})
    with open_graph(tmp_path / "x.pg") as graph:
        export(graph, tmp_path / "out.ttl")
        turtle = Triples().parse(data=(tmp_path / "out.ttl").read_bytes(), format="turtle")
        assert in_order(rdf_facts(turtle, base)) == list(graph.facts())
    assert "urn:policygraph" not in (tmp_path / "out.ttl").read_text(encoding="utf-8")
    assert list(rdf_facts(turtle)) == []


def test_a_fact_changed_by_hand_is_told(graph, tmp_path):
    export(graph, tmp_path / "out.ttl")
    text = (tmp_path / "out.ttl").read_text(encoding="utf-8").replace("pg:value 63.0", "pg:value 64.0")
    with pytest.raises(InvalidFact, match="it was changed since it was made"):
        list(rdf_facts(Triples().parse(data=text, format="turtle")))


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        ("国家制造业创新中心", "国家制造业创新中心"),
        ("“双千兆”行动", "“双千兆”行动"),
        ("1+X 证书", "1%2BX%20证书"),
        ("a/b#c?d%e", "a%2Fb%23c%3Fd%25e"),
        ("<行>\n", "%3C行%3E%0A"),
        ("\u200b零\ue000", "%E2%80%8B零%EE%80%80"),
        ("（草案）", "（草案）"),
        ("𠮷", "𠮷"),
        ("葛\U000e0100", "葛%F3%A0%84%80"),
    ],
)
def test_names_in_iris(name, tail):
    iri = Iris().entity("Program", name)
    assert str(iri) == f"{PG}Program/{tail}"
    assert Iris().named(str(iri)) == Entity(name, "Program")


@pytest.mark.parametrize("iri", ["https://example.org/x", f"{PG}Agency", f"{PG}fact/00", "Agency/x"])
def test_other_iris_name_no_entity(iri):
    with pytest.raises(ValueError, match="is no entity under"):
        Iris().named(iri)
