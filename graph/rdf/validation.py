"""Holds RDF against the shapes: what breaks a rule, and what is only unusual."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyoxigraph as oxigraph
from pyshacl import validate
from rdflib import RDF, SH, XSD, Dataset, Literal, Node, URIRef
from rdflib import Graph as Triples
from rdflib.collection import Collection
from rdflib.exceptions import ParserError

from ...schema.errors import InvalidFact, StoreError
from ...schema.ontology import ontology
from ..store import Graph
from .iri import Iris
from .reading import facts_of
from .shapes import shapes
from .triples import NamedGraph, named_graphs

RDF_FORMATS = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld", ".rdf": "xml"}
"""rdflib's name of the form of each suffix."""
_APART = ("pg:ontology", "pg:derived")
"""Graphs without facts, which name things that only other graphs give a type to."""
_LONGEST = 60  # characters of a value in a finding


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the shapes expect.

    rule: missing, many, datatype, choice, least, greatest, length, order, link, one_of, range, label, id (broken), or
    ends, unknown (unusual). node: id of the fact, or of the node ("Agency/财政部"). details: what a sentence about the
    rule needs. facts: of an unusual end, the facts that have it.
    """

    warning: bool
    rule: str
    node: str
    details: dict[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Validation:
    """How many facts were held against the shapes, and what was found, broken rules first."""

    facts: int
    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """No rule is broken; there may be warnings."""
        return all(finding.warning for finding in self.findings)


def validate_graph(graph: Graph, progress: Callable[[int], None] | None = None) -> Validation:
    """A graph file as RDF, document by document. progress: called with the number of documents done."""
    parts = (_copied(part) for part in named_graphs(graph))
    return _validation(parts, Iris(graph.base), progress)


def validate_file(path: Path) -> Validation:
    """An RDF file, named graph by named graph. Raises StoreError where it cannot be read, or holds no facts."""
    form = RDF_FORMATS[path.suffix.lower()]
    data = Dataset() if form in ("trig", "nquads", "json-ld") else Triples()
    try:
        with warnings.catch_warnings():  # rdflib's readers of datasets use what rdflib has deprecated
            warnings.simplefilter("ignore", DeprecationWarning)
            data.parse(data=path.read_bytes(), format=form)
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}") from error
    except (ParserError, SyntaxError, ValueError, LookupError) as error:  # each parser of rdflib has its own
        said = " ".join(str(error).split())[:300]
        raise StoreError(f"{path} is not {form} that can be read: {said}") from error
    except Exception as error:  # rdflib's readers of N-Quads and XML raise classes that nothing names in common
        if not type(error).__module__.startswith(("rdflib", "xml")):
            raise
        raise StoreError(f"{path} is not {form} that can be read: {' '.join(str(error).split())[:300]}") from error
    base = _base(data)
    if base is None:
        raise StoreError(f"{path} holds no facts of policygraph; expected nodes of the class pg:Figure or pg:Assertion")
    parts = sorted(data.graphs(), key=lambda part: str(part.identifier)) if isinstance(data, Dataset) else [data]
    return _validation(parts, Iris(base), None)


def _validation(parts: Iterable[Triples], iris: Iris, progress: Callable[[int], None] | None) -> Validation:
    rules = shapes(iris.base)
    apart = {URIRef(iris.term(name)) for name in _APART}
    facts, findings = 0, list[Finding]()
    for number, part in enumerate(parts):
        if part.identifier not in apart and len(part):
            count, found = _checked(part, rules, iris)
            facts += count
            findings += found
        if progress:
            progress(number)
    return Validation(facts, tuple(sorted(findings, key=lambda f: (f.warning, f.node, f.rule, sorted(f.details)))))


def _checked(part: Triples, rules: Triples, iris: Iris) -> tuple[int, list[Finding]]:
    _, report, _ = validate(part, shacl_graph=rules, inference="none", allow_warnings=True)
    assert isinstance(report, Triples)  # pyshacl gives an error in its place only where it was asked to
    results = report.subjects(RDF.type, SH.ValidationResult)
    found = [_finding(report, result, part, rules, iris) for result in results]
    unread = {(f.node, f.details["field"]) for f in found if f.rule == "datatype"}  # which no limit can be held against
    found = [f for f in found if f.rule not in _OF_VALUES or (f.node, f.details["field"]) not in unread]
    broken = {finding.node for finding in found if not finding.warning}
    count = 0
    for node, fact in facts_of(part, iris):
        count += 1
        identifier = iris.identifier(str(node))
        if isinstance(fact, InvalidFact) and identifier not in broken:
            found.append(Finding(False, "id", identifier, {"reason": str(fact)}))
    return count, found


def _finding(report: Triples, result: Node, part: Triples, rules: Triples, iris: Iris) -> Finding:
    def said(prop: URIRef) -> Any:
        return report.value(result, prop)

    focus, shape = said(SH.focusNode), said(SH.sourceShape)
    node = iris.identifier(str(focus))
    component = str(said(SH.sourceConstraintComponent)).removeprefix(str(SH)).removesuffix("ConstraintComponent")
    path = said(SH.resultPath)
    value = said(SH.value)
    details = {"field": _short(path, iris) if path is not None else "", "found": _found(value)}
    name = str(shape).removeprefix(f"{iris.base}shape/")
    predicate, _, end = name.rpartition("/")
    if component == "Or" and end in ("domain", "range"):
        members = Collection(rules, rules.value(shape, SH["or"]))
        usual = ", ".join(str(member).rpartition("/")[2] for member in members)
        side = RDF.subject if end == "domain" else RDF.object
        stated = URIRef(iris.term(ontology().predicates[predicate].iri))
        having = (fact for fact in part.subjects(side, focus) if (fact, RDF.predicate, stated) in part)
        facts = sorted(iris.identifier(str(fact)) for fact in having)
        return Finding(True, "ends", node, {"predicate": predicate, "end": end, "usual": usual}, tuple(facts))
    if component == "Closed":
        return Finding(True, "unknown", node, details)
    if component in _PLAIN:
        return Finding(False, _PLAIN[component], node, details)
    rule, limit = _LIMITED[component]
    stated_limit = rules.value(shape, limit)
    if component == "In":
        details["expected"] = ", ".join(map(str, Collection(rules, stated_limit)))
    else:
        iri = isinstance(stated_limit, URIRef)
        details["expected"] = _short(stated_limit, iris) if iri else str(stated_limit)
    if rule == "length":
        details["found"] = str(len(str(value)))
    return Finding(False, rule, node, details)


_PLAIN = {"MinCount": "missing", "MaxCount": "many", "NodeKind": "link", "Xone": "one_of", "Or": "range"}
_OF_VALUES = ("least", "greatest", "order")
_LIMITED = {
    "Datatype": ("datatype", SH.datatype), "In": ("choice", SH["in"]), "MinInclusive": ("least", SH.minInclusive),
    "MaxInclusive": ("greatest", SH.maxInclusive), "MinLength": ("length", SH.minLength),
    "MaxLength": ("length", SH.maxLength), "LessThan": ("order", SH.lessThan),
    "LessThanOrEquals": ("order", SH.lessThanOrEquals),
}  # fmt: skip


def _short(iri: Node, iris: Iris) -> str:
    """A term by its prefixed name; one of this project by its name alone."""
    for prefix, start in iris.prefixes().items():
        if str(iri).startswith(start):
            name = str(iri).removeprefix(start)
            return name if prefix == "pg" else f"{prefix}:{name}"
    return str(iri)


def _found(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _base(data: Triples) -> str | None:
    """What the IRIs were made with: what stands before the name of a class of facts."""
    parts = data.graphs() if isinstance(data, Dataset) else [data]
    for kind in (kind for part in parts for kind in part.objects(None, RDF.type)):
        for name in ontology().classes:
            if isinstance(kind, URIRef) and str(kind).endswith(name):
                return str(kind).removesuffix(name)
    return None


def _copied(part: NamedGraph) -> Triples:
    """The same triples in rdflib's terms, which pyshacl reads."""
    made = Triples(identifier=URIRef(part.name.value), bind_namespaces="none")
    for triple in part.triples:
        made.add((_term(triple.subject), URIRef(triple.predicate.value), _term(triple.object)))
    return made


def _term(term: Any) -> Node:
    if isinstance(term, oxigraph.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = URIRef(term.datatype.value)  # to rdflib a text is not the same with xsd:string and without
        return Literal(term.value, datatype=None if datatype == XSD.string else datatype, normalize=False)
    return URIRef(term.value)
