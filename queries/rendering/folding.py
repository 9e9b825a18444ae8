"""Where a line of Chinese text may end: between any two characters, but in no number and no word, before no mark.

GB/T 15834-2011, 5.1.9 and 5.1.10: a closing mark begins no line, an opening one ends none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.containers import Lines
from rich.text import Text

from ...schema.punctuation import NO_BEGINNING, OPENING

# A number with its magnitude or what it counts of a date (311.7亿, 2025年, 2–3, 1.3 trillion, 500 家); a word or a name
# of a file; a number in Chinese numerals; any other character.
_NUMBER = r"\d++(?:[.,:/–—~～-]?\d++)*+[万亿千百]*+(?![A-Za-z_])(?:[年月日]| [A-Za-z]{1,9}+| [^\W\d_])?"
_WORD = r"[0-9A-Za-z]++(?:[.,:/+&'’_=|-]++[0-9A-Za-z]++)*+"
_NUMERALS = "[〇零一二三四五六七八九十百千万亿两]++"
_BEFORE, _AFTER = f"{OPENING}«{{<", f"{NO_BEGINNING}»}}>…—–_=|"  # with the marks of explanations
_PIECE = re.compile(
    rf"[{re.escape(_BEFORE)}]*+(?:{_NUMBER}|{_WORD}|{_NUMERALS}|\S)(?:[{re.escape(_AFTER)}]++| ·(?=\s|$))*+|\S"
)
"""What stays on one line."""
_JOINT = re.compile(r"(?<=[_/=|])(?![_/=|])|(?=\.[A-Za-z])")
"""Where a piece may be parted that is too long for any line: a name of a file behind each _ and before its suffix."""


def breaks(text: str, width: int) -> list[int]:
    """The offsets at which the lines of `text` begin, but for the first; text has no line ends.

    width: columns of a line, two for a Chinese character; in fewer than two every character has a line of its own.
    """
    width = max(width, 2)
    found: list[int] = []
    used = end = 0
    for start, piece in _pieces(text, width):
        used += cell_len(text[end:start])  # a full-width space takes two columns
        if start and used + cell_len(piece) > width:
            found.append(start)
            used = 0
        used, end = used + cell_len(piece), start + len(piece)
    return found


def _pieces(text: str, width: int) -> Iterator[tuple[int, str]]:
    """(offset, piece) of all that is not blank; a piece that is too wide in its parts, those in what fits of them."""
    for match in _PIECE.finditer(text):
        if cell_len(match[0]) <= width:
            yield match.start(), match[0]
            continue
        start = match.start()
        for part in _JOINT.split(match[0]):
            for cut in chop_cells(part, width):
                yield start, cut
                start += len(cut)


def widest(text: str) -> int:
    """Columns of the widest piece of a text, which is cut in narrower lines; 0 for none."""
    return max((cell_len(piece[0]) for piece in _PIECE.finditer(text)), default=0)


def fold(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns (see `breaks`); its own line ends stay."""
    return [line for part in text.splitlines() or [""] for line in _lines(part, width)]


def _lines(text: str, width: int) -> list[str]:
    at = [0, *breaks(text, width), len(text)]
    return [text[start:end].rstrip() for start, end in itertools.pairwise(at)]


class Folded(Text):
    """Text for a rich console whose lines end where `breaks` says."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        """The lines of the text in a cell of so many columns."""
        if options.get("no_wrap"):
            return super().wrap(console, width, **options)
        lines = Lines()
        for line in self.split(allow_blank=True):
            for part in line.divide(breaks(line.plain, width)):
                part.rstrip()
                lines.append(part)
        return lines
