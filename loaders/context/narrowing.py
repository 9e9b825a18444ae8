"""Narrows a context by a plan that is reported, a body that acts, or who answers."""

from __future__ import annotations

import re
from dataclasses import replace

from ..language.reading import Name
from .context import Context, Inherited
from .plans import plan_years

_ZONE = re.compile(r"(?:新区|高新区|开发区|园区|示范区|自贸区|保税区|经开区)$")
"""Centres that are places too."""


def with_plan(context: Context, plan: Name, where: str) -> Context:
    """The plan tells what follows: planned, for its last year where the text has stated none.

    where: "heading" or "sentence". A sentence names the issuers, who do not answer for a plan's targets; a region does.
    """
    years = plan_years(plan.canonical)
    agent = context.agent if where == "heading" or context.agent is None or context.agent.type == "Region" else None
    context = replace(context, plan=Inherited(plan.canonical, "Plan", where), status="planned", agent=agent)
    if years and years[1] and context.year_source != "stated":
        context = replace(context, year=years[1], since=None, year_source="inherited: plan")
    return context


def with_actor(context: Context, actor: Inherited) -> Context:
    """The body acts from here on; a region narrows the place, and acts only where no other body does."""
    if actor.type == "Center" and _ZONE.search(actor.value):
        context = replace(context, region=actor)
    if actor.type == "Region":
        region = actor if actor.value not in ("中国", "全国") else context.region
        if actor.where == "place":  # 江苏…500家，浙江462家: another region does the same
            other = region is actor and context.agent is not None and context.agent.type == "Region"
            return replace(context, region=region, agent=actor if other else context.agent)
        if context.agent is None or context.agent.type == "Region":
            return replace(context, region=region, agent=actor if region is actor else context.agent)
        return replace(context, region=region)
    return replace(context, agent=actor)


def with_holder(context: Context) -> Context:
    """Who answers for a target: the plan, else the agent, else the document (left None here)."""
    holder = context.plan if context.status == "planned" and context.plan else context.agent
    return replace(context, holder=holder)
