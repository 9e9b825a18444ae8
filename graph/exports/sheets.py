"""What the sheets of a workbook hold: one a kind of fact, then the documents and the names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..property_graph import GraphEdge, PropertyGraph
from ..rows import STATED, Scalar
from ..store import Graph

_PLACE = (
    "quote", "sentence", "doc", "title", "date", "page", "document", "article", "stated_year", "char_start",
    "char_end", "year_source", "confidence", "extractor", "bases", "box", "ocr_score", "id",
)  # fmt: skip
_FIGURE = (
    "year", "status", "predicate", "subject", "value", "high", "unit", "cmp", "cmp_text", "measure", "direction",
    "since", "span", "base_year", "action", "agent", "plan", "region", "binding", "estimated", "holder", "holder_type",
    "answerer", "stated_by", *_PLACE,
)  # fmt: skip
_RELATION = (
    "year", "status", "predicate", "subject", "subject_type", "object", "object_type", "post", *_PLACE,
)  # fmt: skip
_DOCUMENT = ("key", *STATED, "part_of", "second_hand", "internal", "format", "partial", "facts")
_NAME = ("type", "name", "facts", "id")


@dataclass(frozen=True)
class Sheet:
    """A sheet before its rows are known.

    columns: names of fields, in order. records: of the ontology, in which to look for what the fields are called.
    """

    name: str
    columns: tuple[str, ...]
    records: tuple[str, ...] = field(default=())


FACT_SHEETS = {
    "figure": Sheet("figures", _FIGURE, ("fact", "figure", "node", "evidence", "document")),
    "goal": Sheet("goals", ("goal_text", *_FIGURE), ("fact", "figure", "node", "evidence", "document")),
    "relation": Sheet("relations", _RELATION, ("fact", "relation", "node", "evidence", "document")),
}
"""The sheet of each kind of fact. What a kind never has is no column of it: it is None in every such fact."""
DOCUMENTS = Sheet("documents", _DOCUMENT, ("document", "node"))
NAMES = Sheet("names", _NAME, ("document", "node"))


def fact_row(edge: GraphEdge) -> tuple[Sheet, dict[str, Scalar]]:
    """The sheet of a fact and what it says, by columns."""
    sheet = FACT_SHEETS[str(edge.properties["kind"])]
    return sheet, {name: edge.properties[name] for name in sheet.columns}


def document_rows(graph: Graph) -> Iterator[dict[str, Scalar]]:
    """A row for every file, followed by those of its articles. facts: how many stand in it; None for an article."""
    facts = Counter(fact.evidence.document for fact in graph.facts())
    for document in graph.documents():
        whole = {"format": document.format, "partial": bool(document.partial), "facts": facts[document.key]}
        for info in document.infos():
            stated = {name: value.value if (value := getattr(info, name)) else None for name in STATED}
            own = {"part_of": info.part_of, "second_hand": info.second_hand, "internal": info.internal}
            more = whole if info is document.info else {}
            yield dict.fromkeys(_DOCUMENT) | {"key": info.key} | stated | own | more


def name_rows(graph: Graph, elements: PropertyGraph) -> Iterator[dict[str, Scalar]]:
    """A row for every named thing. facts: how many name it. id: of its node in the other exports."""
    for entity, count in graph.entities():
        node = elements.node_id(entity.type, entity.name)
        yield {"type": entity.type, "name": entity.name, "facts": count, "id": node}
