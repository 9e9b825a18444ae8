"""A stretch of time, as the text states it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """One time expression in a text.

    start, end: half-open offsets into the text that was read.
    year: the last year meant (到2025年 and “十四五”期间 give 2025); None where it cannot be told (去年 without a date).
    since: the first year where the text gives a stretch (“十四五”期间 gives 2021, 近三年 to 2017 gives 2015), else
        None.
    kind: "deadline" (到…, …前, …底), "during" (in the year or stretch), "as_of" (截至…, 目前), "each" (每年),
        "base" (比2015年, 较2020年, 比上年: what is compared with), "since" (…以来).
    relative: the expression needed the date it was read on (去年, 今年, 近三年, 目前).
    month: 1..12 where stated, else None.
    """

    start: int
    end: int
    text: str
    year: int | None
    since: int | None
    kind: str
    relative: bool = False
    month: int | None = None
