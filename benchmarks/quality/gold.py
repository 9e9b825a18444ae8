"""The folders of the gold, and which part of a document they annotate."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from policygraph.schema.errors import RunError

from .scorer import Row


def gold_folders(gold: Path) -> list[Path]:
    """The folders that hold annotation: the given one, or those in it. Raises RunError where there is none."""
    found = [folder for folder in (gold, *sorted(gold.glob("*"))) if folder.is_dir() and any(folder.glob("*.jsonl"))]
    if not found:
        raise RunError(f"no annotation in {gold}; expected folders of .jsonl files: name them with --gold")
    return found


def annotated_part(where: Mapping[str, Any] | list[int] | None, text: str) -> tuple[int, int]:
    """The annotated characters of a text, half-open, from an entry of ranges.json; None stands for all of it."""
    if where is None:
        return 0, len(text)
    if isinstance(where, Mapping):
        start, end = where["chars"]
        return start, min(end, len(text))
    lines = [len(line) + 1 for line in text.split("\n")]
    first, last = where
    return sum(lines[: first - 1]), min(sum(lines[:last]), len(text))


def in_part(row: Row, part: tuple[int, int]) -> bool:
    """Whether a fact stands in the part, be it with one character."""
    return bool(row["char_start"] < part[1] and part[0] < row["char_end"])
