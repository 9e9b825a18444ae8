"""What a document says of itself, claim by claim, before one is believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ...schema.documents import Stated
from ...schema.vocabulary import vocabulary
from .lines import Line

TRUST = (
    "header table", "front matter", "masthead", "signature", "under the title", "dateline", "title", "contents",
    "interview", "first sentence", "document number", "meta tag", "pdf metadata", "header", "published", "document",
    "headings", "file name",
)
"""Where a claim was found, from the most to the least trusted.

"published" is the day on which a site put a text up: it dates the text only where the text does not.
"""


# The number of an item in a list of news that stands before its title: 2. …
_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.、]\s+")


@dataclass(slots=True)
class Claims:
    """Claims by field, in the order in which they were found, and what the masthead marks the document as."""

    found: dict[str, list[Stated]] = field(default_factory=dict)
    internal: bool = False

    def add(self, name: str, value: str | None, where: str, char_start: int | None = None) -> None:
        """Adds one claim; an empty value claims nothing."""
        if name == "title" and value:
            value = closed_up(_LIST_NUMBER.sub("", value))
        if value and value.strip():
            self.found.setdefault(name, []).append(Stated(value.strip(), where, char_start))

    def best(self, name: str) -> Stated | None:
        """The most trusted claim for a field, the first found among equals; None without one."""
        return min(self.found.get(name, ()), key=_distrust, default=None)


def _distrust(stated: Stated) -> int:
    return TRUST.index(stated.where) if stated.where in TRUST else len(TRUST)


@cache
def words(name: str) -> tuple[str, ...]:
    """One list of the masthead vocabulary."""
    return tuple(vocabulary("mastheads")[name])


_NAME = re.compile(r"[\u4e00-\u9fff（）()]+")
_LONGEST_BEFORE_END = 28
"""Most characters of a body's name before the word that it ends with."""


def _names_bodies(text: str) -> bool:
    """The text, which has no separator in it, is the names of bodies one behind the other."""
    if not _NAME.fullmatch(text):
        return False
    ends = [0]  # where a name may end, from left to right
    for at in range(1, len(text) + 1):
        tails = (at - len(word) for word in words("body_ends") if text.endswith(word, 0, at))
        if any(0 <= start - end <= _LONGEST_BEFORE_END for start in tails for end in ends):
            ends.append(at)
    return ends[-1] == len(text)


_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff])")
_LETTER_SPACED = re.compile(r"(?:[\u4e00-\u9fff][\s\u3000]+)+[\u4e00-\u9fff]")


def closed_up(text: str) -> str:
    """A line whose letters are set apart (科 技 部) without the blanks; any other line as it is."""
    if _LETTER_SPACED.fullmatch(text) and all(len(part) == 1 for part in text.split()):
        return _SPACED.sub("", text)
    return text


def body_name(text: str) -> str | None:
    """The body or bodies that a line names and nothing else, joined by 、; None where it is no such line.

    Bodies side by side are several: 中共中央 国务院.
    """
    text = closed_up(text.strip())
    if not text or len(text) > 60:
        return None
    names = re.split(r"[\s、,，]+", text)
    if not names[-1]:
        names.pop()  # a separator at the end
    return "、".join(names) if names and all(map(_names_bodies, names)) else None


def origin(line: Line, start: int = 0) -> int:
    """Where character `start` of a line stood in the original."""
    return line.text.starts[start]


def prose(line: Line) -> bool:
    """The line is running text: a sentence, or too long for a title."""
    value = line.value
    return "。" in value or len(value) > 60 or (len(value) > 30 and "，" in value and not line.titled)


def first_prose(lines: Sequence[Line]) -> int:
    """The number of the first line of running text; len(lines) where there is none."""
    return next((i for i, line in enumerate(lines) if prose(line)), len(lines))
