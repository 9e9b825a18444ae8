"""The tables of an article: consecutive rows under one head, cell by cell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ...context.context import ScopedArticle, ScopedSentence
from ...reading.cells import ABOVE
from ...structure.cell_kinds import compact, is_value
from ...structure.head_cells import cut_head, head_kind, is_head_row
from .cells import Cell
from .columns import columns_of, columns_of_pieces
from .content import by_content, filled, values_of_a_row
from .model import Row, Table
from .places import region_of_line

_HAN_SPACE = re.compile(
    r"(?<=[\u2460-\u24ff\u3000-\u9fff\uff00-\uffef])\s+|\s+(?=[\u2460-\u24ff\u3000-\u9fff\uff00-\uffef])"
)
_PROSE = 60
"""A longer line between two rows, or one that ends a sentence, ends the table; a shorter one names a group of rows."""
_NOTE = re.compile(r"(?:备?注|说明)\s*\d?\s*[：:.．]")
_MARKED = re.compile(r"[带标有]{0,3}(?P<mark>[*＊※#△▲①-⑳])[”\"号]?(?:的|者)?(?:数据)?[为是](?P<year>(?:19|20)\d\d)年")
_DITTO = frozenset({ABOVE, "同上", "″"})


@dataclass(slots=True)
class _Draft:
    """A table under way. levels: the cells of its head's rows."""

    heads: list[ScopedSentence]
    captions: tuple[ScopedSentence, ...]
    flat: bool
    levels: list[list[str]]
    rows: list[Row] = field(default_factory=list)
    group: str = ""
    region: str | None = None
    paragraph: int = -1
    marks: list[tuple[str, int]] = field(default_factory=list)


@lru_cache(maxsize=2)
def tables(article: ScopedArticle) -> tuple[Table, ...]:
    """Every table with a head, in order. Rows after a break (a page, a group's title) belong to the head before it."""
    found: list[_Draft] = []
    open_table: _Draft | None = None
    captions: list[ScopedSentence] = []
    noted = -1  # the paragraph of a note below a table
    for sentence in article.sentences:
        read = sentence.read.sentence
        if read.kind != "row":
            text = sentence.read.text.strip()
            if found and (_NOTE.match(text) or read.paragraph == noted):
                noted = read.paragraph
                found[-1].marks += [(m["mark"], int(m["year"])) for m in _MARKED.finditer(text)]
            if len(text) > _PROSE or (read.kind == "sentence" and not text.endswith(("：", ":"))):
                open_table, captions = None, []
            else:
                captions.append(sentence)
                if open_table is not None:
                    open_table.group, open_table.region = text, region_of_line(sentence)
            continue
        cells = _cells(sentence)
        texts = [cell.text for cell in cells]
        if open_table is not None and _more_head(open_table, sentence, texts):
            open_table.levels.append(texts)
            open_table.heads.append(sentence)
        elif is_head_row(texts) or (
            open_table is None and read.flat and len(cut_head(texts)) > 1 and not _holds(texts)
        ):
            if open_table is None or not _same_head(open_table, texts):
                open_table = _Draft([], tuple(captions), read.flat, [texts], paragraph=read.paragraph)
                found.append(open_table)
            open_table.heads.append(sentence)
            captions = []
        elif open_table is not None and _fits(open_table, cells):
            open_table.rows.append(_row(open_table, sentence, cells))
        else:
            open_table, captions = None, []
    spans_told = article.document.source.format not in ("md", "txt")
    return tuple(_finished(draft, spans_told) for draft in found if draft.rows)


def table_of(article: ScopedArticle, sentence: ScopedSentence) -> tuple[Table, Row] | None:
    """The table and the row that a sentence is; None for heads, rows without a head, and text."""
    return by_sentence(article).get(id(sentence))


@lru_cache(maxsize=2)
def heads(article: ScopedArticle) -> frozenset[int]:
    """The ids (`id()`) of the sentences that are heads of tables."""
    return frozenset(id(head) for table in tables(article) for head in table.heads)


@lru_cache(maxsize=2)
def by_sentence(article: ScopedArticle) -> dict[int, tuple[Table, Row]]:
    """Table and row of every sentence that is a row, by the sentence's id (`id()`)."""
    return {id(row.sentence): (table, row) for table in tables(article) for row in table.rows}


def _cells(sentence: ScopedSentence) -> list[Cell]:
    text = sentence.read.text
    cells: list[Cell] = []
    start = 0
    for piece in text.split("\t"):
        left = start + len(piece) - len(piece.lstrip())
        right = max(left, start + len(piece.rstrip()))
        cells.append(Cell(_HAN_SPACE.sub("", text[left:right]), left, right, sentence))
        start += len(piece) + 1
    return cells


def _holds(texts: list[str]) -> bool:
    """Whether a cell states a value that is no year and no unit, as no head does."""
    return any(is_value(text) and head_kind(text) is None for text in texts)


def _more_head(table: _Draft, sentence: ScopedSentence, texts: list[str]) -> bool:
    """A further row of the head: directly below it, with words of a head alone, in columns that it left open."""
    if table.rows or table.flat or len(table.levels) > 2 or sentence.read.sentence.paragraph != table.paragraph:
        return False
    named = [text for text in texts if compact(text) not in ("", ABOVE)]
    spanned = any(cell.strip() in ("", ABOVE) for cell in texts[: len(table.levels[0])])
    return bool(named) and spanned and not _holds(texts) and all(head_kind(text) is not None for text in named)


def _same_head(table: _Draft, texts: list[str]) -> bool:
    """The head once more, as the next page repeats it."""
    return [compact(text) for text in texts] == [compact(text) for text in table.levels[0]]


def _fits(table: _Draft, cells: list[Cell]) -> bool:
    width = max(len(level) for level in table.levels)
    return table.flat or len(cells) <= max([width, *(len(row.cells) for row in table.rows[:1])])


def _row(table: _Draft, sentence: ScopedSentence, cells: list[Cell]) -> Row:
    """The row, a cell that one above spans with that one's text (a ditto mark in the file says the same)."""
    last = table.rows[-1].cells if table.rows else ()
    told = [
        replace(last[n], above=True) if cell.text in _DITTO and n < len(last) else cell for n, cell in enumerate(cells)
    ]
    return Row(sentence, tuple(told), len(table.rows), table.group, table.region)


def _finished(draft: _Draft, spans_told: bool) -> Table:
    """The table. spans_told: its format says which cells span rows, so that an empty cell is empty."""
    rows = draft.rows
    flat = draft.flat and not all(len(row.cells) == len(draft.levels[0]) for row in rows)
    if flat:
        usual = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
        columns = columns_of_pieces([text for level in draft.levels for text in level], values_of_a_row(rows), usual)
    else:
        width = max(len(row.cells) for row in draft.rows)
        columns = by_content(columns_of(draft.levels, width), rows)
        if not spans_told:
            rows = filled(columns, rows)
    return Table(tuple(draft.heads), columns, tuple(rows), draft.captions, flat, tuple(draft.marks))
