"""Pages of a PDF whose fonts are neither in the file nor on the machine: pdfium loses characters of theirs.

pdfium measures a character by the font that draws it. For a Chinese font that is not embedded, on a machine that has
none, the measure is empty, and a text object of one character, as some printers set every one, is passed over.
pdfminer.six reads such pages by the tables of character codes that it brings along.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pdfplumber
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pdfplumber.utils.text import TextMap, chars_to_textmap

from .pdf_indents import HAN, PageLines

_GAP = 0.5
"""Parts of a character's size between two characters that are a blank; justified lines are set wider by less."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's upper left corner."""


def lacks_font(page: pdfium.PdfPage) -> bool:
    """Whether a text on the page has no extent and a font that the file does not embed: some of it may be lost."""
    raw = pdfium.raw
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=2):
        left, _, right, _ = thing.get_bounds()
        if left == right and not raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(thing.raw)):
            return True
    return False


@dataclass(frozen=True, slots=True)
class CodedPage:
    """A page as pdfminer.six reads it. characters: as pdfplumber writes them, their places from the upper left."""

    characters: Sequence[dict[str, Any]]

    def text(self, box: Box | None = None) -> str:
        """The lines of the characters whose middle lies in a box; None for the whole page."""
        inside = [c for c in self.characters if box is None or _inside(c, box)]
        return str(_map(inside).as_string) if inside else ""

    def lines(self) -> PageLines:
        """The page's lines, measured; blank ones are left out."""
        found = _map(self.characters).extract_text_lines(return_chars=False)
        widths = [c["x1"] - c["x0"] for c in self.characters if HAN.match(c["text"])]
        text, starts = "\r\n".join(line["text"] for line in found), tuple(line["x0"] for line in found)
        return PageLines(text, starts, median(widths)) if widths else PageLines(text)


def coded_pages(data: bytes, texts: Mapping[int, str]) -> dict[int, CodedPage]:
    """The pages on which pdfminer.six finds more characters than pdfium.

    texts: what pdfium read, by the page's number from 0, in order. Pages from the first on that pdfminer.six cannot
    read are left out.
    """
    found: dict[int, CodedPage] = {}
    if not texts:
        return found
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number + 1 for number in texts]) as document:
            for number, page in zip(texts, document.pages, strict=True):
                other = CodedPage(page.chars)
                if _size(other.text()) > _size(texts[number]):
                    found[number] = other
                page.close()
    except Exception:  # pdfminer.six raises what its parsers run into: of the rest, pdfium's text remains
        return found
    return found


def _map(characters: Sequence[dict[str, Any]]) -> TextMap:
    return chars_to_textmap(list(characters), x_tolerance_ratio=_GAP)


def _inside(character: dict[str, Any], box: Box) -> bool:
    left, top, right, bottom = box
    across, down = character["x0"] + character["x1"], character["top"] + character["bottom"]
    return bool(left <= across / 2 < right and top <= down / 2 < bottom)


def _size(text: str) -> int:
    return len("".join(text.split()))
