"""What the server is told of the graph's shape, from the ontology: constraints and indexes, all of Community edition.

Uniqueness constraints keep MERGE by id fast and forbid a second element of the same id (on relationships since Neo4j
5.7). Existence constraints would need the Enterprise edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...schema.ontology import ontology
from .elements import LOADED

OLDEST = (5, 7)
"""The first server with uniqueness constraints on relationships."""


def constraints() -> dict[str, str]:
    """Name and statement of each constraint; needed before the first element is written."""
    made = {f"policygraph_{label}_id": f"FOR (n:`{label}`) REQUIRE n.id IS UNIQUE" for label in (*labels(), LOADED)}
    made |= {f"policygraph_{kind}_id": f"FOR ()-[r:`{kind}`]-() REQUIRE r.id IS UNIQUE" for kind in kinds()}
    return {name: f"CREATE CONSTRAINT `{name}` IF NOT EXISTS {rest}" for name, rest in made.items()}


def indexes() -> dict[str, str]:
    """Name and statement of each index for questions; made after the first load, when they are built in one go.

    Range indexes on the name of each label and the year of each predicate that carries facts; full-text indexes
    policygraph_names (nodes) and policygraph_quotes (relationships), which read Chinese by pairs of characters.
    """
    stated = [kind for kind in kinds() if not ontology().predicates[kind].derived]
    text = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    made = {f"policygraph_{label}_name": f"INDEX {{}} FOR (n:`{label}`) ON (n.name)" for label in labels()}
    made |= {f"policygraph_{kind}_year": f"INDEX {{}} FOR ()-[r:`{kind}`]-() ON (r.year)" for kind in stated}
    made["policygraph_names"] = f"FULLTEXT INDEX {{}} FOR (n:{_either(labels())}) ON EACH [n.name] {text}"
    made["policygraph_quotes"] = f"FULLTEXT INDEX {{}} FOR ()-[r:{_either(stated)}]-() ON EACH [r.quote] {text}"
    return {name: f"CREATE {rest.replace('{}', f'`{name}` IF NOT EXISTS', 1)}" for name, rest in made.items()}


def labels() -> tuple[str, ...]:
    """The labels of nodes: the ontology's types."""
    return tuple(ontology().types)


def kinds() -> tuple[str, ...]:
    """The types of relationships: the ontology's predicates."""
    return tuple(ontology().predicates)


def statements() -> Iterator[str]:
    """Everything, as a file for a server that was filled by its import command holds it."""
    yield from constraints().values()
    yield from indexes().values()


def _either(names: tuple[str, ...] | list[str]) -> str:
    return "|".join(f"`{name}`" for name in names)
