"""The ontology's files, and what is refused in them."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from policygraph.schema.errors import VocabularyError
from policygraph.schema.facts import STATUSES, Evidence, Figure
from policygraph.schema.ontology import ontology, read_ontology
from policygraph.schema.ontology_lint import lint

FOLDER = Path(str(files("policygraph.schema") / "ontology"))


def test_what_may_be_said():
    assert set(ontology().types) == {
        "Document",
        "Agency",
        "Organization",
        "Person",
        "Region",
        "Plan",
        "Program",
        "Center",
        "Event",
        "Metric",
    }
    assert set(ontology().predicates) == {
        "issues",
        "launches",
        "recognises",
        "hosts",
        "leads",
        "participates",
        "deploys",
        "implements",
        "succeeds",
        "located_in",
        "part_of",
        "holds_post",
        "measures",
        "belongs_to",
        "counts_as",
        "judged",
        "within",
        "same_as",
        "succeeded_by",
        "targets",
        "achieves",
        "expects",
    }
    assert lint(ontology()) == ()


def test_one_predicate_in_full():
    issues = ontology().predicates["issues"]
    assert (issues.domain, issues.range, issues.iri, issues.inverse_of) == (
        ("Agency",),
        ("Plan",),
        "pg:issues",
        ("eli:passed_by",),
    )
    assert (issues.label.zh, issues.label.en) == ("发布", "issues")
    assert (issues.status, issues.derived) == (None, False)
    derived = ["within", "measures", "belongs_to", "counts_as", "judged", "succeeded_by", "same_as"]
    assert [p.name for p in ontology().predicates.values() if p.derived] == derived


def test_a_field_with_its_choices():
    measure = ontology().fields["figure", "measure"]
    assert (measure.kind, measure.label.zh) == ("choice", "度量方式")
    assert measure.values["growth"].zh == "增长率"


def test_the_edge_of_a_figure_is_the_one_that_carries_its_status():
    carriers = {p.status: p.name for p in ontology().predicates.values() if p.status}
    place = {
        "year": None,
        "year_source": None,
        "value": 1.0,
        "unit": None,
        "cmp": "eq",
        "measure": "new",
        "subject": "项目",
    }
    evidence = Evidence("a.txt", "项目1个", "项目1个", 0, 4)
    assert {s: Figure(evidence, "x", status=s, **place).predicate for s in STATUSES} == carriers


def test_full_iris():
    assert ontology().iri("eli:title") == "http://data.europa.eu/eli/ontology#title"
    assert ontology().iri("pg:issues") == "urn:policygraph:issues"
    assert ontology().iri("pg:issues", "https://example.org/") == "https://example.org/issues"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(FOLDER, tmp_path / "ontology"))


@pytest.fixture
def change(folder):
    """Sets (or with None removes) one value in a file of the copied ontology."""

    def changed(file: str, path: str, value: object) -> Path:
        content = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
        *above, last = path.split("/")
        entry = content
        for step in above:
            entry = entry[step]
        if value is None:
            del entry[last]
        else:
            entry[last] = value
        (folder / file).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return folder

    return changed


ISSUES = "predicates/issues"


@pytest.mark.parametrize(
    ("file", "path", "value", "problem"),
    [
        ("plans.yaml", f"{ISSUES}/domain", ["Ministry"], "issues: unknown type 'Ministry'"),
        ("plans.yaml", f"{ISSUES}/range", [], "issues: expected a domain and a range"),
        (
            "plans.yaml",
            f"{ISSUES}/status",
            "done",
            "issues: status 'done'; expected one of achieved, planned, forecast",
        ),
        ("plans.yaml", f"{ISSUES}/iri", "pg:deploys", "pg:deploys: the IRI of 2 entries"),
        ("plans.yaml", f"{ISSUES}/iri", "nowhere:issues", "issues: IRI 'nowhere:issues'; expected a known prefix"),
        ("plans.yaml", f"{ISSUES}/inverse_of", ["passed"], "issues: IRI 'passed'; expected a known prefix"),
        ("plans.yaml", f"{ISSUES}/label/zh", "issues", "issues: expected Chinese in 'issues'"),
        ("plans.yaml", f"{ISSUES}/definition/en", " ", "issues: expected English in ' '"),
        ("plans.yaml", f"{ISSUES}/label/en", "发布", "issues: expected English in '发布'"),
        ("bodies.yaml", "types/Person", None, "types: only in the data [], only in the code ['Person']"),
        (
            "facts.yaml",
            "fields/evidence/page",
            None,
            "fields of evidence: only in the data [], only in the code ['page']",
        ),
        (
            "figure.yaml",
            "fields/figure/cmp/values/eq",
            None,
            "values of figure.cmp: only in the data [], only in the code ['eq']",
        ),
        ("figure.yaml", "fields/figure/value/kind", "decimal", "figure.value: kind 'decimal'; expected one of text"),
        ("figure.yaml", "fields/figure/value/kind", "choice", "figure.value: values go with the kind choice"),
        ("metrics.yaml", "predicates/expects/status", None, "figures that are forecast: 0 predicates carry them"),
    ],
)
def test_the_lint_tells(change, file, path, value, problem):
    assert any(line.startswith(problem) for line in lint(read_ontology(change(file, path, value))))


def test_the_lint_tells_of_a_name_that_is_not_ascii(folder):
    content = (folder / "plans.yaml").read_text(encoding="utf-8").replace("  issues:\n", "  发布:\n")
    (folder / "plans.yaml").write_text(content, encoding="utf-8")
    assert "发布: expected a name of ASCII letters, digits and _" in lint(read_ontology(folder))


@pytest.mark.parametrize(
    ("file", "path", "value", "message"),
    [
        ("plans.yaml", f"{ISSUES}/label", None, "plans.yaml: issues: 'label'; expected iri, label and definition"),
        ("plans.yaml", f"{ISSUES}/label/fr", "publie", "plans.yaml: issues: .*'fr'"),
        ("plans.yaml", f"{ISSUES}/range", None, "plans.yaml: issues: 'range'"),
        ("plans.yaml", f"{ISSUES}/color", "red", "plans.yaml: issues: unknown color"),
        ("plans.yaml", "verbs", {}, "plans.yaml: section 'verbs'; expected one of prefixes, types"),
        ("figure.yaml", "fields/figure/value/of", "fact", None),
    ],
)
def test_a_file_of_another_shape_is_refused(change, file, path, value, message):
    changed = change(file, path, value)
    if message is None:  # where a field stands decides what it is of
        assert read_ontology(changed).fields["figure", "value"].of == "figure"
    else:
        with pytest.raises(VocabularyError, match=message):
            read_ontology(changed)


def test_an_entry_in_two_files_is_refused(folder):
    shutil.copy(folder / "plans.yaml", folder / "plans_again.yaml")
    with pytest.raises(VocabularyError, match=r"plans_again.yaml: Plan under types stands in another file too"):
        read_ontology(folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("types: [", "more.yaml is not YAML"),
        ("- Plan", "more.yaml holds list; expected sections"),
        ("types:\n  A: {iri: 1}\n  A: {iri: 2}\n", "more.yaml is not YAML: 'A' stands twice"),
    ],
)
def test_a_file_that_is_no_ontology_is_refused(folder, text, message):
    (folder / "more.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=message):
        read_ontology(folder)
