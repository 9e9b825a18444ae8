"""The graph as nodes with properties and one edge a fact: what networkx, Neo4j and the embedded engines are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..schema.documents import DocumentInfo
from ..schema.ontology import ontology
from .derived import LISTING, DerivedEdge, Node, StatedEdge, derived_edges
from .document import DocumentRecord, own_key
from .resolve.decisions import classes
from .rows import FACT_COLUMNS, STATED, AnyFact, Scalar, flat
from .store import Graph
from .verdicts import verdicts

DOCUMENT_PROPERTIES = ("key", *STATED, "year")
"""What a Document node has beside id, type and name, None where it does not say; `year`: of its date, an integer."""
EDGE_PROPERTIES = (*FACT_COLUMNS, "article", "date", "stated_year", "doc", "title", "answerer")
"""What the edge of a fact holds.

The fields of the flat record; `article`: key of the article that it stands in, None where the file has none;
`date`, `title`: of that article, or of the file where the article does not say; `stated_year`: of that date, an
integer; `doc`: the file's name;
`answerer`: name of the node that a figure's edge starts from (its holder, or the document where nobody is known), None
for a relation.
"""
_OF_NAMES = ("via", "via_fact", "before", "after")
_OF_VERDICTS = (
    "verdict", "rule", "target_fact", "outcome_fact", "source_facts", "arithmetic", "reason", "outcome_quote",
    "outcome_date", "outcome_doc",
)  # fmt: skip
DERIVED_PROPERTIES = (*_OF_NAMES, *_OF_VERDICTS)
"""What the edge of something derived holds; None where it does not apply.

