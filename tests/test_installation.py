"""What a user installs: the wheel's content, the command it gives, the pinned libraries and their licenses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[1]
ROOMS = ("schema", "loaders", "graph", "queries", "training", "sandbox", "web")
NOT_SOURCE = (".*", "build", "demo", "dist", "*.egg-info", "__pycache__", "tests", "benchmarks", "docs", "examples")
"""What the copy leaves out; dev.py and setup.py are in it."""
COPYLEFT = re.compile(r"(?<!L)GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
"""GPL and AGPL in an identifier or in words; LGPL and the Lesser license are not meant."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources so that the checkout stays clean."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(CHECKOUT, folder / "source", ignore=shutil.ignore_patterns(*NOT_SOURCE))
    pip(folder, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(folder / "source"))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the wheel's content; the libraries come from the running environment."""
    folder = tmp_path_factory.mktemp("installed")
    pip(folder, "install", "--no-deps", "--target", str(folder), str(wheel))
    return folder


def pip(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_wheel_has_one_top_level_name(names: list[str]) -> None:
    assert {name.split("/")[0] for name in names} == {"policygraph", "policygraph-0.1.0.dist-info"}


def test_every_file_of_every_room_is_in_the_wheel(names: list[str]) -> None:
    sources = [p for room in ROOMS for p in (CHECKOUT / room).rglob("*") if p.is_file()]
    expected = {"policygraph/" + p.relative_to(CHECKOUT).as_posix() for p in sources if "__pycache__" not in p.parts}
    assert expected - set(names) == set()
    assert len(expected) > 60


def test_nothing_else_is_in_the_wheel(names: list[str]) -> None:
    inside = {name.split("/")[1] for name in names if name.startswith("policygraph/")}
    modules = {path.name for path in CHECKOUT.glob("*.py")} - {"dev.py", "setup.py"}
    assert inside == {*ROOMS, *modules}
    assert {"__init__.py", "cli.py"} <= inside


def test_the_license_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read("policygraph-0.1.0.dist-info/licenses/LICENSE").decode()
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_installed_command_builds_and_answers_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "examples" / "corpus", tmp_path / "corpus")
    settings = {**os.environ, "PYTHONPATH": str(installed), "LANG": "C.UTF-8"}

    def policygraph(*arguments: str) -> str:
        start = "import sys; from policygraph.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", start, *arguments]
        run = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    where = subprocess.run(
        [sys.executable, "-c", "import policygraph; print(policygraph.__file__)"],
        cwd=tmp_path, env=settings, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(where.stdout.strip()).is_relative_to(installed)
    policygraph("build", "corpus", "-o", "x.pg")
    answer = policygraph("lineage", "x.pg", "国家技术创新示范企业", "--from", "2017", "--to", "2017", "--csv")
    assert "认定国家技术创新示范企业70家" in answer


def pinned() -> dict[str, str]:
    lines = (CHECKOUT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in (pin.split("==") for pin in pins)}


def test_constraints_are_exact_and_hold_no_address() -> None:
    text = (CHECKOUT / "constraints.txt").read_text()
    assert re.search(r"://|@|--", text) is None
    for line in text.splitlines():
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line), line


def dependencies() -> Iterator[Distribution]:
    """The distributions that `.[test]` brings in, each once, itself left out."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    assert "policygraph[ocr,parquet]" in extras["test"]
    brought = [*project["dependencies"], *extras["test"], *extras["ocr"], *extras["parquet"]]
    every = [Requirement(r) for r in brought]
    waiting = [requirement for requirement in every if requirement.name != "policygraph"]
    seen: set[tuple[str, str]] = set()
    found: dict[str, Distribution] = {}
    while waiting:
        requirement = waiting.pop()
        for extra in {"", *requirement.extras}:
            if (requirement.name, extra) in seen:
                continue
            seen.add((requirement.name, extra))
            try:
                one = distribution(requirement.name)
            except PackageNotFoundError:
                pytest.fail(f"{requirement} is required but not installed")
            found[canonicalize_name(requirement.name)] = one
            needed = [Requirement(text) for text in one.requires or []]
            waiting += [n for n in needed if n.marker is None or n.marker.evaluate({"extra": extra})]
    yield from found.values()


def test_every_dependency_is_pinned() -> None:
    assert {canonicalize_name(d.name) for d in dependencies()} - set(pinned()) == set()


def license(one: Distribution) -> str:
    """What a distribution says of its license: the SPDX expression, or the old field and the classifiers."""
    if "License-Expression" in one.metadata:
        return one.metadata["License-Expression"]
    classifiers = [c for c in one.metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    return "; ".join([*(one.metadata.get("License", "")).strip().splitlines()[:1], *classifiers])


def allowed(text: str) -> bool:
    """Whether a license may be used: it is stated, and one of its alternatives is neither GPL nor AGPL."""
    return bool(text.strip()) and any(not COPYLEFT.search(choice) for choice in re.split(r"\bOR\b", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", True),
        ("GPL-3.0-or-later", False),
        ("Apache-2.0 AND AGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Affero General Public License v3", False),
        ("", False),
    ],
)
def test_what_counts_as_an_allowed_license(text: str, expected: bool) -> None:
    assert allowed(text) is expected


def test_no_dependency_is_under_gpl_or_agpl() -> None:
    found = {d.name: license(d) for d in dependencies()}
    assert {name: text for name, text in found.items() if not allowed(text)} == {}
    assert len(found) > 60
