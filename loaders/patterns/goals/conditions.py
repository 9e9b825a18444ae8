"""What makes an end state a goal: a deadline, a section of targets, or that it was reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...context.context import Clause, Context, ScopedSentence
from ...context.headings import TOLD
from ...context.status import clause_status
from ...context.times import read_periods, sets_frame
from .states import State
from .words import ends, one_of

_TARGETS = re.compile(r"(?:目标(?:任务|要求)?|愿景|蓝图)(?:是|为|如下)?[：:。]?$|目标(?:任务)?是")
_NO_TARGETS = re.compile(r"原则|思想|方针|导向|任务|举措|措施|保障|环境|形势|基础|现状")
_PRINCIPLES = re.compile(r"原则|思想|方针")
"""Headings of targets, and of other sections; a chapter of both (指导思想和主要目标) says nothing of its parts."""
_AIM = re.compile(r"目标(?:任务)?(?:是|为|：|:)")
"""A sentence that states targets."""
_OPENS = re.compile(r"目标(?:任务)?(?:是|为|如下)?[：:]$")
_COMING = re.compile(r"预计|有望|即将|将于|正在|(?<![主重需只必])要(?=全|基|如)")
"""What a clause in the context of what is done has still before it."""
_NEAR = ("stated", "inherited: heading", "inherited: paragraph")
"""Sources of a year that was set for what is told here, rather than for a whole plan."""


def under_targets(sentence: ScopedSentence) -> bool:
    """Whether the sentence stands in a section of targets, as the innermost heading that names its kind says."""
    for heading in reversed(sentence.read.sentence.headings):
        if _TARGETS.search(heading.text.text) and not _PRINCIPLES.search(heading.text.text):
            return True
        if _NO_TARGETS.search(heading.text.text):
            return False
    return False


def with_targets(sentences: Iterable[ScopedSentence]) -> Iterator[tuple[ScopedSentence, bool]]:
    """The sentences, each with whether it states targets: in a section of them, or in the list that a line of its own
    opens (主要预期目标是：), up to the first line that ends with a full stop.
    """
    listed = False
    for sentence in sentences:
        yield sentence, listed or under_targets(sentence)
        text = sentence.read.text.rstrip()
        listed = _OPENS.search(text) is not None or (listed and text.endswith(("；", ";", "，", "：")))


def is_goal(sentence: ScopedSentence, number: int, state: State, context: Context, targets: bool) -> bool:
    """Whether an end state is a goal: reached, or planned with the deadline or in the section that it needs.

    number: of its clause in the sentence. context: what holds at its place. targets: it stands in a section of targets.
    """
    text, clause = sentence.read.text, sentence.clauses[number]
    following = sentence.clauses[number + 1 : number + 2]
    if following and one_of("asks").match(text, following[0].start):
        return False
    if context.status == "achieved":
        return _is_reached(sentence, clause, state, context)
    if context.status != "planned" or ends("appeals").search(state.subject):
        return False
    targets = targets or _AIM.search(text, 0, clause.end) is not None
    if state.effort:
        return _due(sentence, clause, context, False, alone=True)
    if state.need == "section":
        return targets
    if state.need == "due":
        return _due(sentence, clause, context, targets) or _goes_on(state, context)
    if state.need == "set":
        near = state.whole and context.year_source in _NEAR
        return targets or near or _due(sentence, clause, context, targets)
    return targets or (context.year is not None and context.year_source != "inherited: date")


def _is_reached(sentence: ScopedSentence, clause: Clause, state: State, context: Context) -> bool:
    """Whether an end state in the context of what is done was reached, and not announced, and is no news of the day.

    A text that tells what others do must say so where the state stands before its object (全面取消X: done or to do?).
    """
    text = sentence.read.text
    if not state.whole or state.effort or _COMING.search(text, clause.start, clause.end):
        return False
    if one_of("put_to_use").fullmatch(state.action) or (state.action == "建成" and ends("works").search(state.subject)):
        return False
    if context.nature not in TOLD:
        return True
    said = {clause_status(text[c.start : c.end]) for c in sentence.clauses if c.start <= clause.start}
    return "planned" not in said and (state.at > state.start or "achieved" in said)


def _goes_on(state: State, context: Context) -> bool:
    """Whether something is to be built by a later year that the sentences before it have stated."""
    day, year = context.day, context.year
    later = day is not None and year is not None and year > day.year
    near = context.year_source in ("stated", "inherited: paragraph")
    return state.action == "建成" and near and later


def _due(sentence: ScopedSentence, clause: Clause, context: Context, targets: bool, alone: bool = False) -> bool:
    """Whether the year is stated in the clause, or as a deadline before it; of a target anywhere before it.

    alone: a deadline inside another clause is that one's alone (2024年底前完成X，推动Y).
    """
    text = sentence.read.text
    periods = [p for p in read_periods(sentence.read, context) if p.start < clause.end]
    if any(p.kind == "each" for p in periods):
        return False  # what falls due every year is a duty
    return any(
        p.year is not None
        and p.year == context.year
        and (not alone or p.start >= clause.start or sets_frame(text, p))
        and (p.kind == "deadline" or (p.kind == "during" and (targets or p.start >= clause.start)))
        for p in periods
    )
