"""Readers and pattern loaders of other packages: found, checked, and kept from harming more than their document."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policygraph.conductor import build
from policygraph.loaders import extensions
from policygraph.loaders.extensions import Extension, passed_over, readers
from policygraph.loaders.pipeline import DEFAULTS, File, Loaded, Refused, check, load, load_file, rules_version
from policygraph.loaders.reading import SUFFIXES, close, read_bytes, suffixes
from policygraph.loaders.reading.added import added_readers
from policygraph.sandbox import landlock
from policygraph.schema.errors import RunError, UnreadableDocument
from policygraph.schema.facts import Figure, Relation

Install = Callable[..., None]

READER = """
from policygraph.loaders.reading.draft import Draft
from policygraph.loaders.reading.mapped import MappedText

def read(data):
    text = data.decode().removeprefix("NOTE ")
    return Draft(text, MappedText.whole(text))
"""
FINDER = """
from policygraph.loaders.patterns.clause_roles import relation
from policygraph.schema.facts import Entity

def find(article):
    for sentence in article.sentences:
        at = sentence.read.text.find("结对")
        if at >= 0:
            ends = Entity("甲市", "Region"), "paired", Entity("乙县", "Region")
            yield relation(article, sentence, sentence.clauses[0], *ends, (at, at + 2), "pairs.word")
"""
NOTE = "NOTE 2021年工作总结\n\n2021年，建成示范平台20个，甲市与乙县结对。\n".encode()
TEXT = NOTE.removeprefix(b"NOTE ")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """install(package, source, version="1.0", **points): a package of one module with entry points, on the path."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    before = set(sys.modules)

    def forget() -> None:
        for cached in (extensions.extensions, extensions.loaded, added_readers):
            cached.cache_clear()
        close()  # the reading process has the readers that it began with

    def made(package: str, source: str, points: dict[str, str], version: str = "1.0") -> None:
        for old in folder.glob(f"{package}-*"):
            for file in old.iterdir():
                file.unlink()
            old.rmdir()
        about = folder / f"{package}-{version}.dist-info"
        about.mkdir()
        (folder / f"{package}.py").write_text(source, encoding="utf-8")
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
        lines = "".join(f"{name} = {package}:{function}\n" for name, function in points.items())
        (about / "entry_points.txt").write_text(f"[policygraph.loaders]\n{lines}")
        sys.modules.pop(package, None)
        forget()

    yield made
    for name in set(sys.modules) - before:
        if Path(getattr(sys.modules[name], "__file__", None) or "/").is_relative_to(folder):
            del sys.modules[name]
    forget()


def loaded(data: bytes, key: str) -> Loaded:
    return load(read_bytes(data, key))


def test_without_extensions_there_is_nothing(monkeypatch: pytest.MonkeyPatch, install: Install) -> None:
    monkeypatch.setattr(extensions, "entry_points", lambda group: ())
    extensions.extensions.cache_clear()
    assert extensions.extensions() == ()
    assert suffixes() == SUFFIXES
    check(DEFAULTS)


def test_a_reader_and_a_pattern_loader_are_found_and_used(install: Install) -> None:
    install("pg_notes", READER + FINDER, {".note": "read", "pairs": "find"})
    assert extensions.extensions() == (
        Extension("pg_notes", "1.0", ".note", "pg_notes:read"), Extension("pg_notes", "1.0", "pairs", "pg_notes:find"),
    )  # fmt: skip
    assert suffixes() == SUFFIXES | {".note"}
    check(DEFAULTS)
    made = loaded(NOTE, "a.NOTE")
    assert made.document.source.format == "note"
    (pair,) = [f for f in made.facts if isinstance(f, Relation) and f.predicate == "paired"]
    assert (pair.extractor, pair.evidence.quote, pair.year) == ("pg_notes:pairs.word", "结对", 2021)
    assert made.document.source.quote(pair.evidence.char_start, pair.evidence.char_end) == "结对"
    assert [f.value for f in made.facts if isinstance(f, Figure)] == [20]


