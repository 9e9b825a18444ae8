"""docker-compose.yml: it parses, and agrees with what the code and the tests expect."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from policygraph import cli
from policygraph.queries import words

CHECKOUT = Path(__file__).resolve().parents[1]
TEXT = (CHECKOUT / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES: dict[str, Any] = yaml.safe_load(TEXT)["services"]
EXAMPLE = (CHECKOUT / ".env.example").read_text(encoding="utf-8")


def filled(text: str) -> str:
    """A text with its variables at their defaults."""
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", text)


def test_the_server_is_pinned_to_the_version_that_the_tests_run(neo4j_servers: ModuleType) -> None:
    assert SERVICES["neo4j"]["image"] == neo4j_servers.IMAGE == f"neo4j:{neo4j_servers.VERSION}-community"
    assert re.fullmatch(r"FROM python:\d+\.\d+\.\d+-slim-\w+", (CHECKOUT / "Dockerfile").read_text().splitlines()[1])


def test_every_variable_stands_in_the_example_and_the_other_way_round() -> None:
    assert set(re.findall(r"\$\{(\w+)", TEXT)) == set(re.findall(r"^(?:# )?(\w+)=", EXAMPLE, re.MULTILINE))
    assert re.search(r"^NEO4J_PASSWORD=$", EXAMPLE, re.MULTILINE)  # nobody starts with a password that all know
    for name, given in re.findall(r"^# (\w+)=(.*)$", EXAMPLE, re.MULTILINE):
        assert f"${{{name}:-{given}}}" in TEXT


def test_the_password_has_the_name_that_the_command_reads() -> None:
    assert "${NEO4J_PASSWORD:?" in SERVICES["neo4j"]["environment"]["NEO4J_AUTH"]
    assert 'os.environ.get("NEO4J_PASSWORD")' in (CHECKOUT / "load_command.py").read_text(encoding="utf-8")


def test_nothing_listens_beyond_this_machine() -> None:
    published = [filled(port) for service in SERVICES.values() for port in service.get("ports", ())]
    assert published == ["127.0.0.1:7687:7687", "127.0.0.1:7474:7474"]
    assert all("healthcheck" in service and "volumes" in service for service in SERVICES.values())


def test_the_endpoint_is_started_as_the_command_expects() -> None:
    command = [filled(word) for word in SERVICES["sparql"]["command"]]
    parser = cli._parser(words("en"))
    known = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction)).choices
    assert "serve" in known
    args = parser.parse_args(command)
    assert (str(args.graph), args.sparql, args.port) == ("/graphs/graph.pg", True, 7878)
    assert parser.parse_args(["serve", "x.pg", "--sparql"]).port == args.port  # its usual one
    assert f"http://127.0.0.1:{args.port}/" in filled(SERVICES["sparql"]["healthcheck"]["test"][-1])


def test_docker_compose_reads_it() -> None:
    compose = ["docker", "compose", "--file", str(CHECKOUT / "docker-compose.yml")]
    if not shutil.which("docker") or subprocess.run([*compose, "version"], capture_output=True, check=False).returncode:
        pytest.skip("docker compose is not installed")
    done = subprocess.run(
        [*compose, "--env-file", "/dev/null", "config", "--quiet"],
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "NEO4J_PASSWORD": "example-password"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
