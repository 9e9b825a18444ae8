"""What a document says of itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from .notices import Notice

NATURES = ("report", "plan", "notice", "speech", "news", "newsletter", "interpretation", "draft")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and where it was found: "front matter", "header table", "masthead", "signature", "file name", …

    char_start: offset into the original text, None where the place has none (the file name).
    """

    value: str
    where: str
    char_start: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What one document, or one article inside it, says of itself. None: it does not say.

    key: path relative to the built folder (an article: key + "#" + its 1-based number). date: ISO 8601, as
    exact as the text (2018, 2018-04 or 2018-04-12). nature: one of NATURES. part_of: the key of the file an
    article stands in. notices: what a reader of the answer must know (header contradicts body, text lost).
    """

    key: str
    title: Stated | None = None
    date: Stated | None = None
    issuer: Stated | None = None
    number: Stated | None = None
    nature: Stated | None = None
    source: Stated | None = None
    speaker: Stated | None = None
    part_of: str | None = None
    char_start: int = 0
    char_end: int = 0
    second_hand: bool = False
    internal: bool = False
    notices: tuple[Notice, ...] = field(default=())

    @property
    def name(self) -> str:
        """The file's name."""
        return (self.part_of or self.key).rsplit("/", 1)[-1]

    @property
    def day(self) -> dt.date | None:
        """`date` as a day, its first day where only the year or month is given; None without a date."""
        if self.date is None:
            return None
        parts = [int(p) for p in self.date.value.split("-")]
        return dt.date(*[*parts, 1, 1][:3])
