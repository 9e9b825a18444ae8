"""Who speaks of a thing in which year, and which of its documents do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...graph import Graph
from ...graph.naming import bare
from ...schema.documents import DocumentInfo
from ...schema.vocabulary import vocabulary
from ..names import formal
from ..statements import Record


@dataclass(frozen=True, slots=True)
class Account:
    """A report or plan of an issuer. key: of the file or article. year: of its date. speaks: it names the thing."""

    issuer: str
    nature: str
    year: int
    date: str
    key: str
    title: str | None
    speaks: bool


def leaves(graph: Graph) -> Iterator[tuple[DocumentInfo, DocumentInfo]]:
    """What speaks in a graph: every article, and every file without articles of its own, with its file."""
    for document in graph.documents():
        inside = document.articles or (document.info,)
        yield from ((info, document.info) for info in inside)


def issuers(info: DocumentInfo, whole: DocumentInfo) -> tuple[str, ...]:
    """The full names of who issued an article, else its file; none where neither says."""
    stated = info.issuer or whole.issuer
    return () if stated is None else tuple(full_name(name) for name in stated.value.split("、") if name.strip())


def full_name(name: str) -> str:
    """A body's full name, also that of a department behind a short name: 工信部科技司 is 工业和信息化部科技司."""
    known = formal(name)
    if known != name:
        return known
    for body in vocabulary("agencies"):
        for short in body.get("short", ()):
            rest = bare(name).removeprefix(bare(short))
            if rest != bare(name) and rest.endswith(_DEPARTMENTS) and len(rest) > 1:
                return f"{body['name']}{rest}"
    return name


_DEPARTMENTS = ("司", "局", "厅", "处", "室", "办公室", "中心")


def accounts(graph: Graph, about: Iterable[Record]) -> tuple[Account, ...]:
    """The reports and plans of the issuers who speak of a thing in such documents, by issuer, nature and date.

    about: the facts of the thing. One without a date is left out, for nothing follows from its place in time.
    """
    speaking = {r["article"] or r["document"] for r in about}
    kinds: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for info, whole in leaves(graph):
        nature = (info.nature or whole.nature) and (info.nature or whole.nature).value  # type: ignore[union-attr]
        date = info.date or whole.date
        if nature not in vocabulary("report")["accounts"] or date is None:
            continue
        title = info.title or whole.title
        for issuer in issuers(info, whole):
            said = Account(
                issuer, str(nature), int(date.value[:4]), date.value, info.key,
                title.value if title else None, info.key in speaking,
            )  # fmt: skip
            kinds[issuer, str(nature)].append(said)
    kept = [sorted(held, key=lambda a: (a.date, a.key)) for held in kinds.values() if any(a.speaks for a in held)]
    return tuple(account for held in sorted(kept, key=lambda h: (h[0].issuer, h[0].nature)) for account in held)
