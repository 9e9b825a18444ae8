"""Who did it or answers for it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ....schema.basis import Basis
from ....schema.vocabulary import alternation, vocabulary
from ...context.context import Context
from ...context.narrowing import with_holder
from .subject import Subject
from .words import is_flow, listed

_NATION = re.compile(r"我国|全国|中国")
_GOVERNMENT = re.compile(r"国务院|政府|^中共中央")


def agent_of(context: Context, subject: Subject, measure: str, clause: str) -> tuple[str | None, Basis | None]:
    """The agent of a figure with what it rests on; None where the text gives no hint.

    A government's report also states what the economy did (国内生产总值增长6.7%): such statistics have no agent,
    what the government itself did or arranges (取消165项审批事项, 减税8000亿元) has it.
    What is to be done in a paragraph that names who answers for it (（A、B负责）) is done by them.
    """
    agent, basis = context.agent, context.bases.get("agent")
    if _answers(context) and context.responsible is not None:
        return context.responsible.value, context.bases.get("responsible")
    if agent is None or agent.where in ("clause", "kind"):
        return (agent.value, basis) if agent is not None else (None, None)
    inherited = agent.where in ("article", "document", "speaker")
    statistic = is_statistic(subject, measure)
    if statistic and (_NATION.search(clause) or (inherited and _GOVERNMENT.search(agent.value))):
        return None, None
    done = is_flow(subject.verb)
    if agent.where == "title" and agent.type == "Region" and not done and (statistic or agent.value not in clause):
        return None, None
    if inherited and agent.type == "Region" and context.status == "achieved" and not done:
        return None, None
    return agent.value, basis


def where_it_befell(context: Context, subject: Subject) -> Context:
    """The context of an accident or a natural event, which the place where it happened neither did nor answers for."""
    here = context.agent is not None and context.agent.type == "Region"
    if not here or context.status == "planned" or subject.verb in vocabulary("context")["government_acts"]:
        return context
    befell = _befalls().search(subject.name)
    return with_holder(replace(context, agent=None)) if befell else context


@cache
def _befalls() -> re.Pattern[str]:
    data = vocabulary("context")
    return re.compile(f"(?:{alternation(data['befalls'])})(?:{alternation(data['befalls_counted'])}){{0,2}}$")


def _answers(context: Context) -> bool:
    """Whether the bodies of the paragraph's bracket stand nearer than the agent in force."""
    broad = context.agent is None or context.agent.where in ("article", "document", "title")
    return context.responsible is not None and context.status == "planned" and broad


def is_statistic(subject: Subject, measure: str) -> bool:
    """True for a figure that states what the economy or society did."""
    named = subject.name + (subject.pointer or "")
    if any(word in named for word in vocabulary("context")["government_subjects"]):
        return False
    if listed(subject.carrier, "statistics") and not listed(subject.verb, "flow"):
        return True
    if subject.carrier in vocabulary("context")["government_changes"]:
        return False
    return subject.verb not in vocabulary("context")["government_acts"]
