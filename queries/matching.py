"""What the questions share in telling whose fact a fact is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..schema.vocabulary import vocabulary
from .lineage import find, unknown
from .names import TITLED, Node, bare, titled
from .statements import Graph, Record, is_figure, meets, statements
from .table import Row, row_of

BODY_TYPES = ("Agency", "Organization", "Region", "Center", "Person")


def agency_names(graph: Graph[Node], agency: str, departments: bool = True) -> frozenset[str]:
    """The bare names of an agency and, with `departments`, of every body that is part of it, at any depth.

    A department is one by a part_of fact, or by its name where that begins with the agency's (工业和信息化部科技司).
    Raises Unanswerable where the graph does not know the agency.
    """
    found = set(find(graph, agency, *BODY_TYPES))
    if departments:
        whole = {bare(name) for _, name in found}
        found |= {n for n in graph if n[0] in BODY_TYPES and any(bare(n[1]).startswith(w) for w in whole)}
        waiting = list(found)
        while waiting:
            parts = graph.in_edges(waiting.pop(), data=True)
            inside = {node for node, _, data in parts if data["predicate"] == "part_of"}
            waiting += sorted(inside - found)
            found |= inside
    return frozenset(bare(name) for _, name in found)


def plan_promises(graph: Graph[Node], plan: str) -> list[Record]:
    """The targets and goals that a plan sets or answers for, in order.

    Raises Unanswerable where no plan or document of that title is in the graph.
    """
    find(graph, plan, *TITLED)

    def promised(r: Record) -> bool:
        holder = r["holder"] if r["holder_type"] in TITLED else None
        return is_figure(r) and r["status"] == "planned" and (titled(plan, r["plan"]) or titled(plan, holder))

    return statements(graph, promised)


def rows(graph: Graph[Node], where: Callable[[Record], bool]) -> Iterator[Row]:
    """A row for every fact for which `where` holds, in the order of `statements`."""
    return map(row_of, statements(graph, where))


def in_range(record: Record, first: int | None, last: int | None) -> bool:
    """Whether the fact has a year in first..last; every fact is where neither is given."""
    return (first is None and last is None) or meets(record, first, last)


def in_region(record: Record, places: frozenset[str] | None) -> bool:
    """Whether the fact is for one of the places, or for a place whose name begins with one's (江苏省苏州市).

    Every fact is where places is None.
    """
    if places is None:
        return True
    region = bare(record.get("region") or "")
    return bool(region) and (region in places or any(region.startswith(p) for p in places))


def region_names(graph: Graph[Node], region: str) -> frozenset[str]:
    """The bare names of a region and of the prefectures and districts in it: 江苏 gives 江苏省, 苏州市, 常州市, …

    Raises Unanswerable where the graph knows neither the region nor a place in it.
    """
    wanted, places = bare(region), set[str]()
    for province in vocabulary("regions"):
        inside = [*province.get("cities", ()), *province.get("districts", ()), *province.get("direct", ())]
        if wanted in _bare([province["name"], *province.get("short", ())]):
            places |= _bare([province["name"], *inside])
        else:
            places |= {p for p in _bare(inside) if p in (wanted, wanted + "市")}
    places = places or {wanted}
    if not any(in_region({"region": name}, frozenset(places)) for name in _regions(graph)):
        raise unknown(region, _regions(graph))
    return frozenset(places)


def _regions(graph: Graph[Node]) -> set[str]:
    """Every region that the graph names, as a node or as what a figure is for."""
    stated = {str(data["region"]) for _, _, data in graph.edges(data=True) if data.get("region")}
    return stated | {name for kind, name in graph if kind == "Region"}


def _bare(names: Iterable[str]) -> set[str]:
    return {bare(name) for name in names}


def known(graph: Graph[Node], name: str | None, *types: str) -> frozenset[str] | None:
    """The bare form of a name that the graph knows, None for None. Raises Unanswerable for one that it does not."""
    return frozenset(bare(n) for _, n in find(graph, name, *types)) if name else None
