"""Reports as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from ...schema.printable import one_line
from ..rendering.excerpt import excerpt
from ..statements import Record
from ..wording import Words
from .told import (
    account_lines,
    change_line,
    conflict_line,
    dated,
    heading,
    origin,
    role_lines,
    series_name,
    statement,
    succession_lines,
    summary,
    verdict_lines,
)

if TYPE_CHECKING:
    from .lineage import LineageReport

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&]|^[-+](?=\s)|(?<=^\d)\.)", re.MULTILINE)


def escaped(text: str) -> str:
    """A text from a document, on one line, none of whose characters are read as markup."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def fact_lines(r: Record, said: Words, number: int) -> list[str]:
    """A fact as an item of a list: what it says, its words, where from."""
    shown, start, end = excerpt(r)
    quote = f"{escaped(shown[:start])}**{escaped(shown[start:end])}**{escaped(shown[end:])}"
    whole = end - start == len(shown)
    return [
        f"- [{number}] **{escaped(dated(r, said))}** {escaped(statement(r, said))}",
        f"  > {escaped(shown) if whole else quote}",
        "  >",
        f"  > — {escaped(origin(r))} · `{str(r['id'])[:8]}`",
    ]


def lineage_markdown(report: LineageReport) -> str:
    """A lineage report."""
    said, numbers = report.said, report.numbers
    lines = [f"# {escaped(heading(report))}", "", *(f"{escaped(line)}  " for line in summary(report)), ""]
    for year, held in groupby(report.facts, key=lambda r: r["year"]):
        lines += [f"## {year}", ""]
        for r in held:
            lines += [*fact_lines(r, said, numbers[r["id"]]), ""]
    lines += _section(said.say("report.succession"), succession_lines(report))
    lines += _section(
        said.say("report.changes"), (change_line(c, said) + _at(numbers, c.fact, c.before) for c in report.changes)
    )
    judged = (f"{text} {_numbered(numbers, ids)}" for text, ids in verdict_lines(report))
    lines += _section(said.say("report.judged"), judged)
    lines += _section(
        said.say("report.conflicts"), (conflict_line(c, said) + _at(numbers, *c) for c in report.conflicts)
    )
    lines += _section(said.say("report.accounts"), account_lines(report))
    lines += _section(
        said.say("report.roles"),
        (f"{year} {text} {_numbered(numbers, ids)}".strip() for year, text, ids in role_lines(report)),
    )
    for one in report.series:
        if len(one.figures) > 1:
            rows = (f"{dated(r, said)}: {statement(r, said)} [{numbers[r['id']]}]" for r in one.figures)
            lines += _section(series_name(one, said), rows)
    if report.undated:
        lines += [f"## {escaped(said.say('report.undated'))}", ""]
        for r in report.undated:
            lines += [*fact_lines(r, said, numbers[r["id"]]), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(title: str, items: Iterable[str]) -> list[str]:
    held = [f"- {escaped(item)}" for item in items]
    return [f"## {escaped(title)}", "", *held, ""] if held else []


def _numbered(numbers: dict[str, int], ids: Iterable[str]) -> str:
    return " ".join(f"[{numbers[one]}]" for one in ids if one in numbers)


def _at(numbers: dict[str, int], *facts: Record | None) -> str:
    return f" {_numbered(numbers, (r['id'] for r in facts if r is not None))}"
