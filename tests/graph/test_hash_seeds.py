"""Bytes that do not depend on how this run of Python happens to order its sets."""

from __future__ import annotations

import os
import subprocess
import sys

REBUILD = """
import dataclasses, sys
from pathlib import Path
from policygraph.graph import Builder, StoredDocument, export, open_graph

folder = Path(sys.argv[2])
with open_graph(sys.argv[1]) as graph:
    records = {document.key: document for document in graph.documents()}
    with Builder(folder / "again.pg") as builder:
        for key in set(records):
            fields = {f.name: getattr(records[key], f.name) for f in dataclasses.fields(records[key])}
            builder.add(StoredDocument(**fields, original=graph.original(key)), set(graph.facts(document=key)))
        builder.publish()
with open_graph(folder / "again.pg") as graph:
    for suffix in ("jsonl", "csv", "nq", "ttl"):
        export(graph, folder / f"out.{suffix}")
"""


def test_another_hash_seed_gives_the_same_bytes(graph, tmp_path):
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-c", REBUILD, str(graph.path), str(folder)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, cwd=tmp_path)
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert sorted(written[0]) == ["again.pg", "out.csv", "out.jsonl", "out.nq", "out.ttl"]
    assert written[0] == written[1]
    assert written[0]["again.pg"] == graph.path.read_bytes()
