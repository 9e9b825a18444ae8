"""The written forms of RDF: one graph in each of them, and the same bytes from every run."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys

import pytest
from rdflib import Dataset, URIRef
from rdflib import Graph as Triples
from rdflib.compare import isomorphic

from policygraph.graph import export, open_graph
from policygraph.graph.rdf.validation import RDF_FORMATS
from policygraph.schema.documents import Stated
from policygraph.schema.errors import ExportError

pytestmark = [  # rdflib's own parsers
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
NAMED = (".trig", ".nq", ".jsonld")


def read(path):
    made = Dataset() if path.suffix in NAMED else Triples()
    made.parse(data=path.read_bytes(), format=RDF_FORMATS[path.suffix])
    return made


def merged(data):
    made = Triples()
    for part in data.graphs() if isinstance(data, Dataset) else [data]:
        for triple in part:
            made.add(triple)
    return made


@pytest.mark.parametrize("suffix", sorted(set(RDF_FORMATS) - {".nq"}))
def test_every_form_holds_the_same_triples(graph, tmp_path, suffix):
    for name in ("out.nq", f"out{suffix}"):
        export(graph, tmp_path / name)
    expected, found = merged(read(tmp_path / "out.nq")), merged(read(tmp_path / f"out{suffix}"))
    assert len(expected) > 400
    assert isomorphic(expected, found)


@pytest.mark.parametrize("suffix", sorted(set(NAMED) - {".nq"}))
def test_named_graphs_are_kept_apart(graph, tmp_path, suffix):
    for name in ("out.nq", f"out{suffix}"):
        export(graph, tmp_path / name)
    expected, found = read(tmp_path / "out.nq"), read(tmp_path / f"out{suffix}")
    parts = {part.identifier: set(part) for part in expected.graphs() if len(part)}
    assert {part.identifier: set(part) for part in found.graphs() if len(part)} == parts
    assert len(parts) == 5


@pytest.mark.parametrize("suffix", sorted(RDF_FORMATS))
def test_another_process_writes_the_same_bytes(graph, tmp_path, suffix):
    export(graph, tmp_path / f"a{suffix}")
    out = tmp_path / f"b{suffix}"
    program = f"from policygraph.graph import export, open_graph; export(open_graph({str(graph.path)!r}), {str(out)!r})"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True, env=environment)
        assert out.read_bytes() == (tmp_path / f"a{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".rdf", ".jsonld"])
def test_prefixes_make_it_short(graph, tmp_path, suffix):
    export(graph, tmp_path / f"out{suffix}")
    read_back = read(tmp_path / f"out{suffix}")
    prefixes = {prefix: str(iri) for prefix, iri in read_back.namespaces()}
    assert prefixes["pg"] == "urn:policygraph:"
    assert prefixes["prov"] == "http://www.w3.org/ns/prov#"


def test_json_ld_reads_like_the_flat_records(graph, tmp_path):
    export(graph, tmp_path / "out.jsonld")
    whole = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    nodes = {node["@id"]: node for part in whole["@graph"] for node in part["@graph"]}
    (fact,) = graph.facts(predicate="achieves", year=2020)
    node = nodes[f"pg:fact/{fact.id}"]
    told = {name: node[name] for name in ("@type", "year", "value", "quote", "estimated", "held_by", "subject")}
    assert told == {
        "@type": "pg:Figure",
        "year": 2020,
        "value": "63.0",
        "quote": "认定国家技术创新示范企业63家",
        "estimated": False,
        "held_by": "pg:Agency/工业和信息化部",
        "subject": "国家技术创新示范企业",
    }
    assert sorted(node["by"]) == ["pg:Agency/工业和信息化部", "pg:Agency/财政部"]


def test_the_merged_forms_still_tell_which_document_states_a_fact(graph, tmp_path):
    export(graph, tmp_path / "out.rdf")
    data = read(tmp_path / "out.rdf")
    stated = URIRef("urn:policygraph:stated_in")
    assert len(set(data.subjects(stated))) == len(list(graph.facts()))


def test_a_character_that_xml_cannot_hold_is_named(tmp_path, corpus, build):
    path = tmp_path / "odd.pg"
    document, facts = corpus[0]
    info = dataclasses.replace(document.info, issuer=Stated("发改委\x01", "masthead"))
    build(path, [(dataclasses.replace(document, info=info), facts)])
    with open_graph(path) as odd, pytest.raises(ExportError) as raised:
        export(odd, tmp_path / "out.rdf")
    assert raised.value.notice.said("en") == (
        "XML cannot hold U+0001, which a text of this graph has; export to .ttl or .trig"
    )
