"""The numbers of a table's cells, with the unit that the cell, its column, its row or its table gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ....schema.quantities import Quantity
from ...language.quantities import scan
from ...structure.cell_kinds import first_value, is_unit, is_value, unbracketed, values_in
from .cells import Cell

_PIECE = re.compile(r"[^\s；;，,、]+(?:\s+(?=[<>≤≥＜＞%％\d左以])[^\s；;，,、]+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_RANK = re.compile(r"(?P<how>[第前])\s*(?P<number>\d{1,3})\s*(?P<unit>[位名]?)")
_BARE_MAGNITUDE = re.compile(r"万亿|[百千]?[万亿]")
# A unit in brackets at the end of a name or a head: 面积（万平方米）, 产值(亿元), 比重[%].
_UNIT_AT_END = re.compile(r"[（(\[〔【]\s*(?:单位\s*[：:])?\s*(?P<unit>[^（()）\[\]〔〕【】]{1,12})[)）\]〕】]\s*$")
_UNIT_OF_ALL = re.compile(r"单位\s*[：:]\s*(?P<unit>[^\s（()）：:，,；;、]{1,10})")
_LEAD = re.compile(r"(?P<lead>[^\d<>≤≥≦≧＜＞，。；：:]{1,10}?)[：:]?\s*(?=[<>≤≥≦≧＜＞]|[：:])")


@dataclass(frozen=True, slots=True)
class Value:
    """One number of a cell. lead: whose value it is where the cell holds several (设区市≥25 县级市≥20), "" otherwise.

    start, end: its place in the row's text. cumulative: brackets around it say that it is for the whole period.
    """

    text: str
    start: int
    end: int
    lead: str = ""
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a table writes it: 万平方米 is 平方米 ten thousand times."""

    name: str
    scale: float = 1


def values_of(row: str, cell: Cell) -> tuple[Value, ...]:
    """The values of a cell: one, or as many as it holds with a word before each; empty for any other cell.

    row: the text that the cell's offsets count in.
    """
    raw = row[cell.start : cell.end]
    inner = unbracketed(raw)
    if is_value(raw):
        return (Value(raw, cell.start, cell.end, _lead(raw), inner is not None),)
    first = first_value(raw)
    if first is not None:
        text = raw[slice(*first)]
        return (Value(text, cell.start + first[0], cell.start + first[1], _lead(text)),)
    body = raw[1:-1] if inner is not None else raw
    offset = cell.start + (1 if inner is not None else 0)
    pieces = values_in(body) or [piece.span() for piece in _PIECE.finditer(body)]
    texts = [body[a:b] for a, b in pieces]
    if len(pieces) < 2 or not all(is_value(text) and _lead(text) for text in texts):
        return ()
    return tuple(
        Value(text, offset + a, offset + b, _lead(text), inner is not None)
        for text, (a, b) in zip(texts, pieces, strict=True)
    )


def _lead(text: str) -> str:
    match = _LEAD.match(text)
    lead = match["lead"].strip() if match else ""
    return "" if is_value(f"{lead}5") or lead.startswith(("[", "［", "〔", "【", "（", "(")) else lead


def quantity_of(value: Value, unit: Unit | None) -> Quantity | None:
    """The number of a value with its own unit, else with the one given, read as it would be in a sentence.

    Offsets count in the row's text. None where the reading of numbers finds none.
    """
    found = _rank(value.text) or next((q for q in scan(value.text) if isinstance(q, Quantity)), None)
    if found is None:
        number = _NUMBER.search(value.text)
        if number is None:
            return None
        found = Quantity(*number.span(), number.group(), *number.span(), float(number.group()), None)
    amount, high, name = found.value, found.high, found.unit
    if name is None and unit is not None and found.measure != "rank":
        scale = 1 if _BARE_MAGNITUDE.search(found.text) and unit.scale >= 10_000 else unit.scale
        amount, high, name = scaled(amount, scale), scaled(high, scale) if high is not None else None, unit.name
    return replace(
        found,
        start=value.start + found.start,
        end=value.start + found.end,
        number_start=value.start + found.number_start,
        number_end=value.start + found.number_end,
        value=amount,
        high=high,
        unit=name,
        measure="change" if name == "个百分点" else found.measure,
    )


def _rank(text: str) -> Quantity | None:
    """The rank that a whole cell states (第5, 前3名); None for any other value."""
    found = _RANK.fullmatch(text.strip())
    if found is None:
        return None
    offset, bound = len(text) - len(text.lstrip()), found["how"] == "前"
    start, end = (offset + place for place in found.span("number"))
    unit, words = found["unit"] or None, text.strip()
    cmp, word = ("le", "前") if bound else ("eq", None)
    place = (offset, offset + len(words), words, start, end)
    return Quantity(*place, float(found["number"]), unit, cmp, None, word, "rank")


def scaled(number: float, scale: float) -> float:
    """A number in base units, without binary noise (28.03 万 is 280300)."""
    product = number * scale
    return float(round(product)) if abs(product - round(product)) < 1e-6 * max(1.0, abs(product)) else product


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit | None:
    """A unit as written in a cell or between brackets; None for words that are none."""
    bare = (unbracketed(text) or text).strip()
    if not bare or not is_unit(bare):
        return None
    bare = bare[1:] if bare.startswith("1/") else bare  # 1/10万
    probe = next((q for q in scan(f"1{bare}") if isinstance(q, Quantity)), None)
    if probe is not None and probe.unit is not None and probe.end == len(bare) + 1:
        return Unit(probe.unit, probe.value)
    magnitude = re.match(r"万亿|百亿|千亿|亿|千万|百万|万|千(?=[个人])", bare)
    if magnitude is not None and magnitude.end() < len(bare):
        counted = next(q for q in scan(f"1{magnitude.group()}个") if isinstance(q, Quantity))
        return Unit(bare[magnitude.end() :], counted.value)
    return Unit(bare)


def without_unit(name: str) -> tuple[str, Unit | None]:
    """A name or head without the unit in brackets at its end, and that unit."""
    match = _UNIT_AT_END.search(name)
    unit = unit_of(match["unit"]) if match else None
    return (name[: match.start()], unit) if match and unit is not None else (name, None)


def unit_of_all(captions: Iterable[str]) -> Unit | None:
    """The unit that a line over the table gives for all of it (单位：万元); None without one, or with several."""
    for caption in captions:
        match = _UNIT_OF_ALL.search(caption)
        if match is not None:
            return unit_of(match["unit"])
    return None
