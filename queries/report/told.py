"""The parts of reports as sentences: one place for what terminal, Markdown and HTML say alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...schema.labels import value_label
from ...schema.printable import printable
from ..rendering.cells import cell, figure, source, years
from ..statements import Record
from ..wording import Words
from .changes import Change
from .series import Series

if TYPE_CHECKING:
    from .lineage import LineageReport, Role
    from .voices import Account


def heading(report: LineageReport) -> str:
    """What the report is about."""
    return printable(report.said.say("lineage.title", name=report.name))


def summary(report: LineageReport) -> list[str]:
    """What the thing is: its types, other names, how much is stated and by what, and the snapshot."""
    said, facts = report.said, (*report.facts, *report.undated)
    kinds = said.say("report.comma").join(type_label(kind, said) for kind in report.types)
    documents = len({r["document"] for r in facts})
    held = [r["year"] for r in report.facts]
    span = "" if not held else f"{min(held)}–{max(held)}" if min(held) < max(held) else str(held[0])
    lines = [said.say("report.what", kinds=kinds, facts=len(facts), documents=documents, years=span)]
    if report.aliases:
        lines.append(said.say("report.aliases", names=said.say("report.comma").join(map(printable, report.aliases))))
    return [*lines, said.say("report.snapshot", id=report.snapshot)]


def type_label(kind: str, said: Words) -> str:
    """What a node type is called."""
    from ...schema.ontology import ontology

    label = ontology().types[kind].label
    return label.zh if said.lang == "zh" else label.en


def statement(r: Record, said: Words) -> str:
    """What a fact says, on one line: what, and who."""
    who = cell(r, "who", said).replace("\n", said.say("report.comma"))
    return cell(r, "what", said) + (f" · {who}" if who else "")


def dated(r: Record, said: Words) -> str:
    """Year and status."""
    return " ".join(filter(None, (years(r), cell(r, "status", said))))


def origin(r: Record) -> str:
    """Title, file and date of the document."""
    return printable(source(r))


def series_name(series: Series, said: Words) -> str:
    """What a series counts, with everything that tells it from another of the same name."""
    notes = [said.label("measure", series.measure)]
    if series.years > 1:
        notes.append(said.say("report.years", count=series.years))
    notes += filter(None, (series.act, said.label("direction", series.direction), series.region))
    if series.base_year:
        notes.append(said.say("report.base", year=series.base_year))
    notes += [series.unit] if series.unit else []
    return printable(f"{series.subject} [{said.say('report.comma').join(notes)}]")


def change_line(change: Change, said: Words) -> str:
    """A change as a sentence."""
    values = {"year": change.year, "subject": change.fact["subject"], "value": figure(change.fact, said)}
    if change.before is not None:
        values |= {"before": figure(change.before, said), "before_year": change.before["year"]}
    if change.account is not None:
        values |= {"issuer": change.account.issuer, "title": account_title(change.account),
                   "date": change.account.date, "target_year": change.fact["year"]}  # fmt: skip
    same = change.before is not None and change.before["year"] == change.year
    return printable(said.say(f"report.change.{change.kind}{'_again' if same else ''}", **values))


def conflict_line(pair: tuple[Record, Record], said: Words) -> str:
    """Two contradicting figures side by side."""
    one, other = pair
    return printable(said.say(
        "report.conflict", year=years(one), subject=one["subject"], one=figure(one, said), other=figure(other, said),
        one_source=source(one), other_source=source(other),
    ))  # fmt: skip


def account_lines(report: LineageReport) -> Iterator[str]:
    """Of each issuer and kind of document: the years in which it speaks, is silent, or is not there."""
    said, comma = report.said, report.said.say("report.comma")
    for issuer, nature in dict.fromkeys((a.issuer, a.nature) for a in report.accounts):
        held = [a for a in report.accounts if (a.issuer, a.nature) == (issuer, nature)]
        speaking, all_years = {a.year for a in held if a.speaks}, {a.year for a in held}
        missing = [y for y in range(min(all_years), max(all_years)) if y not in all_years]
        kind = value_label("nature", nature, said.lang) or nature
        parts = [said.say("report.speaks", years=comma.join(map(str, sorted(speaking))))]
        if silent := sorted(all_years - speaking):
            parts.append(said.say("report.is_silent", years=comma.join(map(str, silent))))
        if missing:
            parts.append(said.say("report.no_document", years=comma.join(map(str, missing))))
        yield printable(
            said.say("report.account", issuer=issuer, kind=kind, parts=said.say("report.semicolon").join(parts))
        )


def succession_lines(report: LineageReport) -> Iterator[str]:
    """What came before and after the thing, by which change and on what that rests."""
    said = report.said
    for step in report.succession:
        first, _, last = step.change.partition(" ")
        if step.type == "Plan":
            change = said.say("report.periods", first=first, last=last)
        else:
            change = f"{last} {said.label('succession', first)}"
        source = said.say("report.rests_on", source=step.source) if step.source else ""
        yield said.say(f"report.{step.way}", name=step.name, change=change) + source


def verdict_lines(report: LineageReport) -> Iterator[tuple[str, list[str]]]:
    """(what became of a target, and by which rule; ids of it and of what decides it), in the order of the facts."""
    said = report.said
    for r in report.facts:
        found = report.verdicts.get(r["id"])
        if found is not None:
            deciding = found.sources or tuple(filter(None, (found.outcome,)))
            text = said.say(
                "report.verdict", year=years(r), target=statement(r, said),
                verdict=said.label("verdict", found.verdict), reason=found.reason(said.lang), rule=found.rule,
            )  # fmt: skip
            yield printable(text), list(dict.fromkeys([r["id"], *deciding]))


def account_title(account: Account) -> str:
    """Its title in title marks, or the name of its file."""
    return f"《{account.title}》" if account.title else account.key.rsplit("/", 1)[-1]


def role_lines(report: LineageReport) -> Iterator[tuple[str, str, list[str]]]:
    """(year, body with its roles, ids of the facts) by year."""
    held: dict[tuple[int | None, str], list[Role]] = {}
    for role in report.roles:
        held.setdefault((role.year, role.body), []).append(role)
    for (year, body), roles in held.items():
        labels = dict.fromkeys(report.said.label("predicate", role.role) for role in roles)
        text = f"{body}{report.said.say('report.colon')}{report.said.say('report.comma').join(labels)}"
        yield str(year or ""), printable(text), [role.fact for role in roles]
