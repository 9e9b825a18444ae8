"""The heads of the library's questions: what each asks, with which parameters, and what its rows hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ..schema.errors import VocabularyError
from ..schema.facts import ENTITY_TYPES, YEARS
from ..schema.languages import LANGUAGES
from .columns import FACT, TYPES, Column
from .directory import Directory, Names
from .wording import Unanswerable

KINDS = ("name", "year", "number", "choice", "flag")
MATCHES = ("name", "thing", "counted", "plan", "region")
"""How a name finds its nodes: the methods of Directory (`find` for "name")."""
EARLIEST, LATEST = 0, 9999
"""What the queries get for a first or last year that is not given. No year can be either, so that none is taken for it:
YEARS are those that a fact may have."""

_HEADING = 20  # characters; a longer label explains a column rather than names it

Bound = dict[str, Any]
"""Every parameter's value: Names or None for a name, int or None, bool, or one of the choices or None."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question.

    kind: "name" (of things in the graph, of the types `of` where it says, found as `match` says), "year", "number" (a
    whole one from 1 on), "choice" (one of `choices`), "flag". default: None where nothing is asked of that parameter.
    last: a year that ends a range; one that is not given is the latest there is, any other the earliest.
    label: by language.
    """

    name: str
    kind: str
    label: Mapping[str, str]
    required: bool = False
    default: Any = None
    of: tuple[str, ...] = ()
    match: str = "name"
    choices: tuple[str, ...] = ()
    last: bool = False

    def value(self, given: Any, directory: Directory) -> Any:
        """What was given (a string from the command line, or a value) as the parameter's kind. Raises Unanswerable."""
        text = str(given).strip()
        if self.kind == "year" and text.isdecimal() and len(text) == 4 and YEARS[0] <= int(text) <= YEARS[1]:
            return int(text)
        if self.kind == "number" and text.isdecimal() and 0 < int(text) < 10_000:
            return int(text)
        if self.kind == "flag" and text.lower() in _FLAGS:
            return _FLAGS[text.lower()]
        if text in self.choices:
            return text
        if self.kind == "name" and text:
            return self._names(text, directory)
        expected = {"year": "2021", "number": "3", "flag": "yes, no", "choice": ", ".join(self.choices), "name": "…"}
        raise Unanswerable("bad_value", parameter=self.name, value=given, expected=expected[self.kind])

    def _names(self, name: str, directory: Directory) -> Names:
        if self.match == "plan":
            return directory.plan(name)
        if self.match == "region":
            return directory.region(name)
        if self.match == "counted":
            return directory.counted(name, *self.of)
        if self.match == "thing":
            return directory.thing(name, *self.of)
        return directory.find(name, *self.of)


_FLAGS = {"yes": True, "true": True, "1": True, "是": True, "no": False, "false": False, "0": False, "否": False}


