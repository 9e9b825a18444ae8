"""The Cypher and SPARQL of a question as an engine gets them: columns of facts written out, parameters put in.

The files run as they stand, with one column for a fact: its id. `/*fact f*/` behind it in Cypher, `#fact ?f` at the
end of a line in SPARQL, stand for the columns of facts, which are thus written in one place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import yaml

from ..schema.ontology import ontology
from .columns import FACT
from .directory import Names
from .questions import EARLIEST, LATEST, Bound, Question

if TYPE_CHECKING:
    from ..graph.rdf.iri import Iris

_CYPHER_FACT = re.compile(r"/\*fact (\w+)\*/")
_SPARQL_FACT = re.compile(r"#fact \?(\w+)$", re.MULTILINE)
_SPARQL_COLUMNS = re.compile(r"#columns$", re.MULTILINE)
_SPARQL_VALUES = re.compile(r"VALUES \?asked_(\w+) \{ UNDEF \}")
_WIDTH = 118  # of a line of columns that is written out


@cache
def _patterns() -> Mapping[str, str]:
    """How SPARQL reaches each column of a fact, from fact_columns.yaml: a pattern that binds ?<column> from ?fact."""
    text = files(__package__).joinpath("fact_columns.yaml").read_text(encoding="utf-8")
    return {name: str(pattern).strip() for name, pattern in yaml.safe_load(text).items()}


def cypher(question: Question) -> str:
    """The Cypher of a question with every column written out; parameters are $name, see `cypher_parameters`."""
    columns = [column.name for column in FACT if column.name != "id"]

    def written(match: re.Match[str]) -> str:
        names = ((c, "answerer" if c == "holder" else c) for c in columns)
        listed = ", ".join(f"{match[1]}.{held} AS {column}" for column, held in names)
        return "," + "\n  ".join(("", *wrap(listed, _WIDTH, break_long_words=False)))

    return _CYPHER_FACT.sub(written, question.text("query.cypher"))


def cypher_parameters(question: Question, bound: Bound) -> dict[str, Any]:
    """What the parameters of a question's Cypher are.

    Of a name p: $p its ids, $p_names its names, $any_p true where it is not given (the lists are then empty). A year
    that is not given is EARLIEST or LATEST, a choice "", a number or flag its default.
    """
    values: dict[str, Any] = {}
    for parameter in question.parameters:
        value = bound[parameter.name]
        if parameter.kind == "name":
            names = value if isinstance(value, Names) else None
            values[parameter.name] = [*names.ids] if names else []
            values[f"{parameter.name}_names"] = [*names.names] if names else []
            values[f"any_{parameter.name}"] = names is None
        elif parameter.kind == "year":
            values[parameter.name] = value if value is not None else LATEST if parameter.last else EARLIEST
        else:
            values[parameter.name] = "" if value is None else value
    used = set(re.findall(r"\$(\w+)", question.text("query.cypher")))
    return {name: value for name, value in values.items() if name in used}


def sparql(question: Question, bound: Bound, iris: Iris) -> str:
    """The SPARQL of a question with every column written out and its parameters in `VALUES ?asked_p { UNDEF }`.

    A parameter that is not given stays UNDEF, which meets everything; of a name p the values are its IRIs.
    """
    kinds = {parameter.name: parameter for parameter in question.parameters}

    def filled(match: re.Match[str]) -> str:
        name = match[1]
        if name not in kinds or bound[name] is None:
            return match[0]
        return f"VALUES ?asked_{name} {{ {' '.join(_terms(bound[name], iris))} }}"

    text = _SPARQL_VALUES.sub(filled, question.text("query.rq"))
    text = _SPARQL_COLUMNS.sub(" ".join(f"?{column.name}" for column in FACT if column.name != "id"), text)
    return f"{_prefixes(iris)}\n{_SPARQL_FACT.sub(_reached, text)}"


def _reached(match: re.Match[str]) -> str:
    return "\n".join(pattern.replace("?fact", f"?{match[1]}") for pattern in _patterns().values())


def _terms(value: Any, iris: Iris) -> list[str]:
    if isinstance(value, Names):
        return [f"<{iris.entity(*one.split('/', 1))}>" for one in value.ids]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [str(value)] if isinstance(value, int) else [f'"{value}"']  # a choice: one of the words of the head


def _prefixes(iris: Iris) -> str:
    return "\n".join(f"PREFIX {prefix}: <{iris.term(prefix + ':')}>" for prefix in sorted(ontology().prefixes))
