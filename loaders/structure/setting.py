"""How a text is set in lines: the width at which its lines were broken, and how its paragraphs are marked."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...schema.punctuation import NO_BEGINNING, OPENING
from .labels import Label, label_of
from .lines import Line, columns
from .spaced_rows import spaced_rows

# What typesetting keeps together at the beginning of a line: a number or Latin word, with opening marks before it and
# closing marks after it (GB/T 15834-2011 5.1.9, 5.1.10: the former end no line, the latter begin none).
_UNIT = re.compile(
    rf"[{re.escape(OPENING)}]*+(?:[0-9A-Za-z]++(?:[.,:/+-][0-9A-Za-z]++)*+[%‰]?|.)[{re.escape(NO_BEGINNING)}]*+"
)
# What stands within a line of running text, and within no title.
_CLAUSE = re.compile(r"[，；。]")
_STOP = re.compile(r"[。；！？]")
_HANGING = 2.0
"""Columns by which closing marks may stand over the edge."""
_NARROWEST, _WIDEST = 6.0, 150
"""Columns of a setting: a column of a table, a landscape page in small type."""
_HALF = 0.5
"""A width that fewer lines fit than this share of those that fit the likeliest is none of the text."""
_INDENT = 2.0
"""Columns that a paragraph's first line is indented by (GB/T 9704-2012 7.3.3)."""
LOOSE = 3.0
"""Columns by which a full line may fall short where letters and digits are not set in halves."""
_EXACT = 0.85
"""Share of the lines that break off near the edge from which on the width is taken for exact."""
_BREAKING_OFF = 0.4
"""Least share of the full lines that end within a clause: lines of one sentence each end with a mark."""
_LONGER = 0.05
"""Most lines that are longer than a full one: rows of tables, and what the extraction glued together."""
_MARKS = 0.3
"""Least punctuation marks a line; lines with fewer are a list of names, however alike their widths."""
_STOPS = 0.08
"""Least sentence ends a line: items of a list that are no sentences (教育，新建学校40所) end without one."""
_SHORT = 0.75
"""A line of less than this share of the usual longest that breaks off ends a paragraph."""
_TOP = 0.9
"""The usual longest line: so many are no longer."""
_MARKED, _SLIPS = 0.6, 0.1
"""Share of the lines after a short one (titles are centered) and of the lines within paragraphs that bear a mark."""
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set in lines, in columns of one Chinese character.

    width: of a full line. slack: by how much a full line may fall short. indent: by how much a paragraph's first line
    is shorter although nothing stands there (text taken from a PDF loses its indents). marked: how the first line of
    a paragraph is told from the others, "indent", "gap" or None.
    """

    width: float
    slack: float = 0.0
    indent: float = 0.0
    marked: str | None = None

    def full(self, line: SetLine, following: SetLine, *, first: bool = False) -> bool:
        """The break after the line was forced: what follows could not have stood on it. first: of its paragraph."""
        blank = 0.5 if following.narrow or line.value[-1].isascii() else 0.0  # between letters and Han; it is not kept
        return line.room + (self.indent if first else 0) + blank + following.unit > self.width - self.slack


@dataclass(frozen=True, slots=True, eq=False)
class SetLine:
    """A line measured. room: the columns that it takes on paper, its indent included.

    core: room without closing marks at its end, which may hang over the edge. unit: columns of what stands first on it
    and cannot be parted. cut: it breaks off within a clause. narrow: it begins with a letter or digit. row: it is of a
    table's row, whose cells are parted by tabs or by spaces.
    """

    line: Line
    value: str
    label: Label | None
    room: float
    core: float
    unit: float
    ended: bool
    cut: bool
    narrow: bool
    row: bool


def may_be_set(lines: Sequence[Line]) -> bool:
    """Whether the text may be hard-broken: a quick look, which most texts with whole paragraphs do not pass."""
    return sum(len(line.text) > _WIDEST and line.width > _WIDEST for line in lines) <= _LONGER * len(lines)


def measured(lines: Sequence[Line], original: str) -> list[SetLine]:
    """The lines measured. original: the text into which their places lead, with the characters as they were set."""
    some = []
    rows = {number for row in spaced_rows(lines) for number in range(row.start, row.end)}
    for number, line in enumerate(lines):
        value = line.value
        starts = line.text.starts
        written = original[starts[0] : starts[-1] + 1]
        if len(written) != len(value):  # something stands between that is no text, a tag
            written = "".join(original[place : place + 1] for place in starts)
        match = _UNIT.match(value)
        unit = columns(written[: match.end()]) if match else 1.0
        ended = line.ended
        cut = not ended and value[-1] not in "，、,"
        room, tail = line.indent + columns(written), len(value.rstrip(NO_BEGINNING))
        core = room - columns(written[tail:])
        row = number in rows or "\t" in value
        some.append(SetLine(line, value, label_of(value), room, core, unit, ended, cut, value[0].isascii(), row))
    return some


def setting(lines: Sequence[SetLine]) -> Setting | None:
    """How the text is hard-broken; None where its lines are whole paragraphs.

    The width is the one that most lines which break off within a clause fit. It stands only where hardly a line is
    longer and enough of the full lines break off.
    """
    marks = sum(line.value.count(mark) for line in lines for mark in "，。；、")
    stops = sum(len(_STOP.findall(line.value)) for line in lines)
    if marks < _MARKS * len(lines) or stops < _STOPS * len(lines):
        return None
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not a.row and not b.row]
    cuts = [(a, b) for a, b in pairs if a.cut]
    found = _exact(lines, pairs, cuts) or _loose(lines, pairs)
    return replace(found, marked=_marked(pairs, found)) if found is not None else None


def _exact(
    lines: Sequence[SetLine], pairs: Sequence[tuple[SetLine, SetLine]], cuts: Sequence[tuple[SetLine, SetLine]]
) -> Setting | None:
    """The setting whose width fits nearly every line that breaks off near the edge, in half columns."""
    votes: Counter[float] = Counter()
    if not cuts:
        return None
    short = _SHORT * sorted(a.room for a, _ in cuts)[int(_TOP * len(cuts))]
    first = {id(b) for a, b in pairs if (a.ended or a.room < short) and not b.line.indent}  # perhaps, its indent lost
    for a, b in cuts:
        fitting = {half / 2 for half in range(int(2 * a.room), int(2 * (a.room + b.unit)))}
        votes.update(fitting | {width + _INDENT for width in fitting} if id(a) in first else fitting)
    over = {width: sum(line.core > width for line in lines if not line.row) for width in votes}
    some = [width for width in votes if over[width] <= _LONGER * len(lines)]
    most = max((votes[width] for width in some), default=0)
    for width in sorted(some, key=lambda width: (over[width] - votes[width], width)):
        if votes[width] < _HALF * most or not _holds(lines, pairs, Setting(width)):
            continue
        found = Setting(width, indent=_hidden_indent(pairs, width))
        near = [(a, b) for a, b in cuts if width - LOOSE < a.room <= width + _HANGING]
        fits = sum(found.full(a, b, first=id(a) in first) for a, b in near)
        if fits >= _EXACT * len(near):
            return found
    return None


def _loose(lines: Sequence[SetLine], pairs: Sequence[tuple[SetLine, SetLine]]) -> Setting | None:
    """The setting whose width is the usual longest line's."""
    rooms = sorted(line.room for line in lines)
    if len(rooms) < 2:
        return None
    width = rooms[int(_TOP * len(rooms))]
    found = Setting(width, LOOSE, _hidden_indent(pairs, width))
    return found if _holds(lines, pairs, found) else None


