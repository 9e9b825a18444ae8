"""What a load did."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Changes:
    """How many elements of one kind a load added, wrote anew because their content differed, removed, left alone."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class LoadReport:
    """The difference between a graph file and what the server held before.

    nodes; facts: relationships that documents state; derived: those that follow from them.
    kept: nodes that the graph file no longer has and that stay, since relationships of others are tied to them.
    seconds: of wall clock.
    """

    nodes: Changes = field(default_factory=Changes)
    facts: Changes = field(default_factory=Changes)
    derived: Changes = field(default_factory=Changes)
    kept: int = 0
    seconds: float = 0.0

    @property
    def added(self) -> int:
        """Nodes and relationships that the server did not hold."""
        return sum(part.added for part in self._parts)

    @property
    def changed(self) -> int:
        """Nodes and relationships written anew."""
        return sum(part.changed for part in self._parts)

    @property
    def removed(self) -> int:
        """Nodes and relationships taken away."""
        return sum(part.removed for part in self._parts)

    @property
    def unchanged(self) -> int:
        """Nodes and relationships left as they were."""
        return sum(part.unchanged for part in self._parts)

    @property
    def _parts(self) -> tuple[Changes, Changes, Changes]:
        return self.nodes, self.facts, self.derived
