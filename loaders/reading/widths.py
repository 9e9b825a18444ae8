"""Digits, letters and signs of one width, character for character, so that offsets stay.

Texts write 65％, ６５% and 65%, （一） and (一), “…” and "…" for the same. Every later step reads one form: digits,
Latin letters, % and + narrow, punctuation in Chinese text wide (GB/T 15834-2011 knows no narrow form).
"""

from __future__ import annotations

import re

from .mapped import MappedText

NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
"""Code points of wide digits and Latin letters with those of the narrow ones."""

_TABLE = NARROW | {ord("％"): "%", ord("﹪"): "%", ord("＋"): "+", ord("﹢"): "+"}
_WIDE = re.compile(f"[{''.join(map(chr, _TABLE))}]")
_DECIMAL_POINT = re.compile(r"(?<=\d)．(?=\d)")
# A Chinese character or a sign that stands in Chinese text only.
_CHINESE = "[\u3007\u3400-\u9fff\uf900-\ufaff、。，；：！？“”‘’（）《》〈〉【】〔〕「」『』…—％%]"
_IS_CHINESE = re.compile(_CHINESE)
_SIGN = re.compile(rf"(?<={_CHINESE})[,;:!?]+|[,;:!?]+(?={_CHINESE})")
# A pair that belongs together; not the target of a Markdown link, nor a unit with its other name (7省(市), 5000台(套)),
# which a figure gives as it is written.
_BRACKETS = re.compile(r"(?<!\])(?<!\d[\u4e00-\u9fff])\(([^()（）\n]{0,80}+(?:\n[^()（）\n]{1,80}+)?)\)")
_WIDE_SIGNS = str.maketrans(",;:!?", "，；：！？")
_INSIDE_WORD = re.compile(r"[0-9A-Za-z=]")
# After a number what is quoted, not inches: 3"十四五"时期.
_QUOTED = re.compile(r'(?<=\d)"(?:[\u4e00-\u9fff][^"\n]{0,38})?[\u4e00-\u9fff]"')
_ENDED = "。！？；："
QUOTATION = 400
"""A quotation of more characters is taken for two signs that do not belong together."""


def one_width(text: str) -> str:
    """The text with every digit, letter and sign in one width; the result has the same length."""
    if _WIDE.search(text):
        text = text.translate(_TABLE)
    if '"' in text:
        text = _with_quotation_marks(text)
    text = _BRACKETS.sub(_brackets, _DECIMAL_POINT.sub(".", text))
    return _SIGN.sub(lambda match: match.group().translate(_WIDE_SIGNS), text)


def in_one_width(text: MappedText) -> MappedText:
    """`one_width` with the places kept."""
    return text.with_text(one_width(text.text))


def _brackets(match: re.Match[str]) -> str:
    """Both brackets wide where Chinese stands inside them or beside them; a pair is never of two widths."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if _IS_CHINESE.search(before + match[1] + after):
        return f"（{match[1]}）"
    return match.group()


def _with_quotation_marks(text: str) -> str:
    """Straight quotation marks as “ and ” in turn; an open one is dropped at the end of a line that ends a sentence."""
    characters = list(text)
    opened: int | None = None
    for place, character in enumerate(characters):
        if character == "\n" and opened is not None and characters[place - 1] in _ENDED:
            opened = None
        if character != '"':
            continue
        if opened is not None and place - opened <= QUOTATION:
            characters[place], opened = "”", None
        elif not _INSIDE_WORD.match(text, place - 1) or _QUOTED.match(text, place):  # 5" is a measure, name="…" is code
            characters[place], opened = "“", place
    return "".join(characters)
