"""A fact is one statement by one document: a figure or a relation, with the sentence that proves it.

Field names follow the flat export (`Fact.row`). A fact is never changed once made; its `id` is a hash of what
it says, the document's key and the place, so that a rebuild of the same corpus gives the same ids.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar

from .basis import Basis, bases_from, bases_record
from .documents import DocumentInfo
from .errors import InvalidFact

if TYPE_CHECKING:
    from .explanation import Explanation

COMPARATORS = ("eq", "about", "lt", "le", "gt", "ge", "range")
MEASURES = ("new", "total", "share", "growth", "change", "amount", "rank", "multiple", "level")
STATUSES = ("achieved", "planned", "forecast")
YEARS = (1800, 2200)
"""The first and the last year that a fact may have: others are numbers read wrong."""
SPANS = ("end", "cumulative", "average", "each")
DIRECTIONS = ("rise", "fall")
BINDINGS = ("binding", "expected")
ENTITY_TYPES = (
    "Document", "Agency", "Organization", "Person", "Region", "Plan", "Program", "Center", "Event", "Metric",
)  # the ontology's node types; tests/schema checks that the YAML agrees
F = TypeVar("F", bound="Fact")
_HOW_FOUND = ("extractor", "year_source", "bases", "confidence", "voices")
"""Fields that say how a fact was found and who speaks there, not what it says: no part of its identity."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's lower left corner, as PDF counts."""
QUOTE_LIMIT = 200
"""Longest quote in characters; a longer clause is cut around the number by the loader that makes the fact."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing: canonical name in simplified Chinese, one of ENTITY_TYPES."""

    name: str
    type: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidFact("an entity without a name; expected at least one character")
        if self.type not in ENTITY_TYPES:
            raise InvalidFact(f"entity type {self.type!r}; expected one of {', '.join(ENTITY_TYPES)}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands.

    document: the document's key (path relative to the built folder).
    quote: the shortest clause that carries the fact, exactly as the original has it (HTML: without tags).
    sentence: the whole sentence or table row; the quote lies in it.
    char_start, char_end: half-open code-point offsets into the original text.
    page: 1-based page of a PDF or image file, None for formats without pages.
    box, ocr_score: None for a file's own text. Of text recognized from an image: around the lines that the quote stands
        in, on the page where it begins; and how sure the recognizer is of the least sure of them, 0 to 1.
    """

    document: str
    quote: str
    sentence: str
    char_start: int
    char_end: int
    page: int | None = None
    box: Box | None = None
    ocr_score: float | None = None

    def __post_init__(self) -> None:
        if (self.box is None) != (self.ocr_score is None):
            raise InvalidFact(f"box {self.box}, ocr_score {self.ocr_score}; expected both or neither")
        if self.box is not None and not (
            len(self.box) == 4 and self.box[0] <= self.box[2] and self.box[1] <= self.box[3]
        ):
            raise InvalidFact(f"box {self.box}; expected left <= right and bottom <= top")
        if self.ocr_score is not None and not 0 <= self.ocr_score <= 1:
            raise InvalidFact(f"ocr_score {self.ocr_score}; expected 0 to 1")
        if not self.quote.strip() or len(self.quote) > QUOTE_LIMIT:
            raise InvalidFact(f"quote of {len(self.quote)} characters; expected 1..{QUOTE_LIMIT}: {self.quote[:40]!r}")
        if not 0 <= self.char_start < self.char_end:
            raise InvalidFact(f"offsets {self.char_start}..{self.char_end}; expected 0 <= start < end")


@dataclass(frozen=True, slots=True)
class Fact:
    """What figures and relations share.

    year: the year the fact is for; None where the text gives none.
    status: one of STATUSES; None where the statement is timeless (located_in, part_of).
    extractor: the loader or rule that made it, as `module.rule`.
    year_source: how `year` was found: "stated" in the clause, or "inherited: <from where>"; None without a year.
    bases: what single fields rest on, in the order of schema.basis.FIELDS.
    confidence: 0..1, how likely value, year, status and subject (a relation: both names) are all right, calibrated on
        annotated documents (docs/quality.md); None where nothing has judged it.
    voices: what the article, where there is one, and the file that it stands in say of themselves; empty for a fact
        that did not come from an opened graph. No part of its record, nor of what makes two facts equal.
    """

    evidence: Evidence
    extractor: str
    year: int | None
    status: str | None
    year_source: str | None
    bases: tuple[tuple[str, Basis], ...] = field(default=(), kw_only=True)
    confidence: float | None = field(default=None, kw_only=True)
    voices: tuple[DocumentInfo, ...] = field(default=(), kw_only=True, compare=False, repr=False)

    @property
    def kind(self) -> str:
        """What kind of record the fact is: "figure", "goal" (a figure that has words for its number) or "relation"."""
        return type(self).__name__.lower()

    def _check_common(self) -> None:
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise InvalidFact(f"confidence {self.confidence}; expected 0 to 1")
        _one_of("status", self.status, STATUSES, optional=True)
        if self.year is not None and not YEARS[0] <= self.year <= YEARS[1]:
            raise InvalidFact(f"year {self.year}; expected {YEARS[0]} to {YEARS[1]}")

    def identity(self) -> dict[str, object]:
        """What the fact says and where, without how it was found: the base of its id."""
        skip = {"evidence", *_HOW_FOUND}
        own = {f.name: _plain(getattr(self, f.name)) for f in fields(self) if f.name not in skip}
        place = [self.evidence.document, self.evidence.char_start, self.evidence.char_end]
        return {"kind": type(self).__name__.lower(), **own, "place": place}

    @property
    def id(self) -> str:
        """32 hexadecimal digits, the same in every rebuild of the same document by the same rules."""
        text = json.dumps(self.identity(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def explain(self, lang: str | None = None) -> Explanation:
        """Why the fact says what it says, in "zh" or "en" (None: the user's language).

        A fact knows its sentence, not its document: `explain` of an opened graph says the document's title and date
        too, and marks the words of traditional texts and of those with tags. Raises QueryError for another language.
        """
        from .explanation import explain  # which needs the types of this module

        return explain(self, lang)

    def cite(self, style: str = "gbt7714", lang: str | None = None) -> str:
        """The citation of the fact: issuing body, title, number, date, place and quote (docs/citations.md).

        style: "gbt7714" (GB/T 7714—2015), "apa" (the seventh edition), "bibtex" (an entry) or "csl" (an item of
        CSL-JSON). lang: of the words of the latter two, "zh" or "en"; None: the user's.
        Without `voices` it knows the file's name alone. Raises QueryError for another style or language.
        """
        from .citation import cite  # which needs the types of this module

        return cite(self, style, lang)


@dataclass(frozen=True, slots=True)
class Figure(Fact):
    """A number that a document states about something a policy researcher tracks.

    value, high: in base units (22.5万座 is 225000, 65% is 65); high only for ranges.
    unit: as in the text without the magnitude word; None where there is none.
    cmp: one of COMPARATORS; cmp_text the word itself (接近, 不低于), None for eq without a word.
    measure: one of MEASURES. subject: what is counted or measured, simplified, elided heads restored.
    action: the verb. agent: who does or did it, several joined by 、. plan: the document that sets the target.
    since: first year of a period. region: where, if narrower than the country.
    span: one of SPANS: at the date, over since–year, on average, every year. base_year: 较2020年 gives 2020.
    direction: rise or fall, None where the figure is no change. binding: 约束性 / 预期性.
    estimated: the text calls it an estimate (预计, 初步核算). holder: who answers for a target.
    stated_by: the speaker or quoted source.
    A goal, a target without a number, has value, high and unit None, cmp eq, measure level and goal_text: the words
    of the end state, in simplified characters. All else is as for numbers.
    """

    value: float | None
    unit: str | None
    cmp: str
    measure: str
    subject: str
    high: float | None = None
    cmp_text: str | None = None
    action: str | None = None
    agent: str | None = None
    plan: str | None = None
    since: int | None = None
    region: str | None = None
    span: str = "end"
    base_year: int | None = None
    direction: str | None = None
    binding: str | None = None
    estimated: bool = False
    holder: str | None = None
    holder_type: str = "Document"
    stated_by: str | None = None
    goal_text: str | None = None

    def __post_init__(self) -> None:
        self._check_common()
        _one_of("cmp", self.cmp, COMPARATORS)
        _one_of("measure", self.measure, MEASURES)
        _one_of("span", self.span, SPANS)
        _one_of("direction", self.direction, DIRECTIONS, optional=True)
        _one_of("binding", self.binding, BINDINGS, optional=True)
        _one_of("holder_type", self.holder_type, ENTITY_TYPES)
        for name in ("value", "high"):  # 300 and 300.0 are one number and must hash alike, 0.0 and -0.0 too
            number = getattr(self, name)
            if number is not None:
                object.__setattr__(self, name, float(number) + 0.0)
        if not self.subject.strip():
            raise InvalidFact("a figure without a subject; expected what is counted or measured")
        if (self.value is None) == (self.goal_text is None):
            raise InvalidFact("a figure needs a value, a goal needs goal_text; expected exactly one of them")
        if self.cmp == "range" and (self.high is None or self.value is None or self.high < self.value):
            raise InvalidFact(f"range {self.value}..{self.high}; expected value <= high")
        if self.since is not None and self.year is not None and self.since > self.year:
            raise InvalidFact(f"period {self.since}..{self.year}; expected since <= year")

    @property
    def kind(self) -> str:
        """A goal is no figure for whoever counts or scores figures: a figure is a number there."""
        return "figure" if self.goal_text is None else "goal"

    @property
    def predicate(self) -> str:
        """The edge to the Metric: targets if planned, expects if forecast, else achieves."""
        return {"planned": "targets", "forecast": "expects"}.get(self.status or "", "achieves")

    def row(self) -> dict[str, object]:
        """The flat export's record; the keys that a scored figure has come first, then the evidence."""
        skip = {"evidence", "extractor", "confidence", "bases", "voices"}
        own = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in skip}
        own |= {"value": _shortest(self.value), "high": _shortest(self.high)}
        return {"kind": self.kind, **_head(self), **own, **_tail(self)}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Figure:
        """The figure or goal of a record that `row` gave; its extra keys are not read. Raises InvalidFact."""
        own = {f.name: row[f.name] for f in fields(cls) if f.name != "evidence" and f.name in row}
        return _made(cls, row, own)


@dataclass(frozen=True, slots=True)
class Relation(Fact):
    """An edge between two named things. `post` is the title for holds_post, else None."""

    subject: Entity
    predicate: str
    object: Entity
    post: str | None = None

    def __post_init__(self) -> None:
        self._check_common()
        if not self.predicate.isidentifier():
            raise InvalidFact(f"predicate {self.predicate!r}; expected a name from the ontology")

    def row(self) -> dict[str, Any]:  # `object` names a field in this class
        """The flat export's record; for holds_post object.name joins body and post (工业和信息化部总工程师)."""
        return {
            "kind": self.kind, **_head(self), "predicate": self.predicate,
            "subject": {"name": self.subject.name, "type": self.subject.type},
            "object": {"name": self.object.name + (self.post or ""), "type": self.object.type},
            "post": self.post, "year": self.year, "status": self.status, "year_source": self.year_source, **_tail(self),
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Relation:
        """The relation of a record that `row` gave; its extra keys are not read. Raises InvalidFact."""
        own = {f.name: row[f.name] for f in fields(cls) if f.name != "evidence" and f.name in row}
        ends = {side: Entity(row[side]["name"], row[side]["type"]) for side in ("subject", "object") if side in row}
        if own.get("post") and "object" in ends:
            ends["object"] = Entity(ends["object"].name.removesuffix(own["post"]), ends["object"].type)
        return _made(cls, row, own | ends)


def fact_from_row(row: Mapping[str, Any]) -> Figure | Relation:
    """The fact of a flat record. Raises InvalidFact where a field is missing or wrong, or the id does not fit it."""
    kinds: dict[object, type[Figure] | type[Relation]] = {"figure": Figure, "goal": Figure, "relation": Relation}
    if row.get("kind") not in kinds:
        raise InvalidFact(f"a record of kind {row.get('kind')!r}; expected figure, goal or relation")
    fact = kinds[row["kind"]].from_row(row)
    if row.get("id", fact.id) != fact.id:
        raise InvalidFact(f"record {row['id']} now hashes to {fact.id}; it was changed since it was made, build again")
    return fact


def _shortest(number: float | None) -> float | int | None:
    """70.0 as 70: a table says no more than the text does. Not from 2**53 on, where floats skip numbers."""
    return int(number) if number is not None and number.is_integer() and abs(number) < 2**53 else number


def _head(fact: Fact) -> dict[str, object]:
    return {"id": fact.id, "doc": fact.evidence.document.rsplit("/", 1)[-1], "quote": fact.evidence.quote}


def _tail(fact: Fact) -> dict[str, object]:
    e = fact.evidence
    return {"sentence": e.sentence, "document": e.document, "char_start": e.char_start, "char_end": e.char_end,
            "page": e.page, "box": e.box and " ".join(map(str, e.box)), "ocr_score": e.ocr_score,
            "extractor": fact.extractor, "confidence": fact.confidence, "bases": bases_record(fact.bases)}


def _made(kind: type[F], row: Mapping[str, Any], own: dict[str, Any]) -> F:
    try:
        own["bases"] = bases_from(own.get("bases"))
        place = {f.name: row[f.name] for f in fields(Evidence)}
        place["box"] = place["box"] and tuple(map(float, place["box"].split()))
        return kind(evidence=Evidence(**place), **own)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidFact(f"record {row.get('id')} of {row.get('document')}: {error}; expected its fields") from error


def _plain(value: object) -> object:
    return [value.name, value.type] if isinstance(value, Entity) else value


def _one_of(name: str, value: object, allowed: tuple[str, ...], optional: bool = False) -> None:
    if value not in allowed and not (optional and value is None):
        raise InvalidFact(f"{name} {value!r}; expected one of {', '.join(allowed)}" + (" or None" if optional else ""))
