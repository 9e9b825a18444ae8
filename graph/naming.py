"""When two names are the same, and what a name says of the class that its bearer belongs to."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from ..schema.vocabulary import vocabulary

# what may stand around or inside a name without making it another: quotes, brackets of any width, white space
_FURNITURE = re.compile(r"[《》〈〉“”‘’\"'「」『』()\[\]〔〕【】\s]+")
_DASHES = re.compile(r"[-‐‑–—―─~～至]+(?=\d)")  # 2022—2024年, 2022-2024年, 2022至2024年


@lru_cache(maxsize=1 << 18)
def bare(name: str) -> str:
    """The name without what does not tell it from another: script (traditional), width, quotes, brackets, spaces."""
    return _FURNITURE.sub("", _DASHES.sub("-", _simplified(unicodedata.normalize("NFKC", name)))).casefold()


def _simplified(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # loaded when the first name is compared, not with the package

    return OpenCC("t2s")


@lru_cache(maxsize=1 << 18)
def core(name: str) -> str:
    """The bare name of what a metric or class counts: 首批百项X, 推荐性X, 废止的X and X数量 all give X."""
    before, after = _qualifiers()
    text = bare(name)
    while (match := before.match(text) or after.search(text)) and len(match[0]) < len(text):
        text = text[match.end() :] if match.start() == 0 else text[: match.start()]
    return text


def only_qualifiers(words: str) -> bool:
    """Whether words before a name leave it the same thing (首批, 新认定的, 升级为), the empty text included."""
    before, rest = _qualifiers()[0], bare(words)
    while rest and (match := before.match(rest) or _BECOMING.match(rest)):
        rest = rest[match.end() :]
    return not rest


# what is counted where bodies become the thing: 升级为X的…, 入选X的…
_BECOMING = re.compile("(?:拟|将|已)?(?:升级|认定|评定|确定|命名|创建|遴选|培育|建设)?(?:为|成为|成)|入选|获批")

_LEVEL = re.compile("国家级?|全国|[省市县区]级")
_OTHER = re.compile("[省市县区州]级|地方|[的为和与、]")
_SHARED = 4
"""Fewest last characters that a body's name shares with its class's: 创新中心."""


def names_level(kind: str) -> bool:
    """Whether the bare name of a class begins with its level: 国家, 全国, 省级."""
    return _LEVEL.match(kind) is not None


def of_class(body: str, kind: str) -> bool:
    """Whether a center's bare name says that it is one of a designated class: A国家制造业创新中心.

    The class must name its level, and nothing before it may be of another level or tie two things together.
    """
    before = body.removesuffix(kind)
    return bool(before) and before != body and names_level(kind) and not _OTHER.search(before)


def named_after(body: str, kind: str) -> bool:
    """Whether a listed body's bare name ends as that of the class that is counted beside it, and is of its level.

    国家A创新中心 and A国家制造业创新中心 are of 国家制造业创新中心.
    """
    if body == kind:
        return False
    if body.endswith(kind):
        return True
    level = _LEVEL.match(kind)
    return level is not None and body.startswith(level[0]) and body[-_SHARED:] == kind[-_SHARED:]


@cache
def _qualifiers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = vocabulary("qualifiers")
    acts, prefixes = "|".join(sorted(data["acts"], key=len, reverse=True)), "|".join(data["prefixes"])
    numeral = "[0-9〇零一二两三四五六七八九十百千万几数]"
    before = re.compile(
        f"第?{numeral}*[首一二三四五六七八九十0-9]批次?(?!准|发)"  # 首批, 第三批, but not 批准
        f"|(?:19|20)[0-9]{{2}}年度?"  # 2018年
        f"|{numeral}+[个家项座名种类件条]"  # 百项, 千家
        f"|[已新]?(?:{acts})(?:了|过)?的|[已新](?:{acts})"  # 废止的, 已认定的, 新认定
        f"|(?:{prefixes})"
    )
    return before, re.compile(f"(?:{'|'.join(data['suffixes'])})$")
