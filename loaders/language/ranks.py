"""Ranks: 第12位, 位列全省第三, 全球第二大, 居首位, 位居全国前三. Other ordinals (第三届, 放在第一位) are none."""

from __future__ import annotations

import re

from ...schema.quantities import Quantity
from . import numerals

_RANK = re.compile(
    rf"(?P<number>{numerals.ARABIC}|{numerals.HAN}) ?(?P<unit>[位名](?![置列数额单义]))?(?P<large>大(?!道|街))?"
)
# what stands before a rank without 位: 位列全省第三, 全球第一
_PLACED = re.compile(
    r"(?:(?:居|列|排名?|排在|位|夺|获|保持|名列|跃升|升至|上升到)[^，。；、\n]{0,14}"
    r"|全球|世界|全国|全省|全市|全区|国内|亚洲|我国|中部|西部|东部|各省) ?$"
)
_PUT = re.compile(r"(?:放|摆|列|置于|作为)在?了? ?$")  # 放在第一位: importance, no rank
_CLOSES = re.compile(r" ?(?:[，。；、,;:：！”》)\n\t的和]|$)")
_FIRST = re.compile(r"首位|首(?=[，。；、,;\n]|$)")
_FIRST_PLACED = re.compile(r"(?:居|列|位)[^，。；\n]{0,16}$|之$")


def rank(text: str, plain: str, start: int, done: int) -> Quantity | None:
    """The rank whose numeral (or 首) stands at `start`; None where it is another ordinal or none.

    plain: the text made narrow. done: offset up to which the text is already read.
    """
    if plain[start] == "首":
        return _first(text, plain, start, done)
    sign = start - 2 if plain[start - 1:start] == " " else start - 1
    if sign < done or plain[sign] not in "第前":
        return None
    match = _RANK.match(plain, start)
    if plain[sign] == "前":
        return _among(text, plain, sign, start, match)
    value = numerals.read(match["number"]) if match else None
    if match is None or value is None:
        return None
    if match["unit"]:
        if value == 1 and _PUT.search(plain, max(0, sign - 8), sign):
            return None
    elif not ((match["large"] or _CLOSES.match(plain, match.end())) and _PLACED.search(plain, max(0, sign - 20), sign)):
        return None
    end = match.end()
    return Quantity(sign, end, text[sign:end], start, match.end("number"), value, match["unit"], measure="rank")


def _among(text: str, plain: str, sign: int, start: int, match: re.Match[str] | None) -> Quantity | None:
    """位居全国前三, 进入全省前10名: a rank of so much or better; 前三季度 and 前三批 are none."""
    value = numerals.read(match["number"]) if match else None
    if match is None or value is None or match["large"] or not _CLOSES.match(plain, match.end()):
        return None
    alone = sign == 0 and match.end() == len(plain)
    if not alone and not _PLACED.search(plain, max(0, sign - 20), sign):
        return None
    end = match.end()
    place = (sign, end, text[sign:end], start, match.end("number"))
    return Quantity(*place, value, match["unit"], "le", None, "前", "rank")


def _first(text: str, plain: str, start: int, done: int) -> Quantity | None:
    """居…首位, 居…之首: rank 1; 放在首位 and 首批 are none."""
    match = _FIRST.match(plain, start)
    if match is None or not _FIRST_PLACED.search(plain, max(done, start - 20), start):
        return None
    unit = "位" if match[0] == "首位" else None
    return Quantity(start, match.end(), text[start:match.end()], start, start + 1, 1, unit, measure="rank")
