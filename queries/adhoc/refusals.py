"""A query that is refused, or that an engine cannot read: what is wrong, where, and the line itself with a mark."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from ...schema.printable import printable
from ..wording import Unanswerable, words

_AROUND = 60
"""So many characters of the line before and after the place are shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a query; line and column count characters from 1.

    shown: the line, or the part of it around the place. mark: how many columns of a terminal stand before the place.
    """

    line: int
    column: int
    shown: str
    mark: int

    def drawn(self) -> str:
        """The line and below it the mark, both indented."""
        return f"    {self.shown}\n    {' ' * self.mark}^"


def place(text: str, at: int) -> Place:
    """The place of the character at an offset into the text; the text's length is the place after the last one."""
    at = min(max(at, 0), len(text))
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line, column = text[begin : len(text) if end < 0 else end], at - begin
    first = max(0, column - _AROUND)
    before = _plain(("…" if first else "") + line[first:column])
    after = _plain(line[column : column + _AROUND])
    cut = "…" if len(line) > column + _AROUND else ""
    return Place(text.count("\n", 0, at) + 1, column + 1, before + after + cut, _width(before))


def offset(text: str, line: int, column: int) -> int:
    """The offset of a place that an engine told, line and column from 1."""
    begin = 0
    for _ in range(line - 1):
        begin = text.find("\n", begin) + 1 or len(text)
    return min(begin + column - 1, len(text))


class QueryRefused(Unanswerable):
    """An ad hoc query that was not run, or could not be; code and values as in Unanswerable.

    at: the place that is meant, None where it is the whole query.
    """

    def __init__(self, code: str, text: str = "", at: int | None = None, **values: object) -> None:
        self.place = None if at is None else place(text, at)
        super().__init__(code, **values)

    def said(self, lang: str) -> str:
        """The message in one language, with the place, the line and a mark below it."""
        what = super().said(lang)
        if self.place is None:
            return what
        return f"{words(lang).say('errors.adhoc_at', line=self.place.line, column=self.place.column)}{what}\n" + (
            self.place.drawn()
        )


def _plain(text: str) -> str:
    return printable(text.replace("\t", " ").replace("\r", " "))


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide
