"""Text from documents made fit to show: on one line, without what would steer a terminal."""

from __future__ import annotations

import re

_HARD_BREAK = re.compile(r"(?<=[^ -~])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?=[^ -~])")

# what would steer a terminal or break an XML file, were a hostile document to hold it; line ends stay
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters and marks that turn its direction; a tab, between cells, is ｜."""
    return _CONTROL.sub("", text).replace("\t", "｜")


def one_line(text: str) -> str:
    """The printable text on one line; the line breaks of a hard-broken original are no spaces between characters."""
    return printable(_HARD_BREAK.sub("", text)).replace("\n", " ")


def shown(text: str) -> list[str]:
    """What each character of the text is in `one_line` of it: itself, "" where it is left out, another for a tab."""
    found = [printable(character).replace("\n", " ") for character in text]
    for gap in _HARD_BREAK.finditer(text):
        found[gap.start() : gap.end()] = [""] * (gap.end() - gap.start())
    return found
