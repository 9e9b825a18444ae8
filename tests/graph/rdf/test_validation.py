"""What the shapes find: nothing in what this package writes, and each breach in what was changed by hand."""

from __future__ import annotations

import re

import pytest

from policygraph.graph import export, open_graph
from policygraph.graph.rdf.validation import RDF_FORMATS, validate_file, validate_graph
from policygraph.schema.errors import StoreError

QUOTE = "认定国家技术创新示范企业63家"


@pytest.fixture
def turtle(graph, tmp_path):
    export(graph, tmp_path / "out.ttl")
    return (tmp_path / "out.ttl").read_text(encoding="utf-8")


@pytest.fixture
def findings(turtle, tmp_path):
    """findings(pattern, new): what is found once one place of the file is changed."""

    def found(pattern, new):
        text, times = re.subn(pattern, new, turtle, count=1)
        assert times == 1
        (tmp_path / "changed.ttl").write_text(text, encoding="utf-8")
        result = validate_file(tmp_path / "changed.ttl")
        assert result.conforms == all(finding.warning for finding in result.findings)
        return result.findings

    return found


def test_a_graph_conforms_and_tells_what_is_unusual(graph):
    found = validate_graph(graph)
    assert found.facts == len(list(graph.facts()))
    assert found.conforms
    assert {(f.rule, f.node) for f in found.findings} <= {("ends", node) for node in (
        "Center/示例中心", "Document/2020/通知.txt", "Document/关于公布示范企业名单的通知")}  # fmt: skip


@pytest.mark.parametrize("suffix", sorted(RDF_FORMATS))
def test_every_form_conforms(graph, tmp_path, suffix):
    export(graph, tmp_path / f"out{suffix}")
    found = validate_file(tmp_path / f"out{suffix}")
    assert found.conforms
    assert found.facts == len(list(graph.facts()))


CHANGES = [
    (rf'pg:quote "{QUOTE}" ;', "", "missing", "quote"),
    (r"pg:char_start \d+ ;", "", "missing", "char_start"),
    (r"prov:wasDerivedFrom [^;]+ ;", "", "missing", "prov:wasDerivedFrom"),
    (rf'pg:quote "{QUOTE}"', f'pg:quote "{QUOTE}", "other"', "many", "quote"),
    (r'pg:cmp "eq"', 'pg:cmp "same"', "choice", "cmp"),
    (r'pg:status "planned"', 'pg:status "hoped"', "choice", "status"),
    (r"pg:year 2020", "pg:year 1020", "least", "year"),
    (r"pg:year 2025", "pg:year 2525", "greatest", "year"),
    (r"pg:year 2020", 'pg:year "2020"', "datatype", "year"),
    (r"pg:value 63\.0", 'pg:value "63"', "datatype", "value"),
    (r"pg:since 2021", "pg:since 2026", "order", "since"),
    (rf'pg:quote "{QUOTE}"', f'pg:quote "{"长" * 201}"', "length", "quote"),
    (r"pg:stated_in pg:Document[^;]+ ;", 'pg:stated_in "here" ;', "link", "stated_in"),
    (r"pg:value 63\.0 ;", "", "one_of", ""),
    (r"pg:value 63\.0 ;", 'pg:value 63.0 ; pg:goal_text "全覆盖" ;', "one_of", ""),
    (r"pg:high 3\.0 ;", "", "range", ""),
]


@pytest.mark.parametrize(("pattern", "new", "rule", "field"), CHANGES)
def test_what_a_fact_must_have(findings, graph, pattern, new, rule, field):
    broken = [finding for finding in findings(pattern, new) if not finding.warning]
    assert [(finding.rule, finding.details["field"]) for finding in broken] == [(rule, field)]
    assert broken[0].node in {fact.id for fact in graph.facts()}


def test_a_fact_that_no_longer_fits_its_id(findings, graph):
    (fact,) = graph.facts(predicate="achieves", year=2020)
    broken = [finding for finding in findings(r"pg:value 63\.0", "pg:value 64.0") if not finding.warning]
    assert [(finding.rule, finding.node) for finding in broken] == [("id", fact.id)]
    assert "it was changed since it was made" in broken[0].details["reason"]


def test_an_unknown_property_is_a_warning(findings):
    warned = [f for f in findings(r"pg:value 63\.0 ;", 'pg:value 63.0 ; pg:remark "好" ;') if f.rule == "unknown"]
    assert [(finding.warning, finding.details) for finding in warned] == [(True, {"field": "remark", "found": "好"})]


def test_an_unusual_end_is_a_warning_with_its_facts(findings, graph):
    (fact,) = graph.facts(predicate="recognises")
    pattern = r"pg:Agency\\/工业和信息化部 a pg:Agency"
    unusual = findings(pattern, r"pg:Agency\\/工业和信息化部 a pg:Metric")
    (warned,) = [finding for finding in unusual if finding.details.get("predicate") == "recognises"]
    assert (warned.warning, warned.rule, warned.node) == (True, "ends", "Agency/工业和信息化部")
    assert warned.details == {"predicate": "recognises", "end": "domain", "usual": "Agency, Organization, Region"}
    assert warned.facts == (fact.id,)


@pytest.mark.parametrize("suffix", sorted(RDF_FORMATS))
def test_a_file_that_is_none_is_told(tmp_path, suffix):
    (tmp_path / f"x{suffix}").write_text("no such thing\n<", encoding="utf-8")
    with pytest.raises(StoreError, match=rf"x{suffix} is not .* that can be read"):
        validate_file(tmp_path / f"x{suffix}")


def test_a_file_without_facts_is_told(tmp_path):
    (tmp_path / "x.ttl").write_text("<urn:a> a <urn:b> .", encoding="utf-8")
    with pytest.raises(StoreError, match="holds no facts of policygraph; expected nodes of the class pg:Figure"):
        validate_file(tmp_path / "x.ttl")


def test_another_base(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus, {"base": "https://example.org/pg/"})
    with open_graph(tmp_path / "x.pg") as graph:
        export(graph, tmp_path / "out.nq")
        assert validate_graph(graph).conforms
    assert validate_file(tmp_path / "out.nq").facts == sum(len(facts) for _, facts in corpus)
