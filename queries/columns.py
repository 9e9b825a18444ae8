"""The columns of answers: their types, what they mean, and how every engine's values become the same Python values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .table import FACT_COLUMNS, Row

TYPES = ("text", "integer", "number", "boolean")
"""What a column holds; of each, None where the row has nothing there."""
_OF_FACTS = {
    **dict.fromkeys(("year", "since", "char_start", "char_end", "page"), "integer"),
    **dict.fromkeys(("value", "high", "confidence"), "number"),
}


@dataclass(frozen=True)
class Column:
    """One column of a question's rows. label: what it means, by language; empty where the ontology says it."""

    name: str
    type: str
    label: Mapping[str, str] = field(default_factory=dict)

    def value(self, given: Any) -> Any:
        """What an engine gave as this column's type: numbers that are whole as int, so that 70.0 and 70 are one."""
        return None if given is None else _READERS[self.type](given)


def _number(given: Any) -> float | int:
    number = float(given)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _integer(given: Any) -> int:
    if isinstance(given, float | Decimal) and given != int(given):
        raise ValueError(f"{given!r} in a column of integers")
    return int(given)


_READERS: dict[str, Callable[[Any], Any]] = {
    "text": lambda given: str(given) or None,  # Cypher gives "" where SPARQL leaves a variable unbound
    "integer": _integer,
    "number": _number,
    "boolean": bool,
}

FACT = tuple(Column(name, _OF_FACTS.get(name, "text")) for name in FACT_COLUMNS)
"""The columns of every row about one fact."""


def shaped(rows: Iterable[Mapping[str, Any]], columns: Iterable[Column]) -> list[Row]:
    """Rows with these columns alone, in this order, each value of its column's type."""
    kept = tuple(columns)
    return [{column.name: column.value(row.get(column.name)) for column in kept} for row in rows]


def fact_order(row: Row) -> tuple[Any, ...]:
    """By year, first year of the period, date, document and place, figures first; what has no year comes last."""
    year, since = row["year"], row["since"]
    when = year is None, year or 0, since or year or 0, row["date"] or ""
    where = row["document"], row["char_start"], row["char_end"]
    what = row["object"] is not None, row["predicate"], row["subject"], row["object"] or ""
    return *when, *where, *what, row["id"]


def order_by(names: Iterable[str], columns: Iterable[Column]) -> Callable[[Row], tuple[Any, ...]]:
    """A key that sorts by these columns; "-value" sorts the highest number first.

    A text that is None counts as empty and comes first, a number that is None comes last.
    """
    types = {column.name: column.type for column in columns}
    wanted = [(name.removeprefix("-"), name.startswith("-")) for name in names]

    def key(row: Row) -> tuple[Any, ...]:
        parts: list[Any] = []
        for name, falling in wanted:
            value = row[name]
            if types[name] == "text":
                parts.append(value or "")
            else:
                parts += [value is None, 0 if value is None else -value if falling else value]
        return tuple(parts)

    return key
