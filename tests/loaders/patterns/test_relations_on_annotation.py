"""Relations of real documents, where they are beside the checkout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.loaders.context import scopes
from policygraph.loaders.language import Reader
from policygraph.loaders.patterns.relations import find_relations
from policygraph.loaders.reading import read_bytes
from policygraph.loaders.structure import structure
from policygraph.schema.facts import Relation

Found = Callable[[str], list[Relation]]


@pytest.fixture(scope="module")
def found(shared: Path, reader: Reader) -> Found:
    """Every relation of a document of the corpus."""
    known: dict[str, list[Relation]] = {}

    def find(path: str) -> list[Relation]:
        if path not in known:
            document = structure(read_bytes((shared / "corpus" / path).read_bytes(), path))
            known[path] = [
                relation
                for article in document.articles
                for relation in find_relations(scopes(reader.read(article, document), document))
            ]
            for relation in known[path]:
                place = relation.evidence
                assert document.source.quote(place.char_start, place.char_end) == place.quote
        return known[path]

    return find


def test_centers_set_up_in_one_year_have_their_names(found: Found) -> None:
    relations = found("seeds/003_73fe4083d7b29cd3.txt")
    named = {
        r.object.name for r in relations if r.predicate == "launches" and r.year == 2017 and "创新中心" in r.object.name
    }
    assert {f"{area}国家制造业创新中心" for area in ("信息光电子", "印刷及柔性显示", "机器人")} <= named


def test_both_ministries_recognise(found: Found) -> None:
    relations = found("seeds/003_73fe4083d7b29cd3.txt")
    bodies = {
        r.subject.name
        for r in relations
        if (r.predicate, r.object.name, r.year) == ("recognises", "国家技术创新示范企业", 2017)
    }
    assert {"工业和信息化部科技司", "财政部"} <= bodies


def test_ten_projects_of_a_regional_plan(found: Found) -> None:
    relations = found("seeds/004_4b1dc9d67199ea1f.txt")
    deployed = {r.object.name for r in relations if r.extractor == "deploys.heading" and r.object.name.endswith("工程")}
    assert {"龙头骨干企业引领工程", "工业互联网创新工程", "优秀解决方案推广工程"} <= deployed
    assert len(deployed) >= 10


def test_tasks_have_the_bodies_that_answer_for_them(found: Found) -> None:
    relations = found("html/sc_2018_employment_opinion.html")
    bodies = {r.subject.name for r in relations if r.predicate == "leads" and r.object.name == "支持创业载体建设"}
    assert {"人力资源和社会保障部", "科学技术部", "财政部", "住房和城乡建设部", "国家市场监督管理总局"} <= bodies
