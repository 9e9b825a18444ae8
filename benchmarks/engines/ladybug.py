"""The embedded Cypher engine over its index."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from policygraph.graph import open_graph
from policygraph.graph.cypher import CypherIndex, cypher_index

from .measured import Measured, peaks, timed

AROUND = {
    "a node by type and id": "MATCH (n:Program) WHERE n.id = $id RETURN n.name AS name",
    "a node by type and name": "MATCH (n:Program) WHERE n.name = $name RETURN n.id AS id",
    "everything around a program": "MATCH (n:Program)-[r]-(m) WHERE n.id = $id RETURN r.id AS id, r.year AS year, "
    "r.predicate AS predicate, r.quote AS quote, m.name AS name ORDER BY year, id",
    "figures of what belongs to it": "MATCH (h)-[r:targets|achieves]->(x:Metric)-[:belongs_to]->(n:Program) "
    "WHERE n.id = $id RETURN r.id AS id, r.year AS year, r.value AS value, h.name AS holder ORDER BY year, id",
    "plans that deploy it": "MATCH (p:Plan)-[r:deploys]->(n:Program) WHERE n.id = $id "
    "RETURN p.name AS name, r.year AS year, r.id AS id ORDER BY year, id",
}
"""Questions about one program, by what they ask."""
NAMED = (
    "MATCH (p:Program)<-[r]-() WITH p, count(*) AS n ORDER BY n DESC, p.id LIMIT 100000 "
    "RETURN p.id AS id, p.name AS name"
)


def measure(graph: Path, folder: Path) -> Measured:
    """Builds the index in the folder, opens it again and asks about the program named most and one in the middle."""
    began = time.perf_counter()
    with open_graph(graph) as opened:
        cypher_index(opened, folder=folder).close()
        built = time.perf_counter()
        with cypher_index(opened, folder=folder) as index:
            found = Measured(0, built - began, time.perf_counter() - built, index.path.stat().st_size)
            found.edges = index.rows("MATCH ()-[r]->() RETURN count(*) AS n")[0]["n"]
            _ask(index, found)
    found.peaks = peaks()
    return found


def _ask(index: CypherIndex, found: Measured) -> None:
    programs = index.rows(NAMED)
    for which, program in (("most", programs[0]), ("median", programs[len(programs) // 2])) if programs else ():
        for name, text in AROUND.items():
            found.questions[f"{name} ({which} named)"] = timed(partial(index.rows, text, program))
