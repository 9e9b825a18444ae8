"""Full-width digits, signs and brackets made narrow, character for character, so that offsets stay."""

from __future__ import annotations

import re

from ..reading.widths import NARROW

_TABLE: dict[int, int] = dict(NARROW)
_TABLE |= {ord(c): ord(n) for c, n in zip("﹢﹤﹥％﹪（）＋．／～＜＞＝－○", "+<>%%()+./~<>=-〇", strict=True)}
_TABLE |= {ord(c): ord(" ") for c in "\u3000\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"}
_WIDE = re.compile(f"[{''.join(map(chr, _TABLE))}]")
# what parts the digits of one number in threes: a full-width comma between full-width digits, a thin space between any
# (千分空 of GB/T 15835-2011)
_THOUSANDS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?!\d))|(?<=\d)[\u2006\u2009\u200a\u202f](?=\d{3}(?!\d))")


def narrow(text: str) -> str:
    """The text with narrow digits, Latin letters, %, brackets and + . / ~ < > = -, and every blank as a space.

    The result has the same length. Chinese commas, colons and quotation marks stay as they are, but for the comma that
    parts the thousands of a full-width number.
    """
    return _THOUSANDS.sub(",", text).translate(_TABLE) if _WIDE.search(text) else text
