"""Rows of a table whose cells stand side by side on one line, as a page of a PDF gives them, parted by spaces.

They are found by their running numbers, or by a line above them that is nothing but a head.

A cell that was wrapped leaves its pieces on the lines around the row's own: as many above as below where the cells were
centered, all below where they stood at the top. The pieces are put back into the cells that the row's own line lacks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..reading.mapped import MappedText
from .cell_kinds import binding_of, is_nothing, is_unit, is_value, unbracketed
from .flat_rows import FlatRow, cells_text
from .head_cells import TITLE, VALUES, cut_head, head_kind
from .lines import Line
from .numbered_rows import NOTE

_TOKEN = re.compile(r"\S+")
_FEWEST_ROWS = 3
_FEWEST_HEADS = 3
"""Columns that the head of a list of names has, the running number among them."""
_FARTHEST = 8
"""The next row's own line stands at most so many lines further on."""
_HEAD_LINES = 6
_LONGEST_HEAD = 10
"""A line of one piece that is longer is a table's title, no part of its head."""
_TITLED = re.compile(r"(?:表|名单|清单|名录|一览)$")
_LONGEST_LINE = 60


@dataclass(slots=True)
class _Row:
    """A row under way: its own line, the lines of its pieces, and for each column the pieces that were put there."""

    line: int
    above: list[int] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    cells: dict[int, list[MappedText]] = field(default_factory=dict)


def spaced_rows(lines: Sequence[Line]) -> list[FlatRow]:
    """The rows of every such table, the header's first."""
    rows: list[FlatRow] = []
    i = 0
    while i < len(lines):
        owns = _own_lines(lines, i)
        first = rows[-1].end if rows else 0
        made = _table(lines, owns, first) if len(owns) >= _FEWEST_ROWS else _headed(lines, i)
        rows += made
        i = made[-1].end if made else i + 1
    return rows


def _headed(lines: Sequence[Line], start: int) -> list[FlatRow]:
    """The rows below a line that is a head with columns of values: lines that end with a value or how it binds.

    A line without a value between two of them is the title of a group, which stays text.
    """
    if not _is_head(lines[start]):
        return []
    first = start + 1
    while first < len(lines) and first - start < _HEAD_LINES and _is_head(lines[first], fewest=1):
        first += 1
    made = [FlatRow(start, first, cells_text(_pieces(lines, range(start, first))))]
    for i in range(first, len(lines)):
        pieces = _pieces(lines, [i])
        kinds = [_kind(piece.text) for piece in pieces]
        if len(pieces) > 1 and kinds[-1] in "VB" and len(lines[i].value) <= _LONGEST_LINE and "V" in kinds:
            made.append(FlatRow(i, i + 1, cells_text(pieces)))
        elif len(pieces) > 1 or lines[i].ended or i + 1 - made[-1].end > 1:
            break
    return made if len(made) > _FEWEST_ROWS else []


def _is_head(line: Line, fewest: int = 3) -> bool:
    """Each piece of the line names a column, one of them of values where it is the first line of a head."""
    pieces = line.value.split()
    if len(pieces) < fewest or len(line.value) > _LONGEST_LINE or "\t" in line.value:
        return False
    kinds = [head_kind(piece) for piece in pieces if not piece.startswith("其中")]
    return None not in kinds and (fewest == 1 or bool(VALUES.intersection(kinds)))


def _own_lines(lines: Sequence[Line], start: int) -> list[int]:
    """The lines that begin with 1, 2, 3 … and hold more than the number; empty where `start` is not the first."""
    found: list[int] = []
    i, number = start, 1
    while i < len(lines) and i - (found[-1] if found else start) <= (_FARTHEST if found else 0):
        pieces = lines[i].value.split()
        if len(pieces) > 1 and pieces[0] == str(number) and len(lines[i].value) <= _LONGEST_LINE:
            if "\t" in lines[i].value:
                return []
            found.append(i)
            number += 1
        i += 1
    return found


def _table(lines: Sequence[Line], owns: list[int], floor: int) -> list[FlatRow]:
    kinds = [[_kind(piece) for piece in lines[i].value.split()[1:]] for i in owns]
    start = _head_start(lines, owns[0], floor)
    head = [kind for _, kind in cut_head([p for line in lines[start : owns[0]] for p in line.value.split()])]
    valued = sum(row[-1] in "VB" for row in kinds)
    if 10 * valued >= 6 * len(kinds) and len(head) > 1 and VALUES.intersection(head):
        template = _template(kinds)
        return _with_head(lines, start, _values_rows(lines, owns, kinds, template, "group" in head)) if template else []
    if len(head) >= _FEWEST_HEADS and owns[-1] - owns[0] + 1 == len(owns) and _named(lines, start, owns[0]):
        return _with_head(lines, start, [_Row(line) for line in owns])
    return []


def _named(lines: Sequence[Line], start: int, end: int) -> bool:
    """Every piece of the head names a column, so that a list of names below it has columns too."""
    pieces = [piece for line in lines[start:end] for piece in line.value.split()]
    return all(head_kind(piece) is not None for piece in pieces)


