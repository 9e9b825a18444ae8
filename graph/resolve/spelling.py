"""One spelling of a name: `naming.bare`, and numerals, dots and little words of joining made alike."""

from __future__ import annotations

import re
from functools import lru_cache

import cn2an

from ..naming import bare

_YEAR = re.compile("[〇○零一二三四五六七八九]{4}(?=年|[^一-龥]|$)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN = "[零〇一二两三四五六七八九十百千万]{1,7}"
_ORDINAL = re.compile(f"(?<=第){_HAN}(?![零〇一二两三四五六七八九十百千万])(?!五)")
_COUNTED = re.compile(
    f"(?<![零〇一二两三四五六七八九十百千万亿几数第“”]){_HAN}"
    "(?=届|年期|年行动|年攻坚|次会议|次全体|中全会|国集团|[个家项条类种岁]|大[工任战行重领类系])"
)
_FIRST = re.compile("首(?=届|次|批|轮)")
_YEAR_TO_YEAR = re.compile("(?<=[0-9]{4})年?[‐‑–—―─－~～-]+(?=[0-9]{4})")
_DOTS = re.compile("[·•・‧∙｡|/]")
_JOINED = re.compile("[、,，;；与及暨]|以及|(?<=[一-龥])或(?=[一-龥])")
_DASH = re.compile("[‐‑–—―─－~～-]+(?![0-9])")
_FIVE_YEARS = re.compile("第(?P<which>[0-9]{1,2}|[一二三四五六七八九十]{1,3})个5?五?年(?=规划|计划|[^度])")


@lru_cache(maxsize=1 << 17)
def folded(name: str) -> str:
    """The name in one spelling; two names with one fold differ in script, marks, spaces or numerals alone."""
    text = _YEAR.sub(lambda m: m[0].translate(_DIGITS), bare(name))
    text = _FIRST.sub("第一", text)
    text = _FIVE_YEARS.sub(lambda m: _five(m["which"]), text)
    text = _ORDINAL.sub(_number, text)
    text = _COUNTED.sub(_number, text)
    text = _YEAR_TO_YEAR.sub("-", text)
    return _DASH.sub("", _JOINED.sub("和", _DOTS.sub("", text)))


def _five(which: str) -> str:
    digits = which if not which.isdecimal() else str(cn2an.an2cn(which))
    return digits.removeprefix("一十") + "五" if not digits.startswith("一十") else "十" + digits[2:] + "五"


def _number(match: re.Match[str]) -> str:
    try:
        return str(cn2an.cn2an(match[0].replace("〇", "零"), "smart"))
    except ValueError:  # 一一, 百千: no number
        return match[0]
