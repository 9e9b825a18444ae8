"""Writes elements in batches, one transaction each, while the next batch is being made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import neo4j

from ...schema.errors import ServerError
from .elements import Element

_WAITING = 4
"""So many times a batch may wait in all groups together before the fullest is written: a bound of memory."""


class Group(NamedTuple):
    """What one statement can write.

    kind: label or type. ends: the labels that sources and targets may have, empty for nodes. new: the server has none
    of them.
    """

    kind: str
    ends: tuple[tuple[str, ...], ...]
    new: bool


class Writer:
    """Groups elements by what one statement can write, and sends full groups; a context manager.

    The transactions are the driver's managed ones, which it runs again after transient errors: every statement does the
    same when run twice. The session is used by one thread and closed at the end.
    """

    def __init__(self, session: neo4j.Session, batch: int, uri: str) -> None:
        self._session, self._batch, self._uri = session, batch, uri
        self._groups: dict[Group, list[dict[str, Any]]] = defaultdict(list)
        self._waiting = 0
        self._thread = ThreadPoolExecutor(1)
        self._sent: Future[None] | None = None

    def write(self, element: Element, new: bool) -> None:
        """An element that the server does not hold so. new: it holds none of that id."""
        row: dict[str, Any] = {"id": element.id, "properties": element.properties}
        if element.ends:
            row["source"], row["target"] = element.ends[0][1], element.ends[1][1]
        group = Group(element.kind, tuple((label,) for label, _ in element.ends), new)
        rows = self._groups[group]
        rows.append(row)
        self._waiting += 1
        if len(rows) == self._batch:
            self._send(group, self._groups.pop(group))
        elif self._waiting >= _WAITING * self._batch:
            fullest = max(self._groups, key=lambda one: len(self._groups[one]))
            self._send(fullest, self._groups.pop(fullest))

    def _send_rest(self) -> None:
        """What is left are many small groups, each of which would cost the server a plan: one statement a kind."""
        kinds: dict[tuple[str, bool], list[Group]] = defaultdict(list)
        for group in self._groups:
            kinds[group.kind, group.new].append(group)
        for (kind, new), groups in kinds.items():
            sides = zip(*(group.ends for group in groups), strict=True)
            ends = tuple(tuple(sorted({label for (label,) in side})) for side in sides)
            rows = [row for group in groups for row in self._groups.pop(group)]
            for start in range(0, len(rows), self._batch):
                self._send(Group(kind, ends, new), rows[start : start + self._batch])

    def _send(self, group: Group, rows: list[dict[str, Any]]) -> None:
        self._waiting -= len(rows)
        if self._sent is not None:
            self._sent.result()
        self._sent = self._thread.submit(self._commit, group, rows)

    def _commit(self, group: Group, rows: list[dict[str, Any]]) -> None:
        written = self._session.execute_write(_written, statements(group), rows)
        if written != len(rows):  # an end was not found
            raise ServerError("server_changed", uri=self._uri, missing=len(rows) - written)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, *raised: object) -> None:
        try:
            if kind is None:
                self._send_rest()
                if self._sent is not None:
                    self._sent.result()
        finally:
            self._thread.shutdown(wait=True, cancel_futures=True)
            self._session.close()


def statements(group: Group) -> list[str]:
    """The statements that write a batch of one group; the last one counts what it wrote.

    A relationship may have been moved to other ends; then the old one goes first, for MERGE looks between the new ones.
    """
    kind = quoted(group.kind)
    if not group.ends:
        merged = f"MERGE (n:{kind} {{id: row.id}}) SET n = row.properties"
        return [f"UNWIND $rows AS row {merged} RETURN count(n) AS written"]
    source, target = ("|".join(map(quoted, labels)) for labels in group.ends)
    made = (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{kind} {{id: row.id}}]->(b) SET r = row.properties RETURN count(r) AS written"
    )
    moved = (
        f"UNWIND $rows AS row MATCH (a)-[r:{kind} {{id: row.id}}]->(b) "
        "WHERE a.id <> row.source OR b.id <> row.target DELETE r"
    )
    return [made] if group.new else [moved, made]


def remove(transaction: neo4j.ManagedTransaction, nodes: bool, kind: str, ids: Sequence[str]) -> int:
    """Removes elements; gives how many stay because relationships of others are tied to them."""
    if nodes:
        found = f"UNWIND $ids AS id MATCH (n:{quoted(kind)} {{id: id}})"
        _run(transaction, f"{found} WHERE NOT (n)--() DELETE n", ids=ids).consume()
        return int(_run(transaction, f"{found} RETURN count(n) AS kept", ids=ids).single(strict=True)["kept"])
    _run(transaction, f"UNWIND $ids AS id MATCH ()-[r:{quoted(kind)} {{id: id}}]->() DELETE r", ids=ids).consume()
    return 0


def quoted(name: str) -> str:
    """A label or type as Cypher writes it; what is read from a server may be called anything."""
    return "`" + name.replace("`", "``") + "`"


def _written(transaction: neo4j.ManagedTransaction, texts: list[str], rows: list[dict[str, Any]]) -> int:
    for text in texts[:-1]:
        _run(transaction, text, rows=rows).consume()
    return int(_run(transaction, texts[-1], rows=rows).single(strict=True)["written"])


def _run(transaction: neo4j.ManagedTransaction, text: str, **parameters: Any) -> neo4j.Result:
    return transaction.run(text, parameters)
