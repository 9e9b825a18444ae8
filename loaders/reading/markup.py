"""HTML taken into tags, entities and text, each with its place: the one lexer for pages and for inline HTML."""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from ...schema.markup import ENTITY, markup_pattern
from .mapped import MappedText

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
# One attribute: name, then a value in double, single or no quotes.
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?""")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: start..end its place in the text, name in lower case, closing True for </name>."""

    name: str
    closing: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two tags, at start..end."""

    start: int
    end: int


def lex(text: str, *, page: bool, start: int = 0, end: int | None = None) -> Iterator[Tag | Run]:
    """Tags and runs of text of start..end, left to right.

    Comments, declarations and scripts, with all they contain, are left out. page: see `markup_pattern`.
    """
    end = len(text) if end is None else end
    last = start
    for match in markup_pattern(page).finditer(text, start, end):
        if match.start() > last:
            yield Run(last, match.start())
        last = match.end()
        named = _NAME.match(match.group())
        if named is not None and match.group("raw") is None:
            yield Tag(named.group(1).lower(), match.group()[1] == "/", match.start(), match.end())
        elif named is not None:
            yield Tag(named.group(1).lower(), True, match.start(), match.end())
    if last < end:
        yield Run(last, end)


def attributes(text: str, tag: Tag) -> dict[str, str]:
    """The attributes of a tag, names in lower case, entities of the values resolved; a name without value gives ""."""
    inside = text[tag.start + 1 + len(tag.name) : tag.end].rstrip("/>")
    return {
        m.group(1).lower(): html.unescape(m.group(2) or m.group(3) or m.group(4) or "")
        for m in _ATTRIBUTE.finditer(inside)
    }


def has_markup(text: str) -> bool:
    """True where a text that is no page holds tags of known elements or entities."""
    tags, entities = markup_pattern(False), ENTITY
    return ("<" in text and tags.search(text) is not None) or ("&" in text and entities.search(text) is not None)


def decoded(text: str, start: int, end: int) -> MappedText:
    """Characters start..end with entities resolved; a resolved character has the place of its whole entity."""
    parts, last = [], start
    for match in ENTITY.finditer(text, start, end) if text.find("&", start, end) >= 0 else ():
        character = html.unescape(match.group())
        if character == match.group():
            continue
        parts.append(_plain(text, last, match.start()))
        starts, ends = array("I", [match.start()]), array("I", [match.end()])
        parts.append(MappedText(character, starts * len(character), ends * len(character)))
        last = match.end()
    return MappedText.join([*parts, _plain(text, last, end)]) if parts else _plain(text, start, end)


def _plain(text: str, start: int, end: int) -> MappedText:
    return MappedText(text[start:end], array("I", range(start, end)), array("I", range(start + 1, end + 1)))
