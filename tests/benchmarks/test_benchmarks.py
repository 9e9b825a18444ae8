"""The benchmarks run on the example corpus and print what they promise; how fast is no matter here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from policygraph.loaders.reading import ocr_version
from policygraph.queries.questions import questions

CHECKOUT = Path(__file__).resolve().parents[2]


def output(script: str, *arguments: str) -> str:
    command = [sys.executable, str(CHECKOUT / "benchmarks" / script), *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_speed_measures_reading_names_and_the_build_beside_peers() -> None:
    printed = output("speed.py", "examples/corpus")
    assert re.search(r"^examples/corpus: 7 documents, \d{4} characters$", printed, re.MULTILINE)
    for name in ("reading 1 .docx", "reading all 7 in the box", "reading to facts", "structure",
                 "names: the whole pipeline", "peer: trafilatura", "peer: spaCy PhraseMatcher",
                 "build, one worker"):  # fmt: skip
        assert re.search(rf"^ +{re.escape(name)}.* \d+\.\d{{3}} M characters/s ", printed, re.MULTILINE), name
    assert re.search(r"; 7 documents, \d+ facts, 0 refused\)$", printed, re.MULTILINE)


def test_scans_measures_characters_time_and_memory() -> None:
    if ocr_version() is None:
        pytest.skip("the extra policygraph[ocr] is not installed")
    printed = output("scans.py", "--font", "tests/data/glyphs.otf", "--pages", "1", "examples/corpus")
    assert re.search(r"^16\.0 points +\d+ characters +\d+\.\d\d % right +\d+\.\d s  least score", printed, re.MULTILINE)
    assert re.search(r"^the last page: \d+\.\d s of processor time, \d+ MB resident, \d+ MB", printed, re.MULTILINE)


def test_memory_does_not_grow_with_the_number_of_documents() -> None:
    lines = output("memory.py", "--copies", "1", "3").splitlines()  # a status of 1 would say that it grows
    found = [re.search(r"(\d+) documents +(\d+) facts .* own +(\d+) MB   largest child +(\d+) MB$", x) for x in lines]
    assert [int(m[1]) for m in found if m] == [7, 21]
    first, second = (int(m[2]) for m in found if m)
    assert second == 3 * first > 0
    assert all(20 < int(m[g]) < 1000 for m in found if m for g in (3, 4))


def test_grammar_prints_its_table_and_names_the_peers_that_are_not_there(tmp_path: Path) -> None:
    printed = output("grammar.py", "--peers", str(tmp_path / "none"))
    for name in ("recognizers-text-suite", "jionlp"):
        said = rf"^NOT RUN: {name} [\d.a]+ is not in .*none.{name}\. To get it there:\n  python .*--make-peers"
        assert re.search(said, printed, re.MULTILINE), name
    assert len(re.findall(r"^all +(\d+)/\1 100\.0% +\d+/\d+ 100\.0%$", printed, re.MULTILINE)) == 2
    assert re.search(r"^  policygraph +quantities +[\d,]{6,} +periods +[\d,]{6,}", printed, re.MULTILINE)


def test_a_peer_that_fails_is_said_and_the_table_still_comes(tmp_path: Path) -> None:
    environment = tmp_path / "jionlp" / "bin"
    environment.mkdir(parents=True)
    (environment / "python").symlink_to(sys.executable)  # an interpreter without jionlp
    printed = output("grammar.py", "--peers", str(tmp_path))
    assert "NOT RUN: jionlp: " in printed
    assert "No module named 'jionlp'" in printed
    assert "quantities: " in printed


def test_engines_measure_loading_asking_and_memory() -> None:
    command = [sys.executable, "-m", "benchmarks.engines", "--facts", "500"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "made.pg: 500 facts" in done.stdout
    number = r" +[\d.]+ \|"
    for engine in ("networkx", "ladybug", "oxigraph"):
        assert re.search(rf"^\| {engine} \|{number * 5} \d+, \d+ \|$", done.stdout, re.MULTILINE), done.stdout
    timed = r"[\d.]+ \([\d.]+\)"
    line = rf"^\| (\w+) \| (?:middle|most|whole) \| \d+ \| {timed} \| {timed} \| {timed} \|$"
    assert set(re.findall(line, done.stdout, re.MULTILINE)) == set(questions()), done.stdout
