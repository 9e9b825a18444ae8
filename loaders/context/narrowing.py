"""Narrows a context by a plan that is reported, a body that acts, or who answers."""

from __future__ import annotations

import re
from dataclasses import replace

from ...schema.basis import Basis
from ..language.reading import Name
from .context import Context, Inherited
from .plans import plan_years

_ZONE = re.compile(r"(?:新区|高新区|开发区|园区|示范区|自贸区|保税区|经开区)$")
"""Centers that are places too."""
_WHOLE = ("中国", "全国")


def with_plan(context: Context, plan: Name, where: str, basis: Basis) -> Context:
    """The plan tells what follows: planned, for its last year where the text has stated none.

    basis: the plan's name as it stands. where: "heading" or "sentence". A sentence names the issuers, who do not answer
    for a plan's targets; a region does.
    """
    years = plan_years(plan.canonical)
    agent = context.agent if where == "heading" or context.agent is None or context.agent.type == "Region" else None
    context = context.given(basis, plan=Inherited(plan.canonical, "Plan", where), status="planned")
    context = replace(context, agent=agent)
    over = years and years[1] and context.day is not None and years[1] < context.day.year - 1
    if years and years[1] and not over and context.year_source != "stated":
        of_plan = replace(basis, where="plan", rule="plans.plan_years")
        context = replace(context.given(of_plan, year=years[1], since=None), year_source="inherited: plan")
    return context


def with_actor(
    context: Context, actor: Inherited, basis: Basis, before: Inherited | None = None, opens: bool = False
) -> Context:
    """The body acts from here on; a region narrows the place, and acts only where no other body does.

    basis: the words that name it. before: who acted in the sentence before; opens: whether the sentence begins with
    the body. A body that only that sentence named gives way to a region (国务院要求…。甲市提出…), and its region to
    the country (欧盟提出…。我国计划…).
    """
    if actor.type == "Center" and _ZONE.search(actor.value):
        context = context.given(basis, region=actor)
    if actor.type == "Region":
        whole = {"中国", "全国"}.intersection(actor.value.split("、"))  # 中国、沙特 is no part of the country
        region = actor if not whole else context.region
        passed = before is not None and before is context.agent and before.where == "clause"
        same = before is not None and before.value in actor.value.split("、")
        if passed and not same and actor.where != "place" and (opens or not whole):
            context = context.given(basis, agent=None)
        if actor.value in _WHOLE and opens and region is not None and region.where == "clause":
            context = context.given(basis, region=None)
            region = None
        if actor.where == "place":  # 江苏…500家，浙江462家: another region does the same
            other = region is actor and context.agent is not None and context.agent.type == "Region"
            context = context.given(basis, agent=actor) if other else context
        elif (context.agent is None or context.agent.type == "Region") and (region is actor or "、" in actor.value):
            context = context.given(basis, agent=actor)
        return context.given(basis, region=region) if region is actor else context
    return context.given(basis, agent=actor)


def with_holder(context: Context) -> Context:
    """Who answers for a target: the plan, else the agent, else the document (left None here)."""
    holder = context.plan if context.status == "planned" and context.plan else context.agent
    return context if holder is context.holder else replace(context, holder=holder)