`via`, `via_fact`, `before`, `after`: as `derived.DerivedEdge` says. Of `judged`, beside the edge of a target:
`verdict`, `rule`, `arithmetic` and `reason` (in Chinese) as `verdicts.Verdict` says, `target_fact`, `outcome_fact`: ids
of the target and of what decides; `source_facts`: ids of all that the arithmetic used, with spaces between them;
`outcome_quote`, `outcome_date`, `outcome_doc`: quote, date and file name of what decides.
"""

_INTEGERS = frozenset({"year", "stated_year"})


def kind_of(name: str) -> str:
    """What a property of a node or edge holds: "text", "integer", "number" or "boolean"."""
    if name == "derived":
        return "boolean"
    kinds = {field.kind for (_, field_name), field in ontology().fields.items() if field_name == name}
    kind = "integer" if name in _INTEGERS else kinds.pop() if kinds else "text"
    return kind if kind in ("integer", "number", "boolean") else "text"


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A named thing.

    id: type, a slash and the name, of a document its key: "Agency/财政部", "Document/reports/2018.txt".
    properties: of a document DOCUMENT_PROPERTIES, else empty.
    """

    id: str
    type: str
    name: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A fact, or something derived.

    id: the fact's; of a derived edge "<predicate> <id of source> <id of target>", of a verdict
        "judged <target's id>". source, target: ids of nodes.
    properties: EDGE_PROPERTIES of a fact, DERIVED_PROPERTIES of a derived edge.
    """

    id: str
    predicate: str
    source: str
    target: str
    derived: bool
    properties: Mapping[str, Scalar]


class PropertyGraph:
    """The property graph of a graph file (or of its view without doubtful facts); the file must stay open.

    A node for every file and article and for every thing that facts name; an edge for every fact, from subject to
    object or from who answers for a figure (the document where nobody is known) to its Metric; and derived edges:
    part_of from an article to its file, those of `derived.derived_edges`, and `judged` beside the edge of each target.
    Documents are named by their titles where no other has the same, else by their keys.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._documents = {document.key: document for document in graph.documents()}
        self._names = _document_names(self._documents.values())

    @cached_property
    def nodes(self) -> tuple[GraphNode, ...]:
        """Every node once, by id."""
        made = {}
        for document in self._documents.values():
            for info in document.infos():
                said = {name: value.value if (value := getattr(info, name)) else None for name in STATED}
                told = {"key": info.key, **said, "year": int(info.date.value[:4]) if info.date else None}
                node = GraphNode(f"Document/{info.key}", "Document", self._names[info.key], told)
                made[node.id] = node
        titles = {node.name for node in made.values()}
        for entity, _ in self._graph.entities():
            # a title that is spoken of as a document is the document itself
            if entity.type != "Document" or entity.name not in titles:
                made.setdefault(node_id := f"{entity.type}/{entity.name}", GraphNode(node_id, entity.type, entity.name))
        return tuple(made[one] for one in sorted(made))

    def facts(self) -> Iterator[GraphEdge]:
        """An edge for every fact, in the order of facts."""
        return map(self._edge, self._graph.records())

    def derived(self) -> Iterator[GraphEdge]:
        """What is derived, in the order of ids."""
        nodes = [(node.type, node.name) for node in self.nodes]
        found = [_derived(edge, self._ids) for edge in derived_edges(nodes, self._stated())]
        for member, head in self.classes.items():
            found.append(_derived(DerivedEdge("same_as", member, head), self._ids))
        for document in self._documents.values():
            for article in document.articles:
                ends = ("Document", self._names[article.key]), ("Document", self._names[document.key])
                found.append(_derived(DerivedEdge("part_of", *ends), self._ids))
        found += self._judged()
        yield from sorted(found, key=lambda edge: edge.id)

    @cached_property
    def classes(self) -> dict[Node, Node]:
        """Every node that another one stands for, and that one."""
        found = {}
        for thing, head in classes(self._graph).items():
            ends = (thing.type, thing.name), (head.type, head.name)
            if thing != head and all(end in self._ids for end in ends) and self._ids[ends[0]] != self._ids[ends[1]]:
                found[ends[0]] = ends[1]
        return found

    def _judged(self) -> Iterator[GraphEdge]:
        judged = verdicts(self._graph)
        deciding = {verdict.outcome for verdict in judged.values()} - {None}
        quotes: dict[str | None, tuple[str, str | None, str]] = {}
        for row in self._graph.records() if deciding else ():
            if row["id"] in deciding:
                document, voices = self._said_in(row)
                date = next((info.date.value for info in voices if info.date), None)
                quotes[str(row["id"])] = str(row["quote"]), date, document.key.rsplit("/", 1)[-1]
        for row in self._graph.records(status="planned"):
            verdict = judged.get(str(row["id"]))
            if verdict is not None:
                source, target = (self._ids[end] for end in self._ends(row, self._said_in(row)[1]))
                said: dict[str, Scalar] = {
                    **dict.fromkeys(_OF_NAMES), "verdict": verdict.verdict, "rule": verdict.rule,
                    "target_fact": verdict.target, "outcome_fact": verdict.outcome,
                    "source_facts": " ".join(verdict.sources) or None, "arithmetic": verdict.arithmetic,
                    "reason": verdict.reason("zh"),
                    **dict(zip(_OF_VERDICTS[-3:], quotes.get(verdict.outcome, (None,) * 3), strict=True)),
                }  # fmt: skip
                yield GraphEdge(f"judged {verdict.target}", "judged", source, target, True, said)

    def edge(self, fact: AnyFact) -> GraphEdge:
        """The edge of one fact of this graph."""
        return self._edge(flat(fact))

    def _edge(self, row: dict[str, Scalar]) -> GraphEdge:
        document, voices = self._said_in(row)
        source, target = self._ends(row, voices)
        figure = row["kind"] != "relation"
        date = next((info.date.value for info in voices if info.date), None)
        properties = row | {
            "article": voices[0].key if len(voices) > 1 else None,
            "date": date,
            "stated_year": int(date[:4]) if date else None,
            "title": next((info.title.value for info in voices if info.title), None),
            "doc": document.key.rsplit("/", 1)[-1],
            "answerer": source[1] if figure else None,
        }
        return GraphEdge(str(row["id"]), str(row["predicate"]), self._ids[source], self._ids[target], False, properties)

    def node_id(self, kind: str, name: str) -> str:
        """The id of the node of that type which is called so; a document may be called by its title or its key."""
        return self._ids.get((kind, name), f"{kind}/{name}")

    @cached_property
    def _ids(self) -> dict[Node, str]:
        by_key = {("Document", key): f"Document/{key}" for key in self._names}  # who speaks of a file by its path
        return by_key | {(node.type, node.name): node.id for node in self.nodes}

    def _stated(self) -> Iterator[StatedEdge]:
        for row in self._graph.records():
            if row["kind"] != "relation" or row["predicate"] in LISTING or row["predicate"] == "part_of":
                document, voices = self._said_in(row)
                place = document.key, _offset(row["char_start"]), _offset(row["char_end"])
                yield StatedEdge(str(row["id"]), str(row["predicate"]), *self._ends(row, voices), place)

    def _said_in(self, row: Mapping[str, Scalar]) -> tuple[DocumentRecord, list[DocumentInfo]]:
        """The file that a fact stands in, and who speaks there."""
        document = self._documents[str(row["document"])]
        return document, document.voices(_offset(row["char_start"]))

    def _ends(self, row: Mapping[str, Scalar], voices: list[DocumentInfo]) -> tuple[Node, Node]:
        if row["kind"] == "relation":
            ends = (row["subject_type"], row["subject"]), (row["object_type"], row["object"])
        else:
            ends = (row["holder_type"], row["holder"]), ("Metric", row["subject"])
        source, target = (self._node(str(kind), None if name is None else str(name), voices) for kind, name in ends)
        return source, target

    def _node(self, kind: str, name: str | None, voices: list[DocumentInfo]) -> Node:
        key = own_key(kind, name, voices)
        return ("Document", self._names[key]) if key else (kind, name or "")


def _offset(value: Scalar) -> int:
    assert isinstance(value, int)
    return value


def _derived(edge: DerivedEdge, ids: Mapping[Node, str]) -> GraphEdge:
    source, target = ids[edge.source], ids[edge.target]
    values = (edge.via, edge.fact, edge.before, edge.after)
    said: dict[str, Scalar] = {**dict(zip(_OF_NAMES, values, strict=True)), **dict.fromkeys(_OF_VERDICTS)}
    return GraphEdge(f"{edge.predicate} {source} {target}", edge.predicate, source, target, True, said)


def _document_names(documents: Iterable[DocumentRecord]) -> dict[str, str]:
    names = {}
    for document in documents:
        for info in document.infos():
            title = info.title.value if info.title else info.key
            whole = info is not document.info and document.info.title and document.info.title.value == title
            names[info.key] = info.key if whole else title  # an article that is the whole file has the file's title
    times = Counter([*names.values(), *(key for key, name in names.items() if name != key)])
    return {key: name if times[name] == 1 else key for key, name in names.items()}