@dataclass(frozen=True)
class Question:
    """One question of the library.

    title, asks: by language. columns: what its rows hold; shown: the columns of the printed table. facts: each row is
    about one fact and begins with the columns of facts. order: columns that rows are sorted by ("-value": the highest
    first), empty for the order of facts. unique: columns of which no two rows have the same; the first one stays.
    examples: parameters that a graph of the project's documents can answer.
    """

    name: str
    title: Mapping[str, str]
    asks: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    shown: tuple[str, ...]
    facts: bool
    order: tuple[str, ...]
    unique: tuple[str, ...]
    examples: tuple[Mapping[str, Any], ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    def headings(self, lang: str) -> dict[str, str]:
        """What its own columns are called in a language: their labels, where these fit over a column."""
        own = {column.name: column.label[lang] for column in self.columns if column.label}
        fitting = {name: label if len(label) <= _HEADING else name.replace("_", " ") for name, label in own.items()}
        return {name: label[:1].upper() + label[1:] for name, label in fitting.items()}

    def text(self, file: str) -> str:
        """The query as it stands in the question's folder: "query.cypher" or "query.rq"."""
        return files(__package__).joinpath("library", self.name, file).read_text(encoding="utf-8")

    def bind(self, given: Mapping[str, Any], directory: Directory) -> Bound:
        """Every parameter's value. Raises Unanswerable for one that is unknown, missing or of the wrong kind."""
        known = {p.name: p for p in self.parameters}
        for name in given:
            if name not in known:
                raise Unanswerable("unknown_parameter", parameter=name, question=self.name, known=", ".join(known))
        bound: Bound = {}
        for name, parameter in known.items():
            if given.get(name) is not None:
                bound[name] = parameter.value(given[name], directory)
            elif parameter.required:
                raise Unanswerable("missing_parameter", parameter=name, question=self.name)
            else:
                bound[name] = parameter.default
        return bound


@cache
def questions() -> dict[str, Question]:
    """Every question of the library by its name. Raises VocabularyError where a head breaks the form."""
    folders = files(__package__).joinpath("library").iterdir()
    return {name: _read(name) for name in sorted(f.name for f in folders if f.joinpath("question.yaml").is_file())}


def question(name: str) -> Question:
    """One question. Raises Unanswerable, naming the known ones, where there is none of that name."""
    found = questions().get(name)
    if found is None:
        raise Unanswerable("unknown_question", question=name, known=", ".join(questions()))
    return found


_HEAD = {"title", "asks", "parameters", "columns", "more_columns", "shown", "order", "unique", "examples"}
_PARAMETER = {"kind", "label", "required", "default", "of", "match", "choices", "last"}
_COLUMN = {"type", "label"}
_COMPOSED = {"what", "who", "proof", "path", "outcome", "outcome_proof", "judgement"}
"""Columns of the printed table that are made of several fields (queries/rendering)."""


def _read(name: str) -> Question:
    head = yaml.safe_load(files(__package__).joinpath("library", name, "question.yaml").read_text(encoding="utf-8"))
    try:
        return read_head(name, head)
    except VocabularyError as error:
        raise VocabularyError(f"library/{name}/question.yaml: {error}") from error


def read_head(name: str, head: Any) -> Question:
    """The question of that name whose question.yaml holds `head`. Raises VocabularyError where it breaks the form."""
    _keys("the head", head, _HEAD, {"title", "asks", "shown", "examples"})
    facts = "columns" not in head
    own = head.get("more_columns", {}) if facts else head["columns"]
    parameters = tuple(_parameter(p, body) for p, body in (head.get("parameters") or {}).items())
    columns = (*(FACT if facts else ()), *(_column(column, body) for column, body in own.items()))
    made = Question(
        name, _worded("title", head["title"]), _worded("asks", head["asks"]), parameters, columns,
        tuple(head["shown"]), facts, tuple(head.get("order", ())),
        tuple(head.get("unique", ("id",) if facts else ())), tuple(head["examples"]),
    )  # fmt: skip
    _known("order", (column.removeprefix("-") for column in made.order), made.column_names)
    _known("unique", made.unique, made.column_names)
    _known("shown", made.shown, {*made.column_names, *_COMPOSED})
    for example in made.examples:
        _known("an example", example, {p.name for p in parameters})
    if not facts and not made.order:
        raise VocabularyError("no order; expected the columns that rows are sorted by")
    if not made.examples:
        raise VocabularyError("no examples; expected at least one")
    return made


def _column(name: str, body: Any) -> Column:
    _keys(f"column {name}", body, _COLUMN, _COLUMN)
    if body["type"] not in TYPES:
        raise VocabularyError(f"column {name}: type {body['type']!r}; expected one of {', '.join(TYPES)}")
    return Column(name, body["type"], _worded(f"column {name}", body["label"]))


def _parameter(name: str, body: Any) -> Parameter:
    _keys(f"parameter {name}", body, _PARAMETER, {"kind", "label"})
    kind, of, match = body["kind"], tuple(body.get("of", ())), body.get("match", "name")
    if kind not in KINDS or not set(of) <= set(ENTITY_TYPES) or match not in MATCHES:
        raise VocabularyError(
            f"parameter {name}: kind {kind!r}, match {match!r}, of {of}; expected one of {KINDS}, {MATCHES}, node types"
        )
    return Parameter(
        name, kind, _worded(f"parameter {name}", body["label"]), bool(body.get("required")), body.get("default"), of,
        match, tuple(body.get("choices", ())), bool(body.get("last")),
    )  # fmt: skip


def _keys(what: str, body: Any, known: Set[str], needed: Set[str]) -> None:
    if not isinstance(body, dict):
        raise VocabularyError(f"{what} is {body!r}; expected {', '.join(sorted(needed))}")
    _known(what, body, known)
    if missing := needed - body.keys():
        raise VocabularyError(f"{what} has no {', '.join(sorted(missing))}; add it")


def _known(what: str, names: Iterable[str], known: Collection[str]) -> None:
    if unknown := sorted(set(names) - set(known)):
        raise VocabularyError(f"{what} names {', '.join(unknown)}; expected some of {', '.join(sorted(known))}")


def _worded(what: str, text: Any) -> Mapping[str, str]:
    if not isinstance(text, dict) or set(text) != set(LANGUAGES):
        raise VocabularyError(f"{what} is {text!r}; expected a text in each of {', '.join(LANGUAGES)}")
    return text
