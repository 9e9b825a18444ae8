"""What a question answers: rows with names for their columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, overload

from ..graph.tables import inert
from .wording import words

Row = dict[str, Any]

FACT_COLUMNS = (
    "year", "since", "status", "predicate", "subject", "object", "post", "value", "high", "unit", "cmp", "measure",
    "action", "agent", "plan", "region", "goal_text", "holder", "doc", "title", "date", "quote", "sentence",
    "char_start", "char_end", "page", "document", "confidence", "id",
)  # fmt: skip
"""What every row about one fact holds. `document` is the file's path in the built folder, `doc` its name.
`confidence` is None where nothing has judged the fact."""


@dataclass(frozen=True)
class Table(Sequence[Row]):
    """Rows of an answer, each a dict with the keys `columns`; a DataFrame takes it as it is.

    name: the question's. title: in the user's language. shown: the columns that a person reads, in that order.
    undated: the rows whose fact has no year, where the question sets them apart (lineage), else None.
    left_out: how many rows more it would be without min_confidence, where the question counts them (lineage), else 0.
    labels: what columns of the question's own are called; the others are called as everywhere.
    raw: the columns are whatever a query named; a value is shown as it is, whatever its column is called.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""
    shown: tuple[str, ...] = ()
    lang: str = "en"
    undated: Table | None = field(default=None)
    left_out: int = 0
    raw: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        return self.rows[index]

    def heading(self, column: str) -> str:
        """What a column is called in the table's language."""
        return self.labels.get(column) or words(self.lang).column(column)

    def to_dicts(self) -> list[Row]:
        """The rows as a list of dicts of their own: `pandas.DataFrame(table.to_dicts())`, `polars.from_dicts(...)`."""
        return [dict(row) for row in self.rows]

    def to_pandas(self) -> Any:
        """The rows as a pandas.DataFrame with the table's columns. Raises ImportError where pandas is not installed."""
        pandas = import_module("pandas")  # not a dependency
        return pandas.DataFrame(self.to_dicts(), columns=list(self.columns))

    def to_json(self) -> str:
        """The rows as a JSON list, characters as they are."""
        return json.dumps(self.to_dicts(), ensure_ascii=False, indent=2)

    def to_csv(self) -> str:
        """The rows as CSV with a byte-order mark, without which Excel takes the Chinese for another encoding.

        A text that a spreadsheet would run as a formula (a quote from a hostile file) gets an apostrophe before it.
        """
        text = io.StringIO()
        writer = csv.DictWriter(text, self.columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({k: inert(spoken(v)) for k, v in row.items()} for row in self.rows)
        return "\ufeff" + text.getvalue()

    def _repr_html_(self) -> str:
        from .rendering.page import fragment

        return fragment(self)


def spoken(value: Any) -> Any:
    """A value as one cell shows it: notices by their messages, a line each; a list or map as JSON, else as it is."""
    if isinstance(value, list) and all(isinstance(one, dict) and "message" in one for one in value):
        return "\n".join(one["message"] for one in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def row_of(record: Row, columns: Sequence[str] = FACT_COLUMNS, **more: Any) -> Row:
    """The row of one fact: `columns` of its record (None where it has no such field), and what is computed beside."""
    return {column: more.get(column, record.get(column)) for column in columns}
