"""Finds headers that cannot be of the text below them."""

from __future__ import annotations

from ...schema.documents import DocumentInfo, Stated
from .claims import Claims
from .dates import day_of
from .titles import contradicts

APART = 365
"""Days between a header's date and the text's own from which on they contradict each other."""
_STORED = frozenset({"header", "header table", "front matter"})
_DATED = _STORED | {"published", "masthead"}
_ORDER = "令"
"""An order's own title is that of the body that gives it; what it puts in force is the document."""


def contradictions(claims: Claims, info: DocumentInfo, partial: str | None) -> tuple[str, ...]:
    """Notices that a reader of the answers must see: text that may be missing, another title, another date.

    partial: what the reader of the file said of lost text, None where nothing is known to be lost.
    """
    found = [f"text may be missing: {partial}" if partial else None, _title(claims), _date(claims, info)]
    return tuple(notice for notice in found if notice)


def _title(claims: Claims) -> str | None:
    titles = claims.found.get("title", [])
    own = next((s for s in titles if s.where == "title"), None)
    other = next((s for s in titles if own and s.where in _STORED and contradicts(s.value, own.value)), None)
    if own is None or other is None or own.value.endswith(_ORDER):
        return None
    return f"the {other.where} calls it {other.value!r}, the text {own.value!r}; the text's own title is used"


def _date(claims: Claims, info: DocumentInfo) -> str | None:
    used = info.date
    if used and used.where in _STORED:
        return None  # a table that gives both days says itself that the text was put up late
    other = next((s for s in claims.found.get("date", []) if used and s.where in _DATED and _far(s, used)), None)
    if used is None or other is None:
        return None
    return f"its {other.where} date is {other.value}, its date by {used.where} {used.value}; {used.value} is used"


def _far(a: Stated, b: Stated) -> bool:
    """At least a year apart; a bare year says too little."""
    return len(a.value) >= 7 and abs((day_of(a.value) - day_of(b.value)).days) >= APART
