"""Which documents report on a period: whose silence is a silence, and where the corpus only has nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ...schema.vocabulary import vocabulary
from ..naming import bare
from ..store import Graph
from .statement import Statement


@dataclass(frozen=True, slots=True, order=True)
class Report:
    """A document that reports on a year: its ISO date, key and who issued it.

    yearly: whether it is the report of the year, and no other document that looks back.
    """

    date: str
    key: str
    issuer: str
    yearly: bool


class Coverage:
    """Which issuer's documents report on which year.

    A document of the nature `report` reports on the year before its own; any document with several achieved figures
    for a year that was over when it was made reports on that year.
    """

    def __init__(self, graph: Graph, achieved: Iterable[Statement]) -> None:
        data = vocabulary("verdicts")["coverage"]
        self._natures, self._least = frozenset(data["reports"]), int(data["figures"])
        self.newest = ""
        """The date of the newest document, empty where no document has one."""
        voices: dict[str, tuple[str, str, str | None]] = {}
        for document in graph.documents():
            for info in document.infos():
                date = info.date or document.info.date
                issuer = info.issuer or document.info.issuer
                nature = info.nature or document.info.nature
                if date:
                    self.newest = max(self.newest, date.value)
                    if issuer:
                        voices[info.key] = date.value, issuer.value, nature.value if nature else None
        told: Counter[tuple[str, int]] = Counter()
        for one in achieved:
            if one.year is not None and one.voice in voices:
                told[one.voice, one.year] += 1
        found: dict[tuple[str, int], set[Report]] = defaultdict(set)
        for key, (date_, issuer_, nature_) in voices.items():
            if nature_ in self._natures:
                self._add(found, issuer_, int(date_[:4]) - 1, Report(date_, key, issuer_, True))
        for (key, year), times in told.items():
            date_, issuer_, nature_ = voices[key]
            if times >= self._least and int(date_[:4]) > year:
                yearly = nature_ in self._natures and int(date_[:4]) == year + 1
                self._add(found, issuer_, year, Report(date_, key, issuer_, yearly))
        self._found = {of: sorted(reports) for of, reports in found.items()}

    def report(self, issuers: Iterable[str], year: int, after: str) -> Report | None:
        """The first document of any of the issuers that reports on a year and is newer than a date.

        The report of the year itself goes before others that look back on it.
        """
        best: Report | None = None
        for issuer in issuers:
            reports = self._found.get((bare(issuer), year), [])
            at = bisect_right(reports, after, key=lambda report: report.date)
            if at < len(reports):
                first = next((one for one in reports[at:] if one.yearly), reports[at])
                best = first if best is None else min(best, first, key=lambda one: (not one.yearly, one))
        return best

    def passed(self, year: int) -> bool:
        """Whether a document is there that was made after the end of a year."""
        return bool(self.newest) and int(self.newest[:4]) > year

    @staticmethod
    def _add(found: dict[tuple[str, int], set[Report]], issuer: str, year: int, report: Report) -> None:
        for name in bodies(issuer):
            found[bare(name), year].add(report)


def bodies(issuer: str | None) -> list[str]:
    """The bodies that an issuer field names."""
    return [name for name in (issuer or "").replace(",", "、").split("、") if name.strip()]
