"""The commands `policygraph query` and `policygraph questions`: the library, and queries in one's own words."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import open as open_graph
from .load_command import Server, credentials
from .queries import PolicyGraph, Table, Unanswerable, question, questions
from .queries.engines import Engine
from .queries.texts import cypher, sparql
from .queries.wording import Words
from .schema.notices import Notice
from .schema.ontology import BASE


@dataclass(frozen=True)
class Asked:
    """What the command line asked: a question with its key=value pairs, or a Cypher or SPARQL text, or neither.

    param: NAME=VALUE of the Cypher text. timeout: seconds, None for the usual. engine: None for networkx, or for
    neo4j where server names one. server: uri, user, password file, database, each None where not given.
    """

    question: str | None
    pairs: Sequence[str]
    cypher: str | None
    sparql: str | None
    param: Sequence[str]
    timeout: float | None
    engine: str | None
    server: tuple[str | None, str | None, Path | None, str | None]
    min_confidence: float | None


def run_query(path: str, asked: Asked, said: Words) -> Table:
    """The answer, or the list of questions where nothing was asked. Raises Unanswerable for what cannot go together."""
    if asked.cypher is not None or asked.sparql is not None:
        return _text(path, asked, said)
    if asked.param or asked.timeout:
        raise Unanswerable("adhoc_option")
    uri, user, password_file, database = asked.server
    engine = asked.engine or ("neo4j" if uri else "networkx")
    if (engine == "neo4j") != (uri is not None):
        raise Unanswerable("engine_server")
    with open_graph(path) as graph:
        if asked.question is None:
            return question_table(said)
        answers: str | Engine = engine
        if uri is not None:
            answers = _server(graph, Server(uri, user, password_file, database), said)
        given = pairs(asked.pairs)
        return graph.ask(
            asked.question, engine=answers, lang=said.lang, min_confidence=asked.min_confidence, **given
        )


def _server(graph: PolicyGraph, server: Server, said: Words) -> Engine:
    return graph.server(server.uri, *credentials(server, said), server.database)


def _text(path: str, asked: Asked, said: Words) -> Table:
    """A query in the user's own words of Cypher or SPARQL."""
    from .queries.adhoc import QueryLimits, unprotected

    with_question = asked.question is not None or asked.engine is not None or asked.server[0] is not None
    if with_question or asked.min_confidence is not None or (asked.sparql is not None and asked.param):
        raise Unanswerable("adhoc_alone")
    if lacking := unprotected():
        what = "; ".join(Notice(code).said(said.lang) for code in lacking)
        print(said.say("build.missing_protection", what=what), file=sys.stderr)
    limits = QueryLimits() if asked.timeout is None else QueryLimits(seconds=asked.timeout)
    with open_graph(path) as graph:
        if asked.sparql is not None:
            return graph.sparql(asked.sparql, limits=limits, lang=said.lang)
        given = {name: _value(value) for name, value in pairs(asked.param).items()}
        return graph.cypher(asked.cypher or "", limits=limits, lang=said.lang, **given)


def question_table(said: Words) -> Table:
    """Every question of the library with what it asks and its parameters."""
    rows = []
    for q in questions().values():
        parameters = []
        for p in q.parameters:
            note = said.say("cli.required") if p.required else ""
            choices = "yes|no" if p.kind == "flag" else "|".join(p.choices) or "…"
            if p.kind == "flag":
                note = said.say("cli.default", value="yes" if p.default else "no")
            parameters.append(f"{p.name}={choices}  {p.label[said.lang]}" + (f" ({note})" if note else ""))
        rows.append({"name": q.name, "asks": q.asks[said.lang], "parameters": "\n".join(parameters)})
    return Table("questions", ("name", "asks", "parameters"), tuple(rows), said.say("questions.title"), (), said.lang)


def question_text(name: str, language: str) -> str:
    """A question's query with every column written out, to be run elsewhere: "cypher", or "sparql" without values."""
    asked = question(name)
    if language == "cypher":
        return cypher(asked)
    from .graph.rdf.iri import Iris

    return sparql(asked, {parameter.name: None for parameter in asked.parameters}, Iris(BASE))


def pairs(given: Sequence[str]) -> dict[str, str]:
    """The values of KEY=VALUE words by their keys. Raises Unanswerable for a word without =."""
    found = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            raise Unanswerable("not_a_pair", text=pair)
        found[key.strip()] = value.strip()
    return found


def _value(text: str) -> Any:
    """A parameter's value: JSON where it is a number, a list, true, false, null or a text in quotes; else the text."""
    try:
        return json.loads(text)
    except ValueError:
        return text
