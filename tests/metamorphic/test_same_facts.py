"""Same content, same facts: figures agree in value, unit, year, status and subject however a document is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from policygraph.benchmarks.metamorphic.agreement import NAMES, Outcome, Tally, agreement
from policygraph.benchmarks.metamorphic.document import Document
from policygraph.benchmarks.metamorphic.transformations import TRANSFORMATIONS

BAR = 0.98
"""Least share of the figures that agree."""
GROUPS = (
    ["script"], ["format .txt", "format .md", "format .html", "format .docx"], ["format .pdf"], ["digits", "signs"],
    ["quotes"], ["numerals"], ["lines indented", "lines spaced"], ["lines flush", "lines cut"], ["list order"],
    ["unrelated document"],
)  # fmt: skip
"""Beginnings of the names of transformations that are tried together."""
SAMPLE = (
    "news/cctv_xwlb_20221111.md", "html/sc_2018_employment_opinion.html",
    "plans/sh_2023_commercial_space_plan.md", "seeds/000_d210fa94c00fdef3.txt", "seeds/003_73fe4083d7b29cd3.txt",
)  # fmt: skip
"""Short documents of the corpus, one or two of each genre."""
WIDTHS = {"lines indented 37", "lines spaced 20", "lines flush 60", "lines cut 37"}
"""Of the line breaks one width for each layout is tried on them."""


BACK = (("script s2tw", "script tw2s"), ("numerals Han", "numerals Arabic"))
"""Transformations of the examples, and those that lead back."""


def named(beginnings: Iterable[str]) -> list[str]:
    if "format .pdf" in beginnings:
        pytest.importorskip("reportlab")
    return [name for name in NAMES if name.startswith(tuple(beginnings))]


def shares(found: Iterable[Outcome]) -> dict[str, tuple[float, int]]:
    """By transformation the share that agrees, and of how many."""
    tally = Tally()
    for outcome in found:
        tally.add(outcome)
    return {name: (tally.share(name, "all") or 0.0, tally.cases[name, "all"]) for name, _ in tally.cases}


def test_every_transformation_is_tried() -> None:
    assert sorted(name for group in GROUPS for name in NAMES if name.startswith(tuple(group))) == sorted(NAMES)
    assert set(NAMES) >= WIDTHS


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_the_examples_say_the_same(examples: list[Document], group: list[str]) -> None:
    names = named(group)
    found = shares(agreement(examples, examples[:2], names))
    assert {name: share for name, share in found.items() if share[0] < BAR} == {}
    assert set(found) == set(names) - {there for _, there in BACK}  # no example is written so
    assert all(cases > 30 for _, cases in found.values())


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_documents_of_the_corpus_say_the_same(shared: Path, examples: list[Document], group: list[str]) -> None:
    names = [name for name in named(group) if not name.startswith("lines") or name in WIDTHS]
    some = [Document(key, (shared / "corpus" / key).read_bytes()) for key in SAMPLE]
    found = shares(agreement(some, examples[:2], names))
    assert {name: share for name, share in found.items() if share[0] < BAR} == {}
    assert set(found) == set(names)
    assert all(cases > 60 for name, (_, cases) in found.items() if name != "script tw2s")


@pytest.mark.parametrize(("there", "back"), BACK)
def test_examples_written_otherwise_say_the_same_on_the_way_back(
    examples: list[Document], there: str, back: str
) -> None:
    some = [pair.changed for d in examples if (pair := TRANSFORMATIONS[there](d)) is not None]
    share, cases = shares(agreement(some, [], [back]))[back]
    assert cases > 20
    assert share >= BAR
