"""The ontology: what may be said, read from the data files in ontology/ beside this module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import yaml

from .errors import VocabularyError

BASE = "urn:policygraph:"
"""What the prefix pg stands for unless the settings name another base."""
SECTIONS = ("prefixes", "types", "classes", "predicates", "links", "fields")


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice, of which YAML would keep the last without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"{key!r} stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


@dataclass(frozen=True, slots=True)
class Label:
    """A text in Chinese (zh) and in English (en)."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Term:
    """What every entry has. iri and broader: prefixed names (pg:issues); broader: the more general terms reused."""

    name: str
    iri: str
    label: Label
    definition: Label
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodeType(Term):
    """A type of node (Agency), or a class of facts (Figure)."""


@dataclass(frozen=True, slots=True)
class Predicate(Term):
    """An edge from domain to range: names of node types, the usual first; other types are warned of, not refused.

    status: the status of the facts it carries, None where it may be any. derived: computed, stated by no document.
    inverse_of: prefixed names of reused terms that say the same the other way round. A link has no domain: it leads
    from the node of a fact.
    """

    domain: tuple[str, ...]
    range: tuple[str, ...]
    status: str | None
    derived: bool
    inverse_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field(Term):
    """A field of a record. of: "document", "fact", "evidence", "relation", "figure" or "node" (of a fact, in RDF only).

    kind: "text", "number", "integer", "boolean", "choice" (values holds the choices with their labels), "entity",
    "predicate", "type" or "json" (a structure, written as JSON).
    """

    of: str
    kind: str
    values: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything that may be said, by name; fields by (of, name). Treat it as read-only: every caller shares it."""

    prefixes: Mapping[str, str]
    types: Mapping[str, NodeType]
    classes: Mapping[str, NodeType]
    predicates: Mapping[str, Predicate]
    links: Mapping[str, Predicate]
    fields: Mapping[tuple[str, str], Field]

    def iri(self, prefixed: str, base: str = BASE) -> str:
        """The full IRI of a prefixed name; base: what pg stands for. Raises KeyError for an unknown prefix."""
        prefix, _, rest = prefixed.partition(":")
        return (base if prefix == "pg" else self.prefixes[prefix]) + rest

    def terms(self) -> Iterator[Term]:
        """Every entry."""
        for group in (self.types, self.classes, self.predicates, self.links, self.fields):
            yield from group.values()


@cache
def ontology() -> Ontology:
    """The ontology of this installation. Raises VocabularyError, with every breach, where the files break a rule."""
    from .ontology_lint import lint  # it needs the types above

    made = read_ontology(files(__package__) / "ontology")
    problems = lint(made)
    if problems:
        raise VocabularyError("the ontology breaks its rules: " + "; ".join(problems))
    return made


def read_ontology(folder: Traversable) -> Ontology:
    """The files of a folder as one ontology, not linted.

    Raises VocabularyError where a file is not YAML, has an unknown section, lacks a key, or repeats an entry.
    """
    sections: dict[str, dict[Any, Any]] = {section: {} for section in SECTIONS}
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name):
        for section, entries in _parsed(file).items():
            if section not in sections:
                raise VocabularyError(f"{file.name}: section {section!r}; expected one of {', '.join(SECTIONS)}")
            made = entries if section == "prefixes" else dict(_entries(file.name, section, entries))
            repeated = sorted(map(str, made.keys() & sections[section].keys()))
            if repeated:
                raise VocabularyError(f"{file.name}: {', '.join(repeated)} under {section} stands in another file too")
            sections[section] |= made
    return Ontology(**{section: MappingProxyType(entries) for section, entries in sections.items()})


def _parsed(file: Traversable) -> dict[str, Any]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{file.name} is not YAML: {error}") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"{file.name} holds {type(content).__name__}; expected sections {', '.join(SECTIONS)}")
    return content


def _entries(file: str, section: str, entries: Any) -> Iterator[tuple[Any, Term]]:
    if section == "fields":
        for of, fields in entries.items():
            for name, entry in fields.items():
                yield (of, name), _made(f"{file}: {of}.{name}", section, name, {**entry, "of": of})
    else:
        for name, entry in entries.items():
            yield name, _made(f"{file}: {name}", section, name, entry)


def _made(place: str, section: str, name: str, entry: Mapping[str, Any]) -> Term:
    rest = dict(entry)
    try:
        common: dict[str, Any] = {
            "name": name, "iri": rest.pop("iri"), "label": Label(**rest.pop("label")),
            "definition": Label(**rest.pop("definition")), "broader": tuple(rest.pop("broader", ())),
        }  # fmt: skip
        made: Term
        if section in ("types", "classes"):
            made = NodeType(**common)
        elif section == "fields":
            values = {choice: Label(**label) for choice, label in rest.pop("values", {}).items()}
            made = Field(**common, of=rest.pop("of"), kind=rest.pop("kind"), values=MappingProxyType(values))
        else:
            made = Predicate(
                **common, domain=tuple(rest.pop("domain", ())), range=tuple(rest.pop("range")),
                status=rest.pop("status", None), derived=rest.pop("derived", False),
                inverse_of=tuple(rest.pop("inverse_of", ())),
            )  # fmt: skip
    except (KeyError, TypeError) as error:
        raise VocabularyError(f"{place}: {error}; expected iri, label and definition in zh and en, …") from error
    if rest:
        raise VocabularyError(f"{place}: unknown {', '.join(sorted(map(str, rest)))}")
    return made
