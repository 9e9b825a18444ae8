"""Every command and every Python block of the READMEs and of docs/ runs, and prints what is shown below it.

The blocks of one file run in order in one folder that holds a copy of examples/. What a `console` or `python` block
shows is compared with what comes out; after a wanted change write it anew:

    POLICYGRAPH_UPDATE_DOCS=1 python -m pytest tests/test_readme.py

A block under the comment "run by .ci/run" installs, so that script runs it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
FILES = ["README.md", "README.zh.md", *sorted(p.relative_to(CHECKOUT).as_posix() for p in CHECKOUT.glob("docs/*.md"))]
BLOCK = re.compile(r"(<!-- run by \.ci/run -->\n)?```(\w+)\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)
"""A fenced block, the comment before it, and the block of output after it."""
RUN = {"bash", "console", "python"}


@dataclass(frozen=True)
class Block:
    """kind: the word after the fence. shown: the output block that follows, None without one."""

    kind: str
    text: str
    shown: str | None
    elsewhere: bool


def blocks(text: str) -> list[Block]:
    return [Block(m[2], m[3], m[4], bool(m[1])) for m in BLOCK.finditer(text)]


class Shell:
    """Runs commands in a folder, in a window of 100 columns, with the environment's programs first on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self.settings = {**os.environ, "PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error"}

    def run(self, command: list[str]) -> str:
        """Standard output, then standard error. Fails the test unless the status is 0."""
        done = subprocess.run(command, cwd=self.folder, env=self.settings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command[-1]}\n{done.stdout}{done.stderr}"
        return "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines()).strip("\n")

    def line(self, command: str) -> str:
        return self.run(["bash", "-ec", command.replace(".venv/bin/policygraph", "policygraph")])

    def block(self, block: Block) -> tuple[str, str | None]:
        """The block's text and the shown output as they must read."""
        if block.kind == "python":
            out = self.run([sys.executable, "-c", block.text])
            return block.text, f"{out}\n" if out else None
        lines = []
        for command in block.text.splitlines():
            if block.kind == "bash":
                self.line(command)
                lines.append(command)
            elif command.startswith("$ "):
                out = self.line(command[2:])
                lines += [command, *([out] if out else [])]
        return "\n".join(lines) + "\n", None


@pytest.mark.parametrize("name", FILES)
def test_what_the_document_shows_is_what_happens(name: str, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "examples", tmp_path / "examples")
    shell = Shell(tmp_path)
    text = (CHECKOUT / name).read_text(encoding="utf-8")

    def now(match: re.Match[str]) -> str:
        block = blocks(match[0])[0]
        if block.elsewhere or block.kind not in RUN:
            return match[0]
        body, shown = shell.block(block)
        after = f"\n```text\n{shown}```\n" if shown else ""
        return f"```{block.kind}\n{body}```\n{after}"

    expected = BLOCK.sub(now, text)
    if os.environ.get("POLICYGRAPH_UPDATE_DOCS"):
        (CHECKOUT / name).write_text(expected, encoding="utf-8")
    assert text == expected


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_two_commands_are_those_of_continuous_integration(name: str) -> None:
    script = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    elsewhere = [b.text.strip() for b in blocks((CHECKOUT / name).read_text(encoding="utf-8")) if b.elsewhere]
    assert elsewhere == ["python3 dev.py demo", "python3 dev.py test"]
    assert [line for line in elsewhere if line not in script] == []


@pytest.mark.parametrize("name", FILES)
def test_links_lead_to_files(name: str) -> None:
    text = (CHECKOUT / name).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in t]
    assert [t for t in targets if not ((CHECKOUT / name).parent / t).exists()] == []
