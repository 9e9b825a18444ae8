"""A served graph: the command itself in a process of its own, on a free port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph.graph import Builder, StoredDocument
from policygraph.sandbox import missing_protections
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.facts import Entity, Evidence, Relation

TEXT = "工业和信息化部印发《示例产业发展规划》。千山市印发《千山市示例行动方案》。"
COMMAND = "import sys; from policygraph.cli import main; sys.exit(main())"


@pytest.fixture(scope="session")
def served_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a graph of two facts."""
    import hashlib

    path = tmp_path_factory.mktemp("served") / "示例.pg"
    facts = []
    for agency, plan in (("工业和信息化部", "示例产业发展规划"), ("千山市", "千山市示例行动方案")):
        quote = f"{agency}印发《{plan}》"
        start = TEXT.index(quote)
        evidence = Evidence("a.txt", quote, quote + "。", start, start + len(quote))
        kind = "Region" if agency == "千山市" else "Agency"
        ends = Entity(agency, kind), Entity(plan, "Plan")
        facts.append(Relation(evidence, "tests.served", 2021, "achieved", "stated", ends[0], "issues", ends[1]))
    with Builder(path) as builder:
        info = DocumentInfo("a.txt", title=Stated("示例", "masthead"), char_end=len(TEXT))
        digest = hashlib.sha256(TEXT.encode()).hexdigest()
        builder.add(StoredDocument(info=info, sha256=digest, format="txt", original=TEXT), facts)
        builder.publish()
    return path


@pytest.fixture(scope="session")
def endpoint(served_graph: Path) -> Iterator[str]:
    """The address of the running endpoint, with a slash at its end."""
    if missing_protections():
        pytest.skip("this system lacks Landlock with network rules")
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", str(served_graph), "--sparql", "--port", "0", "--timeout", "3",
         "--lang", "en"],
        stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    assert process.stderr is not None
    line = process.stderr.readline()
    assert "http://127.0.0.1:" in line, line + process.stderr.read()
    yield line.partition("(a page to ask queries: ")[2].partition(")")[0]
    process.terminate()
    process.communicate(timeout=30)
