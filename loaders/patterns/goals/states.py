"""The end states that a clause names: what is to be reached, and what makes it a goal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...context.context import Clause, ScopedSentence
from ..masking import BRACKET, QUOTED, TITLE, blot
from .forms import Found, form
from .things import without_trail
from .words import any_of, one_of

LONGEST = 160
"""Characters; a longer clause is no goal but a text that lost its punctuation."""
_JOINT = re.compile(r"[、和并]|以及")
_OPENING = re.compile(
    r"[\s、，,；;：:。.\-—•●■◆]+|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}是|\d{1,2}[.．、]"
)
_DATED = re.compile(r"[年底前内末期间月日初中止来后]$")
"""Ends of a time that stands as an adverbial; a bare “十四五” is part of a name."""
_REACHES = re.compile(r"实现|做到")
_MARKS = re.compile(r"标志着|意味着")


@dataclass(frozen=True, slots=True)
class State:
    """An end state in the words of a clause.

    start, end: half-open offsets of the goal's words in the sentence's text. at: where the words of the state begin.
    subject: what is to be reached; named: where its name stands. rule: that found it. action: the verb, or
        the state itself (全覆盖).
    need: what makes it a goal: "any" (a deadline of any kind, or a section of targets), "set" (a stated deadline, or a
    section of targets), "due" (a deadline in its own sentence), "section" (a section of targets).
    whole: it says that nothing is left out, so that it can be told as reached. effort: it is only worked towards.
    """

    start: int
    end: int
    at: int
    subject: str
    named: tuple[int, int]
    action: str
    need: str
    whole: bool
    effort: bool
    rule: str


def states(sentence: ScopedSentence, clause: Clause) -> Iterator[State]:
    """The end states of a clause from left to right."""
    if clause.end - clause.start > LONGEST:
        return
    text = sentence.read.text
    hidden = _blotted(text, clause, TITLE, BRACKET)
    for start, end in _pieces(_blotted(hidden, clause, QUOTED), clause.start, clause.end):
        marked = _MARKS.search(hidden, start, end)
        begin, effort = _after_lead(sentence, marked.end() if marked else start, end)
        end = _trimmed(text, begin, end)
        found = form(hidden, begin, end)
        if found is not None:
            yield State(
                begin, end, found.at, _subject(sentence, found), (found.start, found.end), found.action, found.need,
                found.whole, effort, found.rule,
            )  # fmt: skip


def _blotted(text: str, clause: Clause, *patterns: re.Pattern[str]) -> str:
    """The text with what the patterns match in the clause blotted out."""
    return blot(text, [m.span() for pattern in patterns for m in pattern.finditer(text, clause.start, clause.end)])


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a list of states (贫困村全部出列、贫困县全部摘帽); a list of things under one state stays whole."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        verb = _REACHES.search(text, at, joint.start()) is not None
        ended = _ended(verb).search(text, at, joint.start()) is not None
        if ended and (verb or _says_one().search(text, joint.end(), end)):
            yield at, joint.start()
            at = joint.end()
    yield at, end


@cache
def _ended(verb: bool) -> re.Pattern[str]:
    states = any_of("come_to", "done", "served", "put_to_use", *(["state"] if verb else []))
    return re.compile(f"(?:{states}|(?:{any_of('whole')})(?:{any_of('settle', 'build')}))了?$")


@cache
def _says_one() -> re.Pattern[str]:
    return re.compile(any_of("come_to", "done", "served", "state", "put_to_use", "settle", "build"))


def _after_lead(sentence: ScopedSentence, start: int, end: int) -> tuple[int, bool]:
    """Where the goal's own words begin, and whether what stands before them says no more than an effort.

    Before them may stand times, connectives, words of intent and the agency that acts.
    """
    text, at, effort, moved = sentence.read.text, start, False, True
    while moved and at < end:
        moved = False
        for pattern in (_OPENING, one_of("lead")):
            if (found := pattern.match(text, at, end)) is not None:
                effort = effort or one_of("effort").fullmatch(found.group()) is not None
                at, moved = found.end(), True
        for period in sentence.read.periods:
            dated = period.start <= at < period.end and _DATED.search(period.text)
            if period.end <= end and (dated or text[at : period.start].strip() in ("在", "于")):
                at, moved = period.end, True
        for name in sentence.read.names:
            if name.start <= at < name.end < end and name.type == "Agency" and _acts().match(text, name.end):
                at, moved = name.end, True
    return at, effort


@cache
def _acts() -> re.Pattern[str]:
    """What a body does behind its name: then the body is who reaches the state."""
    return re.compile(any_of("lead", "settle", "build", "whole", "first"))


def _subject(sentence: ScopedSentence, found: Found) -> str:
    """What is to be reached, without the time before its state (体系2026年基本建成) and without half a quotation."""
    text, end = sentence.read.text, found.end
    for period in sentence.read.periods:
        if found.start < period.start < end <= period.end + 1:
            end = without_trail(text, found.start, period.start)
    name = text[found.start : end]
    if name.count("“") > name.count("”"):
        closed = text.startswith("”", end) and not name.endswith("“")
        name = f"{name}”" if closed else name[: name.rindex("“")]
    return name.strip(" 的") + found.also


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " 。；\t\n":
        end -= 1
    return end
