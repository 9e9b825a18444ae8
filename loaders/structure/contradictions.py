"""Finds headers that cannot be of the text below them."""

from __future__ import annotations

from ...schema.documents import DocumentInfo, Stated
from ...schema.notices import Notice
from .claims import Claims
from .dates import day_of
from .titles import contradicts

APART = 365
"""Days between a header's date and the text's own from which on they contradict each other."""
_STORED = frozenset({"header", "header table", "front matter"})
_DATED = _STORED | {"published", "masthead"}
_ORDER = "令"
"""An order's own title is that of the body that gives it; what it puts in force is the document."""


def contradictions(claims: Claims, info: DocumentInfo) -> tuple[Notice, ...]:
    """Notices that a reader of the answers must see: another title, another date."""
    return tuple(notice for notice in (_title(claims), _date(claims, info)) if notice)


def _title(claims: Claims) -> Notice | None:
    titles = claims.found.get("title", [])
    own = next((s for s in titles if s.where == "title"), None)
    other = next((s for s in titles if own and s.where in _STORED and contradicts(s.value, own.value)), None)
    if own is None or other is None or own.value.endswith(_ORDER):
        return None
    return Notice("other_title", {"where": other.where, "title": other.value, "own": own.value})


def _date(claims: Claims, info: DocumentInfo) -> Notice | None:
    used = info.date
    if used and used.where in _STORED:
        return None  # a table that gives both days says itself that the text was put up late
    other = next((s for s in claims.found.get("date", []) if used and s.where in _DATED and _far(s, used)), None)
    if used is None or other is None:
        return None
    details = {"where": other.where, "date": other.value, "used_where": used.where, "used": used.value}
    return Notice("other_date", details)


def _far(a: Stated, b: Stated) -> bool:
    """At least a year apart; a bare year says too little."""
    return len(a.value) >= 7 and abs((day_of(a.value) - day_of(b.value)).days) >= APART
