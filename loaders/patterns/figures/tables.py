"""Tables of indicators: rows are indicators, columns are years, what was planned and what was reached.

A row's cells are joined by tabs (loaders/structure); a head that the conversion to text has broken into pieces is read
as one string, cut after the words of schema/vocabularies/tables.yaml. Values are matched to columns in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ....schema.basis import Basis
from ....schema.quantities import Quantity
from ....schema.vocabulary import alternation, vocabulary
from ...context.context import Context, ScopedSentence
from ...context.plans import five_years
from ...context.times import narrow
from ...language.periods import periods
from ...language.quantities import scan
from .subjects import tidy

_VALUE = re.compile(
    r"\s*[^\d\s]{0,8}?(?:[<>≤≥＜＞]\s*)?\d[\d,.，]*\s*(?:[%％‰]|个?百分点|[\u4e00-\u9fff]{1,4})?\s*(?:左右|以上|以下|以内)?\s*"
)
_EMPTY = re.compile(r"\s*(?:[—\-–/－]+|无)\s*")
_UNIT = re.compile(r"[（(](?P<unit>[^（()）]{1,12})[)）]\s*$")
_CHANGE = re.compile(r"下降|降低|减少|增长|提高|增加|上升")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of values: the words of its head, and what they make of a value ("planned", "achieved", "rate")."""

    head: str
    role: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row: its number, the indicator it is for, and the context that its column gives it.

    start, end: offsets into the row's text from the indicator's name to the value.
    """

    quantity: Quantity
    indicator: str
    column: Column
    context: Context
    start: int
    end: int
    binding: str | None


def columns_of(head: str) -> tuple[Column, ...]:
    """The columns of values in a table's head, in order; empty for a head that names none."""
    words = _words()
    joined = re.sub(r"[\s\u3000]", "", head.replace("\t", ""))
    found, last = [], 0
    for match in words.finditer(joined):
        name = match.group()
        if name in vocabulary("tables")["others"]:
            last = match.end()
            continue
        role = next((r for r in ("rate", "planned", "achieved") if name in vocabulary("tables")[r]), "achieved")
        found.append(Column(joined[last : match.end()].removeprefix("其中").lstrip("：:"), role))
        last = match.end()
    return tuple(found)


def cells(row: ScopedSentence, columns: tuple[Column, ...]) -> Iterator[Cell]:
    """The values of a row under the columns of its table's head."""
    text = row.read.text
    places = [(m.start(), m.end()) for m in re.finditer(r"[^\t]+", text)]
    if places and re.fullmatch(r"\s*\d{1,3}\s*", text[slice(*places[0])]):
        places = places[1:]
    named = [p for p in places if not _is_value(text[slice(*p)]) and len(text[slice(*p)].strip()) >= 4]
    if not named or not columns:
        return
    start, end = max(named, key=lambda p: p[1] - p[0])
    unit = _UNIT.search(text[start:end])
    indicator = tidy(text[start : start + unit.start()] if unit else text[start:end])
    after = [p for p in places if p[0] >= end]
    binding = next(
        (_bindings()[text[slice(*p)].strip()] for p in after if text[slice(*p)].strip() in _bindings()), None
    )
    unit_name = unit["unit"] if unit else _unit_cell(text, after)
    given = context = row.clauses[0].context
    values = [p for p in after if _is_value(text[slice(*p)]) or _EMPTY.fullmatch(text[slice(*p)])]
    for place, column in zip(values, columns, strict=False):
        quantity = _quantity(text, place, unit_name if column.role != "rate" else "%")
        # 完成率 without a year of its own rates the columns before it
        rated = Basis("table", "tables.rate", column.head)
        context = context.given(rated, status="achieved") if column.role == "rate" else _in_column(given, column)
        if quantity is not None:
            yield Cell(quantity, indicator, column, context, start, place[1], binding)


def _is_value(cell: str) -> bool:
    return bool(_VALUE.fullmatch(cell))


def _unit_cell(text: str, after: list[tuple[int, int]]) -> str | None:
    first = text[slice(*after[0])].strip() if after else ""
    named = 0 < len(first) <= 8 and not any(c.isdecimal() for c in first) and not _EMPTY.fullmatch(first)
    return first if named and first not in _bindings() else None


def _bindings() -> dict[str, str]:
    found: dict[str, str] = vocabulary("tables")["binding"]
    return found


def _quantity(text: str, place: tuple[int, int], unit: str | None) -> Quantity | None:
    """The number of a cell with the unit of its row, read as it would be in a sentence; offsets into the row."""
    start, end = place
    found = next((q for q in scan(text[start:end]) if isinstance(q, Quantity)), None)
    if found is None:
        return None
    value, high, name = found.value, found.high, found.unit
    if name is None and unit is not None:
        probe = next((q for q in scan(f"1{unit}") if isinstance(q, Quantity)), None)
        scale, name = (probe.value, probe.unit) if probe and probe.unit else (1, unit)
        value, high = value * scale, high * scale if high is not None else None
    return replace(
        found,
        start=start + found.start,
        end=start + found.end,
        number_start=start + found.number_start,
        number_end=start + found.number_end,
        value=value,
        high=high,
        unit=name,
        measure=_kind(name, text[start:end]),
    )


def _kind(unit: str | None, cell: str) -> str | None:
    if unit == "个百分点":
        return "change"
    return "growth" if unit == "%" and _CHANGE.search(cell) else None


def _in_column(context: Context, column: Column) -> Context:
    """The context with the year and the status that a column's head gives."""
    headed = Basis("table", "tables.column", column.head)
    stated = next((p for p in periods(column.head, on=context.day) if p.year is not None and p.kind != "base"), None)
    years = five_years(column.head)
    status = "planned" if column.role == "planned" else "achieved"
    if stated is not None and stated.since is None:
        context = narrow(context, stated, headed)
    elif years is not None:
        context = context.given(headed, since=years[0], year=years[1])
        context = replace(context, year_source="stated", span="cumulative")
        own = five_years(context.plan.value) if context.plan else None
        if own != years:
            context = replace(context, plan=None)  # the plan before this one
    return context.given(headed, status=status)


@cache
def _words() -> re.Pattern[str]:
    data = vocabulary("tables")
    names = [w for role in ("planned", "achieved", "rate", "others") for w in data[role]]
    plain = alternation(names)
    return re.compile(rf"{plain}|(?:19|20)\d\d年(?!{plain})")
