"""A document as the graph keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..schema.documents import DocumentInfo
from ..schema.markup import without_markup
from ..schema.notices import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """One file of the corpus, without its text.

    info, articles: what the file and the articles in it say of themselves.
    sha256: of the file's bytes. format: "txt", "md", "html", "pdf", "docx", "png", "jpg", "tif", or another suffix
    without its dot.
    rules: version of the rules and settings that read it; another version means that it is to be read again.
    markup: quotes leave out tags. pages: offset in the original at which each page begins, empty without pages.
    partial: why text may be missing or wrong, empty where nothing is known to be. notices: all that a reader must know,
    these included.
    stale: the file has changed since and can no longer be read; these are its old facts. Set by the store.
    """

    info: DocumentInfo
    sha256: str
    format: str
    articles: tuple[DocumentInfo, ...] = ()
    rules: str = ""
    encoding: str = "utf-8"
    markup: bool = False
    pages: tuple[int, ...] = ()
    partial: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    stale: bool = False

    @property
    def key(self) -> str:
        """Path relative to the built folder."""
        return self.info.key

    def article_at(self, offset: int) -> DocumentInfo | None:
        """The article that an offset into the original lies in; None where articles do not cover it."""
        inside = (a for a in self.articles if a.char_start <= offset < a.char_end)
        return min(inside, key=lambda a: a.char_end - a.char_start, default=None)

    def quote_of(self, original: str, start: int, end: int) -> str:
        """What a fact at start..end of the original must quote."""
        text = original[start:end]
        return without_markup(text, page=self.format == "html") if self.markup else text

    def voices(self, offset: int) -> list[DocumentInfo]:
        """What speaks at an offset: the article, where there is one, then the file."""
        article = self.article_at(offset)
        return [self.info] if article is None else [article, self.info]

    def infos(self) -> Iterator[DocumentInfo]:
        """The file's own description, then those of its articles."""
        yield self.info
        yield from self.articles


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument(DocumentRecord):
    """One file of the corpus with `original`, the text that the offsets of its facts count in."""

    original: str

    def quote(self, start: int, end: int) -> str:
        """What a fact at start..end must quote."""
        return self.quote_of(self.original, start, end)


def own_key(kind: str, name: str | None, voices: Sequence[DocumentInfo]) -> str | None:
    """The key of the file or article that an end of a fact means: by its own title, or by naming nobody; else None.

    voices: the article, where there is one, and the file that the fact stands in.
    """
    if not name or not name.strip():
        return voices[-1].key
    for info in reversed(voices):
        if kind == "Document" and name in (info.key, info.title.value if info.title else info.name):
            return info.key
    return None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be used: `error` is the class of the error, `notice` what it says.

    sha256: of the file's bytes, None where they could not be had.
    """

    key: str
    sha256: str | None
    error: str
    notice: Notice
