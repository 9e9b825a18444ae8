"""Stretches of time, as years.

    >>> [(p.text, p.since, p.year, p.kind) for p in periods("“十四五”期间建成，到2027年底投产")]
    [('“十四五”期间', 2021, 2025, 'during'), ('到2027年底', None, 2027, 'deadline')]
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ...schema.periods import Period
from . import period_forms as forms
from .not_figures import ClosedStretches
from .period_readers import read
from .widths import narrow

_JOINTS = frozenset("、和及与")


def periods(text: str, on: dt.date | None = None) -> tuple[Period, ...]:
    """Every time expression of the text, from left to right, none overlapping; offsets count in `text`.

    on: the day the text is read on, usually its own date. Without it, an expression that needs it (去年, 近三年)
    has year and since None. Times inside 《》 and in web addresses are left out.
    """
    if not forms.HINT.search(text):
        return ()
    plain = narrow(text)
    closed = ClosedStretches(plain)
    found: list[Period] = []
    done = 0  # everything left of it is read
    ahead = 0  # every expression holds a hint: this is where the next one stands
    for trigger in forms.TRIGGER.finditer(plain):
        start = trigger.start()
        if start < done:
            continue
        if ahead < start:
            hint = forms.HINT.search(plain, start)
            if hint is None:
                break
            ahead = hint.start()
        match = forms.PERIOD.match(plain, start)
        if match is None:
            continue
        done = match.end()
        if closed.holding(start):
            continue
        for period in read(match, text, on):
            found.append(_coordinated(plain, found[-1], period) if found else period)
    return tuple(found)


def _coordinated(plain: str, previous: Period, period: Period) -> Period:
    """The period as a deadline where it is a bare year that a deadline is joined to (到2025年和2035年)."""
    bare = period.kind == "during" and period.since is None and not period.relative and period.text[0].isdigit()
    if bare and previous.kind == "deadline" and not previous.relative and plain[previous.start] in "到至" and \
            plain[previous.end:period.start].strip() in _JOINTS:
        return replace(period, kind="deadline")
    return period
