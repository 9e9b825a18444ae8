"""The command as it is typed, and the page that it writes: structure as today, and no sentence of the documents."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from policygraph.benchmarks.quality.__main__ import main
from policygraph.benchmarks.quality.page import outline, provenance

CHECKOUT = Path(__file__).resolve().parents[3]
PAGE = CHECKOUT / "docs" / "quality.md"
RUN = 12
"""So many Chinese characters in a row that a document has too are no name of a column."""


def copied(page: str, documents: list[str]) -> list[str]:
    """What the page has in common with a document."""
    runs = re.findall(rf"[\u3400-\u9fff]{{{RUN},}}", page)
    grams = {run[at : at + RUN] for run in runs for at in range(len(run) - RUN + 1)}
    return sorted(gram for gram in grams if any(gram in text for text in documents))


@pytest.fixture(scope="module")
def arguments(own: Path, shared: Path) -> list[str]:
    scorer = str(shared / "score" / "score.py")
    return ["--gold", str(own / "gold"), "--corpus", str(own / "corpus"), "--scorer", scorer, "--draws", "50"]


@pytest.fixture(scope="module")
def written(arguments: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, str]:
    """What the command prints, the page, and the file of sentences."""
    folder = tmp_path_factory.mktemp("page")
    files = ["--page", str(folder / "quality.md"), "--sentences", str(folder / "worst.txt")]
    command = [sys.executable, "-m", "benchmarks.quality", *arguments, *files]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return (done.stdout, *((folder / name).read_text(encoding="utf-8") for name in ("quality.md", "worst.txt")))


def test_the_page_has_the_structure_that_the_command_writes(written: tuple[str, str, str]) -> None:
    assert outline(PAGE.read_text(encoding="utf-8")) == outline(written[1]), "run: python -m benchmarks.quality"
    assert len(outline(written[1])) > 20


def test_sentences_go_to_the_terminal_and_their_file_and_not_to_the_page(
    written: tuple[str, str, str], own: Path
) -> None:
    printed, page, sentences = written
    sentence = "2020年，工业和信息化部新认定国家技术创新示范企业63家，建成智能制造示范工厂110家。"
    assert sentence in printed
    assert sentence in sentences
    texts = [path.read_text(encoding="utf-8") for path in (own / "corpus").rglob("*.txt")]
    assert copied(page, texts) == []
    assert copied(sentences, texts) != []
    assert "| wrong figure | reports/own_report.txt | 29–44 | year 2020 → 2019 | 63 |" in page


def test_the_page_of_the_project_holds_no_sentence_of_the_documents(shared: Path) -> None:
    files = [p for p in (shared / "corpus").rglob("*") if p.suffix in {".txt", ".md", ".html"}]
    assert len(files) > 30
    assert copied(PAGE.read_text(encoding="utf-8"), [p.read_text(encoding="utf-8") for p in files]) == []


def test_the_page_says_when_with_what_version_and_what_was_tuned_on_what(written: tuple[str, str, str]) -> None:
    for page in (PAGE.read_text(encoding="utf-8"), written[1]):
        assert re.search(r"^\| date \| \d{4}-\d\d-\d\d \|$", page, re.MULTILINE)
        assert re.search(r"^\| version of the rules \| [0-9a-f]{16} \|$", page, re.MULTILINE)
        assert all(entry["judged"] in page for entry in provenance())


def test_provenance_names_folders_beside_the_project(shared: Path) -> None:
    folders = {path.name for path in (shared / "gold").iterdir()} | {"corpus", "raw"}
    for entry in provenance():
        assert set(entry) == {"part", "made", "seen", "held_out", "judged"}
        assert set(entry["seen"]) <= folders


def test_sentences_are_not_written_into_the_checkout(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    target = CHECKOUT / "docs" / "worst.txt"
    assert main([*arguments, "--no-page", "--sentences", str(target)]) == 2
    assert "lies in the checkout" in capsys.readouterr().err
    assert not target.exists()


def test_a_sample_is_drawn_judged_and_summed_up(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, table = str(own / "corpus"), str(tmp_path / "v.tsv")
    assert main(["sample", "--corpus", corpus, "--facts", "3", "--genre", "reports", "--verdicts", table]) == 0
    assert capsys.readouterr().out.count("⟦") == 3
    assert main(["sample", "--corpus", corpus, "--verdicts", table]) == 2  # no verdict is overwritten
    assert main(["verdict", table, "#2", "--wrong", "year"]) == 0
    capsys.readouterr()
    assert main(["verdicts", table]) == 0
    assert "1 of 3 drawn facts are judged" in capsys.readouterr().out


def test_paragraphs_are_printed_with_their_facts(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paragraphs", "--corpus", str(own / "corpus"), "--count", "5", "--seed", "2"]) == 0
    printed = capsys.readouterr().out
    assert len(re.findall(r"^#\d", printed, re.MULTILINE)) == 5
    assert printed.count("   · figure: ") == 8
    assert main(["paragraphs", "--corpus", str(own / "corpus"), "--genre", "news"]) == 2
