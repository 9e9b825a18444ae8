"""Reads the signature: the issuer's line and the date's line below a text, or before its annex."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .claims import Claims, body_name, origin
from .dates import find_date
from .lines import Line

# A line that is a date alone: 2018年12月21日, 二〇一八年十二月二十一日
_DATE_ALONE = re.compile(r"(?:(?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年[^，。；：]{2,10}日$")
# Issuer and date in one line: 科技部 2019年8月1日
_TOGETHER = re.compile(r"([\u4e00-\u9fff\s、]{2,40}?)\s++((?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)$")
# （此件公开发布）, （本文有删减）, （联系人：…）
REMARK = re.compile(r"[（(](?:此件|本文|联系人|此页|附件).{0,30}[）)]$")
_MOST_BODIES = 20


def signature_lines(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Half-open numbers of the first signature's lines, its date last; None without a signature."""
    for i, line in enumerate(lines):
        if (together := _TOGETHER.match(line.value)) and body_name(together[1]):
            return i, i + 1
        if i and _DATE_ALONE.match(line.value) and find_date(line.value):
            start = i
            while start and i - start < _MOST_BODIES and body_name(lines[start - 1].value):
                start -= 1
            if start < i:
                return start, i + 1
            if i + 1 == len(lines):
                return i, i + 1
    return None


def read_signature(lines: Sequence[Line], claims: Claims) -> tuple[int, int] | None:
    """Adds what the first signature says and returns its lines as `signature_lines` does."""
    place = signature_lines(lines)
    if place is None:
        return None
    start, end = place
    last = lines[end - 1]
    found = find_date(last.value)
    if found:
        claims.add("date", found.value, "signature", origin(last, found.start))
    together = _TOGETHER.match(last.value)
    names = [body_name(line.value) for line in lines[start : end - 1]] + [body_name(together[1]) if together else None]
    claims.add("issuer", "、".join(n for n in names if n), "signature", origin(lines[start]))
    return place