def _holds(lines: Sequence[SetLine], pairs: Sequence[tuple[SetLine, SetLine]], how: Setting) -> bool:
    full = [(a, b) for a, b in pairs if how.full(a, b)]
    broken = [(a, b) for a, b in full if a.cut]
    breaking = {id(a) for a, _ in broken}
    running = sum(  # text, not titles: a clause ends inside the line or the next one, or that one breaks off too
        bool(_CLAUSE.search(a.value) or _CLAUSE.search(b.value, 0, len(b.value) - 1)) or id(b) in breaking
        for a, b in broken
    )
    longer = sum(line.room > how.width + _HANGING for line in lines if not line.row)
    if not _NARROWEST <= how.width <= _WIDEST or longer > _LONGER * len(lines):
        return False
    if running and len(lines) > 2 and len(full) == len(lines) - 1:
        return True
    return running > 1 and len(broken) >= _BREAKING_OFF * len(full)


def _marked(pairs: Iterable[tuple[SetLine, SetLine]], how: Setting) -> str | None:
    firsts: list[SetLine] = []
    inner: list[SetLine] = []
    for a, b in pairs:
        if not how.full(a, b, first=True):
            firsts.append(b)
        elif a.cut and how.full(a, b):
            inner.append(b)
    if len(firsts) < _FEWEST or not inner:
        return None
    for kind in ("indent", "gap"):
        outside, inside = (sum(bears(a, kind) for a in some) / len(some) for some in (firsts, inner))
        if outside >= _MARKED and inside <= _SLIPS:
            return kind
    return None


def bears(line: SetLine, mark: str) -> bool:
    """Whether the line has the mark of a paragraph's first line, "indent" (of a character at least) or "gap"."""
    return line.line.gap > 0 if mark == "gap" else line.line.indent >= 1


def _hidden_indent(pairs: Sequence[tuple[SetLine, SetLine]], width: float) -> float:
    """Two columns where the first lines of paragraphs end that much before the edge, else none."""
    fits = Counter(
        indent
        for (before, a), (_, b) in itertools.pairwise(pairs)
        if before.room + a.unit + (0.0 if before.ended else _INDENT) <= width and a.cut
        for indent in (0.0, _INDENT)
        if a.room + indent <= width < a.room + indent + b.unit
    )
    return _INDENT if fits[_INDENT] > fits[0.0] else 0.0
