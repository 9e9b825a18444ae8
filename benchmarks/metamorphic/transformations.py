"""Every transformation of one document by its name, in the order of the table."""

from __future__ import annotations

from .breaks import WIDTHS, broken
from .document import Transformation
from .formats import WRITERS, in_format
from .numerals import name_to_arabic, name_to_han, to_arabic, to_han
from .order import reordered
from .script import in_script
from .widths import in_width, narrow_signs, straight_quotes, wide_digits, wide_signs

TRANSFORMATIONS: dict[str, Transformation] = {
    **{f"script {name}": in_script(name) for name in ("s2tw", "s2t", "s2hk", "tw2s")},
    **{f"format {suffix}": in_format(suffix) for suffix in WRITERS},
    "digits full-width": in_width(wide_digits),
    "signs full-width": in_width(wide_signs),
    "signs half-width": in_width(narrow_signs),
    "quotes straight": in_width(straight_quotes),
    "numerals Han": in_width(to_han, name_to_han),
    "numerals Arabic": in_width(to_arabic, name_to_arabic),
    **{f"lines {layout} {width}": broken(width, layout)
       for layout in ("indented", "spaced", "flush", "cut") for width in WIDTHS},
    "list order": reordered,
}  # fmt: skip
