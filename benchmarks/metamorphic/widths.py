"""Full-width and half-width digits and punctuation."""

from __future__ import annotations

import re
from collections.abc import Callable

from .document import Document, Pair, Transformation, changed

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_DIGITS = re.compile(r"[0-9]")
# Not the comma between digits (1,234), the hyphen and the slash, and Markdown's own marks: nobody widens those.
_SIGNS = re.compile(r"[%:;!?()~+<>=]|(?<=\d)\.(?=\d)|(?<!\d),|,(?!\d)")
_NARROW_SIGNS = re.compile(r"[，：；！？（）％～＋．]")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


def wide_digits(text: str) -> str:
    """2020年65% becomes ２０２０年６５%."""
    return _DIGITS.sub(_widened, text)


def wide_signs(text: str) -> str:
    """6.5%(2020) becomes 6．5％（2020）."""
    return _SIGNS.sub(_widened, text)


def narrow_signs(text: str) -> str:
    """增长6％，其中（新增）becomes 增长6%,其中(新增). The full stop and 、 have no narrow form in Chinese text."""
    return _NARROW_SIGNS.sub(lambda m: chr(ord(m.group()) - 0xFEE0), text)


def straight_quotes(text: str) -> str:
    """“十四五”, with the quotation marks of a typewriter."""
    return text.translate(_QUOTES)


def _widened(match: re.Match[str]) -> str:
    return match.group().translate(_WIDE)


def in_width(change: Callable[[str], str], renamed: Callable[[str], str] | None = None) -> Transformation:
    """The file with its text, and none of its markup, changed by one of the functions above."""

    def transform(document: Document) -> Pair | None:
        other = changed(document, change)
        return Pair(document, other, renamed) if other is not None else None

    return transform
