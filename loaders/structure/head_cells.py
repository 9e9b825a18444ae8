"""What a column of a table holds, by the words of its head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate

from ...schema.vocabulary import vocabulary
from ..reading.cells import ABOVE
from .cell_kinds import compact, is_value, unbracketed

ROLES = ("rate", "average", "cumulative", "growth", "planned", "achieved", "measured")
"""Kinds of columns of values by their last word, what says more first; "period" is one that only says of when."""
VALUES = frozenset({*ROLES, "period"})
_LONG = 4
_LONGEST_WORD = 12
_LONGEST_HEAD = 40
"""A longer cell names no column."""
_BRACKETS = re.compile(r"[（(〔\[【][^（()）〔〕\[\]【】]*[)）〕\]】]$")
_PERIOD = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[“\"]?十[一二三四五]五[”\"]?|^[本近]年|^上年|^当年")
# 2020年, 2021—2025年, “十四五”时期: nothing but a period.
_ONLY_PERIOD = re.compile(
    r"(?:到|至|截至|较|比|与)?(?:(?:19|20)\d\d年?(?:[—–\-－~～至到](?:19|20)\d\d)?年?|[“\"]?十[一二三四五]五[”\"]?)(?:底|末|前|初|度|时期|期间|以来)?(?:相比)?"
)
_FOOTNOTE = re.compile(r"(?<=[^\d.])\d$|(?<![①-⑳*＊])[①-⑳*＊]++$")
TITLE = re.compile(r"(?<!\s)\s*+(?:附?表|附件|附录|专栏)\s*[\d一二三四五六七八九十]")
"""How the title of a table begins: 表1, 专栏2, 附件3."""
_SHOWN = re.compile(r"^其中[：:]?|[：:]$")


def head_kind(cell: str) -> str | None:
    """The kind of a column by its head: a key of `columns` in vocabularies/tables.yaml, a member of VALUES, or None.

    A head that names a period and ends as a task or a plan does (2021年任务) is one of values.
    """
    if len(cell) > 2 * _LONGEST_HEAD:
        return None
    text = _SHOWN.sub("", compact(cell))
    if not text or len(text) > _LONGEST_HEAD or TITLE.match(cell):
        return None
    plain = _FOOTNOTE.sub("", text)
    names = (plain, _BRACKETS.sub("", plain), unbracketed(plain) or "")
    kinds = [_kind(name) for name in dict.fromkeys(names) if name]
    named = [kind for kind in kinds if kind is not None]
    return next((kind for kind in named if kind != "period"), named[0] if named else None)  # 基期值（2020年）


def _kind(name: str) -> str | None:
    if _ONLY_PERIOD.fullmatch(name):
        return "period"
    exact = known_heads().get(name)
    role = _role(name)
    if _PERIOD.search(name):
        return role or "period"
    if exact is not None:
        return exact
    ending = _longest_end(name, _ends())
    return _ends()[ending] if ending and len(ending) >= len(_longest_end(name, _role_words())) else role


def _role(name: str) -> str | None:
    """The kind of values by the longest word that the name ends with."""
    found = _longest_end(name, _role_words())
    return _role_words()[found] if found else None


def _longest_end(name: str, words: Mapping[str, str]) -> str:
    """The longest of the words that a name ends with, "" where it ends with none."""
    return next((name[at:] for at in range(max(0, len(name) - _LONGEST_WORD), len(name)) if name[at:] in words), "")


@cache
def known_heads() -> dict[str, str]:
    """Every head that the vocabulary has in just these words, with its kind."""
    found = {compact(word): kind for kind, words in vocabulary("tables")["columns"].items() for word in words}
    return found | {word: role for word, role in _role_words().items() if word not in found}


@cache
def _ends() -> dict[str, str]:
    data = vocabulary("tables")
    long = {w: kind for kind, words in data["columns"].items() for w in words if len(w) >= _LONG}
    return long | {word: kind for kind, words in data["column_ends"].items() for word in words}


@cache
def _role_words() -> dict[str, str]:
    """Each word with its role; a word of two roles has the one that stands first in ROLES."""
    data = vocabulary("tables")
    return {word: role for role in reversed(ROLES) for word in data[role]}


def is_head_row(cells: list[str]) -> bool:
    """The cells are a head: two or more name columns, one of them in just the vocabulary's words; none is a value."""
    filled = [cell for cell in cells if compact(cell) not in ("", ABOVE)]
    named = [cell for cell in filled if head_kind(cell) is not None]
    values = [cell for cell in filled if is_value(cell) and head_kind(cell) is None]
    plain = any({compact(cell), _BRACKETS.sub("", compact(cell))} & known_heads().keys() for cell in named)
    return len(named) >= 2 and plain and not values and 2 * len(named) >= len(filled)


def cut_head(cells: Sequence[str]) -> list[tuple[str, str]]:
    """The columns that the pieces of a broken head name, in order: the words of each, with its kind.

    A column ends with a word of the vocabulary or a period; what stands before it belongs to it (“十三五”规划目标).
    A word may run over the end of a piece (规划|目标), unless a shorter one ends there (任务|指标属性), and a year goes
    with a 目标 in the next piece.
    """
    pieces = [compact(cell) for cell in cells]
    text = "".join(pieces)
    ends = set(accumulate(map(len, pieces)))
    found: list[tuple[str, str]] = []
    last = at = 0
    while at < len(text):
        stop = _word_end(text, at, ends) or _period_end(text, at)
        if not stop:
            at += 1
            continue
        name = _SHOWN.sub("", text[last:stop])
        kind = head_kind(name) or head_kind(text[at:stop])
        if kind is not None and name:
            found.append((name, kind))
        last = at = stop
    return found


def _word_end(text: str, at: int, ends: set[int]) -> int:
    """Where the word ends that begins here: the longest that ends with a piece, else the longest; 0 without one."""
    known = known_heads()
    stops = [stop for stop in range(min(len(text), at + _LONGEST_WORD), at + 1, -1) if text[at:stop] in known]
    stop = next((stop for stop in stops if stop in ends), stops[0] if stops else 0)
    bracket = _COLUMN_BRACKET.match(text, stop) if stop else None
    return bracket.end() if bracket else stop


def _period_end(text: str, at: int) -> int:
    """Where a period ends that is a column by itself; 0 where none begins here or a word of its column follows."""
    year = _COLUMN_YEAR.match(text, at)
    if year is None or (at and text[at - 1] in "—–-~～至到比较"):
        return 0
    stop = year.end()
    words = [text[stop : stop + n] for n in range(_LONGEST_WORD, 1, -1) if text[stop : stop + n] in known_heads()]
    goes_on = bool(words) and _role_words().get(words[0]) in ("planned", "achieved")
    return 0 if goes_on else stop


_COLUMN_BRACKET = re.compile(r"[（(〔\[【][^（()）〔〕\[\]【】]{1,12}[)）〕\]】]")
_COLUMN_YEAR = re.compile(r"(?:19|20)\d\d(?!\d|[—–\-~～至到])年?+(?:底|末)?+(?:[（(][^（()）]{1,12}[)）])?")