def _with_head(lines: Sequence[Line], start: int, rows: list[_Row]) -> list[FlatRow]:
    head_end = min([rows[0].line, *rows[0].above])
    made = [FlatRow(start, head_end, cells_text(_pieces(lines, range(start, head_end))))]
    for row in rows:
        own = _pieces(lines, [row.line])
        cells = [MappedText.join(row.cells[n]) for n in sorted(row.cells)] if row.cells else own[1:]
        taken = sorted([row.line, *row.above, *row.below])
        made.append(FlatRow(taken[0], taken[-1] + 1, cells_text([own[0], *cells])))
    return made


def _values_rows(
    lines: Sequence[Line], owns: list[int], kinds: Sequence[list[str]], template: str, grouped: bool
) -> list[_Row]:
    rows = _with_pieces(lines, owns, centered=any("N" not in row for row in kinds), complete="N" in kinds[0])
    for row in rows:
        _fill(lines, row, template, grouped)
    return rows


def _kind(piece: str) -> str:
    """V for a value or what says that there is none, B for how a target binds, U for a unit, N for words."""
    if binding_of(piece) is not None:
        return "B"
    if is_value(piece) or is_nothing(piece):
        return "V"
    return "U" if is_unit(piece) else "N"


def _template(kinds: Sequence[list[str]]) -> str:
    """The kinds of the table's columns after the number: those that most complete rows have."""
    signatures = Counter(re.sub("N+", "N", "".join(row)) for row in kinds if "N" in row and ("V" in row or "B" in row))
    if not signatures:
        return ""
    return max(signatures, key=lambda signature: (signatures[signature], len(signature)))


def _head_start(lines: Sequence[Line], first: int, floor: int) -> int:
    start = first
    while start > max(floor, first - _HEAD_LINES):
        line = lines[start - 1]
        if line.ended or len(line.value) > _LONGEST_LINE or _is_title(line.value):
            break
        start -= 1
    return start


def _is_title(text: str) -> bool:
    """The line over a head: 表1 …, …分工表, …名单, or one piece of words that is too long for a column's name."""
    return bool(TITLE.match(text)) or (
        len(text.split()) == 1 and (len(text) > _LONGEST_HEAD or bool(_TITLED.search(text)))
    )


def _with_pieces(lines: Sequence[Line], owns: list[int], centered: bool, complete: bool) -> list[_Row]:
    """The rows with the lines around their own that hold pieces of their cells."""
    rows = [_Row(line) for line in owns]
    if not complete:
        rows[0].above = [owns[0] - 1] if head_kind(lines[owns[0] - 1].value) is None else []
    for row, following in pairwise(rows):
        between = list(range(row.line + 1, following.line))
        below = len(row.above) if centered else len(between)
        row.below, following.above = between[:below], between[below:]
    last = rows[-1]
    after = last.line + 1
    for i in range(after, min(len(lines), after + len(last.above))):
        if NOTE.match(lines[i].value) or lines[i].ended:
            break
        last.below.append(i)
    return rows


def _pieces(lines: Sequence[Line], numbers: Sequence[int]) -> list[MappedText]:
    return [lines[i].text.slice(*m.span()) for i in numbers for m in _TOKEN.finditer(lines[i].value)]


def _fill(lines: Sequence[Line], row: _Row, template: str, grouped: bool) -> None:
    """Puts a row's pieces into its columns: those of its own line first, the others into what is then still open.

    grouped: the head has a column of groups, whose word may stand before the name.
    """
    own = _pieces(lines, [row.line])[1:]
    if grouped and len(own) == len(template) + 1 and [_kind(piece.text) for piece in own[:2]] == ["N", "N"]:
        row.cells[-1] = [own.pop(0)]
    for column, piece in _own_columns(own, template):
        row.cells.setdefault(column, []).append(piece)
    missing = [column for column in range(len(template)) if column not in row.cells]
    wanted = missing or [template.index("N")]
    for i in (*row.above, *row.below):
        pieces = _pieces(lines, [i])
        columns = wanted if len(pieces) <= len(wanted) else [*wanted, *[wanted[-1]] * (len(pieces) - len(wanted))]
        for column, piece in zip(columns, pieces, strict=False):
            row.cells.setdefault(column, []).append(piece)
    if row.above:  # a piece from above stands before what its cell has on the row's own line
        for pieces in row.cells.values():
            pieces.sort(key=lambda piece: piece.starts[0])


def _own_columns(pieces: list[MappedText], template: str) -> list[tuple[int, MappedText]]:
    """The column of each piece of a row's own line, told by its kind and by what stands around it."""
    kinds = [_kind(piece.text) for piece in pieces]
    while len(pieces) > len(template) and kinds[:2] == ["N", "N"]:  # a name with a space in it
        pieces, kinds = [MappedText.join(pieces[:2]), *pieces[2:]], kinds[1:]
    if len(pieces) == len(template):
        return list(enumerate(pieces))
    found: list[tuple[int, MappedText]] = []
    column = 0
    for piece, kind in zip(pieces, kinds, strict=True):
        wanted = "V" if kind == "V" else kind
        options = [n for n in range(column, len(template)) if template[n] == wanted]
        if not options:
            options = list(range(column, len(template)))[:1] or [len(template) - 1]
        cumulative = kind == "V" and unbracketed(piece.text) is not None
        place = options[-1] if cumulative else options[0]
        found.append((place, piece))
        column = place + 1
    return found
