"""Reports as plain values."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ...graph.verdicts import Verdict
from ..statements import Record
from .changes import Change
from .series import Series
from .told import change_line

if TYPE_CHECKING:
    from .lineage import LineageReport

_NODES = ("source", "target", "derived", "bases", "box")
"""What of a record is no plain value, or belongs to the file alone."""


def record(r: Record) -> dict[str, Any]:
    """A fact's record without what only the graph needs."""
    return {name: value for name, value in r.items() if name not in _NODES}


def lineage_record(report: LineageReport) -> dict[str, Any]:
    """A lineage report: facts in full, all other parts with their ids."""
    return {
        "name": report.name, "types": list(report.types), "aliases": list(report.aliases),
        "from": report.first, "to": report.last, "snapshot": report.snapshot,
        "facts": list(map(record, report.facts)), "undated": list(map(record, report.undated)),
        "series": [_series(one) for one in report.series],
        "changes": [_change(one, report) for one in report.changes],
        "verdicts": [_verdict(one, report) for one in report.verdicts.values()],
        "conflicts": [[one["id"], other["id"]] for one, other in report.conflicts],
        "accounts": [asdict(account) for account in report.accounts],
        "roles": [asdict(role) for role in report.roles],
        "succession": [asdict(step) for step in report.succession],
        "relatives": [r["id"] for r in report.relatives],
    }  # fmt: skip


def _series(series: Series) -> dict[str, Any]:
    return {
        "subject": series.subject, "unit": series.unit, "measure": series.measure, "region": series.region,
        "years": series.years, "act": series.act, "direction": series.direction, "base_year": series.base_year,
        "facts": [r["id"] for r in series.figures],
    }  # fmt: skip


def _verdict(verdict: Verdict, report: LineageReport) -> dict[str, Any]:
    return {
        "target": verdict.target, "verdict": verdict.verdict, "rule": verdict.rule, "outcome": verdict.outcome,
        "arithmetic": verdict.arithmetic, "reason": verdict.reason(report.lang), "sources": list(verdict.sources),
    }  # fmt: skip


def _change(change: Change, report: LineageReport) -> dict[str, Any]:
    return {
        "kind": change.kind, "year": change.year, "fact": change.fact["id"],
        "before": change.before["id"] if change.before else None,
        "account": asdict(change.account) if change.account else None, "text": change_line(change, report.said),
    }  # fmt: skip
