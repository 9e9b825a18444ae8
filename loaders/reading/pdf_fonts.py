"""Pages of a PDF whose fonts are neither in the file nor on the machine: pdfium loses characters of theirs.

pdfium measures a character by the font that draws it. For a Chinese font that is not embedded, on a machine that has
none, the measure is empty, and a text object of one character, as some printers set every one, is passed over.
pdfminer.six reads such pages by the tables of character codes that it brings along.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

import pdfplumber
import pypdfium2 as pdfium  # type: ignore[import-untyped]


def lacks_font(page: pdfium.PdfPage) -> bool:
    """Whether a text on the page has no extent and a font that the file does not embed: some of it may be lost."""
    raw = pdfium.raw
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=2):
        left, _, right, _ = thing.get_bounds()
        if left == right and not raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(thing.raw)):
            return True
    return False


def recovered(data: bytes, texts: Mapping[int, str]) -> dict[int, str]:
    """The texts of pages as pdfminer.six reads them, where it finds more characters.

    texts: what pdfium read, by the page's number from 0, in order. Pages from the first on that pdfminer.six cannot
    read are left out.
    """
    found: dict[int, str] = {}
    if not texts:
        return found
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number + 1 for number in texts]) as document:
            for number, page in zip(texts, document.pages, strict=True):
                other = page.extract_text()
                if _size(other) > _size(texts[number]):
                    found[number] = other
                page.close()
    except Exception:  # pdfminer.six raises what its parsers run into: of the rest, pdfium's text remains
        return found
    return found


def _size(text: str) -> int:
    return len("".join(text.split()))
