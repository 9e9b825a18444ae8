"""What became different from one target to the next, and who stopped speaking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..statements import Record
from .series import Series, interval
from .voices import Account

KINDS = ("new", "raised", "lowered", "kept", "dropped", "silent")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    kind: new (first target of its series), raised, lowered, kept (against the target before), dropped (the issuer's
    account of the next year sets targets, and none of this series), silent (it does not name the thing at all). Where
    the corpus has no such account, nothing is said.
    year: that the target is for; of dropped and silent that of the account. fact: the target; the last one that was
    set, where there is none any more. before: the target before. account: the document that says nothing.
    """

    kind: str
    year: int
    fact: Record
    before: Record | None = None
    account: Account | None = None


def changes(series: Iterable[Series], accounts: Sequence[Account], planning: frozenset[str]) -> tuple[Change, ...]:
    """The changes by year. planning: keys of the files and articles that set any target."""
    found = [change for one in series for change in _between(one)]
    by_key = {account.key: account for account in accounts}
    for one in series:
        found += _dropped(one, accounts, by_key, planning)
    return tuple(sorted(found, key=lambda c: (c.year, KINDS.index(c.kind), c.fact["id"])))


def _between(series: Series) -> Iterable[Change]:
    """Each target against the one before it in the series, by year and then by the date at which it was set."""
    before: Record | None = None
    for target in series.targets:
        if before is None:
            yield Change("new", target["year"], target)
        elif target["document"] != before["document"] or target["year"] != before["year"]:
            yield Change(_compared(before, target), target["year"], target, before)
        before = target


def _compared(before: Record, after: Record) -> str:
    old, new = interval(before), interval(after)
    if old == new and (before["cmp"] == after["cmp"]):
        return "kept"
    if old[0] <= new[0] and old[1] <= new[1] and before["value"] < after["value"]:
        return "raised"
    if old[0] >= new[0] and old[1] >= new[1] and before["value"] > after["value"]:
        return "lowered"
    return "raised" if after["value"] > before["value"] else "lowered" if after["value"] < before["value"] else "kept"


def _dropped(
    series: Series, accounts: Sequence[Account], by_key: dict[str, Account], planning: frozenset[str]
) -> Iterable[Change]:
    """The first later account of the same kind that sets no target of the series any more, of each issuer."""
    last: dict[tuple[str, str], tuple[Account, Record]] = {}
    for target in series.targets:
        account = by_key.get(target["article"] or target["document"])
        if account:
            key = account.issuer, account.nature
            if key not in last or account.date >= last[key][0].date:
                last[key] = account, target
    for (issuer, nature), (account, target) in last.items():
        later = [a for a in accounts if (a.issuer, a.nature) == (issuer, nature) and a.date > account.date]
        told = next(iter(later), None)
        if told is None or target["year"] > told.year:  # it is still to run: nobody need set it again
            continue
        if told.year > account.year + 1:  # what the years between said is not known
            continue
        if not told.speaks:
            yield Change("silent", told.year, target, account=told)
        elif told.key in planning:
            yield Change("dropped", told.year, target, account=told)
