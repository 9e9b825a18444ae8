"""Dates as documents write them, as ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# 2018年12月21日, 2022 年 1 月, 2018-04-12, 2018/4/12, 2018.04.12, 二〇一八年十二月二十一日
_DATE = re.compile(
    r"(?P<y>(?:19|20)\d{2}|[一二][九〇○零][〇○零一二三四五六七八九]{2})\s*"
    r"(?:年\s*(?:(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月\s*"
    r"(?:(?P<d>[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*日)?)?"
    r"|(?P<sep>[-/.])(?P<m2>1[0-2]|0?[1-9])(?:(?P=sep)(?P<d2>[12]\d|3[01]|0?[1-9]))?(?!\d))"
)
# 8 digits as in file names: 20221111
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(1[0-2]|0[1-9])([12]\d|3[01]|0[1-9])(?!\d)")
# 12月22日, without a year
_DAY = re.compile(r"(?<![\d年])(1[0-2]|0?[1-9])\s*月\s*([12]\d|3[01]|0?[1-9])\s*日")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at start..end of a text; value as exact as the text: 2018, 2018-04 or 2018-04-12."""

    value: str
    start: int
    end: int


def find_date(text: str, start: int = 0) -> FoundDate | None:
    """The first date in a text from offset `start` on; None where there is none that the calendar has."""
    for match in _DATE.finditer(text, start):
        year = int(match["y"].translate(_HAN))
        month, day = _small(match["m"] or match["m2"]), _small(match["d"] or match["d2"])
        value = iso(year, month, day)
        if value:
            return FoundDate(value, match.start(), match.end())
    return None


def find_compact(text: str) -> FoundDate | None:
    """The first date written as eight digits."""
    match = _COMPACT.search(text)
    value = iso(*(int(g) for g in match.groups())) if match else None
    return FoundDate(value, match.start(), match.end()) if match and value else None


def last_day(value: str) -> dt.date:
    """The last day of an ISO date that may be a year or a month."""
    if len(value) == 10:
        return dt.date.fromisoformat(value)
    year, month = int(value[:4]), int(value[5:7] or 12)
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def find_day(text: str, on: dt.date) -> FoundDate | None:
    """The first day without a year in a text written on `on`: the last such day that is not after it."""
    match = _DAY.search(text)
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    value = iso(on.year, month, day)
    if value and value > on.isoformat():
        value = iso(on.year - 1, month, day)
    return FoundDate(value, match.start(), match.end()) if value else None


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """ISO 8601 of a date as exact as given; None where the calendar has no such day."""
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def day_of(value: str) -> dt.date:
    """An ISO date as a day, its first day where only year or month is given."""
    parts = [int(p) for p in value.split("-")]
    return dt.date(*([*parts, 1, 1])[:3])


def _small(text: str | None) -> int | None:
    """The number of a month or day in digits or Han numerals (二十一)."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return int(text.translate(_HAN))
    return (int(tens.translate(_HAN)) if tens else 1) * 10 + (int(ones.translate(_HAN)) if ones else 0)
