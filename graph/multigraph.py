"""The graph in memory: a networkx MultiDiGraph with one edge a fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from ..schema.documents import DocumentInfo
from ..schema.facts import Entity
from .document import DocumentRecord, own_key
from .measures import measured
from .rows import STATED, AnyFact, flat, unflat
from .store import Graph

Node = tuple[str, str]
"""Type and name."""


def network(graph: Graph) -> nx.MultiDiGraph[Node]:
    """The whole graph file.

    Nodes are (type, name) with the attributes `type` and `name`; a document or article also has `key` and what it says
    of itself (title, date, …), and is named by its title where no other has the same, else by its key.

    Edges, one a fact, key = the fact's id: from subject to object, or from who answers for a figure (the document
    where nobody is known) to the Metric that its subject names. Attributes: every field of the flat record,
    `article` (key, or None), `date` of the article or document, `derived` False.

    Edges with `derived` True are no facts, and have only `predicate`: part_of from an article to its file, and
    measures from a Metric to the Program or Center whose whole name stands in the metric's; `before` and `after` are
    what stands around it there (首批, 数量).
    """
    made: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    documents = {document.key: document for document in graph.documents()}
    names = _document_names(documents.values())
    for document in documents.values():
        for info in document.infos():
            node = ("Document", names[info.key])
            said = {name: value.value if (value := getattr(info, name)) else None for name in STATED}
            made.add_node(node, type="Document", name=node[1], key=info.key, **said)
            if info is not document.info:
                made.add_edge(node, ("Document", names[document.key]), "part_of", predicate="part_of", derived=True)
    for fact in graph.facts():
        _add_fact(made, fact, documents[fact.evidence.document], names)
    for found in list(measured(Entity(name, kind) for kind, name in made)):
        link = {"predicate": "measures", "derived": True, "before": found.before, "after": found.after}
        made.add_edge(("Metric", found.metric), (found.type, found.name), "measures", **link)
    return made


def network_facts(made: nx.MultiDiGraph[Node]) -> Iterator[AnyFact]:
    """The facts of a graph that `network` made, in no order."""
    for _, _, edge in made.edges(data=True):
        if not edge["derived"]:
            yield unflat(edge)


def _add_fact(made: nx.MultiDiGraph[Node], fact: AnyFact, document: DocumentRecord, names: dict[str, str]) -> None:
    row: dict[str, Any] = flat(fact)
    voices = document.voices(fact.evidence.char_start)
    if row["kind"] == "relation":
        ends = (row["subject_type"], row["subject"]), (row["object_type"], row["object"])
    else:
        ends = (row["holder_type"], row["holder"]), ("Metric", row["subject"])
    source, target = (_node(end, voices, names) for end in ends)
    for node in (source, target):
        if node not in made:
            made.add_node(node, type=node[0], name=node[1])
    date = next((info.date.value for info in voices if info.date), None)
    row |= {"article": voices[0].key if len(voices) > 1 else None, "date": date, "derived": False}
    made.add_edge(source, target, row["id"], **row)


def _node(end: tuple[str, str | None], voices: list[DocumentInfo], names: dict[str, str]) -> Node:
    key = own_key(*end, voices)
    return ("Document", names[key]) if key else (end[0], end[1] or "")


def _document_names(documents: Iterable[DocumentRecord]) -> dict[str, str]:
    names = {}
    for document in documents:
        for info in document.infos():
            title = info.title.value if info.title else info.key
            whole = info is not document.info and document.info.title and document.info.title.value == title
            names[info.key] = info.key if whole else title  # an article that is the whole file has the file's title
    times = Counter([*names.values(), *(key for key, name in names.items() if name != key)])
    return {key: name if times[name] == 1 else key for key, name in names.items()}
