"""The tables of the evaluation: per set, genre, nature, document, field and predicate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from policygraph.schema.facts import MEASURES, STATUSES
from policygraph.schema.ontology import ontology

from .bootstrap import interval
from .counts import Count, total
from .evaluation import Evaluation, Scored
from .mistakes import Mistake, worst
from .table import Table

SCORES = ("detection", "core", "full", "relations", "relations core")
BESIDE = "The scorer's own F1 and its 95 % interval; after the stroke the F1 without facts outside the annotated part."


class Tables:
    """The tables of one evaluation; seed and draws are the bootstrap's."""

    def __init__(self, evaluation: Evaluation, seed: int, draws: int) -> None:
        self.documents = evaluation.documents
        self.fields = evaluation.scorer.fields()
        self.seed, self.draws = seed, draws

    def scores(self) -> list[Table]:
        """Every table of scores, in the order of the page."""
        return [
            self._by("Sets", "gold", lambda s: s.gold_set, BESIDE),
            self._by("Genres", "genre", lambda s: s.document.genre, f"Folders of the corpus. {BESIDE}"),
            self._by("Natures", "nature", lambda s: s.document.nature, f"As the reading takes the document. {BESIDE}"),
            self._documents(),
            self._of_fields(),
            self._fields_by_genre(),
            self._predicates(),
            self._predicates_by_genre(),
            self._confusion("measure", MEASURES, "The scorer takes growth and change of a % for each other."),
            self._confusion("status", STATUSES, ""),
        ]

    def mistakes(self, count: int) -> tuple[Table, list[Mistake]]:
        """The worst mistakes without a word of the documents, and the same with everything."""
        found = worst(self.documents, count)
        head = ("kind", "document", "place", "wrong", "value")
        note = (
            "Wrong figures first, surest and most wrong first; place: offsets into the original; wrong: the predicate, "
            "and fields with found → annotated where they are no names. Facts outside the annotated part are left out."
        )
        return Table("Worst mistakes", note, head, tuple(map(_mistake_row, found))), found

    def _by(self, title: str, name: str, key: Callable[[Scored], str], note: str) -> Table:
        groups = {"all": list(self.documents)} if name != "gold" else {}
        groups |= _grouped(self.documents, key)
        rows = []
        for group, members in groups.items():
            counts = total(m.tally for m in members)
            cells = [self._score(members, score) for score in SCORES]
            rows.append((group, str(len(members)), str(counts["detection"].gold), *cells[:3],
                         str(counts["relations"].gold), *cells[3:]))  # fmt: skip
        head = (name, "documents", "figures", *SCORES[:3], "annotated relations", *SCORES[3:])
        return Table(title, note, head, tuple(rows))

    def _documents(self) -> Table:
        head = ("document", "gold", "nature", "figures", *SCORES[:3], "annotated relations", *SCORES[3:])
        rows = []
        for one in sorted(self.documents, key=lambda s: s.document.key):
            cells = [_beside(one.tally[score], one.tally[f"{score} inside"]) for score in SCORES]
            rows.append((one.document.key, one.gold_set, one.document.nature, str(one.tally["detection"].gold),
                         *cells[:3], str(one.tally["relations"].gold), *cells[3:]))  # fmt: skip
        note = (
            "F1 as the scorer says; after the stroke without facts outside the annotated part, where that differs. "
            "One document has no interval."
        )
        return Table("Documents", note, head, tuple(rows))

    def _of_fields(self) -> Table:
        rows = []
        for name in self.fields:
            counts = [d.tally[f"field {name}"] for d in self.documents]
            summed = sum(counts, Count())
            rows.append((name, str(summed.right), str(summed.gold), _number(summed.f1), self._interval(counts)))
        return Table("Fields", "Of matched figures that are not optional.", ("field", "right", "of", "share", "95 %"),
                     tuple(rows))  # fmt: skip

    def _fields_by_genre(self) -> Table:
        rows = []
        for genre, members in _grouped(self.documents, lambda s: s.document.genre).items():
            counts = total(m.tally for m in members)
            shares = [_number(counts[f"field {name}"].f1) for name in self.fields]
            rows.append((genre, str(counts["field year"].gold), *shares))
        note = "Share right of matched figures that are not optional."
        return Table("Fields by genre", note, ("genre", "figures", *self.fields), tuple(rows))

    def _predicates(self) -> Table:
        head = ("predicate", "annotated", "found", "precision", "recall", "F1", "95 %", "core F1", "core 95 %")
        rows = []
        for name in _predicates():
            counts, core = (
                [d.tally.get(f"predicate {name}{part}", Count()) for d in self.documents] for part in ("", " core")
            )
            summed = sum(counts, Count())
            rows.append((name, str(summed.gold), str(summed.found), _number(summed.precision), _number(summed.recall),
                         _number(summed.f1), self._interval(counts), _number(sum(core, Count()).f1),
                         self._interval(core)))  # fmt: skip
        note = "As the scorer counts: a fact stated twice in a document is one; core asks for year, status and place."
        return Table("Predicates", note, head, tuple(rows))

    def _predicates_by_genre(self) -> Table:
        rows = []
        for genre, members in _grouped(self.documents, lambda s: s.document.genre).items():
            counts = total(m.tally for m in members)
            found = [counts.get(f"predicate {name}", Count()) for name in _predicates()]
            rows.append((genre, *(f"{_number(c.f1)} ({c.gold})" if c.found + c.gold else "–" for c in found)))
        return Table("Predicates by genre", "F1, in brackets how many are annotated.", ("genre", *_predicates()),
                     tuple(rows))  # fmt: skip

    def _confusion(self, field: str, values: Sequence[str], note: str) -> Table:
        pairs = [p for d in self.documents for p in d.figures.pairs if not p.gold.get("optional")]
        seen = Counter((p.gold[field], p.found[field]) for p in pairs)
        rows = []
        for annotated in values:
            others = sum(n for (gold, found), n in seen.items() if gold == annotated and found not in values)
            rows.append((annotated, *(str(n or "·") for n in (*(seen[annotated, found] for found in values), others))))
        explained = f"Matched figures inside the annotated parts; rows: annotated, columns: found. {note}".strip()
        return Table(f"Confusion of {field}", explained, ("annotated", *values, "other"), tuple(rows))

    def _score(self, members: Sequence[Scored], score: str) -> str:
        counts = [m.tally[score] for m in members]
        inside = sum((m.tally[f"{score} inside"] for m in members), Count())
        return f"{_number(sum(counts, Count()).f1)} ({self._interval(counts)}) / {_number(inside.f1)}"

    def _interval(self, counts: Sequence[Count]) -> str:
        edges = interval(counts, self.seed, self.draws)
        return f"{_number(edges[0])}–{_number(edges[1])}" if edges else "–"


