"""Norms that the words beside an indicator set for it: …的百分比，不宜小于87%。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schema.quantities import Quantity
from ...language.quantities import scan
from ...structure.cell_kinds import is_value
from .columns import Column
from .indicators import RowValue, table_context
from .model import Row, Table
from .names import naming
from .when import at_column

# What may not be, or has to be, at the end of its clause; the number follows.
_NORM = re.compile(
    r"(?:(?P<no>不宜|不应|不得|不能|应不|宜不)(?:(?P<less>小于|低于|少于|短于)|(?P<more>大于|高于|超过|多于|长于))|(?P<be>应|须|需|宜)(?:当|要)?(?P<reach>达到|为|控制在|保持在))\s*"
)
_END = re.compile(r"\s*+(?:以上|以下|以内|左右)?+\s*+(?:[。；;，,]|$)")


def norms(table: Table, row: Row) -> Iterator[RowValue]:
    """Every norm in a row that defines an indicator and gives no values; none in a table with columns of values."""
    if table.valued:
        return
    named = naming(table, row)
    if named is None or named.region is not None or named.whole:
        return
    column = Column("", "note", "planned")
    context = at_column(table_context(table), column)
    text = row.sentence.read.text
    for cell in (*table.cells(row, "note"), *table.cells(row, "content")):
        for norm in _NORM.finditer(text, cell.start, cell.end):
            found = next((q for q in scan(text[norm.end() : cell.end]) if isinstance(q, Quantity)), None)
            if found is None or found.start > 1 or not _END.match(text, norm.end() + found.end, cell.end):
                continue
            word, cmp = norm.group().strip(), "ge" if norm["less"] else "le" if norm["more"] else found.cmp
            shift = norm.end()
            quantity = replace(
                found,
                start=norm.start(),
                end=shift + found.end,
                number_start=shift + found.number_start,
                number_end=shift + found.number_end,
                cmp=cmp,
                cmp_text=word if norm["no"] else found.cmp_text,
            )
            in_digits = f"{found.value:g}{found.unit or ''}"
            if is_value(text[shift + found.number_start : quantity.end]) or is_value(in_digits):
                yield RowValue(named.name, quantity, column, context, norm.start(), quantity.end, None, None, False)
