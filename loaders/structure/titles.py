"""Titles: where one ends that stands on several lines, and when two are the same."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from ...schema.vocabulary import vocabulary
from .lines import Line

# A second line of a title begins with one of these even where the first could end.
_CONNECTIVE = re.compile(r"[和及与暨的]|（|\(")
_NOISE = re.compile(r"[\W_]+")
_CLOSING_BRACKET = r"(?:\s*[（(〔][^（(〔）)〕]{1,30}[）)〕])*[》”\"]?$"
ALIKE = 0.85
"""Least similarity (difflib ratio) at which two wordings are one title: a word left out or a sign misread."""


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each nature the pattern of the titles that name it, in the order of the vocabulary."""
    forms = []
    for entry in vocabulary("natures"):
        parts = [re.escape(w) for w in entry.get("anywhere", ())]
        parts += [f"{re.escape(w)}{_CLOSING_BRACKET}" for w in entry.get("ending", ())]
        forms.append((entry["nature"], re.compile("|".join(parts))))
    return tuple(forms)


@cache
def _ending() -> re.Pattern[str]:
    words = [w for entry in vocabulary("natures") for w in (*entry.get("ending", ()), *entry.get("anywhere", ()))]
    return re.compile(f"(?:{'|'.join(map(re.escape, words))}){_CLOSING_BRACKET}")


def nature_of(title: str) -> str | None:
    """The nature that a title names by its form (…规划 a plan, …的通知 a notice); None where it names none."""
    ending = _ending().search(title)
    for nature, form in _forms():
        match = form.search(title)
        if match and not (nature in {"plan", "report"} and ending is None):
            return nature
    return None


def names_form(title: str) -> bool:
    """The text ends as titles of documents end: …意见, …规划（2021—2025年）."""
    return bool(_ending().search(title))


def title_length(lines: Sequence[Line]) -> int:
    """How many of these lines, which could all be titles, make up the first title: at least 1, at most 4."""
    for count in range(1, min(4, len(lines)) + 1):
        text = "".join(line.value for line in lines[:count])
        following = lines[count].value if count < len(lines) else ""
        if names_form(text) and not (_CONNECTIVE.match(following) and names_form(text + following)):
            return count
    return 1


@lru_cache(maxsize=16384)
def normal(title: str) -> str:
    """A title without signs, blanks and width of characters, for comparison."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", title))


def likeness(a: str, b: str) -> float:
    """How alike two titles are, from 0 to 1; signs and blanks do not count. Titles below ALIKE give 0."""
    x, y = normal(a), normal(b)
    if not x or not y:
        return 0.0
    if x == y:
        return 1.0
    if min(len(x), len(y)) < 8 or abs(len(x) - len(y)) > 0.2 * max(len(x), len(y)):
        return 0.0
    matcher = difflib.SequenceMatcher(None, x, y, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def same_title(a: str, b: str) -> bool:
    """Two wordings of one title, alike but for a word."""
    return likeness(a, b) > 0


def contradicts(a: str, b: str) -> bool:
    """Two titles that cannot be of one document: neither contains the other and they have little in common."""
    x, y = normal(a), normal(b)
    if not x or not y or x in y or y in x:
        return False
    return difflib.SequenceMatcher(None, x, y, autojunk=False).ratio() < 0.7
