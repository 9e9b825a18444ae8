"""The contract of every form that facts are kept in: what goes in comes out, whatever the text."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Dataset
from rdflib import Graph as Triples

from policygraph.graph import (
    Builder,
    StoredDocument,
    export,
    network,
    network_facts,
    open_graph,
    rdf_facts,
    read_jsonl,
)
from policygraph.graph.rows import flat
from policygraph.schema.documents import DocumentInfo
from policygraph.schema.errors import ExportError
from policygraph.schema.facts import (
    BINDINGS,
    COMPARATORS,
    DIRECTIONS,
    ENTITY_TYPES,
    MEASURES,
    SPANS,
    STATUSES,
    Entity,
    Evidence,
    Figure,
    Relation,
)
from policygraph.schema.ontology import ontology

pytestmark = [  # rdflib's own parsers
    pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]


def through_store(graph, folder):
    return graph.facts()


def through_network(graph, folder):
    return network_facts(network(graph))


def through_jsonl(graph, folder):
    export(graph, folder / "out.jsonl")
    return read_jsonl(folder / "out.jsonl")


def through_nquads(graph, folder):
    export(graph, folder / "out.nq")
    read = Dataset()
    read.parse(data=(folder / "out.nq").read_bytes(), format="nquads")
    return rdf_facts(read)


def through_turtle(graph, folder):
    export(graph, folder / "out.ttl")
    return rdf_facts(Triples().parse(data=(folder / "out.ttl").read_bytes(), format="turtle"))


def through_trig(graph, folder):
    export(graph, folder / "out.trig")
    return rdf_facts(Dataset().parse(data=(folder / "out.trig").read_bytes(), format="trig"))


def through_jsonld(graph, folder):
    export(graph, folder / "out.jsonld")
    return rdf_facts(Dataset().parse(data=(folder / "out.jsonld").read_bytes(), format="json-ld"))


NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def through_rdfxml(graph, folder):
    said = [str(value) for fact in graph.facts() for value in flat(fact).values()]
    if NOT_XML.search("".join([*said, *(document.key for document in graph.documents())])):
        with pytest.raises(ExportError, match="XML"):
            export(graph, folder / "out.rdf")
        return list(graph.facts())
    export(graph, folder / "out.rdf")
    return rdf_facts(Triples().parse(data=(folder / "out.rdf").read_bytes(), format="xml"))


FORMS = [through_store, through_network, through_jsonl, through_nquads, through_turtle,
         through_trig, through_jsonld, through_rdfxml]  # fmt: skip
form = pytest.mark.parametrize("through", FORMS)


def how_found(fact):
    """What an id leaves out; of facts with one id the first by this is kept."""
    row = fact.row()
    read = row["page"] or 0, row["box"] or "", row["ocr_score"] or 0
    return fact.extractor, fact.year_source or "", fact.evidence.sentence, *read


def key(fact):
    return fact.evidence.document, fact.evidence.char_start, fact.evidence.char_end, fact.id


@form
def test_facts_in_are_facts_out(graph, corpus, tmp_path, through):
    written = sorted((fact for _, facts in corpus for fact in facts), key=key)
    assert sorted(through(graph, tmp_path), key=key) == written


@form
def test_no_facts_are_no_facts(tmp_path, through):
    with Builder(tmp_path / "x.pg") as builder:
        builder.publish()
    with open_graph(tmp_path / "x.pg") as graph:
        assert list(through(graph, tmp_path)) == []


@form
def test_two_facts_that_differ_in_one_field_stay_two(tmp_path, corpus, through):
    document, facts = corpus[0]
    changes = [
        {"value": 64.0},
        {"unit": None},
        {"year": 2021},
        {"status": "planned"},
        {"cmp": "ge"},
        {"agent": "财政部"},
        {"subject": "国家技术创新示范企业 "},
        {"region": "示例省"},
        {"holder": None, "holder_type": "Document"},
    ]
    alike = [facts[0], *(dataclasses.replace(facts[0], **change) for change in changes)]
    with Builder(tmp_path / "x.pg") as builder:
        builder.add(document, alike)
        assert builder.publish().facts == len(alike)
    with open_graph(tmp_path / "x.pg") as graph:
        assert sorted(through(graph, tmp_path), key=key) == sorted(alike, key=key)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    "年示例、《》\n\r\t\"'\\=<>&#%/\u2028 ", max_size=8
)
NAME = TEXT.filter(str.strip)
ENTITY = st.builds(Entity, NAME, st.sampled_from(ENTITY_TYPES))
NUMBER = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53)
POINTS = st.integers(-9999, 99999).map(lambda tenths: tenths / 10)
RECOGNISED = st.just((None, None)) | st.tuples(
    st.tuples(POINTS, POINTS, POINTS, POINTS).map(lambda b: (min(b[::2]), min(b[1::2]), max(b[::2]), max(b[1::2]))),
    st.integers(0, 10_000).map(lambda score: score / 10_000),
)
YEAR = st.none() | st.integers(1800, 2200)


def maybe(strategy):
    return st.none() | strategy


@st.composite
def facts_of(draw, document: str, original: str):
    start = draw(st.integers(0, len(original) - 1))
    end = draw(st.integers(start + 1, len(original)))
    if not original[start:end].strip():
        start, end = 0, len(original)
    common = {
        "evidence": Evidence(
            document, original[start:end], draw(TEXT), start, end, draw(maybe(st.integers(1, 9))), *draw(RECOGNISED)
        ),
        "extractor": draw(TEXT),
        "year": draw(YEAR),
        "status": draw(maybe(st.sampled_from(STATUSES))),
        "year_source": draw(maybe(TEXT)),
    }
    if draw(st.booleans()):
        predicate = draw(st.sampled_from(sorted(ontology().predicates)))
        return Relation(
            **common, subject=draw(ENTITY), predicate=predicate, object=draw(ENTITY), post=draw(maybe(TEXT))
        )
    value, cmp = draw(maybe(NUMBER)), draw(st.sampled_from(COMPARATORS))
    return Figure(
        **common,
        value=value,
        cmp="eq" if value is None else cmp,
        goal_text=draw(TEXT) if value is None else None,
        high=draw(st.integers(0, 9)) + abs(value) if cmp == "range" and value is not None else draw(maybe(NUMBER)),
        unit=draw(maybe(TEXT)),
        measure=draw(st.sampled_from(MEASURES)),
        subject=draw(NAME),
        cmp_text=draw(maybe(TEXT)),
        action=draw(maybe(TEXT)),
        agent=draw(maybe(TEXT)),
        plan=draw(maybe(TEXT)),
        region=draw(maybe(TEXT)),
        since=draw(maybe(st.integers(1700, common["year"] or 2200))),
        span=draw(st.sampled_from(SPANS)),
        base_year=draw(YEAR),
        direction=draw(maybe(st.sampled_from(DIRECTIONS))),
        estimated=draw(st.booleans()),
        binding=draw(maybe(st.sampled_from(BINDINGS))),
        holder=draw(maybe(TEXT)),
        stated_by=draw(maybe(TEXT)),
        holder_type=draw(st.sampled_from(ENTITY_TYPES)),
    )


@st.composite
def documents(draw):
    original = draw(NAME)
    key = draw(NAME)
    document = StoredDocument(
        info=DocumentInfo(key), sha256=hashlib.sha256(original.encode()).hexdigest(), format="txt", original=original
    )
    return document, draw(st.lists(facts_of(key, original), max_size=4))


@form
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(written=documents())
def test_any_text_comes_back(written, through):
    document, facts = written
    unique = {fact.id: fact for fact in sorted(facts, key=how_found, reverse=True)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Builder(folder / "x.pg") as builder:
            builder.add(document, facts)
            assert builder.publish().facts == len(unique)
        with open_graph(folder / "x.pg") as graph:
            assert graph.verify().problems == ()
            assert graph.original(document.key) == document.original
            back = sorted(through(graph, folder), key=key)
    assert [fact.row() for fact in back] == [fact.row() for fact in sorted(unique.values(), key=key)]
