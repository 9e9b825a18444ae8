"""Who did it or answers for it."""

from __future__ import annotations

import re

from ....schema.vocabulary import vocabulary
from ...context.context import Context
from .subjects import Subject
from .words import is_flow, listed

_NATION = re.compile(r"我国|全国|中国")
_GOVERNMENT = re.compile(r"国务院|政府|^中共中央")


def agent_of(context: Context, subject: Subject, measure: str, clause: str) -> str | None:
    """The agent of a figure, None where the text gives no hint.

    A government's report also states what the economy did (国内生产总值增长6.7%): such statistics have no agent,
    what the government itself did or arranges (取消165项审批事项, 减税8000亿元) has it (GUIDE.md, decisions).
    """
    if context.agent is None:
        return None
    inherited = context.agent.where in ("article", "document", "speaker")
    if context.agent.where != "clause" and _NATION.search(clause) and is_statistic(subject, measure):
        return None
    if inherited and _GOVERNMENT.search(context.agent.value) and is_statistic(subject, measure):
        return None
    if inherited and context.agent.type == "Region" and context.status == "achieved" and not is_flow(subject.verb):
        return None
    return context.agent.value


def is_statistic(subject: Subject, measure: str) -> bool:
    """True for a figure that states what the economy or society did."""
    if any(word in subject.name for word in vocabulary("context")["government_subjects"]):
        return False
    if listed(subject.carrier, "statistics") and not listed(subject.verb, "flow"):
        return True
    if subject.carrier in vocabulary("context")["government_changes"]:
        return False
    return subject.verb not in vocabulary("context")["government_acts"]