def _predicates() -> tuple[str, ...]:
    """Those of relations, in the order of the ontology: not the edges of figures, nor what is derived."""
    return tuple(p.name for p in ontology().predicates.values() if not p.derived and "Metric" not in p.range)


def _grouped(scored: Iterable[Scored], key: Callable[[Scored], str]) -> dict[str, list[Scored]]:
    found: dict[str, list[Scored]] = {}
    for one in sorted(scored, key=key):
        found.setdefault(key(one), []).append(one)
    return found


def _beside(official: Count, inside: Count) -> str:
    return _number(official.f1) if official == inside else f"{_number(official.f1)} / {_number(inside.f1)}"


def _number(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}".removeprefix("0")


def _mistake_row(mistake: Mistake) -> tuple[str, ...]:
    place = "–" if mistake.start is None else f"{mistake.start}–{mistake.end}"
    row = mistake.found or mistake.gold or {}
    wrong = ", ".join(_changed(mistake, name) for name in mistake.fields) or "–"
    value = row.get("value")
    return mistake.kind, mistake.scored.document.key, place, wrong, "–" if value is None else f"{value:.12g}"


def _changed(mistake: Mistake, name: str) -> str:
    """The field, with found → annotated where its values are no words of the document."""
    if mistake.found and mistake.gold and name in {"year", "since", "status", "measure", "cmp"}:
        return f"{name} {mistake.found.get(name)} → {mistake.gold.get(name)}"
    return name
