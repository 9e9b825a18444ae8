"""What the repository says in Chinese is its own: no sentence of the documents stands in it.

Titles, names and figures may be used. A run counts by its Chinese characters alone, so that another number or comma
does not hide it; what is left of it after names and titles are taken out must stay short.
"""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policygraph.loaders.reading.script import simplify
from policygraph.schema.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[1]
RUN = 16
"""So many Chinese characters in a row that a document has too are no chance."""
LEFT = 4
"""So many of them that are no part of a name or title are words of the document's sentence."""
TEXTS = {".py", ".md", ".txt", ".html", ".yaml", ".json", ".jsonl", ".csv", ".cypher", ".ipynb"}
PACKAGES = ("loaders", "schema", "graph", "queries", "benchmarks")
_OTHER = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fff]+")
_TITLES = re.compile(
    r"《[^《》\n]{2,60}》|〈[^〈〉\n]{2,60}〉|[一-龥]{0,12}关于[^，。；《》\n]{4,60}?的(?:批复|通知|意见|决定)"
)
_SESSION = (
    r"(?:年月日)?(?:在|上海市)?第[一二三四五六七八九十]+届(?:全国)?人民代表大会第[一二三四五六七八九十]+次会议(?:上|批准)?"
    "|政府工作报告|国务院总理"
)
"""The date, meeting and speaker in the masthead of a report."""


def han(text: str) -> str:
    """The text's Chinese characters, simplified."""
    return "".join(_OTHER.sub("", simplify(line)) for line in text.splitlines())


def remarks(source: str) -> str:
    """The docstrings and comments of a Python module."""
    trees = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)]
    comments = [t.string for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type == tokenize.COMMENT]
    return "\n".join([*(str(tree.value.value) for tree in trees if isinstance(tree.value, ast.Constant)), *comments])


def own_texts() -> Iterator[tuple[str, str]]:
    """(path, text) of what is written here: tests, documentation and examples whole, remarks of modules and data."""
    for path in sorted(ROOT.rglob("*")):
        place = path.relative_to(ROOT)
        if not path.is_file() or path.suffix not in TEXTS or any(part.startswith(".") for part in place.parts):
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        if place.parts[0] in ("tests", "docs", "examples") or place.name.startswith("README"):
            yield place.as_posix(), text
        elif path.suffix == ".py" and (place.parts[0] in PACKAGES or len(place.parts) == 1):
            yield place.as_posix(), remarks(text)
        elif path.suffix == ".yaml" and place.parts[0] in PACKAGES:
            yield place.as_posix(), "\n".join(re.findall(r"#.*", text))


def names_in(fact: Any) -> Iterator[str]:
    """Every name of an annotated fact: of its things, with their other names, its plan and its agent."""
    for part in (fact.get(key) for key in ("subject", "object", "plan", "agent")):
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            yield from (part["name"], *part.get("aliases", ()))


def suffix_forms() -> Iterator[str]:
    """Every ending of a name that says its kind."""
    for groups in vocabulary("name_suffixes").values():
        for forms in groups.values():
            yield from forms


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, str]:
    """Path → Chinese characters of every document of the corpus."""
    files = [p for p in sorted((shared / "corpus").rglob("*")) if p.suffix in {".txt", ".md", ".html"}]
    return {p.name: han(re.sub(r"<[^<>]*>", "", p.read_text(encoding="utf-8", errors="ignore"))) for p in files}


@pytest.fixture(scope="module")
def names(shared: Path, documents: dict[str, str]) -> list[str]:
    """Names and titles that may be used, the longest first."""
    found = {bare for a in vocabulary("agencies") for bare in (a["name"], *a.get("short", ()))}
    for region in vocabulary("regions"):
        found |= {region["name"], *region.get("cities", ())}
    for path in (shared / "gold").rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found.update(names_in(json.loads(line)))
    for path in (shared / "corpus").rglob("*"):
        if path.suffix in {".txt", ".md", ".html"}:
            found.update(_TITLES.findall(simplify(path.read_text(encoding="utf-8", errors="ignore"))))
    kinds = re.compile("(?:" + "|".join(sorted(suffix_forms(), key=len, reverse=True)) + ")$")
    found |= {kinds.sub("", name) for name in found}  # lists give a name without its kind
    return sorted({name for raw in found if len(name := han(raw)) >= 3}, key=lambda name: (-len(name), name))


def inside(names: re.Pattern[str], text: str) -> frozenset[int]:
    """The places of a text that stand in a name."""
    return frozenset(place for match in names.finditer(text) for place in range(*match.span()))


def test_no_sentence_of_the_documents_is_repeated(documents: dict[str, str], names: list[str]) -> None:
    grams = {text[at : at + RUN]: (name, at) for name, text in documents.items() for at in range(len(text) - RUN + 1)}
    known = re.compile("|".join([_SESSION, *map(re.escape, names)]))
    theirs = cache(lambda name: inside(known, documents[name]))
    copied = []
    for path, text in own_texts():
        own, at = han(text), 0
        named = inside(known, own)
        while at + RUN <= len(own):
            if own[at : at + RUN] not in grams:
                at += 1
                continue
            end, (document, there) = at + RUN, grams[own[at : at + RUN]]
            while end < len(own) and own[end] == documents[document][there + end - at : there + end - at + 1]:
                end += 1
            words = [n for n in range(at, end) if n not in named and there + n - at not in theirs(document)]
            if len(words) >= LEFT:
                copied.append(f"{path}: {own[at:end]} ({document})")
            at = end - RUN + 2
    assert not copied, "\n".join(copied)
