"""What a table's cell holds, by its form alone: a value, nothing, a unit, how a target binds, or words."""

from __future__ import annotations

import re
from functools import cache

from ...schema.punctuation import BRACKETS
from ...schema.vocabulary import alternation, vocabulary

# — – - / ／ … 无 ×: nothing stands here.
_NOTHING = re.compile(r"[—–\-－─―/／\\…·.×*]{1,6}|无|空|〃|暂无|不适用")
_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
# A mark of a footnote behind a value: 60.6*, 2.3①, 30 [1].
_FOOTNOTE = r"(?:[*＊※#△▲]{1,3}|[①-⑳]{1,3}|[〔\[（(]注?\d{1,2}[〕\]）)])?"
_REMARK = r"(?:[（(][^（()）]{1,24}[）)])?"
_BEFORE_WORDS = re.compile(r"\s*(?P<value>[^、，,；;]{1,12})[、，,；;]\s*(?=[\u4e00-\u9fff]{4})")
_SPACE = re.compile(r"\s+")


@cache
def _value() -> re.Pattern[str]:
    """A cell that states one number or range: 95, ≥65%, 〔13.5〕, 5左右, 下降15%, 40—45, 设区市≥25, 2.3（2019年）."""
    before = alternation(vocabulary("tables")["before_values"])
    after = alternation(vocabulary("tables")["after_values"])
    unit = _units()
    number = rf"(?:{before}){{0,3}}(?:[<>≤≥≦≧＜＞±~～]=?)?(?!(?:19|20)\d\d年){_NUMBER}(?:{unit})?"
    lead = r"(?:[^\d<>≤≥≦≧＜＞，。；：]{1,10}(?=[<>≤≥≦≧＜＞])|[^\d<>≤≥≦≧＜＞，。；：]{1,10}[：:])?"
    return re.compile(
        rf"{lead}[-－−+]?{number}(?:(?:[-—–~～―]{{1,2}}|至|到){number})?(?:{after}){{0,2}}{_FOOTNOTE}{_REMARK}"
    )


@cache
def _units() -> str:
    data = vocabulary("units")
    plain = alternation([*data["counters"], *data["quantities"], *data["latin"]])
    per = alternation([*data["per"], *data["counters"], *data["quantities"], *data["latin"]])
    return rf"(?:[百千万亿]{{0,2}}(?:{plain})(?:/[百千万亿]{{0,2}}(?:{per}))?|[万亿]{{1,2}}|[％])"


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(_units())


def compact(cell: str) -> str:
    """A cell's characters without the white space that its lines and its setting put between them."""
    return _SPACE.sub("", cell)


def unbracketed(cell: str) -> str | None:
    """What stands in the brackets around a whole cell (〔13.5〕, [累计达到1000]); None where there are none."""
    text = compact(cell)
    if len(text) < 3 or BRACKETS.get(text[0]) != text[-1]:
        return None
    return text[1:-1]


def is_value(cell: str) -> bool:
    """The cell states one number or range, with or without brackets around it."""
    text = compact(cell)
    inner = unbracketed(cell)
    return bool(_value().fullmatch(text) or (inner and _value().fullmatch(inner)))


def first_value(cell: str) -> tuple[int, int] | None:
    """The place of the value that a cell begins with before words of its own (>7、力争高于…); None without one."""
    match = _BEFORE_WORDS.match(cell)
    return match.span("value") if match is not None and is_value(match["value"]) else None


def states_value(cell: str) -> bool:
    """The cell states a value, several one after the other, or one with words behind it."""
    return is_value(cell) or first_value(cell) is not None or len(values_in(unbracketed(cell) or cell.strip())) > 1


def values_in(text: str) -> list[tuple[int, int]]:
    """Half-open places of the values that fill a text one after the other; empty where anything else stands in it."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        match = _value().match(text, at)
        if match is None or match.end() == at:
            return []
        found.append(match.span())
        at = match.end()
        while at < len(text) and text[at] in " \t；;，,、":
            at += 1
    return found


def is_nothing(cell: str) -> bool:
    """The cell is empty, or says so."""
    text = compact(cell)
    return not text or bool(_NOTHING.fullmatch(text))


def is_unit(cell: str) -> bool:
    """The cell is a unit (%, 万人, 吨标准煤/万元), with or without brackets around it."""
    text = unbracketed(cell) or compact(cell)
    return bool(_unit().fullmatch(text[1:] if text.startswith("1/") else text))  # 1/10万


def binding_of(cell: str) -> str | None:
    """How a cell says that a target binds: "binding" (约束性), "expected" (预期性), or None."""
    found: dict[str, str] = vocabulary("tables")["binding"]
    return found.get(unbracketed(cell) or compact(cell))
