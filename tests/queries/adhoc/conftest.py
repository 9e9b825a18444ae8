"""The two indexes of the written graph, and the tables of attacks."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygraph.queries import PolicyGraph

HERE = Path(__file__).parent


def table(language: str) -> dict[str, Any]:
    """The attacks and harmless queries of a language."""
    return yaml.safe_load((HERE / f"attacks_{language}.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Surroundings:
    """What an attack is after. changed: what else lies in the folder than before."""

    folder: Path
    secret: Path
    out: Path
    listening: socket.socket

    def text(self, attack: dict[str, Any] | str) -> str:
        """The query of an attack, its places filled."""
        attack = {"query": attack} if isinstance(attack, str) else attack
        begin, end, times = attack.get("repeat", ("", "", 0))
        begin, end = (part.replace("{{", "{").replace("}}", "}") for part in (begin, end))
        places = {"secret": self.secret, "out": self.out, "port": self.listening.getsockname()[1]}
        inside = begin * times + ("1" if begin in ("(", "[") or "CASE" in begin else "") + end * times
        return str(attack["query"]).format(**places, deep=inside)

    def assert_untouched(self) -> None:
        assert sorted(path.name for path in self.folder.iterdir()) == ["secret.csv"]
        self.listening.setblocking(False)
        with pytest.raises(BlockingIOError):
            self.listening.accept()


SECRET = "secret-of-another,7391"


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Surroundings]:
    """A file to read, a name to write to and a socket to connect to."""
    folder = tmp_path / "around"
    folder.mkdir()
    (folder / "secret.csv").write_text(f"{SECRET}\n")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield Surroundings(folder, folder / "secret.csv", folder / "out.csv", listening)


@pytest.fixture(scope="session")
def cypher_file(opened: PolicyGraph) -> Path:
    """The Cypher engine's index of the written graph."""
    from policygraph.graph.cypher import cypher_index

    with cypher_index(opened._store) as index:
        return index.path


@pytest.fixture(scope="session")
def sparql_folder(opened: PolicyGraph) -> Path:
    """The SPARQL engine's store of the written graph."""
    return opened.sparql_store()
