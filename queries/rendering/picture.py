"""The picture of a lineage as SVG, and as one HTML page that needs nothing else."""

from __future__ import annotations

from html import escape
from pathlib import Path

from ...schema.printable import printable
from ..confidence import LOW, doubtful
from ..table import Row, Table
from ..wording import Unanswerable, Words, words
from .cells import cell, source, years
from .excerpt import excerpt
from .folding import fold
from .timeline import COLUMN, FONT, LEFT, SLOT, TOP, Lane, Mark, Timeline, layout

_FONTS = "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"
_COLORS = {"achieved": "#1a7f5a", "planned": "#b26a00", "forecast": "#3367a8"}
_NONE = "#555555"
_FAINT = 0.4
"""Opacity of a doubtful fact."""
_LINE = 18  # pixels from one line of the list to the next


def write_picture(table: Table, path: Path) -> None:
    """Writes the picture of a lineage, with every quote, as .svg or .html by the path's suffix.

    Raises Unanswerable for another suffix and where the file cannot be written.
    """
    makers = {".svg": svg, ".html": html, ".htm": html}
    if path.suffix.lower() not in makers:
        raise Unanswerable("picture_suffix", path=path)
    try:
        path.write_text(makers[path.suffix.lower()](table), encoding="utf-8")
    except OSError as error:
        raise Unanswerable("cannot_write", path=path, reason=error.strerror) from error


