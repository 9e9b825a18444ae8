"""Text set in lines of one width, as typesetting for Chinese sets it."""

from __future__ import annotations

import re

from policygraph.schema.punctuation import NO_BEGINNING, OPENING

_NEVER_FIRST = frozenset(f"{NO_BEGINNING}…") - {'"', "'"}  # a straight quotation mark may open
# What typesetting keeps together: a number with its sign, a Latin word.
_WORD = re.compile(r"[0-9０-９A-Za-z]+(?:[.,．][0-9０-９]+)*[%％]?|.", re.DOTALL)

_LETTERS = re.compile(r"[A-Za-z]+|.", re.DOTALL)
# An entry of a table of contents: its title, leaders or a tab, the page's number.
_ENTRY = re.compile(r"(?P<title>[^\t]*?)\s*(?:(?P<leader>[.．…·])[.．…·]{2,}\s*(?P<page>\d*)|\t(?P<tabbed>\d{1,3}))$")


def is_entry(line: str) -> bool:
    """An entry of a table of contents, with leaders before the page's number."""
    return _ENTRY.match(line) is not None


def columns(text: str) -> float:
    """Width in Chinese characters; ASCII counts one half."""
    return sum(0.5 if c.isascii() else 1.0 for c in text)


def wrapped(paragraph: str, width: float, indent: float = 0, whole_words: bool = True) -> list[str]:
    """The paragraph's lines, the first shorter by the indent, which is not written.

    No line begins with a closing mark or ends with an opening one: the mark hangs over the edge, or goes down.
    whole_words: False breaks inside numbers too, and before any mark, as a program does that counts characters; a
    Latin word stays whole, since nobody could tell a broken one from two.
    """
    lines, line, room = [], "", width - indent
    for piece in (_WORD if whole_words else _LETTERS).findall(paragraph):
        full = columns(line) + columns(piece) > room
        if full and line and not (whole_words and piece in _NEVER_FIRST):
            ended = (line.rstrip(OPENING) if whole_words else line) or line
            lines.append(ended)
            line, room = line.removeprefix(ended), width
        if line or not piece.isspace():  # a blank at the break goes with it
            line += piece
    return [*lines, line] if line else lines


def with_leaders(entry: str, width: float) -> list[str]:
    """The lines of an entry of a table of contents: its leaders fill the last line, the page's number ends it."""
    match = _ENTRY.match(entry)
    if match is None:
        return wrapped(entry, width)
    *lines, last = wrapped(match["title"], width - 4) or [""]
    leader, page = match["leader"] or ".", match["page"] or match["tabbed"] or ""
    room = width - columns(last) - columns(page)
    return [*lines, last + leader * max(3, int(room / columns(leader))) + page]
