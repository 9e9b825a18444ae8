"""Undoes hard line breaks: lines that were all set in one width become the paragraphs that they were broken from."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .labels import Label, label_of
from .lines import CLOSERS, Line, columns, joined

_OPENERS = "“‘《〈（(【〔「『["
# What typesetting keeps together at the beginning of a line: a number or Latin word, with opening marks before it and
# closing marks after it (GB/T 15834-2011 5.1.9, 5.1.10: the former end no line, the latter begin none).
_UNIT = re.compile(
    rf"[{re.escape(_OPENERS)}]*+(?:[0-9A-Za-z]++(?:[.,:/+-][0-9A-Za-z]++)*+[%‰]?|.)[，、。；：！？,.;:!?%％{re.escape(CLOSERS)}]*+"
)
# A line that begins with one of these continues the line before it.
_CLOSING = re.compile(rf"[，、。；：！？%％{re.escape(CLOSERS)}]")
_REMARK = re.compile(r"[（(][^（()）]*[）)]$")
_HANGING = 2.0
"""Columns by which closing marks may stand over the edge."""
_NARROWEST = 6.0
_LOOSE = 3.0
"""Columns by which a full line may fall short where letters and digits are not set in halves."""
_EXACT = 0.85
"""Share of the lines that break off near the edge from which on the width is taken for exact."""
_BREAKING_OFF = 0.4
"""Least share of the full lines that end within a clause: lines of one sentence each end with a mark."""
_LONGER = 0.05
"""Most lines that are longer than a full one: rows of tables, and what the extraction glued together."""
_MARKS = 0.3
"""Least punctuation marks a line; lines with fewer are a list of names, however alike their widths."""
_MARKED = 0.8
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

    def full(self, line: Line, following: Line, *, first: bool = False) -> bool:
        """The break after the line was forced: what follows could not have stood on it. first: of its paragraph."""
        return _room(line) + (self.indent if first else 0) + _unit(following) > self.width - self.slack


def unbroken(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with their hard breaks undone; the lines themselves where the text has none."""
    how = setting(lines)
    if how is None:
        return tuple(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, how):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Line(joined(group), group[0].gap, group[0].indent) for group in groups)


def setting(lines: Sequence[Line]) -> Setting | None:
    """How the text is hard-broken; None where its lines are whole paragraphs.

    The width is the one at which most lines that break off within a clause are full. It stands only where hardly a
    line is longer and enough of the full lines break off.
    """
    marks = sum(line.value.count(mark) for line in lines for mark in "，。；、")
    if marks < _MARKS * len(lines):
        return None
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if "\t" not in a.value and "\t" not in b.value]
    cuts = [(a, b) for a, b in pairs if not a.ended and a.value[-1] not in "，、,"]
    found = _exact(lines, pairs, cuts) or _loose(lines, pairs, cuts)
    if found is None:
        return None
    marked = _marked(pairs, found)
    return Setting(found.width, found.slack, 0.0 if marked == "indent" else _hidden_indent(pairs, found), marked)


def _exact(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]], cuts: Sequence[tuple[Line, Line]]) -> Setting | None:
    """The setting whose width fits nearly every line that breaks off near the edge, in half columns."""
    votes: Counter[float] = Counter()
    for a, b in cuts:
        room = _room(a)
        votes.update(half / 2 for half in range(int(2 * room), int(2 * (room + _unit(b)))))
    best = max(votes.values(), default=0)
    for width in sorted(width for width, count in votes.items() if count == best):
        if _holds(lines, pairs, Setting(width)):
            near = sum(width - _LOOSE < _room(a) <= width + _HANGING for a, _ in cuts)
            return Setting(width) if best >= _EXACT * near else None
    return None


def _loose(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]], cuts: Sequence[tuple[Line, Line]]) -> Setting | None:
    """The setting whose width is the usual longest line's."""
    rooms = sorted(_room(line) for line in lines)
    if len(rooms) < 2:
        return None
    found = Setting(rooms[min(len(rooms) - 1, int(len(rooms) * 0.9))], _LOOSE)
    return found if _holds(lines, pairs, found) else None


def _holds(lines: Sequence[Line], pairs: Sequence[tuple[Line, Line]], how: Setting) -> bool:
    full = [a for a, b in pairs if how.full(a, b)]
    broken = [a for a in full if not a.ended and a.value[-1] not in "，、,"]
    longer = sum(_room(line) > how.width + _HANGING for line in lines)
    if how.width < _NARROWEST or longer > _LONGER * len(lines):
        return False
    if broken and len(lines) > 2 and len(full) == len(lines) - 1:
        return True
    return len(broken) >= max(2, _BREAKING_OFF * len(full))


def _marked(pairs: Iterable[tuple[Line, Line]], how: Setting) -> str | None:
    firsts: list[Line] = []
    inner: list[Line] = []
    for a, b in pairs:
        if how.full(a, b) and not a.ended:
            inner.append(b)
        elif a.ended and not how.full(a, b):
            firsts.append(b)
    if len(firsts) < _FEWEST or not inner:
        return None
    for kind in ("indent", "gap"):
        shares = [sum(bool(getattr(line, kind)) for line in some) / len(some) for some in (firsts, inner)]
        if shares[0] >= _MARKED and shares[1] <= 1 - _MARKED:
            return kind
    return None


def _hidden_indent(pairs: Sequence[tuple[Line, Line]], how: Setting) -> float:
    """Two columns where the first lines of paragraphs end that much before the edge, else none."""
    fits = Counter(
        indent
        for (before, a), (_, b) in itertools.pairwise(pairs)
        if before.ended and not how.full(before, a) and not a.ended
        for indent in (0.0, 2.0)
        if _room(a) + indent <= how.width + 0.5 < _room(a) + indent + _unit(b)
    )
    return 2.0 if fits[2.0] > fits[0.0] else 0.0


def _goes_on(group: Sequence[Line], line: Line, how: Setting) -> bool:
    """The line belongs to the paragraph that the group begins."""
    last, label = group[-1], label_of(line.value)
    if "\t" in last.value or "\t" in line.value or last.source or line.source or (label and label.kind == "markdown"):
        return False
    if how.marked is not None and (line.gap if how.marked == "gap" else line.indent):
        return False
    if _CLOSING.match(line.value):
        return True
    if not how.full(last, line, first=len(group) == 1):
        return False
    if how.marked is not None:
        return True
    if last.ended:
        whole = line.ended or _REMARK.match(line.value) or _room(line) >= how.width - _LOOSE
        return not label and not line.gap and not line.indent and bool(whole)
    return _is_inside(group, line, label, how)


def _is_inside(group: Sequence[Line], line: Line, label: Label | None, how: Setting) -> bool:
    """After a full line without an end the text goes on, unless that line is itself a heading.

    After a labelled line without a sentence end a label begins what comes next. Elsewhere what looks like a label is
    the text's own (统|一、).
    """
    heading = label_of(group[0].value) is not None and not any("。" in part.value for part in group)
    if label and (heading or label.kind in {"dash", "box", "circled"}):
        return False
    return not (heading and how.slack and _room(group[-1]) < how.width and _room(line) >= how.width - how.slack)


def _room(line: Line) -> float:
    return line.indent + line.width


def _unit(line: Line) -> float:
    match = _UNIT.match(line.value)
    return columns(match.group()) if match else 1.0