def svg(table: Table) -> str:
    """The timeline with the list of quotes below it, one SVG document."""
    said = words(table.lang)
    timeline = layout(table, said)
    width = max(timeline.width, 900)
    items, y = [_text(12, timeline.height + 26, said.say("picture.proofs"), weight="bold")], timeline.height + 50
    for number, row in enumerate(timeline.rows, start=1):
        head = f"{number}. {years(row)} {cell(row, 'status', said)} {_saying(row, said)}"
        for place, line in enumerate(fold(head, 2 * (width - 40) // FONT)):
            items.append(_text(12 if not place else 30, y, line))
            y += _LINE
        for line in fold(_proof(row), 2 * (width - 60) // FONT):
            items.append(_text(30, y, line, color="#555555"))
            y += _LINE
        y += 6
    return _document(timeline, said, width, y + 8, items)


def drawing(table: Table) -> str:
    """The timeline alone, as SVG; each mark's quote shows where the pointer rests on it."""
    said = words(table.lang)
    timeline = layout(table, said)
    return _document(timeline, said, timeline.width, timeline.height, [])


def html(table: Table) -> str:
    """One page: the timeline, and below it the list of quotes; no address is loaded."""
    said = words(table.lang)
    timeline = layout(table, said)
    items = "\n".join(
        f"<li id='q{number}'><b>{escape(years(row))}</b> {escape(cell(row, 'status', said))} "
        f"{escape(_saying(row, said))}<br><q>{escape(excerpt(row)[0])}</q>"
        f"<br><small>{escape(printable(source(row)))}</small></li>"
        for number, row in enumerate(timeline.rows, start=1)
    )
    style = f"body{{font-family:{_FONTS};margin:24px}}li{{margin:0 0 12px;max-width:1000px}}small{{color:#555}}"
    return (
        f"<!DOCTYPE html>\n<html lang='{said.lang}'><head><meta charset='utf-8'>"
        f"<title>{escape(timeline.title)}</title>"
        f"<style>{style}</style></head><body><div style='overflow-x:auto'>"
        f"{drawing(table)}</div>"
        f"<h2>{escape(said.say('picture.proofs'))}</h2><ol>{items}</ol></body></html>\n"
    )


def _document(timeline: Timeline, said: Words, width: int, height: int, below: list[str]) -> str:
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{_FONTS}" font-size="{FONT}">',
        f"<title>{escape(timeline.title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        _text(12, 24, timeline.title, weight="bold", size=17),
        *_legend(said, any(map(doubtful, timeline.rows))),
    ]
    if not timeline.rows:
        parts.append(_text(12, TOP, said.say("lineage.empty")))
    for place, year in enumerate(timeline.years):
        x = LEFT + place * COLUMN
        gap = place and year - timeline.years[place - 1] > 1  # years without facts were left out
        dash = ' stroke-dasharray="4 4"' if gap else ""
        parts.append(f'<line x1="{x}" y1="{TOP - 16}" x2="{x}" y2="{timeline.height - 8}" stroke="#dddddd"{dash}/>')
        parts.append(_text(x + 8, TOP - 4, str(year), weight="bold"))
    for lane in timeline.lanes:
        parts += _lane(lane, timeline, said)
    return "\n".join([*parts, *below, "</svg>"])


def _lane(lane: Lane, timeline: Timeline, said: Words) -> list[str]:
    right = LEFT + COLUMN * len(timeline.years)
    parts = [f'<line x1="0" y1="{lane.y}" x2="{right}" y2="{lane.y}" stroke="#bbbbbb"/>']
    parts += [_text(12, lane.y + 20 + place * (FONT + 5), line) for place, line in enumerate(lane.label)]
    for mark in lane.marks:
        parts.append(_mark(mark, lane, said))
    return parts


def _mark(mark: Mark, lane: Lane, said: Words) -> str:
    y = lane.y + 6 + mark.slot * SLOT + SLOT // 2
    x = LEFT + mark.last * COLUMN + 14
    tip = f"{years(mark.row)} {_saying(mark.row, said)}\n{_proof(mark.row)}"
    stretch = ""
    if mark.first < mark.last:
        start = LEFT + mark.first * COLUMN + 14
        color = _COLORS.get(mark.row.get("status") or "", _NONE)
        stretch = f'<line x1="{start}" y1="{y}" x2="{x - 6}" y2="{y}" stroke="{color}" stroke-width="2" opacity="0.5"/>'
    dot = _dot(x, y, mark.row.get("status"), square=mark.row.get("object") is not None)
    faint = f' opacity="{_FAINT}"' if doubtful(mark.row) else ""
    return f"<g{faint}><title>{escape(tip)}</title>{stretch}{dot}{_text(x + 11, y + 5, mark.label)}</g>"


def _dot(x: int, y: int, status: str | None, square: bool) -> str:
    """A circle for a figure, a square for a relation; filled is achieved, hollow planned, dashed forecast."""
    color = _COLORS.get(status or "", _NONE)
    fill = "#ffffff" if status in ("planned", "forecast") else color
    dash = ' stroke-dasharray="2 2"' if status == "forecast" else ""
    shape = f'rect x="{x - 5}" y="{y - 5}" width="10" height="10"' if square else f'circle cx="{x}" cy="{y}" r="6"'
    return f'<{shape} fill="{fill}" stroke="{color}" stroke-width="2"{dash}/>'


def _legend(said: Words, doubts: bool) -> list[str]:
    parts, x = [], 18
    for status in ("achieved", "planned", "forecast"):
        parts += [_dot(x, 46, status, square=False), _text(x + 12, 51, said.say(f"picture.legend_{status}"))]
        x += 130
    if doubts:
        text = _text(x + 12, 51, said.say("picture.legend_doubtful", least=LOW))
        parts.append(f'<g opacity="{_FAINT}">{_dot(x, 46, "achieved", square=False)}{text}</g>')
    return parts


def _text(x: int, y: int, text: str, weight: str = "normal", size: int = FONT, color: str = "#222222") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{color}">{escape(text)}</text>'


def _saying(row: Row, said: Words) -> str:
    who = cell(row, "who", said).replace("\n", " ")
    return cell(row, "what", said) + (f" · {who}" if who else "")


def _proof(row: Row) -> str:
    return printable(f"{excerpt(row)[0]}\n{source(row)}")
