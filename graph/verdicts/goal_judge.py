"""Goals without a number against what was said of them later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .goals import course, nearly, says_done, sets_none, thing
from .judge import Evidence, silent, told
from .statement import Statement
from .verdict import Verdict


class Reached:
    """Every achieved statement that says that something was done, or which way it went, by what it was about."""

    def __init__(self, achieved: Iterable[Statement]) -> None:
        self._of: dict[tuple[str, str | None], list[Statement]] = defaultdict(list)
        for said in achieved:
            if said.year is not None and (course(said) or says_done(said)):
                self._of[thing(said.subject), said.region].append(said)

    def of(self, goal: Statement) -> list[Statement]:
        """What was said of a goal's thing after it was set and for a year up to its deadline, the first first."""
        begin = goal.stated_year or 0
        found = [
            said for said in self._of.get((thing(goal.subject), goal.region), ())
            if said.date > goal.date and begin <= (said.year or 0) <= (goal.year or 0)
            and course(said) == course(goal)
        ]  # fmt: skip
        return sorted(found, key=lambda said: (said.kind != "goal", -(said.year or 0), said.date, said.id))


def goal_judged(goal: Statement, evidence: Evidence, reached: Reached) -> Verdict:
    """The verdict on a goal."""
    if sets_none(goal):
        return Verdict(goal.id, "unclear", "no_target")
    if goal.year is None:
        return Verdict(goal.id, "unclear", "no_year")
    if plan := evidence.replaced.by(goal):
        return Verdict(goal.id, "superseded", "superseded", values={"plan": plan})
    found = reached.of(goal)
    for said in found:
        if not nearly(goal, said):
            return Verdict(goal.id, "met", "goal", said.id, None, {}, (said.id,))
    if found:
        word = nearly(goal, found[0])
        return Verdict(goal.id, "partly", "goal_nearly", found[0].id, None, {"word": word}, (found[0].id,))
    return silent(goal, evidence, (), told)
