"""Where an article begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..reading.mapped import MappedText
from .lines import Line, joined_lines
from .titles import likeness


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """An article begins at line `at`; its title is the first `length` lines from there.

    title: the title's text, None where the article stands without one. label: characters of the title's first line
    that are its label (### , 2.). listed: a title known from the contents alone, whose own line is lost.
    """

    at: int
    length: int
    title: MappedText | None = None
    listed: str | None = None


def title_at(lines: Sequence[Line], at: int, length: int, label: int = 0) -> Start:
    """A start whose title stands on `length` lines from `at`, after a label of `label` characters."""
    text = joined_lines(lines[at : at + length])
    return Start(at, length, text.slice(label, len(text)).strip())


def find_title(lines: Sequence[Line], title: str, start: int, end: int, *, longest: int = 3) -> tuple[int, int] | None:
    """(line number, number of lines) of the first place in start..end where a title stands alone; None without one.

    It may be broken over up to `longest` lines, and may differ by a word; of the readings of one place (with the
    line before it, or without its last line) the likest counts.
    """
    best: tuple[float, int, int] | None = None
    for at in range(start, end):
        if best and at >= best[1] + best[2]:
            break
        text = ""
        for length in range(1, min(longest, end - at) + 1):
            text += lines[at + length - 1].value.strip("*# ")
            if len(text) > len(title) * 1.3 + 4:
                break
            alike = likeness(text, title)
            if alike and (best is None or alike > best[0]):
                best = alike, at, length
    return best[1:] if best else None
