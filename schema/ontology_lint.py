"""What the ontology's files must keep to, and how they agree with the code."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator

from . import documents, facts
from .ontology import Field, Label, Ontology, Predicate, Term

KINDS = ("text", "number", "integer", "boolean", "choice", "entity", "predicate", "type", "json")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_COMMON = {f.name for f in dataclasses.fields(facts.Fact)}
_CODE = {
    "fact": _COMMON - {"evidence", "voices"},  # of which the ontology tells apart
    "evidence": {f.name for f in dataclasses.fields(facts.Evidence)},
    "figure": {f.name for f in dataclasses.fields(facts.Figure)} - _COMMON,
    "relation": {f.name for f in dataclasses.fields(facts.Relation)} - _COMMON,
    # What the node of a fact has in RDF beside the fact's own fields.
    "node": {"doc", "stated_on", "title_of_source", "subject_as_written", "object_as_written"},
    # Offsets and notices are about the file as text; a graph keeps them beside the document, not as its fields.
    # What a verdict has in RDF and in property graphs beside the facts that it is of.
    "verdict": {"verdict", "rule", "arithmetic", "reason"},
    "document": {f.name for f in dataclasses.fields(documents.DocumentInfo)} - {"char_start", "char_end", "notices"},
}
_CHOICES = {
    ("fact", "status"): facts.STATUSES, ("figure", "cmp"): facts.COMPARATORS, ("figure", "measure"): facts.MEASURES,
    ("figure", "span"): facts.SPANS, ("figure", "direction"): facts.DIRECTIONS, ("figure", "binding"): facts.BINDINGS,
    ("document", "nature"): documents.NATURES,
}  # fmt: skip


def lint(ontology: Ontology) -> tuple[str, ...]:
    """One line for each breach; empty where all is well."""
    found = [problem for term in ontology.terms() for problem in _term(ontology, term)]
    found += _unique(ontology)
    found += _agreement(ontology)
    return tuple(found)


def _term(ontology: Ontology, term: Term) -> Iterator[str]:
    if not _NAME.fullmatch(term.name):
        yield f"{term.name}: expected a name of ASCII letters, digits and _"
    for text in (term.label, term.definition):
        yield from _labeled(term.name, text)
    reused = term.inverse_of if isinstance(term, Predicate) else ()
    for prefixed in (term.iri, *term.broader, *reused):
        prefix, colon, rest = prefixed.partition(":")
        if not colon or not rest or prefix not in ontology.prefixes:
            yield f"{term.name}: IRI {prefixed!r}; expected a known prefix, a colon and a name"
    if isinstance(term, Predicate):
        for name in (*term.domain, *term.range):
            if name not in ontology.types and not (term.name in ontology.links and name in ontology.classes):
                yield f"{term.name}: unknown type {name!r}"
        if not term.range or (not term.domain and term.name in ontology.predicates):
            yield f"{term.name}: expected a domain and a range"
        if term.status is not None and term.status not in facts.STATUSES:
            yield f"{term.name}: status {term.status!r}; expected one of {', '.join(facts.STATUSES)}"
    if isinstance(term, Field):
        if term.kind not in KINDS:
            yield f"{term.of}.{term.name}: kind {term.kind!r}; expected one of {', '.join(KINDS)}"
        if bool(term.values) != (term.kind == "choice"):
            yield f"{term.of}.{term.name}: values go with the kind choice, and only with it"
        for choice, label in term.values.items():
            yield from _labeled(f"{term.of}.{term.name}.{choice}", label)


def _labeled(name: str, text: Label) -> Iterator[str]:
    if not isinstance(text.zh, str) or not _HAN.search(text.zh):
        yield f"{name}: expected Chinese in {text.zh!r}"
    if not isinstance(text.en, str) or not text.en.strip() or _HAN.search(text.en):
        yield f"{name}: expected English in {text.en!r}"


def _unique(ontology: Ontology) -> Iterator[str]:
    # The same text may be named on a relation and on a figure, a property may not mean two things.
    for iri, times in Counter(term.iri for term in ontology.terms()).items():
        if times > 1:
            yield f"{iri}: the IRI of {times} entries"
    for name in sorted(ontology.types.keys() & ontology.classes.keys()):
        yield f"{name}: a type and a class of facts"
    for name in sorted(ontology.predicates.keys() & ontology.links.keys()):
        yield f"{name}: a predicate and a link"


def _agreement(ontology: Ontology) -> Iterator[str]:
    """The data files and the dataclasses name the same things."""
    pairs = {"types": (set(ontology.types), set(facts.ENTITY_TYPES))}
    for of, code in _CODE.items():
        pairs[f"fields of {of}"] = ({name for kind, name in ontology.fields if kind == of}, code)
    for (of, name), choices in _CHOICES.items():
        field = ontology.fields.get((of, name))
        pairs[f"values of {of}.{name}"] = (set(field.values) if field else set(), set(choices))
    for what, (data, code) in pairs.items():
        if data != code:
            yield f"{what}: only in the data {sorted(data - code)}, only in the code {sorted(code - data)}"
    for of, name in ontology.fields:
        if of not in _CODE:
            yield f"fields of {of}: expected one of {', '.join(_CODE)}, found it at {name}"
    carriers = Counter(p.status for p in ontology.predicates.values() if p.status)
    for status in facts.STATUSES:
        if carriers[status] != 1:
            yield f"figures that are {status}: {carriers[status]} predicates carry them, expected one"
