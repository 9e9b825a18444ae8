"""Targets that another took the place of: revised for the same deadline, or with the plan that they stood in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..naming import bare
from ..store import Graph
from .coverage import bodies
from .series import Reading, key, vague
from .statement import Statement

DRAFT = re.compile("征求意见稿|公开征求意见稿|草案|送审稿|讨论稿|征求意见")
"""Words in a title that make it a draft of the plan that is named without them."""


@dataclass(slots=True)
class Replaced:
    """What took the place of plans: by the plan's bare title, the new title and the year in which that was said."""

    plans: dict[str, tuple[str, int | None]] = field(default_factory=dict)

    def by(self, target: Statement) -> str | None:
        """The title of the plan that replaced a target's plan before its deadline; None where none did."""
        title = target.plan or (target.holder if target.holder_type in ("Plan", "Document") else None)
        new, year = self.plans.get(bare(title or ""), (None, None))
        in_time = year is None or target.year is None or year <= target.year
        return new if in_time and bare(title or "") != bare(new or "") else None


def replaced(graph: Graph) -> Replaced:
    """Every plan that a document says is succeeded, and every draft whose final text is named."""
    found = Replaced()
    dates = {i.key: i.day for d in graph.documents() for i in d.infos()}
    titles: dict[str, str] = {}
    for document in graph.documents():
        for info in document.infos():
            if info.title:
                titles.setdefault(bare(info.title.value), info.title.value)
    for row in graph.records(predicate="succeeds"):
        if row["subject_type"] == row["object_type"] == "Plan":
            day = dates.get(str(row["document"]))
            year = row["year"] if isinstance(row["year"], int) else day.year if day else None
            found.plans.setdefault(bare(str(row["object"])), (str(row["subject"]), year))
    for name, title in titles.items():
        if (final := bare(DRAFT.sub("", title))) != name and final in titles:
            found.plans.setdefault(name, (titles[final], None))
    return found


def later_targets(targets: Iterable[tuple[Statement, Reading]]) -> Mapping[str, Statement]:
    """By the id of a target the first later one of the same issuer for the same series and deadline that differs.

    A target for another year is none, nor is one of another period to the same year. Where one document gives a series
    two values for a deadline, what is read as one series is several, and nothing is said of it.
    """
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for target, read in targets:
        own = target.value is not None and target.year is not None and target.date and not vague(target.subject)
        if own and read.kind not in ("delta", "any") and (target.stated_year or 0) <= (target.year or 0):
            series = key(read.name), read.region, read.family, read.kind, read.act
            period = target.year, target.first_year, target.span
            for issuer in bodies(target.issuer):
                groups[(issuer, *series, *period)].append(target)
    found: dict[str, Statement] = {}
    for group in groups.values():
        values: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
        for target in group:
            values[target.voice].add((target.value, target.high))
        if len(values) < 2 or any(len(said) > 1 for said in values.values()):
            continue
        ordered = sorted(group, key=lambda target: (target.date, target.document, target.char_start))
        for at, target in enumerate(ordered):
            for later in ordered[at + 1 :]:
                if later.date > target.date and (later.value, later.high) != (target.value, target.high):
                    found.setdefault(target.id, later)
                    break
    return found
