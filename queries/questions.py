"""The heads of the library's questions: what each asks, with which parameters, and what its rows hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ..schema.errors import VocabularyError
from ..schema.facts import ENTITY_TYPES
from ..schema.languages import LANGUAGES
from .table import FACT_COLUMNS
from .wording import Unanswerable

KINDS = ("name", "year", "choice", "flag")


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question.

    kind: "name" (of a thing in the graph, of one of the types `of` where it says), "year", "choice" (one of
    `choices`), "flag". default: None where nothing is asked of that parameter. label: by language.
    """

    name: str
    kind: str
    label: dict[str, str]
    required: bool = False
    default: Any = None
    of: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    def value(self, given: Any) -> Any:
        """What was given (a string from the command line, or a value) as the parameter's kind. Raises Unanswerable."""
        text = str(given).strip()
        if self.kind == "year" and text.isdecimal() and len(text) == 4:
            return int(text)
        if self.kind == "flag" and text.lower() in _FLAGS:
            return _FLAGS[text.lower()]
        if text in self.choices or (self.kind == "name" and text):
            return text
        expected = {"year": "2021", "flag": "yes, no", "choice": ", ".join(self.choices), "name": "…"}[self.kind]
        raise Unanswerable("bad_value", parameter=self.name, value=given, expected=expected)


_FLAGS = {"yes": True, "true": True, "1": True, "是": True, "no": False, "false": False, "0": False, "否": False}


@dataclass(frozen=True)
class Question:
    """One question of the library.

    title, asks: by language. columns: what its rows hold; shown: the columns of the printed table.
    """

    name: str
    title: dict[str, str]
    asks: dict[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    shown: tuple[str, ...]

    def bind(self, given: dict[str, Any]) -> dict[str, Any]:
        """Every parameter's value. Raises Unanswerable for one that is unknown, missing or of the wrong kind."""
        known = {p.name: p for p in self.parameters}
        for name in given:
            if name not in known:
                raise Unanswerable("unknown_parameter", parameter=name, question=self.name, known=", ".join(known))
        bound = {}
        for name, parameter in known.items():
            if given.get(name) is not None:
                bound[name] = parameter.value(given[name])
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


def _read(name: str) -> Question:
    head = yaml.safe_load(files(__package__).joinpath("library", name, "question.yaml").read_text(encoding="utf-8"))
    try:
        parameters = tuple(_parameter(p, body) for p, body in head.get("parameters", {}).items())
        columns = (*FACT_COLUMNS, *head.get("more_columns", ()))
        for text in (head["title"], head["asks"], *(p.label for p in parameters)):
            if set(text) != set(LANGUAGES):
                raise VocabularyError(f"library/{name}/question.yaml: {text} lacks a language; expected {LANGUAGES}")
        return Question(name, head["title"], head["asks"], parameters, columns, tuple(head["shown"]))
    except (KeyError, TypeError, AttributeError) as error:
        expected = "title, asks, parameters, shown"
        raise VocabularyError(f"library/{name}/question.yaml: {error!r}; expected {expected}") from error


def _parameter(name: str, body: dict[str, Any]) -> Parameter:
    kind, of = body["kind"], tuple(body.get("of", ()))
    if kind not in KINDS or not set(of) <= set(ENTITY_TYPES):
        raise VocabularyError(f"parameter {name}: kind {kind!r} of {of}; expected one of {KINDS} and node types")
    return Parameter(
        name, kind, body["label"], bool(body.get("required")), body.get("default"), of, tuple(body.get("choices", ()))
    )
