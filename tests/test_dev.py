"""The script at the root: what it says and leaves alone when it cannot do its work. Its work itself is .ci/run's."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
WITHOUT_ENSUREPIP = """
import importlib.util, runpy, sys
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in {"ensurepip", "pip"} else found(name, package)
sys.argv = ["dev.py", "demo"]
runpy.run_path("dev.py", run_name="__main__")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with a space in its name that holds what dev.py reads."""
    folder = tmp_path / "a b"
    folder.mkdir()
    for name in ("dev.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(CHECKOUT / name, folder)
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    settings = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, encoding="utf-8", check=False)


def test_its_syntax_is_readable_to_python_3_6() -> None:
    ast.parse((CHECKOUT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_needs_the_standard_library_only() -> None:
    tree = ast.parse((CHECKOUT / "dev.py").read_text(encoding="utf-8"))
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} - sys.stdlib_module_names == set()


@pytest.mark.parametrize("arguments", [(), ("build",), ("demo", "now")])
def test_an_unknown_command_shows_the_usage(checkout: Path, arguments: tuple[str, ...]) -> None:
    done = run(checkout, sys.executable, "dev.py", *arguments)
    assert done.returncode == 2
    assert "python3 dev.py demo " in done.stderr
    assert not (checkout / ".venv").exists()


def test_an_environment_of_somebody_else_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "theirs").write_text("kept")
    done = run(checkout, sys.executable, "dev.py", "demo")
    assert done.returncode == 2
    assert f"{checkout / '.venv'} was not made by dev.py. Move it away" in done.stderr
    assert (checkout / ".venv" / "theirs").read_text() == "kept"


def test_a_python_without_ensurepip_gets_the_remedy(checkout: Path) -> None:
    done = run(checkout, sys.executable, "-c", WITHOUT_ENSUREPIP)
    assert done.returncode == 2
    assert "its module ensurepip is missing" in done.stderr
    assert f"sudo apt install python3.{sys.version_info.minor}-venv" in done.stderr


def test_a_failing_installation_shows_the_end_of_its_log(checkout: Path) -> None:
    (checkout / "constraints.txt").write_text("this is no constraint\n")
    done = run(checkout, sys.executable, "dev.py", "demo")
    assert done.returncode == 2
    assert "Invalid requirement" in done.stderr
    assert f"the whole log: {checkout / '.venv' / 'install.log'}" in done.stderr


def test_a_checkout_that_cannot_be_written_is_said(checkout: Path) -> None:
    (checkout / ".venv.lock").mkdir()  # stands for a folder without write permission, which does not bind root
    done = run(checkout, sys.executable, "dev.py", "demo")
    assert done.returncode == 2
    assert f"Cannot write into {checkout} (Is a directory). Copy it to a place of your own." in done.stderr
