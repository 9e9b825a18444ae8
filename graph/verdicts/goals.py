"""Goals without a number: met where a later statement says that it was reached."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...schema.vocabulary import alternation, vocabulary
from .series import canonical
from .statement import Statement

_AFTER = 12
"""Characters after a quote within which its sentence says what became of it: 52个贫困县 | 全部摘帽."""


@lru_cache(maxsize=1 << 16)
def thing(name: str) -> str:
    """What a goal is about, for comparison: 现行标准下农村贫困人口 and 农村贫困人口 are one."""
    text = canonical(name)
    while (match := _words("before").match(text)) and len(text) - match.end() >= 2:
        text = text[match.end() :]
    return canonical(text)


def sets_none(goal: Statement) -> bool:
    """Whether the goal says that no target is set."""
    return bool(_words("none").search(goal.goal_text or ""))


def says_done(statement: Statement) -> str | None:
    """The word by which an achieved statement says that something was reached; None where it does not."""
    text = statement.goal_text or _around(statement)
    match = _words("done").search(text)
    return match[0] if match else None


def course(statement: Statement) -> str | None:
    """Which way a goal, or a statement that it is reached, says that its indicator goes; None where it names an end."""
    match = _courses().search(statement.goal_text or "")
    return match.lastgroup if match else None


def nearly(goal: Statement, outcome: Statement) -> str | None:
    """The word by which an outcome says that what was wanted in full is nearly there; None where it does not."""
    wanted = goal.goal_text or ""
    if _words("nearly").search(wanted) or not _words("whole").search(wanted):
        return None
    match = _words("nearly").search(outcome.goal_text or _around(outcome))
    return match[0] if match else None


def _around(statement: Statement) -> str:
    at = statement.sentence.find(statement.quote)
    if at < 0:
        return statement.quote
    after = statement.sentence[at + len(statement.quote) :][:_AFTER]
    return statement.quote + re.split("[，。；,;]", after)[0]


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(alternation(vocabulary("verdicts")["goals"][name]))


@cache
def _courses() -> re.Pattern[str]:
    named = vocabulary("verdicts")["goals"]["courses"]
    return re.compile("|".join(f"(?P<{name}>(?:{alternation(words)})$)" for name, words in named.items()))
