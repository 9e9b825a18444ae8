"""docs/quality.md: the evaluation without a sentence of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from .table import Table

HEAD = """\
# How good it is

Written by `python -m benchmarks.quality`; do not edit by hand. The gold and the scorer stand beside the project; no
sentence of the documents is repeated here.
"""
PROVENANCE = Path(__file__).with_name("provenance.yaml")


def provenance() -> list[Mapping[str, Any]]:
    """What decides in the default reading and what it was made from."""
    entries: list[Mapping[str, Any]] = yaml.safe_load(PROVENANCE.read_text(encoding="utf-8"))
    return entries


def page(run: Mapping[str, str], tables: Iterable[Table]) -> str:
    """The whole page; run: what the run was, by name."""
    parts = [HEAD, *(table.markdown() for table in (_run_table(run), provenance_table(), *tables))]
    return "\n".join(parts)


def outline(page: str) -> list[str]:
    """Headings and table heads of a page: what stays the same whatever the scores are."""
    lines = page.splitlines()
    heads = [line for line, after in zip(lines, [*lines[1:], ""], strict=True) if after.startswith("| ---")]
    return [line for line in lines if line.startswith("#") or line in heads]


def provenance_table() -> Table:
    """What was tuned and trained on what."""
    rows: Sequence[tuple[str, ...]] = [
        (e["part"], e["made"], ", ".join(e["seen"]), "yes" if e["held_out"] else "no", e["judged"])
        for e in provenance()
    ]
    note = (
        "Seen: folders beside the project, read or learned from. Held out: the scores below come from documents that "
        "this part has not seen."
    )
    return Table("What was made from what", note, ("part", "how made", "seen", "held out", "how judged"), tuple(rows))


def _run_table(run: Mapping[str, str]) -> Table:
    return Table("This run", "", ("what", "value"), tuple(run.items()))
