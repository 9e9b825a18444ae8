"""Bytes to text, without guessing where the bytes themselves decide."""

from __future__ import annotations

import codecs
from functools import cache

import charset_normalizer

from ...schema.errors import UnreadableDocument
from ...schema.vocabulary import vocabulary

SAMPLE = 64 * 1024
"""Bytes shown to charset-normalizer: a whole file of 50 MB takes it seconds, a sample hundredths of one."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("gb18030", "big5hkscs")

COMMON_SHARE = 0.25
"""Least share of frequent characters among the Han characters of a right decoding.

Measured on 220 policy documents and bulletins: right decodings have .43 and more (in 2,000-character windows .31 and
more); Big5 bytes read as GB18030, GB18030 bytes read as Big5 and UTF-16 bytes read as either stay below .08.
"""


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the encoding it was read in; line ends are "\\n" as in Python's text mode.

    A byte-order mark decides; then strict UTF-8; then UTF-16 without a mark, GB18030 and Big5, of which the one
    whose characters are those of ordinary Chinese; charset-normalizer on a sample only where none is plausible.
    Raises UnreadableDocument when the bytes are in no encoding or are not text at all.
    """
    text, encoding = _decode(data)
    if "\0" in text:
        raise UnreadableDocument(f"not text: zero bytes among the characters (read as {encoding}); expected a text file")
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _strict(data, encoding)
            if text is None:
                raise UnreadableDocument(f"byte-order mark of {encoding}, but the bytes break its rules")
            return text, encoding.removesuffix("-sig")
    text = _strict(data, "utf-8")
    if text is not None and "\0" not in text:
        return text, "utf-8"
    candidates = _utf16_candidates(data) or _LEGACY
    decoded = [(t, e) for e in candidates if (t := _strict(data, e)) is not None]
    plausible = [(common_share(t), t, e) for t, e in decoded]
    best = max(plausible, key=lambda row: row[0], default=None)
    if best is not None and best[0] >= COMMON_SHARE:
        return best[1], best[2]
    return _guess(data)


def _utf16_candidates(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows as zero bytes: the upper halves of its ASCII characters and line breaks."""
    sample = data[:SAMPLE]
    if b"\0" not in sample or len(data) % 2:
        return ()
    return ("utf-16-le", "utf-16-be")


def _guess(data: bytes) -> tuple[str, str]:
    match = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    if match is not None:
        text = _strict(data, match.encoding)
        if text is not None and "\0" not in text and common_share(text) >= COMMON_SHARE:
            return text, match.encoding
    raise UnreadableDocument(
        "the bytes are in none of UTF-8, UTF-16, GB18030, Big5 or another encoding that gives Chinese text; "
        "expected a text file, save it as UTF-8"
    )


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


@cache
def _frequent() -> frozenset[str]:
    return frozenset(vocabulary("script")["frequent"])


def common_share(text: str) -> float:
    """Share of the most frequent characters of either script among the Han characters; 1.0 for text without any Han."""
    frequent, han, common = _frequent(), 0, 0
    for character in text[:20_000]:
        if "\u3400" <= character <= "\u9fff":
            han += 1
            common += character in frequent
    return common / han if han else 1.0
