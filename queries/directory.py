"""The names that a graph knows, and which of them a parameter means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..graph.property_graph import PropertyGraph
from ..schema.vocabulary import vocabulary
from .names import TITLED, Node, bare, bearers, completed, core, formal, nearest, titled
from .wording import Unanswerable

BODY_TYPES = ("Agency", "Organization", "Region", "Center", "Person")


@dataclass(frozen=True)
class Names:
    """The nodes that one parameter means: at least one. ids: their ids, as every engine knows them."""

    nodes: tuple[Node, ...]
    ids: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, each once."""
        return tuple(dict.fromkeys(name for _, name in self.nodes))

    def __contains__(self, node: object) -> bool:
        return node in self.nodes


class Directory:
    """Every node of a graph with its id. Iterates over the nodes."""

    def __init__(self, ids: Mapping[Node, str]) -> None:
        self._ids = ids

    @classmethod
    def of(cls, elements: PropertyGraph) -> Directory:
        """That of a property graph."""
        return cls({(node.type, node.name): node.id for node in elements.nodes})

    def __iter__(self) -> Iterator[Node]:
        return iter(self._ids)

    def names(self, nodes: list[Node]) -> Names:
        """These nodes with their ids, in the order of ids."""
        ordered = sorted(nodes, key=self._ids.__getitem__)
        return Names(tuple(ordered), tuple(self._ids[node] for node in ordered))

    def find(self, name: str, *types: str) -> Names:
        """The nodes that bear a name, of the types given.

        As written, by a short name (工信部), by a title without its tail in brackets, or where only one name that is
        known begins so. Raises Unanswerable with the nearest names where there is none.
        """
        found = bearers(self, name, types) or bearers(self, formal(name), types)
        if not found:
            found = sorted(n for n in self if n[0] in TITLED and (not types or n[0] in types) and titled(name, n[1]))
        found = found or completed(self, name, types)
        if not found:
            raise self._unknown(name, {n for kind, n in self if not types or kind in types})
        return self.names(found)

    def thing(self, name: str, *types: str) -> Names:
        """As `find`; a name that is only known with qualifiers means what bears it so (首批X, X数量)."""
        found = bearers(self, name, types)
        if not found:
            found = [n for n in self if (not types or n[0] in types) and core(n[1]) == bare(name)]
        return self.names(found) if found else self.find(name, *types)

    def counted(self, name: str, *types: str) -> Names:
        """The nodes that count or qualify the same thing (首批X, X数量, X), of the types given. Raises as `find`."""
        wanted = core(name)
        found = [n for n in self if (not types or n[0] in types) and core(n[1]) == wanted]
        return self.names(found) if found else self.find(name, *types)

    def plan(self, name: str) -> Names:
        """The titled things that a title means, with its tail in brackets or without. Raises as `find`."""
        found = [n for n in self if n[0] in TITLED and titled(name, n[1])]
        return self.names(found) if found else self.find(name, *TITLED)

    def region(self, name: str) -> Names:
        """A region and the places in it: 江苏 gives 江苏省, 江苏省苏州市, 苏州市, … as far as the graph knows them.

        Raises Unanswerable where the graph knows neither the region nor a place in it.
        """
        wanted, places = bare(name), set[str]()
        for province in vocabulary("regions"):
            inside = [*province.get("cities", ()), *province.get("districts", ()), *province.get("direct", ())]
            if wanted in {bare(n) for n in (province["name"], *province.get("short", ()))}:
                places |= {bare(n) for n in (province["name"], *inside)}
            else:
                places |= {p for p in map(bare, inside) if p in (wanted, wanted + "市")}
        begins = tuple(places or {wanted})
        known = [node for node in self if node[0] == "Region"]
        found = [node for node in known if bare(node[1]).startswith(begins)]
        if not found:
            raise self._unknown(name, {n for _, n in known})
        return self.names(found)

    def _unknown(self, name: str, names: set[str]) -> Unanswerable:
        near = nearest(name, names)
        return Unanswerable("unknown_name" if near else "no_such_name", name=name, near="、".join(near))
