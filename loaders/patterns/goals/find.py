"""The goal loader: every end state of an article that is set for a deadline, set as a target, or was reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schema.basis import Basis
from ....schema.facts import Figure
from ...context.context import Clause, Context, ScopedArticle, ScopedSentence, read_in
from ...context.plans import five_years
from ...context.times import at_place
from ..figures.agents import agent_of
from ..figures.filters import is_figure
from ..figures.make import make
from ..figures.naming import plain
from ..figures.subject import Subject
from ..tables.grid import table_of
from .cells import in_table
from .conditions import is_goal, with_targets
from .states import State, states
from .words import may_name_a_state

_SCOPE = re.compile(r"[全我本][省市县区州](?=.{2})")
"""A region's own word for the whole of it; which region it is stands in `region`."""
_PLANNED = re.compile(r"(?:规划|计划)(?:纲要)?(?:的?(?:主要|各项)?(?:目标|任务|目标任务))?[”\"]?$")
LONGEST = 4_000
"""Characters; a line without an end is no sentence, and its clauses are compared with its times."""


def find(article: ScopedArticle) -> Iterator[Figure]:
    """Every goal of the article, in the order of the text; in a headline only under a heading of targets."""
    for sentence, targets in with_targets(article.sentences):
        kind, text = sentence.read.sentence.kind, sentence.read.text
        if kind == "row" and (place := table_of(article, sentence)) is not None and may_name_a_state(text):
            yield from in_table(article, *place)
        if kind not in ("sentence", "heading") or len(text) > LONGEST or not may_name_a_state(text):
            continue
        if kind == "heading" and not targets:
            continue
        for number, clause in enumerate(sentence.clauses):
            if not may_name_a_state(text[clause.start : clause.end]):
                continue
            for state in states(sentence, clause):
                context = _of_its_plan(at_place(sentence, clause, state.at), sentence, state)
                stated = _subject(state) and not _counted(sentence, state)
                if stated and is_goal(sentence, number, state, context, targets):
                    yield _goal(article, sentence, clause, state, context)


def _subject(state: State) -> str:
    """The name of what is to be in the state, without 全部 and its like before it; "" where nothing is left."""
    name = plain(state.subject)
    return name[2:] if _SCOPE.match(name) else name


def _of_its_plan(context: Context, sentence: ScopedSentence, state: State) -> Context:
    """“十二五”规划胜利完成: a five-year plan is completed in its last year, and is so once that lies behind the day."""
    years = five_years(state.subject) if _PLANNED.search(state.subject) else None
    if years is None or context.year_source == "stated":
        return context
    by = read_in(sentence.read, *state.named, "clause", "goals.of_its_plan")
    over = context.day is not None and years[1] < context.day.year
    context = context.given(by, year=years[1], since=None, **({"status": "achieved"} if over else {}))
    return replace(context, year_source="stated", span="end")


def _counted(sentence: ScopedSentence, state: State) -> bool:
    """Whether the goal's words hold a figure, which says it better."""
    return any(state.start <= q.start < state.end and is_figure(sentence, q) for q in sentence.read.quantities)


def _goal(article: ScopedArticle, sentence: ScopedSentence, clause: Clause, state: State, context: Context) -> Figure:
    text = sentence.read.text
    if context.status == "planned" and context.year_source == "inherited: date":
        context = replace(context, year=None, since=None, year_source=None)  # when it was written is no deadline
    subject = Subject(_subject(state), state.start, state.end, state.action, None, False)
    agent, by = agent_of(context, subject, "level", text[clause.start : state.end])
    return make(
        article,
        sentence,
        None,
        context,
        (state.start, state.end),
        subject=subject.name,
        measure="level",
        action=state.action,
        agent=(None, None) if agent is not None and subject.name in agent else (agent, by),
        extractor=state.rule,
        bases={
            "subject": read_in(sentence.read, *state.named, "clause", "goals.subject"),
            "measure": Basis("default", "goals.level"),
        },
        clause=clause,
        goal_text=plain(text[state.start : state.end]),
    )
