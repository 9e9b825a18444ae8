"""Facts and documents as flat records: the form that tables, edges and exports share."""

from __future__ import annotations

import json
import math
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from ..schema.documents import DocumentInfo, Stated
from ..schema.errors import InvalidFact
from ..schema.facts import Figure, Relation, fact_from_row
from ..schema.notices import Notice, NoticeRecord
from .document import DocumentRecord, Refusal, StoredDocument

AnyFact = Figure | Relation
Scalar = str | int | float | bool | None
Record = Mapping[str, Any] | sqlite3.Row

FACT_COLUMNS = (
    "document", "char_start", "char_end", "id", "kind", "predicate", "subject", "subject_type", "object", "object_type",
    "post", "value", "high", "unit", "cmp", "cmp_text", "measure", "action", "agent", "plan", "year", "since", "status",
    "region", "span", "base_year", "direction", "binding", "estimated", "year_source", "holder", "holder_type",
    "stated_by", "goal_text", "quote", "sentence", "page", "box", "ocr_score", "extractor", "confidence", "bases",
)
"""Fields of a flat record; a relation leaves those of figures None and the other way round."""

STATED = ("title", "date", "issuer", "number", "nature", "source", "speaker")
_SAYS = ("key", *STATED, "info")
_KEPT = ("sha256", "format", "encoding", "markup", "pages", "partial", "notices", "rules", "stale")
DOCUMENT_COLUMNS = (*_SAYS, *_KEPT)
ARTICLE_COLUMNS = (*_SAYS, "part_of", "position")
REFUSED_COLUMNS = ("key", "sha256", "error", "code", "details")


def flat(fact: AnyFact) -> dict[str, Scalar]:
    """The fact with one scalar a field, keys as in FACT_COLUMNS; a figure's subject is of type Metric.

    Raises InvalidFact where a number is not finite, which neither JSON nor SQLite can hold.
    """
    row: dict[str, Any] = fact.row()
    if isinstance(fact, Relation):
        row |= {"subject": fact.subject.name, "subject_type": fact.subject.type}
        row |= {"object": fact.object.name, "object_type": fact.object.type}
    else:
        row |= {"subject_type": "Metric", "predicate": fact.predicate}
        if not all(math.isfinite(number) for number in (fact.value, fact.high) if number is not None):
            raise InvalidFact(f"value {fact.value}, high {fact.high}; expected finite numbers: {fact.evidence.quote}")
    row["bases"] = _json(row["bases"]) if row["bases"] else None
    return {column: row.get(column) for column in FACT_COLUMNS}


def stored_record(row: sqlite3.Row) -> dict[str, Scalar]:
    """What `flat` gives of the fact that a row of the table of facts holds; the row begins with FACT_COLUMNS."""
    record = dict(zip(FACT_COLUMNS, row, strict=True))
    if record["kind"] != "relation":
        record["estimated"] = bool(record["estimated"])
    return record


def unflat(record: Record) -> AnyFact:
    """The fact of a record that `flat` gave. Raises InvalidFact where the record does not fit its id."""
    row = {column: record[column] for column in FACT_COLUMNS}
    row["bases"] = json.loads(row["bases"] or "{}")
    if row["kind"] == "relation":
        for side in ("subject", "object"):
            row[side] = {"name": row[side], "type": row[f"{side}_type"]}
        row["object"]["name"] += row["post"] or ""
    else:
        row["estimated"] = bool(row["estimated"])
    return fact_from_row(row)


def fact_order(record: Mapping[str, Any]) -> tuple[Any, ...]:
    """The order of facts everywhere: by document, place, id."""
    return record["document"], record["char_start"], record["char_end"], record["id"]


def document_row(record: DocumentRecord) -> dict[str, Scalar]:
    """A document's row without its text and hash."""
    return _says(record.info) | {
        "sha256": record.sha256, "format": record.format, "encoding": record.encoding, "markup": int(record.markup),
        "pages": _json(record.pages), "partial": _json(_records(record.partial)),
        "notices": _json(_records(record.notices)),
        "rules": record.rules, "stale": int(record.stale),
    }


def article_rows(record: DocumentRecord) -> list[dict[str, Scalar]]:
    """The rows of a document's articles, in order."""
    return [
        _says(article) | {"part_of": record.key, "position": position}
        for position, article in enumerate(record.articles)
    ]


def document_from(row: Record, articles: Iterable[Record]) -> DocumentRecord:
    """The document of its row and those of its articles."""
    return DocumentRecord(
        info=_info(row, None), articles=tuple(_info(a, a["part_of"]) for a in articles), sha256=row["sha256"],
        format=row["format"], encoding=row["encoding"], markup=bool(row["markup"]),
        pages=tuple(json.loads(row["pages"])), partial=_notices(json.loads(row["partial"])),
        notices=_notices(json.loads(row["notices"])),
        rules=row["rules"], stale=bool(row["stale"]),
    )  # fmt: skip


def refused_row(refusal: Refusal) -> dict[str, Scalar]:
    """The row of a file that could not be used."""
    notice = refusal.notice
    details = _json(dict(notice.details))
    return dict(zip(REFUSED_COLUMNS, (refusal.key, refusal.sha256, refusal.error, notice.code, details), strict=True))


def refusal_from(row: Record) -> Refusal:
    """The refusal of its row."""
    return Refusal(row["key"], row["sha256"], row["error"], Notice(row["code"], json.loads(row["details"])))


def packed(document: StoredDocument) -> bytes:
    """The original text as the store keeps it."""
    return zlib.compress(document.original.encode("utf-8", "surrogatepass"), 9)


def unpacked(original: bytes) -> str:
    """The text that `packed` kept. Raises zlib.error or UnicodeDecodeError where the bytes were changed."""
    return zlib.decompress(original).decode("utf-8", "surrogatepass")


def _says(info: DocumentInfo) -> dict[str, Scalar]:
    stated: dict[str, Stated | None] = {name: getattr(info, name) for name in STATED}
    more = {
        "places": {name: [s.where, s.char_start] for name, s in stated.items() if s},
        "char_start": info.char_start, "char_end": info.char_end,
        "second_hand": info.second_hand, "internal": info.internal,
        "notices": _records(info.notices),
    }
    return {"key": info.key, **{name: s.value if s else None for name, s in stated.items()}, "info": _json(more)}


def _info(row: Record, part_of: str | None) -> DocumentInfo:
    more = json.loads(row["info"])
    places = more.pop("places")
    more |= {name: Stated(row[name], *place) for name, place in places.items()}
    return DocumentInfo(row["key"], part_of=part_of, **more | {"notices": _notices(more["notices"])})


def _records(notices: Iterable[Notice]) -> list[NoticeRecord]:
    return [notice.record() for notice in notices]


def _notices(records: Iterable[NoticeRecord]) -> tuple[Notice, ...]:
    return tuple(Notice(**record) for record in records)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
