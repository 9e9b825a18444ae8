"""The documents of a graph as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..graph import Graph
from ..schema.notices import Notice
from .table import Row, Table
from .wording import words

COLUMNS = ("key", "title", "date", "issuer", "number", "nature", "facts", "notices", "stale", "partial")
SHOWN = ("key", "date", "nature", "title", "issuer", "facts", "notices")


def document_table(graph: Graph, lang: str | None = None) -> Table:
    """A row for every file by key; `facts` is their number, `notices` all that a reader must know.

    `notices` and `partial` (why text may be missing or wrong) are lists of {code, details, message}, the message in
    `lang`.
    """
    said = words(lang)
    counts = Counter(fact.evidence.document for fact in graph.facts())
    rows = []
    for document in graph.documents():
        info = document.info
        stated: Row = {
            name: value.value if (value := getattr(info, name)) else None
            for name in ("title", "date", "issuer", "number", "nature")
        }
        notices = dict.fromkeys([*document.notices, *info.notices, *(n for a in document.articles for n in a.notices)])
        rows.append({
            "key": document.key, **stated, "facts": counts[document.key], "notices": _told(notices, said.lang),
            "stale": document.stale, "partial": _told(document.partial, said.lang),
        })  # fmt: skip
    return Table("documents", COLUMNS, tuple(rows), said.say("documents.title"), SHOWN, said.lang)


def _told(notices: Iterable[Notice], lang: str) -> list[Row]:
    return [{**notice.record(), "message": notice.said(lang)} for notice in notices]
