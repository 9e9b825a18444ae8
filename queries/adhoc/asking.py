"""The caller's side of ad hoc queries: the gate, then the box, then rows or an error that says what and where."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ... import sandbox
from ...sandbox import HelperLost, Helpers
from ..wording import Unanswerable
from .answers import Document, Failure, Rows, unpacked
from .cypher_gate import check_cypher
from .limits import QueryLimits
from .refusals import QueryRefused, offset
from .sparql_gate import check_sparql

PATIENCE = 60.0
"""Seconds beyond a query's own limit after which the querying process itself counts as hung."""
AT_ONCE = 4
"""So many queries at once; the others wait."""
SETTINGS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""Environment of the process that forks the boxes: a fork copies one thread, and nothing must wait for others."""
_processes = Helpers("the querying process", f"{__package__}.server", SETTINGS, AT_ONCE)
_PLACES = (
    (re.compile(r"\(line: (\d{1,6}), offset: (\d{1,6})\)"), 1),  # ladybug counts columns from 0
    (re.compile(r"error at (\d{1,6}):(\d{1,6})"), 0),
)
_NAMED = re.compile(
    r"Variable (\w{1,80}) is not in scope|property (\w{1,80}) for|(?:Table|function) (\w{1,80}) does not"
)
_KIND = re.compile(r"^(?:Parser|Binder|Catalog|Runtime|Conversion|Connection) exception: ")
_REPEATED = 20
"""So many characters are left of the part of the query that ladybug repeats: `Invalid input <…>: expected …`."""
_EXPECTED = re.compile(r"expected (?:one of )?(.{1,20000})", re.DOTALL)
_READABLE = re.compile(r'"[^"]{1,20}"|[A-Za-z][A-Za-z ]{0,200}')
"""Of what Oxigraph expected: words and marks in quotes, and sentences; no classes of characters."""
_LONGEST = 200
"""Characters of an engine's message that are shown; ladybug lists every word it knows."""


def unprotected() -> tuple[str, ...]:
    """What this system lacks for answering the queries of others, by the codes of messages; empty where nothing is."""
    return sandbox.missing_protections()


def ask_cypher(
    index: Path, text: str, parameters: Mapping[str, Any] | None = None, limits: QueryLimits | None = None
) -> Rows:
    """The rows of a Cypher query over an index file of `graph.cypher`.

    parameters: text, numbers, booleans, None and lists of them, by the names that stand after $ in the query.
    Raises QueryRefused for what the gate refuses, what the engine cannot read and what ran past the limits.
    """
    wanted, given = check_cypher(text), dict(parameters or {})
    for name in sorted(wanted - given.keys()):
        raise QueryRefused("adhoc_missing_parameter", text, text.find(f"${name}"), parameter=name)
    for name in sorted(given.keys() - wanted):
        raise QueryRefused("adhoc_unknown_parameter", parameter=name, known=", ".join(sorted(wanted)) or "–")
    found = run_unchecked("cypher", index, text, limits, parameters=given)
    assert isinstance(found, Rows)
    return found


def ask_sparql(index: Path, text: str, base: str, limits: QueryLimits | None = None) -> Rows:
    """The rows of a SPARQL query over a store on disk; ASK gives one row `answer`, CONSTRUCT and DESCRIBE triples.

    base: of the graph's IRIs: an entity's is given as its node id, a fact's as its id. Raises as `ask_cypher`.
    """
    check_sparql(text)
    found = run_unchecked("sparql", index, text, limits, base=base, media=[])
    assert isinstance(found, Rows)
    return found


def sparql_document(
    index: Path, text: str, base: str, media: Sequence[str], limits: QueryLimits | None = None
) -> Document:
    """The answer of a SPARQL query in the first of the media types that fits its kind. Raises as `ask_cypher`."""
    check_sparql(text)
    found = run_unchecked("sparql", index, text, limits, base=base, media=[*media])
    assert isinstance(found, Document)
    return found


def run_unchecked(language: str, index: Path, text: str, limits: QueryLimits | None, **more: Any) -> Rows | Document:
    """The answer of the box to a query that no gate has judged."""
    if not sandbox.CAN_FORK:
        raise Unanswerable("adhoc_no_box")
    limits = limits or QueryLimits()
    index = Path(os.path.realpath(index))
    request = {"language": language, "index": str(index), "text": text, "limits": asdict(limits), **more}
    try:
        return unpacked(_processes.ask(request, limits.seconds + PATIENCE))
    except HelperLost:
        raise QueryRefused("adhoc_lost") from None
    except Failure as failure:
        raise _told(failure, text) from None


def close() -> None:
    """Ends this process's querying processes, if there are any; the next query starts others."""
    _processes.close()


def end() -> None:
    """The same, without waiting for queries that are being answered."""
    _processes.end()


def _told(failure: Failure, text: str) -> QueryRefused:
    """The error for the caller, with the place where the engine names one."""
    if failure.code != "adhoc_failed":
        return QueryRefused(failure.code, **failure.values)
    message = str(failure.values.get("message", ""))
    for pattern, more in _PLACES:
        if found := pattern.search(message):
            before = message[: found.start()] if more else message[found.end() :]
            at = offset(text, int(found[1]), int(found[2]) + more)
            return QueryRefused("adhoc_syntax", text, at, message=_plain(before))
    where = None
    if named := _NAMED.search(message):
        name = re.escape(next(filter(None, named.groups())))
        word = re.search(rf"(?<!\w){name}(?!\w)", text, re.IGNORECASE)
        where = word.start() if word else None
    return QueryRefused("adhoc_failed", text, where, message=_plain(message))


def _plain(message: str) -> str:
    """An engine's words on one line, without the kind of its exception and the text that it repeats."""
    if expected := _EXPECTED.fullmatch(message.strip(" :")):
        words = [word for word in expected[1].split(", ") if _READABLE.fullmatch(word)]
        sentences = [word for word in words if " " in word]
        message = "; ".join(sentences) or f"expected {', '.join(words) or 'something else'}"
    message = _KIND.sub("", " ".join(message.split())).strip(" :")
    begin, end = message.find("<"), message.rfind(">: expected rule")
    if 0 <= begin < end - _REPEATED:
        message = f"{message[: begin + 1]}…{message[end - _REPEATED :]}"
    return message if len(message) <= _LONGEST else message[:_LONGEST] + "…"