def test_a_pattern_loader_reads_documents_of_every_format(install: Install) -> None:
    install("pg_pairs", FINDER, {"pairs": "find"})
    assert "pg_pairs:pairs.word" in {fact.extractor for fact in loaded(TEXT, "a.txt").facts}


def test_what_policygraph_finds_too_is_its_own(install: Install) -> None:
    twice = "from policygraph.loaders.patterns.figures import find\n"
    install("pg_twice", twice, {"figures": "find"})
    facts = loaded(TEXT, "a.txt").facts
    assert [f.extractor for f in facts if isinstance(f, Figure)] == ["figures.find"]


@pytest.mark.parametrize(
    ("source", "points", "said"),
    [
        ("import no_such_module_at_all", {"x": "find"}, "ModuleNotFoundError: No module named 'no_such_module_at_all'"),
        ("raise OSError('gone')", {".x": "read"}, "OSError: gone"),
        ("", {"x": "find"}, "AttributeError"),
        ("find = 3", {"x": "find"}, "is 3; expected a function of a ScopedArticle"),
        ("def read(): ...", {".x": "read"}, "expected a function of the file's bytes"),
        ("def find(article, more): ...", {"x": "find"}, "expected a function of a ScopedArticle"),
        (READER, {".OFD": "read"}, "adds '.OFD' to policygraph; expected a suffix in lower case"),
        (READER, {"Big Name": "read"}, "adds 'Big Name' to policygraph"),
    ],
)
def test_a_broken_extension_is_named_before_anything_is_read(
    install: Install, tmp_path: Path, source: str, points: dict[str, str], said: str
) -> None:
    install("pg_broken", source, points)
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_bytes(TEXT)
    with pytest.raises(RunError) as raised:
        build(folder, tmp_path / "x.pg")
    assert said in str(raised.value)
    assert "pg_broken" in str(raised.value)
    assert "uninstall it" in str(raised.value)
    assert not (tmp_path / "x.pg").exists()


def test_of_two_that_add_a_suffix_the_first_by_name_has_it(install: Install) -> None:
    install("pg_b", READER, {".note": "read", ".txt": "read"})
    install("pg_a", READER.replace("NOTE ", "ELSE "), {".note": "read"})
    assert readers(SUFFIXES) == {".note": Extension("pg_a", "1.0", ".note", "pg_a:read")}
    assert loaded(NOTE, "a.note").document.source.original.startswith("NOTE ")  # as pg_a leaves it
    told = {(n.details["extension"], n.details["used"]) for n in passed_over(SUFFIXES)}
    assert told == {("pg_b 1.0 (.note)", "pg_a 1.0 (.note)"), ("pg_b 1.0 (.txt)", "policygraph")}
    assert all("pg_b" in n.said("zh") and "卸载" in n.said("zh") for n in passed_over(SUFFIXES))


ONLY_THERE = """
def find(article):
    if "结对" not in article.document.source.original:
        return ()
"""


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (ONLY_THERE + "    raise ValueError('odd text')", "ValueError: odd text"),
        (ONLY_THERE + "    return [3]", "TypeError: int found; expected Figure or Relation"),
        (ONLY_THERE + "    return None", "TypeError: 'NoneType' object is not iterable"),
        (FINDER.replace('"Region"', '"Nowhere"'), "InvalidFact: entity type 'Nowhere'"),
    ],
)
def test_a_failing_pattern_loader_costs_only_its_document(
    install: Install, tmp_path: Path, source: str, error: str
) -> None:
    install("pg_odd", source, {"odd": "find"})
    for name, data in (("a.txt", TEXT), ("b.txt", TEXT.replace("结对".encode(), "合作".encode()))):
        (tmp_path / name).write_bytes(data)
    outcome = load_file(File(tmp_path / "a.txt", "a.txt"))
    assert isinstance(outcome, Refused)
    assert (outcome.error, outcome.notice.code) == ("ReadingDefect", "extension_failed")
    assert outcome.notice.details["extension"] == "pg_odd 1.0 (odd)"
    assert str(outcome.notice.details["error"]).startswith(error)
    assert isinstance(load_file(File(tmp_path / "b.txt", "b.txt")), Loaded)


