"""The page of Neo4j: its commands and queries run against a real server, in order, and each query answers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = (CHECKOUT / "docs" / "neo4j.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
MAIN = "import sys; from policygraph.cli import main; sys.exit(main())"


def blocks(kind: str) -> list[str]:
    return [text for found, text in BLOCK.findall(PAGE) if found == kind]


def test_its_commands_and_queries(neo4j_server: Any, tmp_path: Path) -> None:
    neo4j_server.empty(schema=True)
    shutil.copytree(CHECKOUT / "examples", tmp_path / "examples")
    program = tmp_path / "bin" / "policygraph"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{MAIN}' \"$@\"\n")
    program.chmod(0o755)
    settings = {
        **os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
        "NEO4J_USER": neo4j_server.user, "NEO4J_PASSWORD": neo4j_server.password,
    }  # fmt: skip
    for text in blocks("sh"):
        for line in text.splitlines():
            if line.startswith("policygraph "):  # the others start servers, and are tried where those are
                command = line.replace("bolt://localhost:7687", neo4j_server.uri)
                done = subprocess.run(["sh", "-c", command], cwd=tmp_path, env=settings, capture_output=True, text=True)
                assert done.returncode == 0, done.stderr
                assert neo4j_server.password not in done.stdout + done.stderr
    assert (tmp_path / "import-files" / "import.sh").is_file()
    with neo4j_server.driver() as driver:
        answers = [driver.execute_query(text).records for text in blocks("cypher")]
    assert len(answers) == 3
    assert all(answers)
    assert {row["year"] for row in answers[0]} >= {2020}
    given = {"uri": neo4j_server.uri, "user": neo4j_server.user, "password": neo4j_server.password}
    (python,) = blocks("py")
    script = "\n".join(f"{name} = {value!r}" for name, value in given.items()) + f"\n{python}\nprint(len(rows))\n"
    script += "print(report.added, report.removed)\n"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    count, report = done.stdout.splitlines()
    assert int(count) > 0
    assert report == "0 0"
