"""What the charts of a report show, as plain values for the page's script."""

from __future__ import annotations

import math
from typing import Any

from ...schema.printable import one_line
from ..rendering.cells import figure
from ..rendering.excerpt import excerpt
from ..statements import Record
from ..wording import Words
from .series import Series, interval
from .told import dated, origin, series_name

FEWEST = 2
"""A series of fewer figures has no chart: a list says it as well."""


def charts(series: tuple[Series, ...], said: Words, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """A chart for each series of two figures or more: never two series on one."""
    return [chart(one, said, numbers) for one in series if len(one.figures) >= FEWEST]


def chart(series: Series, said: Words, numbers: dict[str, int]) -> dict[str, Any]:
    """One chart.

    size: what the numbers are divided by, so that the axis reads 万 and 亿. points: year (of a period the last), value,
    the lower and upper end of what the figure allows (None where it is open), status, and what a hint says.
    """
    largest = max(abs(r["value"]) for r in series.figures)
    word, size = next(((w, s) for w, s in said.messages["magnitudes"] if largest >= s), ("", 1))
    unit = f"{word}{series.unit or ''}".strip()
    return {
        "title": series_name(series, said),
        "unit": unit,
        "years": [min(r["year"] for r in series.figures), max(r["year"] for r in series.figures)],
        "points": [_point(r, size, said, numbers) for r in series.figures],
    }


def _point(r: Record, size: float, said: Words, numbers: dict[str, int]) -> dict[str, Any]:
    low, high = (None if math.isinf(end) else end / size for end in interval(r))
    shown, _, _ = excerpt(r)
    hint = [f"[{numbers[r['id']]}] {dated(r, said)}: {figure(r, said)}", f"“{one_line(shown)}”", origin(r)]
    middle = r["value"] if r["high"] is None else (r["value"] + r["high"]) / 2
    return {
        "year": r["year"], "value": middle / size, "low": low, "high": high, "status": r["status"] or "",
        "label": figure(r, said), "hint": hint,
    }  # fmt: skip
