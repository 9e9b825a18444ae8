"""Which noun is the subject: what the rules would take, every name and noun near the number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policygraph.loaders.patterns.figures.naming import tidy
from policygraph.loaders.patterns.figures.phrases import left_of, right_of
from policygraph.loaders.patterns.figures.subjects import readings
from policygraph.loaders.patterns.figures.words import one_of, words

from .case import Case, Option
from .numbers import Annotated
from .surroundings import around, crossed, distance, named

_NO_SUBJECTS = ("Agency", "Region", "Person")
"""Types of names that are not counted."""
_LONGEST = 40
"""A longer stretch is a statement and no noun."""


@dataclass(slots=True)
class _Candidate:
    """A possible subject. sources: how it was found; start: where it stands in the sentence, -1 elsewhere."""

    start: int
    sources: set[str] = field(default_factory=set)


def cases(figures: Sequence[Annotated]) -> Iterator[Case]:
    """One case an annotated figure; the rule's subject stands first among the options."""
    for one in figures:
        common = {**around(one.number), **named(one.made)}
        options = tuple(
            Option(name, one.right("subject", subject=name), _features(one, name, found, common))
            for name, found in _candidates(one).items()
        )
        yield Case(one.number.scored.document.key, common, options, 0)


def _candidates(one: Annotated) -> dict[str, _Candidate]:
    found: dict[str, _Candidate] = {}
    sentence, slot, text = one.number.sentence, one.made.slot, one.number.text

    def add(name: str, source: str, start: int = -1) -> None:
        if 1 < len(name) <= _LONGEST or source == "chosen":
            found.setdefault(name, _Candidate(start)).sources.add(source)

    add(one.found["subject"], "chosen", one.made.subject.start)
    for reading in readings(sentence, slot, one.made.before):
        add(reading.name, reading.rule, reading.start)
    right = right_of(sentence, slot)
    left = left_of(sentence, slot, bool(right.text))
    add(tidy(right.text), "noun right", right.start)
    add(tidy(left.noun.text), "noun left", left.noun.start)
    if right.text and left.noun.text:
        add(tidy(left.noun.text + right.text), "both nouns", left.noun.start)
    if one.made.before is not None:
        add(one.made.before.name, "number before")
        if left.noun.text:
            add(tidy(one.made.before.name + left.noun.text), "number before with the noun left", left.noun.start)
        if right.text:
            add(tidy(one.made.before.name + right.text), "number before with the noun right", right.start)
    for clause in sentence.clauses:
        if clause.start >= slot.clause.start:
            break
        stretch = text[clause.start : clause.end]
        verbs = list(one_of("flow", "stock").finditer(stretch))
        add(tidy(stretch[verbs[-1].end() :] if verbs else stretch), "clause before", clause.start)
    behind = tidy(text[slot.quantity.end : slot.right])
    add(behind, "all that follows", slot.quantity.end)
    does = one_of("noun_ends").search(behind, 2)
    if does:
        add(f"{behind[does.start() :]}的{behind[: does.start()]}", "what it does", slot.quantity.end)
    for name in sentence.read.names:
        if name.type not in _NO_SUBJECTS:
            add(name.canonical, f"name {name.type}", name.start)
    return found


def _features(
    one: Annotated, name: str, candidate: _Candidate, common: dict[str, str | float]
) -> dict[str, str | float]:
    start, number = candidate.start, one.number.quantity.start
    clause = one.made.slot.clause
    verb = one_of("flow", "stock").match(name)
    form: dict[str, str | float] = {
        "length": math.log1p(len(name)),
        "side": "elsewhere" if start < 0 else "left" if start < number else "right",
        "distance": distance(number, start) if start >= 0 else "elsewhere",
        "clause": "own" if clause.start <= start < clause.end else "another",
        "begins with a verb": "yes" if verb else "no",
        "holds 的": "yes" if "的" in name else "no",
        "holds marks": "yes" if re.search(r"[，、：“”（）]", name) else "no",
        "holds digits": "yes" if re.search(r"\d", name) else "no",
        "an indicator": "yes" if name.endswith(words("indicators")) else "no",
        "sources": float(len(candidate.sources)),
        **{f"source {source}": "yes" for source in candidate.sources},
    }
    chosen = "chosen" in candidate.sources
    kind = "chosen" if chosen else "another"
    form |= {f"{source} & unit": common["unit"] for source in candidate.sources}
    return form | crossed(kind, {n: common[n] for n in ("unit", "subject rule", "nature", "verb list", "carrier list",
                                                        "subject length", "after 1", "before 1")})  # fmt: skip
