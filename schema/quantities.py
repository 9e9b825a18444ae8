"""A number with its unit and comparator, as the text states it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number in a text.

    start, end: half-open offsets of the whole expression (不少于500家, 22.5万座, 近40%) into the text that was read.
    number_start, number_end: offsets of the numeral and magnitude alone (500, 22.5万, 40).
    value, high: in base units; high only for a range (2-3个), else None.
    unit: as in the text without the magnitude word; "%" for 百分之三 and 三成; None where there is none.
    cmp: eq about lt le gt ge range; cmp_text: the word itself, None for eq without a word.
    measure: "multiple" (翻番), "rank" (第12位), "change" (8个百分点) where the form alone decides it, else None.
    """

    start: int
    end: int
    text: str
    number_start: int
    number_end: int
    value: float
    unit: str | None
    cmp: str = "eq"
    high: float | None = None
    cmp_text: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class NotAFigure:
    """A number that states no quantity: a name's (5G), a date's, a document number's, a list number's.

    reason: "date", "name", "document number", "ordinal", "section", "contact", "page", "edition", "idiom".
    """

    start: int
    end: int
    text: str
    reason: str
