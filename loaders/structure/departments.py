"""Splits a report that several departments made, each part opening with its department's name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from ...schema.vocabulary import alternation
from .claims import prose, words
from .lines import Line
from .starts import Start, title_at


@cache
def _opening() -> re.Pattern[str]:
    """科技司:聚焦技术创新…: a department, a colon, a motto."""
    ends = alternation(words("department_ends"))
    return re.compile(rf"([\u4e00-\u9fff]{{1,14}}(?:{ends}))\s*[：:]\s*(?=\S{{4}})")


def department_of(title: str) -> str | None:
    """The department that a title names before a colon, None without one."""
    match = _opening().match(title)
    return match.group(1) if match else None


def department_starts(lines: Sequence[Line]) -> list[Start]:
    """Where the parts of further departments begin; empty where one body speaks. The first part begins at line 0."""
    found = [i for i, line in enumerate(lines) if i and line.titled and department_of(line.value)]
    edges = [0, *found, len(lines)]
    if not found or any(sum(map(prose, lines[a:b])) < 2 for a, b in itertools.pairwise(edges)):
        return []
    return [title_at(lines, i, 1) for i in found]
