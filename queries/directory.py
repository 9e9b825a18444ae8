"""The names that a graph knows, and which of them a parameter means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..graph.property_graph import PropertyGraph
from ..graph.resolve import match
from ..graph.resolve.matching import READERS as RESOLVED
from ..graph.resolve.rules import SAME
from ..schema.vocabulary import vocabulary
from .names import TITLED, Node, bare, completed, core, formal, nearest, untailed
from .statements import Graph
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
    """Every node of a graph with its id. Iterates over the nodes.

    Names are sorted out at the first look-up (a second for 200,000 nodes), not at each one.
    """

    def __init__(
        self, ids: Mapping[Node, str], heads: Mapping[Node, Node] | None = None, as_named: bool = False
    ) -> None:
        """ids: of every node. heads: of a node with several names the one that stands for all (same_as).

        as_named: a name means the nodes that bear it alone, not those that are the same thing under other names.
        """
        self._ids, self._heads = ids, {} if as_named else dict(heads or {})
        self._as_named = as_named
        self._classes: dict[Node, list[Node]] = {}
        for member, head in self._heads.items():
            self._classes.setdefault(head, [head]).append(member)

    @classmethod
    def of(cls, elements: PropertyGraph) -> Directory:
        """That of a property graph."""
        return cls({(node.type, node.name): node.id for node in elements.nodes}, elements.classes)

    @classmethod
    def of_network(cls, graph: Graph[Node], as_named: bool = False) -> Directory:
        """That of the graph in memory."""
        heads = {a: b for a, b, data in graph.edges(data=True) if data["predicate"] == "same_as"}
        return cls({node: data["id"] for node, data in graph.nodes(data=True)}, heads, as_named)

    def __iter__(self) -> Iterator[Node]:
        return iter(self._ids)

    def names(self, nodes: list[Node]) -> Names:
        """These nodes, and those that are the same things under other names, with their ids, in the order of ids."""
        ordered = sorted({one for node in nodes for one in self.same(node)}, key=self._ids.__getitem__)
        return Names(tuple(ordered), tuple(self._ids[node] for node in ordered))

    def same(self, node: Node) -> list[Node]:
        """The node and every other name of its thing."""
        return self._classes.get(self._heads.get(node, node), [node])

    def find(self, name: str, *types: str) -> Names:
        """The nodes that bear a name, of the types given.

        As written, by a short name (工信部), by a title without its tail in brackets, where only one name that is
        known begins so, or by what the rules of resolution take for the same (研发经费投入 for 全社会研发经费投入).
        Raises Unanswerable with the nearest names where there is none.
        """
        found = self._called(name, types) or self._called(formal(name), types) or self._titled(name, types)
        found = found or completed(self, name, types) or self._resolved(name, types)
        if not found:
            raise self._unknown(name, {n for kind, n in self if not types or kind in types})
        return self.names(found)

    def thing(self, name: str, *types: str) -> Names:
        """As `find`; a name that is only known with qualifiers means what bears it so (首批X, X数量)."""
        found = self._called(name, types) or _of(types, self._by_core.get(bare(name), ()))
        return self.names(found) if found else self.find(name, *types)

    def counted(self, name: str, *types: str) -> Names:
        """The nodes that count or qualify the same thing (首批X, X数量, X), of the types given. Raises as `find`."""
        found = _of(types, self._by_core.get(core(name), ()))
        return self.names(found) if found else self.find(name, *types)

    def plan(self, name: str) -> Names:
        """The titled things that a title means, with its tail in brackets or without. Raises as `find`."""
        found = self._titled(name)
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
        known = self._regions
        found = [node for node in known if bare(node[1]).startswith(begins)]
        if not found:
            raise self._unknown(name, {n for _, n in known})
        return self.names(found)

    def _called(self, name: str, types: Iterable[str] = ()) -> list[Node]:
        """The nodes of that name, in order."""
        return sorted(_of(types, self._by_bare.get(bare(name), ())))

    def _resolved(self, name: str, types: Iterable[str]) -> list[Node]:
        """The nodes that are the same thing by the rules of resolution, in order; none where names count alone."""
        if self._as_named:
            return []
        alike = (n for n in _of(types, self) if n[0] in RESOLVED and len(set(n[1]) & set(name)) * 2 >= len(set(name)))
        return sorted(node for node in alike if match(name, node[1], node[0]).verdict == SAME)

    def _titled(self, name: str, types: Iterable[str] = ()) -> list[Node]:
        """The nodes whose titles mean the same (names.titled), in order."""
        whole, short = self._by_title
        wanted = bare(name)
        found = {*whole.get(wanted, ()), *whole.get(untailed(name), ()), *short.get(wanted, ())}
        return sorted(_of(types, found))

    @cached_property
    def _by_bare(self) -> Mapping[str, list[Node]]:
        return _grouped(self, bare)

    @cached_property
    def _by_core(self) -> Mapping[str, list[Node]]:
        return _grouped(self, core)

    @cached_property
    def _by_title(self) -> tuple[Mapping[str, list[Node]], Mapping[str, list[Node]]]:
        """Titled nodes by their whole titles, and by these without their tails in brackets."""
        nodes = [node for node in self if node[0] in TITLED and node[1]]
        return _grouped(nodes, bare), _grouped(nodes, untailed)

    @cached_property
    def _regions(self) -> list[Node]:
        return [node for node in self if node[0] == "Region"]

    def _unknown(self, name: str, names: set[str]) -> Unanswerable:
        near = nearest(name, names)
        return Unanswerable("unknown_name" if near else "no_such_name", name=name, near="、".join(near))


def _of(types: Iterable[str], nodes: Iterable[Node]) -> list[Node]:
    """Those of the types, of all where none is given."""
    wanted = frozenset(types)
    return [node for node in nodes if not wanted or node[0] in wanted]


def _grouped(nodes: Iterable[Node], form: Callable[[str], str]) -> Mapping[str, list[Node]]:
    """Nodes by a form of their names."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[form(node[1])].append(node)
    return dict(groups)
