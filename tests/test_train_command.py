"""`policygraph train`: what it refuses, and a network from documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policygraph.cli import main
from policygraph.loaders.language import language

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "corpus"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("raw", "corpus", "gold"):
        (tmp_path / "shared" / name).mkdir(parents=True)
    return tmp_path / "shared"


@pytest.mark.parametrize("missing", ["raw", "corpus", "gold"])
def test_a_folder_that_is_missing_is_named(
    folder: Path, missing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / missing).rmdir()
    assert main(["train", str(folder), str(tmp_path / "out"), "--stop", "annotation", "--lang", "en"]) == 2
    assert str(folder / missing) in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_no_network_is_overwritten(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    assert main(["train", str(folder), str(tmp_path / "out"), "--lang", "en"]) == 2
    assert "name a new folder" in capsys.readouterr().err


def test_what_to_go_on_from_must_be_a_network(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", str(folder), str(tmp_path / "out"), "--begin", str(folder)]) == 2
    assert "no network in" in capsys.readouterr().err


def test_a_folder_without_documents_teaches_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options in ([], ["--no-words"]):
        assert main(["train", str(folder), str(tmp_path / "out"), "--stop", "rules", "--lang", "en", *options]) == 2
        assert "no document with a name" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [folder]


def test_a_network_is_trained_and_reads(tmp_path: Path) -> None:
    """The way of the command on the example documents; how well it reads is no question for so little text."""
    shutil.copytree(EXAMPLES, tmp_path / "shared" / "raw")
    out = tmp_path / "out"
    assert main(["train", str(tmp_path / "shared"), str(out), "--stop", "rules", "--lang", "en"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "shared"]
    assert language(network=out).mentions("财政部印发通知。")[0].type == "Agency"
