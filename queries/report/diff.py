"""What two graph files hold that differs: documents and facts added, removed and changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from ...graph import Graph
from ..names import Node
from ..statements import Record
from ..wording import Words, words
from .sheet import Line, Part, Sheet
from .told import statement

_PLACE = (
    "id",
    "char_start",
    "char_end",
    "page",
    "box",
    "sentence",
    "extractor",
    "bases",
    "confidence",
    "ocr_score",
    "year_source",
)
"""Fields of a record that say where and how, not what; a fact that differs in them alone has not changed in meaning."""
Records = Callable[[Graph], Mapping[str, Record]]


def diff(first: Graph, second: Graph, facts: Records, lang: str | None = None) -> Sheet:
    """The differences from the first to the second file.

    A document has changed where its bytes have. A fact of the second file is a changed one of the first where the same
    document states it in the same words of the same thing by the same predicate, and a field differs; or it was added.
    facts: gives a graph's facts as records of edges by id.
    """
    said = words(lang)
    old_documents, new_documents = ({d.key: d for d in graph.documents()} for graph in (first, second))
    old, new = facts(first), facts(second)
    gone, come = [old[i] for i in old.keys() - new.keys()], [new[i] for i in new.keys() - old.keys()]
    changed, removed, added = _paired(gone, come)
    changed_documents = [
        k for k in old_documents.keys() & new_documents.keys() if old_documents[k].sha256 != new_documents[k].sha256
    ]
    parts = {
        "documents_added": [
            _document(k, new_documents[k].info.title) for k in new_documents.keys() - old_documents.keys()
        ],
        "documents_removed": [
            _document(k, old_documents[k].info.title) for k in old_documents.keys() - new_documents.keys()
        ],
        "documents_changed": [_document(k, new_documents[k].info.title) for k in changed_documents],
        "facts_added": [_fact(r, said) for r in added],
        "facts_removed": [_fact(r, said) for r in removed],
        "facts_changed": [_change(a, b, said) for a, b in changed],
    }
    ids = first.content[:16], second.content[:16]
    made = tuple(
        Part(key, said.say(f"report.diff.{key}"), tuple(sorted(lines, key=_order))) for key, lines in parts.items()
    )
    summary = (
        *(said.say("report.diff.file", path=g.path.name, id=i) for g, i in zip((first, second), ids, strict=True)),
        said.say("report.diff.same" if ids[0] == ids[1] else "report.diff.differ"),
    )  # fmt: skip
    return Sheet(said.say("report.diff.title"), summary, made, " ".join(ids), said.lang)


def records_by_id(graph: Graph) -> dict[str, Record]:
    """A graph's facts as the records that reports read."""
    from ...graph.property_graph import PropertyGraph

    held = PropertyGraph(graph)
    nodes: dict[str, Node] = {node.id: (node.type, node.name) for node in held.nodes}
    return {
        edge.id: {
            **edge.properties,
            "holder": edge.properties["answerer"],
            "source": nodes[edge.source],
            "target": nodes[edge.target],
            "derived": False,
        }
        for edge in held.facts()
    }


def _paired(gone: list[Record], come: list[Record]) -> tuple[list[tuple[Record, Record]], list[Record], list[Record]]:
    """Facts of the same words and thing, in the order of their places; the rest of both sides."""
    waiting: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for r in sorted(gone, key=_where):
        waiting[_same(r)].append(r)
    pairs, added = [], []
    for r in sorted(come, key=_where):
        if waiting[_same(r)]:
            pairs.append((waiting[_same(r)].pop(0), r))
        else:
            added.append(r)
    return pairs, [r for held in waiting.values() for r in held], added


def _same(r: Record) -> tuple[Any, ...]:
    return r["document"], r["quote"], r["kind"], r["predicate"] if r["kind"] == "relation" else r["subject"]


def _where(r: Record) -> tuple[Any, ...]:
    return r["document"], r["char_start"], r["id"]


def _order(line: Line) -> tuple[str, int, str]:
    return (line.values.get("document", ""), line.facts[0]["char_start"] if line.facts else 0, line.text)


def _document(key: str, title: Any) -> Line:
    return Line(f"{key} {title.value if title else ''}".strip(), (), {"document": key})


def _fact(r: Record, said: Words) -> Line:
    return Line(f"{r['year'] or ''} {statement(r, said)}".strip(), (r,), {"document": r["document"]})


def _change(before: Record, after: Record, said: Words) -> Line:
    fields = [
        name for name in before
        if name not in (*_PLACE, "source", "target", "derived", "answerer") and before[name] != after.get(name)
    ]  # fmt: skip
    what = said.say("report.semicolon").join(f"{said.column(f)}: {before[f]} → {after.get(f)}" for f in fields)
    text = f"{statement(after, said)}: {what or said.say('report.diff.moved')}"
    values = {"document": after["document"], "before": before["id"], "after": after["id"], "fields": fields}
    return Line(text, (after,), values)
