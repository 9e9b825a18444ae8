"""A file as the transformations take it, and the parts of its text that they may alter."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import docx

from policygraph.folder import list_folder
from policygraph.loaders.reading import SUFFIXES, read_bytes
from policygraph.loaders.reading.encodings import decode

# What is no text of a page: tags, character references. Of Markdown: targets of links, code, the marks of lines.
_MARKUP = re.compile(r"<!--.*?-->|<(style|script)\b.*?</\1\s*>|<[a-zA-Z/!][^<>]*>|&#?\w{1,8};", re.DOTALL)
_LINKS = re.compile(r"\]\([^)\n]*\)|https?://[^\s<>）)]+|^[ \t]{0,3}(?:[*+-]|#{1,6}|>)[ \t]", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?:.*\n)*?---[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Document:
    """One file. key: its path relative to the corpus, with "/" between folders; the reader is told by its suffix."""

    key: str
    data: bytes

    @property
    def suffix(self) -> str:
        """In lower case, with the dot."""
        return PurePosixPath(self.key).suffix.lower()

    @property
    def genre(self) -> str:
        """The folder of the corpus that it stands in."""
        return self.key.split("/")[0] if "/" in self.key else "examples"

    @property
    def text(self) -> str:
        """The decoded file; only for formats that are text."""
        return decode(self.data).text

    @property
    def words(self) -> str:
        """The text as its reader gives it."""
        return read_bytes(self.data, self.key).original

    def with_text(self, text: str, suffix: str | None = None) -> Document:
        """The same file with another text, as UTF-8, and under another suffix where one is named."""
        return self.with_data(text.encode("utf-8"), suffix)

    def with_data(self, data: bytes, suffix: str | None = None) -> Document:
        """The same file with other bytes. The name before the suffix stays: it may hold the date."""
        return Document(str(PurePosixPath(self.key).with_suffix(suffix)) if suffix else self.key, data)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files of the same content, of which the same facts are expected.

    renamed: how the transformation writes a subject, where it writes names otherwise too (10亿元以上 as 十亿元以上);
    None where subjects must be the same.
    """

    base: Document
    changed: Document
    renamed: Callable[[str], str] | None = None


Transformation = Callable[[Document], Pair | None]
"""Gives None for a document in which there is nothing to transform."""


def documents(folder: Path) -> list[Document]:
    """Every file of a folder that a reader knows, in the order of keys."""
    return [Document(file.key, file.path.read_bytes()) for file in list_folder(folder).of(SUFFIXES)]


def changed(document: Document, change: Callable[[str], str]) -> Document | None:
    """The file with `change` applied to its words; None where that alters nothing, and for a PDF, which is set."""
    if document.suffix == ".pdf":
        return None
    if document.suffix == ".docx":
        other = document.with_data(_edited_docx(document.data, change))
        return other if other.words != document.words else None
    text = edited(document.text, document.suffix, change)
    return document.with_text(text) if text != document.text else None


def edited(text: str, suffix: str, change: Callable[[str], str]) -> str:
    """The text with `change` applied to its stretches of words; markup, links and front matter stay as they are."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    kept = [_MARKUP.finditer(text, start)]
    if suffix in {".md", ".markdown"} or front:
        kept.append(_LINKS.finditer(text, start))
    parts, last = [text[:start]], start
    for match in sorted((m for found in kept for m in found), key=lambda m: m.span()):
        if match.start() >= last:
            parts += [change(text[last : match.start()]), match.group()]
            last = match.end()
    return "".join([*parts, change(text[last:])])


def _edited_docx(data: bytes, change: Callable[[str], str]) -> bytes:
    document = docx.Document(io.BytesIO(data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]:
        text = change(paragraph.text)
        if text != paragraph.text:
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