WRONG_PLACES = READER.replace("MappedText.whole(text)", 'MappedText("甲", array("I", [9000]), array("I", [9001]))')
FALLING = READER.replace("MappedText.whole(text)", 'MappedText("甲乙", array("I", [1, 0]), array("I", [2, 1]))')


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("def read(data):\n    raise KeyError('part')", "KeyError: 'part'"),
        ("def read(data):\n    return data.decode()", "TypeError: str found; expected Draft"),
        ("from array import array\n" + WRONG_PLACES, "ValueError: offsets that fall or lie outside"),
        ("from array import array\n" + FALLING, "ValueError: offsets that fall or lie outside"),
    ],
)
def test_a_failing_reader_costs_only_its_document(install: Install, tmp_path: Path, source: str, error: str) -> None:
    install("pg_bad", source, {".note": "read"})
    with pytest.raises(UnreadableDocument) as raised:
        read_bytes(NOTE, "a.note")
    assert raised.value.details["extension"] == "pg_bad 1.0 (.note)"
    (tmp_path / "a.note").write_bytes(NOTE)
    outcome = load_file(File(tmp_path / "a.note", "a.note"))  # in the box
    assert isinstance(outcome, Refused)
    assert (outcome.error, outcome.notice.code) == ("UnreadableDocument", "extension_failed")
    assert str(outcome.notice.details["error"]).startswith(error)
    (tmp_path / "b.txt").write_bytes(TEXT)
    assert isinstance(load_file(File(tmp_path / "b.txt", "b.txt")), Loaded)


def test_a_reader_can_refuse_a_file_by_an_error_of_its_own(install: Install) -> None:
    source = "from policygraph.schema.errors import UnreadableDocument\ndef read(data):\n    "
    install("pg_no", source + "raise UnreadableDocument('no_own_text')", {".note": "read"})
    with pytest.raises(UnreadableDocument, match="holds no text of its own"):
        read_bytes(NOTE, "a.note")


@pytest.mark.skipif(not landlock.version(), reason="needs Landlock")
@pytest.mark.parametrize("does", ["open(__file__).read()", "import turtledemo"])
def test_a_reader_works_in_the_box(install: Install, tmp_path: Path, does: str) -> None:
    install("pg_open", f"def read(data):\n    {does}", {".note": "read"})
    (tmp_path / "a.note").write_bytes(NOTE)
    outcome = load_file(File(tmp_path / "a.note", "a.note"))
    assert isinstance(outcome, Refused)
    assert outcome.notice.code == "extension_failed"
    assert str(outcome.notice.details["error"]).startswith(("PermissionError", "ModuleNotFoundError"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of processes")
def test_a_reader_that_never_ends_or_wants_everything_is_stopped(install: Install, tmp_path: Path) -> None:
    install("pg_greedy", "def read(data):\n    return bytearray(1 << 34)", {".note": "read"})
    (tmp_path / "a.note").write_bytes(NOTE)
    outcome = load_file(File(tmp_path / "a.note", "a.note"))
    assert isinstance(outcome, Refused)
    assert outcome.notice.code == "out_of_memory"


def test_the_version_of_the_rules_follows_packages_and_their_versions(install: Install) -> None:
    none = rules_version()
    install("pg_notes", READER, {".note": "read"})
    first = rules_version()
    install("pg_notes", READER, {".note": "read"}, version="1.1")
    second = rules_version()
    install("pg_notes", READER + FINDER, {".note": "read", "pairs": "find"}, version="1.1")
    third = rules_version()
    assert len({none, first, second, third}) == 4
    install("pg_notes", READER, {".note": "read"})
    assert rules_version() == first
