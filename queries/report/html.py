"""A lineage report as HTML: a page of its own, and what a notebook shows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from ..confidence import doubtful
from ..rendering.excerpt import excerpt
from ..rendering.page import fragment
from ..rendering.picture import drawing
from ..statements import Record
from .charts import FEWEST, charts
from .page import page, safe
from .series import Series
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


def lineage_page(report: LineageReport) -> str:
    """The page: charts, timeline, changes, conflicts, who speaks, and every fact with its words."""
    said = report.said
    drawn = charts(report.series, said, report.numbers)
    parts = [f"<h1>{safe(heading(report))}</h1>", *(f"<p class='summary'>{safe(line)}</p>" for line in summary(report))]
    shown = [one for one in report.series if len(one.figures) >= FEWEST]
    if shown:
        parts.append(f"<h2>{safe(said.say('report.charts'))}</h2>")
        parts.append(f"<p class='tag'>{safe(said.say('report.charts_note'))}</p>")
        parts += [_figure(place, one, report) for place, one in enumerate(shown)]
    parts.append(f"<h2>{safe(said.say('report.timeline'))}</h2><div class='wide'>{drawing(report.table)}</div>")
    parts += _sections(report)
    parts.append(f"<h2 id='facts'>{safe(said.say('report.facts'))}</h2>")
    for year, held in groupby(report.facts, key=lambda r: r["year"]):
        parts.append(
            f"<section class='year'><b>{year}</b><div>{''.join(_fact(r, report) for r in held)}</div></section>"
        )
    if report.undated:
        parts.append(f"<h2>{safe(said.say('report.undated'))}</h2>{''.join(_fact(r, report) for r in report.undated)}")
    return page(heading(report), "\n".join(parts), said, drawn)


def lineage_fragment(report: LineageReport) -> str:
    """What a notebook shows: summary, timeline, changes, conflicts and the table; no script."""
    head = "".join(f"<div>{safe(line)}</div>" for line in summary(report))
    return "\n".join(
        [
            head,
            f"<div style='overflow-x:auto'>{drawing(report.table)}</div>",
            *_sections(report),
            fragment(report.table),
        ]
    )


def _sections(report: LineageReport) -> list[str]:
    said = report.said
    changed = [_line(change_line(c, said), report, c.fact, c.before) for c in report.changes]
    contradicting = [_line(conflict_line(pair, said), report, *pair) for pair in report.conflicts]
    speaking = [safe(line) for line in account_lines(report)]
    acting = [f"{year} {safe(text)} {_links(report, ids)}".strip() for year, text, ids in role_lines(report)]
    judged = [f"{safe(text)} {_links(report, ids)}".strip() for text, ids in verdict_lines(report)]
    found = (
        ("succession", [safe(line) for line in succession_lines(report)]),
        ("changes", changed),
        ("judged", judged),
        ("conflicts", contradicting),
        ("accounts", speaking),
        ("roles", acting),
    )
    return [part for key, items in found for part in section(said.say(f"report.{key}"), items)]


def section(title: str, items: Iterable[str]) -> list[str]:
    """A heading with a list of items that are HTML; nothing where there are none."""
    held = "".join(f"<li>{item}</li>" for item in items)
    return [f"<h2>{safe(title)}</h2><ul>{held}</ul>"] if held else []


def _figure(place: int, series: Series, report: LineageReport) -> str:
    said = report.said
    rows = "".join(
        f"<tr><td>{safe(dated(r, said))}</td><td>{safe(statement(r, said))}</td><td><q>{safe(excerpt(r)[0])}</q></td>"
        f"<td>{_links(report, [r['id']])}</td></tr>"
        for r in series.figures
    )
    name = safe(series_name(series, said))
    return (
        f"<figure><figcaption>{name}</figcaption><div class='chart' id='chart{place}' hidden></div>"
        f"<details><summary>{safe(said.say('report.values'))}</summary><table>{rows}</table></details></figure>"
    )


def _fact(r: Record, report: LineageReport) -> str:
    said, number = report.said, report.numbers[r["id"]]
    shown, start, end = excerpt(r)
    quote = (
        f"{safe(shown[:start])}<mark>{safe(shown[start:end])}</mark>{safe(shown[end:])}"
        if end - start < len(shown)
        else safe(shown)
    )
    classes = " ".join(filter(None, ("fact", safe(r["status"] or ""), "doubtful" if doubtful(r) else "")))
    return (
        f"<div class='{classes}' id='f{number}'><span class='tag'>[{number}] {safe(dated(r, said))}</span> "
        f"{safe(statement(r, said))}<q>{quote}</q><small>{safe(origin(r))} · {safe(r['id'])[:8]}</small></div>"
    )


def _line(text: str, report: LineageReport, *facts: Record | None) -> str:
    return f"{safe(text)} {_links(report, [r['id'] for r in facts if r is not None])}".strip()


def _links(report: LineageReport, ids: list[str]) -> str:
    numbers = (report.numbers[one] for one in ids if one in report.numbers)
    return " ".join(f"<a href='#f{number}'>[{number}]</a>" for number in numbers)
