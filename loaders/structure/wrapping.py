"""Undoes hard line breaks: lines that were all set in one width become the paragraphs that they were broken from."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...schema.vocabulary import alternation
from .claims import words
from .lines import CLOSERS, Line, joined_lines
from .masthead_lines import NUMBER
from .mastheads import find_dateline
from .setting import LOOSE, SetLine, Setting, bears, may_be_set, measured, setting

# A line that begins with one of these continues the line before it.
_CLOSING = re.compile(rf"[，、。；：！？%％{re.escape(CLOSERS)}]")
_REMARK = re.compile(r"[（(][^（()）]*[）)]$")
_SENTENCE_END = re.compile(r"[。；！？]")
_STOP = re.compile(r"[。！？]")
_CLAUSE = re.compile(r"[，；：,;:]")
_ALWAYS_FIRST = frozenset({"dash", "box", "circled", "decimal3"})
_HEADING_SHARE = 0.6
"""A kind of label heads lines of its own where at least this share of those that it begins are short, without end."""
_LEAD_WITHIN = 20
"""Characters among which a news item says when: 教育部今天（5月27日）部署…."""
_REPEATED = 4
"""The first sentence of news takes up at least so many characters of the title above it, where it does so."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the breaks that were not forced tell of a text.

    headings: kinds of labels that head lines of their own. beginnings: kinds of labels that begin paragraphs.
    single: most paragraphs are one sentence, so that a full line which ends one more likely ends a paragraph too.
    """

    headings: frozenset[str]
    beginnings: frozenset[str]
    single: bool


def unbroken(lines: Sequence[Line], original: str) -> tuple[Line, ...]:
    """The lines with their hard breaks undone; the lines themselves where the text has none.

    Rows of a table whose cells stand side by side keep their lines: which cell a piece belongs to is told by them.
    original: the text into which the lines' places lead, whose characters have the widths of the setting.
    """
    some = measured(lines, original) if may_be_set(lines) else []
    how = setting(some)
    if how is None:
        return tuple(lines)
    habits = _habits(some, how)
    groups: list[list[SetLine]] = []
    for line, following in itertools.zip_longest(some, some[1:]):
        if groups and _goes_on(groups[-1], line, following, how, habits):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(
        Line(joined_lines([s.line for s in group]), group[0].line.gap, group[0].line.indent) for group in groups
    )


def _habits(lines: Sequence[SetLine], how: Setting) -> _Habits:
    labeled: Counter[str] = Counter()
    heading: Counter[str] = Counter()
    beginnings: set[str] = set()
    inside = sum(len(_SENTENCE_END.findall(line.value, 0, len(line.value) - 1)) for line in lines)
    ends = 0
    for a, b in itertools.pairwise(lines):
        forced = how.full(a, b, first=True)
        if a.label:
            labeled[a.label.kind] += 1
            heading[a.label.kind] += a.line.titled and not forced
        if not forced:
            ends += a.ended
            if b.label:
                beginnings.add(b.label.kind)
    headings = {kind for kind, count in heading.items() if count >= max(2, _HEADING_SHARE * labeled[kind])}
    return _Habits(frozenset(headings), frozenset(beginnings), ends > inside)


def _goes_on(group: Sequence[SetLine], line: SetLine, following: SetLine | None, how: Setting, habits: _Habits) -> bool:
    """The line belongs to the paragraph that the group begins. following: the line after it."""
    last, label = group[-1], line.label
    if last.row or line.row or last.line.source or line.line.source:
        return False
    if label and label.kind == "markdown":
        return False
    if how.marked is not None and bears(line, how.marked):
        return False
    if _CLOSING.match(line.value):
        return True
    if not how.full(last, line, first=len(group) == 1):
        return False
    if how.marked is not None:
        return True
    if last.ended:
        whole = line.ended or _REMARK.match(line.value) or line.room >= how.width - LOOSE
        begins = line.line.gap or line.line.indent or (label and label.kind in habits.beginnings)
        return bool(whole and not begins and not (habits.single and _STOP.search(last.value[-2:])))
    return not _begins(group, line, how) and not _is_headed(group, line, following, how, habits)


def _begins(group: Sequence[SetLine], line: SetLine, how: Setting) -> bool:
    """After a full line without an end the text goes on, unless the line's own words begin something.

    After a labeled line without a sentence end a label begins what comes next. Elsewhere what looks like a label is
    the text's own (统|一、).
    """
    labeled = group[0].label is not None and not any("。" in part.value for part in group)
    if line.label and (labeled or line.label.kind in _ALWAYS_FIRST):
        return True
    if labeled and how.slack and group[-1].room < how.width and line.room >= how.width - how.slack:
        return True
    return find_dateline(line.value) is not None or _leads().match(line.value) is not None


def _is_headed(
    group: Sequence[SetLine], line: SetLine, following: SetLine | None, how: Setting, habits: _Habits
) -> bool:
    """The group is a title or heading that happens to fill its line, and the line begins what stands under it."""
    head = group[-1]
    if len(group) > 1 or not head.line.titled:
        return False
    if NUMBER.match(line.value):
        return True
    if _CLAUSE.search(head.value):
        return False
    forced = following is not None and how.full(line, following)
    if line.label and line.line.titled and not forced:
        return True
    lead = _leads().search(line.value, 0, _LEAD_WITHIN)
    if head.value[:_REPEATED] == line.value[:_REPEATED] or (lead and not _CLAUSE.search(line.value, 0, lead.start())):
        return True
    return head.label is not None and head.label.kind in habits.headings and (forced or line.ended)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(alternation(words("leads")))
