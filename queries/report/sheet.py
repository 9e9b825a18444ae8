"""A report of sections whose lines rest on facts, and the forms that it is given in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from ...schema.printable import one_line, printable
from ..rendering.excerpt import excerpt
from ..rendering.folding import Folded
from ..statements import Record
from ..wording import Unanswerable, words
from .as_json import record
from .markdown import escaped
from .page import page, safe
from .told import origin

SHORT = 12
"""So many lines of a section stand on a terminal."""


@dataclass(frozen=True)
class Line:
    """What is said, the facts that it rests on, and its values for programs."""

    text: str
    facts: tuple[Record, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """A section. key: what programs know it by. note: how it is to be read, "" without."""

    key: str
    title: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """A report. It prints itself short on a rich console, and draws itself in a notebook. summary: below its title."""

    title: str
    summary: tuple[str, ...]
    parts: tuple[Part, ...]
    snapshot: str
    lang: str

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain values: a list of lines a section, with text, values and the records of the facts."""
        held = {
            part.key: [
                {"text": line.text, **line.values, "facts": list(map(record, line.facts))} for line in part.lines
            ]
            for part in self.parts
        }
        return {"title": self.title, "snapshot": self.snapshot, **held}

    def to_json(self) -> str:
        """`to_dict` as JSON, characters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def to_markdown(self) -> str:
        """It as Markdown with every quote; what documents say is escaped."""
        lines = [f"# {escaped(self.title)}", "", *(f"{escaped(line)}  " for line in self.summary), ""]
        for part in self.parts:
            lines += [f"## {escaped(part.title)} ({len(part.lines)})", ""]
            lines += [escaped(part.note), ""] if part.note else []
            for line in part.lines:
                lines.append(f"- {escaped(line.text)}")
                lines += [f"  > {escaped(quote)} — {escaped(place)}  " for quote, place in _proofs(line)]
            lines += [""]
        return "\n".join(lines).rstrip("\n") + "\n"

    def to_html(self) -> str:
        """One page that loads nothing and runs nothing."""
        return page(self.title, self._repr_html_(), words(self.lang), [])

    def write(self, path: Path | str) -> None:
        """Writes it as the file's suffix says: .html, .md or .json. Raises QueryError where it cannot."""
        path = Path(path)
        forms = {".html": self.to_html, ".htm": self.to_html, ".md": self.to_markdown, ".json": self.to_json}
        if path.suffix.lower() not in forms:
            raise Unanswerable("report_suffix", path=path)
        try:
            path.write_text(forms[path.suffix.lower()]().rstrip("\n") + "\n", encoding="utf-8")
        except OSError as error:
            raise Unanswerable("cannot_write", path=path, reason=error.strerror) from error

    def _repr_html_(self) -> str:
        parts = [f"<h1>{safe(self.title)}</h1>", *(f"<p class='summary'>{safe(line)}</p>" for line in self.summary)]
        for part in self.parts:
            parts.append(f"<h2>{safe(part.title)} <span class='tag'>{len(part.lines)}</span></h2>")
            parts += [f"<p class='tag'>{safe(part.note)}</p>"] if part.note else []
            for line in part.lines:
                quotes = "".join(f"<q>{safe(quote)}</q><small>{safe(place)}</small>" for quote, place in _proofs(line))
                parts.append(f"<div class='fact'>{safe(line.text)}{quotes}</div>")
        return "\n".join(parts)

    def __rich__(self) -> Group:
        said = words(self.lang)
        shown: list[RenderableType] = [Folded(printable(self.title), style="bold")]
        shown += [Folded(printable(line), style="dim") for line in self.summary]
        for part in self.parts:
            shown += [Text(""), Folded(f"{printable(part.title)} ({len(part.lines)})", style="bold")]
            shown += [Folded(part.note, style="dim")] if part.note and part.lines else []
            for line in part.lines[:SHORT]:
                shown.append(Folded(f"· {printable(line.text)}"))
                shown += [Folded(f"    “{quote}” · {place}", style="dim") for quote, place in _proofs(line)]
            if len(part.lines) > SHORT:
                shown.append(Folded(said.say("report.more", count=len(part.lines) - SHORT), style="dim"))
        return Group(*shown)


def _proofs(line: Line) -> Iterator[tuple[str, str]]:
    """Quote and source of each fact of a line."""
    for r in line.facts:
        yield one_line(excerpt(r)[0]), f"{origin(r)} · {str(r['id'])[:8]}"
