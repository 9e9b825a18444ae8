"""What a format's reader hands on before the steps that all formats share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ...schema.notices import Notice
from .headers import Header
from .mapped import MappedText
from .ocr_lines import OcrSpan


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A file read by its format's rules: `original` and `body` as `Source.original` and `Source.main`, not yet cleaned.

    paged: True where the text was laid out in pages (pdf, and texts taken from one), so that page numbers and
    running heads may stand in it; None where the text itself must show it. ocr: as `Source.ocr`.
    """

    original: str
    body: MappedText
    headers: tuple[Header, ...] = field(default=())
    markup: bool = False
    encoding: str = "utf-8"
    pages: tuple[int, ...] = field(default=())
    paged: bool | None = None
    partial: tuple[Notice, ...] = ()
    ocr: tuple[OcrSpan, ...] = ()

    def with_body(self, body: MappedText, *headers: Header) -> Draft:
        """The same with another body and more headers."""
        return replace(self, body=body, headers=(*self.headers, *headers))
