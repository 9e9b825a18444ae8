"""The years that a plan's title names."""

from __future__ import annotations

import re

from ...schema.vocabulary import vocabulary
from ..language.periods import periods

_YEARLY = re.compile(r"年度(?:推进|实施|工作|重点|行动|任务|建设)*(?:计划|方案|要点|清单|安排)")
"""“十四五”规划实施年度推进计划: the plan of one year, whichever it names."""


def plan_years(title: str) -> tuple[int | None, int | None] | None:
    """First and last year that a plan's title names (（2022—2024年）, “十四五”); None where it names none."""
    if _YEARLY.search(title):
        stated = [p for p in periods(title) if p.kind == "during" and p.since is None and p.year is not None]
        return (None, stated[-1].year) if stated else None
    found = [p for p in periods(title) if p.year is not None and p.kind != "base"]
    stretch = next((p for p in found if p.since is not None), None)
    if stretch is not None:
        return stretch.since, stretch.year
    return five_years(title) or ((None, found[-1].year) if found else None)


def five_years(title: str) -> tuple[int, int] | None:
    """First and last year of the five-year plan in a title (“十四五”, 第十四个五年规划); None where it names none."""
    plans: dict[str, list[int]] = vocabulary("five_year_plans")
    name = max((n for n in plans if n in title), key=len, default=None)
    ordinal = re.search(r"第(十?[一二三四五六七八九十])个五年", title)
    name = name or (f"{ordinal[1]}五" if ordinal and f"{ordinal[1]}五" in plans else None)
    return (plans[name][0], plans[name][1]) if name else None
