"""The command `policygraph load`: who it asks for the password, what it prints, its one line for each trouble."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

MAIN = "import sys; from policygraph.cli import main; sys.exit(main())"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one small document."""
    folder = tmp_path_factory.mktemp("example")
    (folder / "documents").mkdir()
    text = "示例省工业和信息化厅2021年工作报告\n\n2021年，示例省工业和信息化厅认定省级智能工厂12家。\n"
    (folder / "documents" / "报告.txt").write_text(text, encoding="utf-8")
    done = run("build", str(folder / "documents"), "-o", str(folder / "x.pg"))
    assert done.returncode == 0, done.stderr
    return folder / "x.pg"


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    settings = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")} | more
    return subprocess.run(
        [sys.executable, "-c", MAIN, *words, "--lang", "en"], env=settings, stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_a_load_says_what_it_did_and_prints_no_password(example: Path, neo4j_server: Any, tmp_path: Path) -> None:
    neo4j_server.empty()
    to = ("load", str(example), "--neo4j", neo4j_server.uri, "--user", neo4j_server.user)
    done = run(*to, NEO4J_PASSWORD=neo4j_server.password)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert f"{neo4j_server.uri} holds {example} (" in done.stderr
    secret = tmp_path / "secret"
    secret.write_text(f"{neo4j_server.password}\n")
    again = run(*to, "--password-file", str(secret), NEO4J_PASSWORD="another")
    assert again.returncode == 0, again.stderr
    assert "holds" in again.stderr
    assert "nothing was changed" in again.stderr
    assert neo4j_server.password not in done.stderr + again.stderr


def test_the_prompt_does_not_show_what_is_typed(example: Path, neo4j_server: Any) -> None:
    command = [sys.executable, "-c", MAIN, "load", str(example), "--neo4j", neo4j_server.uri, "--lang", "en"]
    settings = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")}
    child, terminal = pty.fork()
    if child == 0:
        os.execve(command[0], command, {**settings, "NEO4J_USER": neo4j_server.user})
    shown = b""
    while b"Password" not in shown:
        shown += os.read(terminal, 1000)
    os.write(terminal, f"{neo4j_server.password}\n".encode())
    try:
        while more := os.read(terminal, 1000):
            shown += more
    except OSError:  # the other end is closed
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown.decode()
    assert neo4j_server.password not in shown.decode()


def test_each_trouble_is_one_line(example: Path, neo4j_server: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    to = ("load", str(example), "--neo4j")
    wrong = "hush-hush-0451"
    for words, says in (
        ((*to, neo4j_server.uri), "does not accept the user 'neo4j' with this password"),
        ((*to, "bolt://127.0.0.1:1"), "no Neo4j server answers at bolt://127.0.0.1:1"),
        ((*to, f"bolt://neo4j:{wrong}@127.0.0.1:1"), "without user and password"),
        ((*to, neo4j_server.uri, "--password-file", str(empty)), "holds no password"),
        ((*to, neo4j_server.uri, "--password-file", str(tmp_path / "none")), "none: No such file or directory"),
        (("load", "none.pg", "--neo4j", neo4j_server.uri), "there is no file none.pg"),
    ):
        done = run(*words, NEO4J_PASSWORD=wrong)
        assert done.returncode == 2
        assert done.stderr.startswith("policygraph: error: ")
        assert done.stderr.count("\n") == 1
        assert says in done.stderr
        assert wrong not in done.stderr
    nobody = run(*to, neo4j_server.uri)
    assert "no password: give it with --password-file or in the environment variable" in nobody.stderr


def test_the_files_of_the_import_command(example: Path, tmp_path: Path) -> None:
    done = run("export", str(example), str(tmp_path / "files"), "--neo4j-import")
    assert done.returncode == 0, done.stderr
    assert f"sh {tmp_path / 'files' / 'import.sh'}" in done.stderr
    assert "neo4j-admin}" in (tmp_path / "files" / "import.sh").read_text()
