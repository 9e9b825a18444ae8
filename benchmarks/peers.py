"""Peers of the grammar in environments of their own: where these are, how they are made, and how one is asked.

No peer is a dependency of the project, and none is installed beside it: jionlp's own dependencies have licences that
the project does not take in.
"""

from __future__ import annotations

import json
import os
import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "policygraph" / "peers"
ADAPTERS = Path(__file__).resolve().parent / "grammar_peers"


class PeerFailed(Exception):
    """A peer's environment could not be made, or the peer ended without an answer; the message holds its last words."""


@dataclass(frozen=True)
class Peer:
    """One peer: its distribution and version, what else its environment needs, and its adapter in grammar_peers/."""

    name: str
    version: str
    adapter: str
    also: tuple[str, ...] = ()

    def python(self, folder: Path) -> Path:
        """The interpreter of its environment, whether or not it is there."""
        return folder / self.name / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def make(self, folder: Path) -> None:
        """Makes its environment with venv and pip. Raises PeerFailed."""
        venv.create(folder / self.name, with_pip=True)
        packages = [f"{self.name}=={self.version}", *self.also]
        self._run([str(self.python(folder)), "-m", "pip", "install", "--quiet", *packages], "")

    def ask(self, folder: Path, asked: dict[str, Any]) -> dict[str, Any]:
        """Its answers, as grammar_peers/answer.py describes them. Raises PeerFailed."""
        command = [str(self.python(folder)), str(ADAPTERS / "answer.py"), self.adapter]
        answered: dict[str, Any] = json.loads(self._run(command, json.dumps(asked)))
        return answered

    def _run(self, command: list[str], given: str) -> str:
        done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            raise PeerFailed(f"{self.name}: {' '.join(command[:4])} ended with {done.returncode}: {done.stderr[-800:]}")
        return done.stdout


PEERS = (
    # it imports a name that emoji dropped in version 2
    Peer("recognizers-text-suite", "1.0.2a2", "recognizers_adapter", ("emoji<2",)),
    Peer("jionlp", "1.5.31", "jionlp_adapter"),
)
