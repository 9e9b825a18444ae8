"""Facts as JSON Lines and CSV, and back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from ..schema.errors import InvalidFact
from ..schema.facts import fact_from_row
from .rows import FACT_COLUMNS, AnyFact, flat

CSV_COLUMNS = ("id", "doc", *(c for c in FACT_COLUMNS if c not in {"id", "document"}), "document")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What the text of a cell begins with that spreadsheets run as a formula."""


def write_jsonl(facts: Iterable[AnyFact], file: TextIO) -> None:
    """One JSON object a line, as `Fact.row` gives it: the flat export."""
    for fact in facts:
        json.dump(fact.row(), file, ensure_ascii=False, allow_nan=False)
        file.write("\n")


def read_jsonl(path: Path | str) -> Iterator[AnyFact]:
    """The facts of a file that `write_jsonl` wrote. Raises InvalidFact, with the line's number, for any other line."""
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield fact_from_row(json.loads(line))
            except (ValueError, AttributeError, InvalidFact) as error:
                raise InvalidFact(f"{path}, line {number}: {error}") from error


def write_csv(facts: Iterable[AnyFact], file: TextIO) -> None:
    """One row a fact, under a heading; None is an empty cell.

    A text that a spreadsheet would run as a formula gets a leading apostrophe, so this is no format to read back.
    """
    writer = csv.DictWriter(file, CSV_COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for fact in facts:
        row = flat(fact) | {"doc": fact.evidence.document.rsplit("/", 1)[-1]}
        writer.writerow({name: inert(row[name]) for name in CSV_COLUMNS})


def inert(value: object) -> object:
    """A text that a spreadsheet would run as a formula with an apostrophe before it; any other value as it is."""
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA) else value
