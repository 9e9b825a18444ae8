"""What became of targets as a table that a person reads."""

from __future__ import annotations

from dataclasses import replace

from ..graph import Graph
from ..graph.naming import bare, core
from ..graph.verdicts import verdicts
from ..graph.verdicts.series import canonical
from .table import Row, Table


def verdict_table(asked: Table, graph: Graph, name: str | None = None) -> Table:
    """The rows of `target_verdicts`, with the reasons in the table's language; those of one name where it is given.

    A name is that of the metric or of its series (经济增长 finds 国内生产总值), of who answers for the target, or of
    its plan; never a part of one. graph: what the rows were answered from, for the wording.
    """
    judged = verdicts(graph) if asked.lang != "zh" else {}
    rows = [row for row in asked if name is None or _of(row, name)]
    worded = (row | {"reason": judged[row["id"]].reason(asked.lang)} if judged else row for row in rows)
    return replace(asked, rows=tuple(worded))


def _of(row: Row, name: str) -> bool:
    wanted, subject = bare(name), str(row["subject"])
    titles = {bare(str(row[field])) for field in ("holder", "plan") if row[field]}
    return wanted in titles or core(subject) == core(name) or canonical(subject) == canonical(name)
