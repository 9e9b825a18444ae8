"""Numbers that state no quantity: dates, names, document numbers, list labels, idioms."""

from __future__ import annotations

import re
from bisect import bisect_right

from ...schema.errors import VocabularyError
from ...schema.quantities import NotAFigure
from ...schema.vocabulary import vocabulary
from .units import UNIT

HAN_NUMERAL = "[一二三四五六七八九十百千零〇两]"
# titles in 《》, web and mail addresses: no number inside them is a figure
_CLOSED = re.compile(
    r"(?P<name>《[^《》\n]{1,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,60})?》)"
    r"|(?P<contact>https?://[^\s，。；）)\u4e00-\u9fff]+|www\.[^\s，。；）)\u4e00-\u9fff]+|(?<![\w.\-])[\w.\-]{1,64}@[\w\-]+\.[\w.\-]+)",
    re.ASCII,
)


_PLACEHOLDER = re.compile(r"(?<![\w\[\\])[NU](?![a-zA-Z\]])")


def _compile(forms: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    reasons, parts = [], []
    for form in vocabulary("not_figures")[forms]:
        reasons.append(form["reason"])
        pattern = _PLACEHOLDER.sub(lambda m: {"N": HAN_NUMERAL, "U": UNIT}[m[0]], form["pattern"])
        try:
            re.compile(pattern)
        except re.error as error:
            raise VocabularyError(f"not_figures.yaml: pattern {form['pattern']!r}: {error}") from error
        parts.append(f"({pattern})")
    return re.compile("|".join(parts)), tuple(reasons)


_FORMS, _REASONS = _compile("forms")
_WRITTEN, _WRITTEN_REASONS = _compile("as_written")


def not_a_figure(text: str, plain: str, start: int) -> NotAFigure | None:
    """The number at `start` if it states no quantity by its form alone, else None."""
    match, reasons = _WRITTEN.match(text, start), _WRITTEN_REASONS
    if match is None:
        match, reasons = _FORMS.match(plain, start), _REASONS
    if match is None or match.end() == start:
        return None
    return NotAFigure(start, match.end(), text[start:match.end()], reasons[(match.lastindex or 1) - 1])


class ClosedStretches:
    """The stretches of a text in which no number is a figure: titles in 《》, web and mail addresses."""

    def __init__(self, plain: str) -> None:
        some = "《" in plain or "@" in plain or "http" in plain or "www." in plain
        self._spans = [(m.start(), m.end(), m.lastgroup or "name") for m in _CLOSED.finditer(plain)] if some else []
        self._starts = [start for start, _, _ in self._spans]

    def holding(self, place: int) -> tuple[int, int, str] | None:
        """Start, end and reason of the stretch in which the place lies, else None."""
        index = bisect_right(self._starts, place) - 1
        return self._spans[index] if index >= 0 and place < self._spans[index][1] else None

    def at(self, text: str, start: int) -> NotAFigure | None:
        """The rest of the stretch in which a number stands, else None."""
        stretch = self.holding(start) if self._starts else None
        return NotAFigure(start, stretch[1], text[start:stretch[1]], stretch[2]) if stretch else None
