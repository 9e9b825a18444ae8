"""`policygraph train`: what it refuses before it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.cli import main


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
    assert main(["train", str(folder), str(tmp_path / "out"), "--lang", "en"]) == 2
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
