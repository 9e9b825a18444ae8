"""Text that remembers where each of its characters stood in the original."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True, eq=False)  # not frozen: it is made several times a line, and freezing doubles what that costs
class MappedText:
    """A string and, for each character, the half-open place in the original that it came from; never altered.

    starts[i], ends[i]: offsets into the original text; a character that stands for nothing there (a line break
    made from a block tag) has starts[i] == ends[i]. Both never fall from left to right, but in the row of a table that
    was put together from pieces of several lines.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError(f"{len(self.text)} characters but {len(self.starts)} starts and {len(self.ends)} ends")

    @classmethod
    def whole(cls, text: str) -> MappedText:
        """The text as its own original."""
        places = array("I", range(len(text) + 1))
        return cls(text, places[:-1], places[1:])

    @classmethod
    def join(cls, parts: Iterable[MappedText]) -> MappedText:
        """The parts one after the other, nothing between them."""
        text, starts, ends = [], array("I"), array("I")
        for part in parts:
            text.append(part.text)
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls("".join(text), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def slice(self, start: int, end: int) -> MappedText:
        """Characters start..end with their places."""
        return MappedText(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def lines(self) -> list[MappedText]:
        """The lines, each with its "\\n"."""
        found, start = [], 0
        for line in self.text_lines():
            found.append(self.slice(start, start + len(line)))
            start += len(line)
        return found

    def text_lines(self) -> list[str]:
        """The characters of `lines`, for those who look before they cut."""
        *lines, last = self.text.split("\n")
        return [line + "\n" for line in lines] + ([last] if last else [])

    def strip(self) -> MappedText:
        """Without white space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, max(left, len(self.text.rstrip())))

    def without(self, pattern: re.Pattern[str]) -> MappedText:
        """Every match of the pattern left out."""
        kept, last = [], 0
        for match in pattern.finditer(self.text):
            kept.append(self.slice(last, match.start()))
            last = match.end()
        if not kept:
            return self
        return MappedText.join([*kept, self.slice(last, len(self.text))])

    def with_text(self, text: str) -> MappedText:
        """Another text of the same length at the same places (traditional read as simplified)."""
        return MappedText(text, self.starts, self.ends)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where characters start..end (at least one) stood in the original, half-open."""
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"{start}..{end} of a text of {len(self.text)} characters")
        return min(self.starts[start:end]), max(self.ends[start:end])
