"""The whole way of this room: a Source taken apart."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from ...schema.documents import DocumentInfo
from ..reading.source import Source
from .article import Article, Sentence, StructuredDocument
from .blocks import Block, blocks_of
from .bulletins import bulletin_starts
from .contents import contents_of, read_contents
from .departments import department_starts
from .describe import as_collection, describe_article, describe_file
from .enclosures import enclosure_start, reprint_starts
from .flat_rows import FlatRow
from .labels import without_marks
from .lines import Line, joined_lines, split_lines
from .mastheads import Head
from .newsletters import newsletter_starts
from .paragraphs import paged, paragraphs
from .sections import sentences_of
from .signatures import REMARK, signature_lines
from .speakers import with_interviewee
from .starts import Start
from .tables import flattened_rows
from .wrapping import unbroken


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """Lines of one article, with how it begins and what it is to the file (see `describe_article`)."""

    lines: Sequence[Line]
    start: Start | None
    role: str


def structure(source: Source) -> StructuredDocument:
    """A source taken apart: what it says of itself, its articles, their sentences under their headings.

    Every line of `source.main` lands in exactly one sentence, in order; the pieces of a table's wrapped row in the
    order of its cells. A text of one voice is one article, whose info is the document's; the articles of a collection
    have keys of their own (see DocumentInfo).
    """
    lines = unbroken(split_lines(source.main), source.original)
    pages = paged(lines)
    info, head = describe_file(source, lines)
    pieces = _pieces(source, lines, info)
    if any(piece.role == "item" for piece in pieces):
        info = as_collection(info)
    if len(pieces) == 1:
        sentences = _sentences(lines, head, pages)
        info = with_interviewee(info, sentences)
        return StructuredDocument(source, info, (Article(info, sentences),), info.notices)
    articles = []
    for number, piece in enumerate(pieces, 1):
        own = describe_article(f"{info.key}#{number}", piece.lines, piece.start, info, piece.role)
        if piece.role == "head":
            own = _of_file(own, info)
            sentences = _sentences(piece.lines, head, pages)
        else:
            sentences = _sentences(piece.lines, None, pages, piece.start)
            own = with_interviewee(own, sentences)
        articles.append(Article(own, sentences))
    return StructuredDocument(source, info, tuple(articles), info.notices)


def _pieces(source: Source, lines: Sequence[Line], info: DocumentInfo) -> list[_Piece]:
    kinds = (
        ("item", newsletter_starts(lines, contents_of(source))),
        ("item", bulletin_starts(lines)),
        ("part", department_starts(lines)),
        ("enclosed", reprint_starts(lines)),
    )
    for role, starts in kinds:
        if starts:
            edges = [*(s.at for s in starts), len(lines)]
            pieces = [_Piece(lines[s.at : end], s, role) for s, end in zip(starts, edges[1:], strict=True)]
            return [_Piece(lines[: edges[0]], None, "head"), *pieces] if edges[0] else pieces
    start = enclosure_start(lines, info.title.value) if info.title else None
    if start:
        return [_Piece(lines[: start.at], None, "head"), _Piece(lines[start.at :], start, "enclosed")]
    return [_Piece(lines, None, "head")]


def _of_file(own: DocumentInfo, info: DocumentInfo) -> DocumentInfo:
    """The file's first part speaks with the file's own description."""
    return dataclasses.replace(
        info, key=own.key, part_of=info.key, char_start=own.char_start, char_end=own.char_end, notices=()
    )


def _sentences(
    lines: Sequence[Line], head: Head | None, pages: bool, start: Start | None = None
) -> tuple[Sentence, ...]:
    """The sentences of one article: masthead and title first, each line of them by itself."""
    result: list[Sentence] = []
    end = head.end if head else start.length if start else 0
    title = head.title if head else (0, end) if end else None
    i = 0
    while i < min(end, len(lines)):
        stop = title[1] if title and i == title[0] else i + 1
        kind = "title" if title and i == title[0] else "caption"
        result.append(Sentence(without_marks(joined_lines(lines[i:stop])), kind, len(result)))
        i = stop
    body = lines[end:]
    blocks: list[Block] = []
    for part, what in _parts(body):
        if isinstance(what, FlatRow):
            blocks.append(Block(what.text, "row", flat=True))
        elif what == "alone":
            blocks += [Block(line.text, "caption") for line in part]
        else:
            blocks += blocks_of(paragraphs(part, paged=pages))
    return (*result, *sentences_of(blocks, len(result)))


def _parts(lines: Sequence[Line]) -> list[tuple[Sequence[Line], str | FlatRow]]:
    """The lines in stretches: "text", "alone" (lines that stand by themselves), or one row of a flattened table.

    By themselves stand contents, the signature and remarks such as （此件公开发布）.
    """
    kinds: list[str | FlatRow] = ["text"] * len(lines)
    signed, contents = signature_lines(lines), read_contents(lines)
    for start, end in ((contents.start, contents.end) if contents else (0, 0), signed or (0, 0)):
        kinds[start:end] = ["alone"] * (end - start)
    for i, line in enumerate(lines):
        if REMARK.match(line.value):
            kinds[i] = "alone"
    breaks = {0, len(lines)} | {i for i in range(1, len(lines)) if kinds[i] != kinds[i - 1]}
    for row in flattened_rows(lines):
        kinds[row.start : row.end] = [row] * (row.end - row.start)
        breaks = {b for b in breaks if not row.start < b < row.end} | {row.start, row.end}
    edges = sorted(breaks)
    return [(lines[a:b], kinds[a]) for a, b in itertools.pairwise(edges)]
