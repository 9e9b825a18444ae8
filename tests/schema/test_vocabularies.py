"""Lints of the vocabularies: every file is read, nothing stands twice, dates in order, references lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import policygraph.schema
from policygraph.schema.errors import VocabularyError
from policygraph.schema.facts import ENTITY_TYPES
from policygraph.schema.vocabulary import alternation, vocabulary

FOLDER = Path(policygraph.schema.__file__).parent / "vocabularies"
FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


class StrictLoader(yaml.SafeLoader):
    """YAML that refuses a key that stands twice in one mapping (plain YAML keeps the last without a word)."""


def _mapping(loader: StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = [key for key, count in Counter(map(str, keys)).items() if count > 1]
    assert not twice, f"{node.start_mark}: keys that stand twice: {twice}"
    return dict(loader.construct_pairs(node, deep=True))


StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every list in a vocabulary with the path to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}/{key}")
    elif isinstance(value, list):
        yield path, value
        for index, inner in enumerate(value):
            yield from lists(inner, f"{path}/{index}")


@pytest.mark.parametrize("name", FILES)
def test_keys_stand_once(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert yaml.load(text, Loader=StrictLoader) == vocabulary(name)


@pytest.mark.parametrize("name", FILES)
def test_begins_with_what_it_holds(name: str) -> None:
    assert (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").startswith("# ")


PAIRS = {"local_agencies": "/bodies"}
"""Tables whose rows may hold one word twice: [ending as written, ending in full]."""


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    rows = re.compile(rf"{PAIRS[name]}/\d+" if name in PAIRS else "(?!)")
    for path, items in lists(vocabulary(name)):
        words = Counter(item for item in items if item and isinstance(item, str))
        assert rows.fullmatch(path) or [w for w, count in words.items() if count > 1] == [], path


def test_a_verb_beside_a_number_does_one_thing() -> None:
    kinds = Counter(v for kind in ("flow", "stock", "reach", "rise", "fall") for v in vocabulary("figure_verbs")[kind])
    assert [verb for verb, count in kinds.items() if count > 1] == []


RECORDS = {
    "short_forms", "five_year_plans", "name_suffixes", "programs", "counties", "messages", "document_numbers", "rules",
    "event_series",
}  # fmt: skip
"""Files that are read as a whole: their keys are names, codes or titles."""


def source_of(name: str) -> str:
    """The source of every folder that reads a vocabulary; of the whole package where a folder hands it on to others."""
    package = FOLDER.parents[1]
    apart = {"tests", ".venv", "build"}
    modules = [p for p in package.rglob("*.py") if not apart.intersection(p.relative_to(package).parts)]
    texts = {module: module.read_text(encoding="utf-8") for module in modules}
    folders = {module.parent for module, text in texts.items() if f'vocabulary("{name}")' in text}
    return "\n".join(text for module, text in texts.items() if module.parent in folders)


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_read(name: str) -> None:
    source, data = source_of(name), vocabulary(name)
    assert source, f"no module reads {name}.yaml"
    keys = [] if isinstance(data, list) or name in RECORDS else list(data)
    assert [key for key in keys if not re.search(rf"""["']{re.escape(str(key))}["']""", source)] == []


def test_every_group_of_verbs_is_read() -> None:
    source = source_of("verbs")
    groups = {group for entry in vocabulary("verbs").values() if isinstance(entry, dict) for group in entry}
    assert sorted(group for group in groups if f'"{group}"' not in source) == []


def test_unknown_vocabulary_is_an_error() -> None:
    with pytest.raises(VocabularyError, match="no vocabulary 'no_such_words'"):
        vocabulary("no_such_words")


def test_agencies_have_their_own_ids_and_names() -> None:
    agencies = vocabulary("agencies")
    for field in ("id", "name"):
        counts = Counter(agency[field] for agency in agencies)
        assert [value for value, count in counts.items() if count > 1] == []


def test_agency_forms_mean_one_body() -> None:
    forms = Counter(form for agency in vocabulary("agencies") for form in (agency["name"], *agency.get("short", ())))
    assert [form for form, count in forms.items() if count > 1] == []


def test_agency_references_lead_to_agencies() -> None:
    agencies = vocabulary("agencies")
    ids = {agency["id"] for agency in agencies}
    for agency in agencies:
        assert {agency.get("parent", agency["id"]), *agency.get("successor", ())} <= ids, agency["name"]


def test_agency_dates_are_in_order() -> None:
    for agency in vocabulary("agencies"):
        begin, end = (str(agency.get(key, "")) for key in ("from", "until"))
        assert all(MONTH.fullmatch(date) for date in (begin, end) if date), agency["name"]
        assert not (begin and end) or begin < end, agency["name"]


def test_successors_stand_after_what_they_follow() -> None:
    agencies = {agency["id"]: agency for agency in vocabulary("agencies")}
    for agency in agencies.values():
        for successor in agency.get("successor", ()):
            assert "until" in agency, agency["name"]
            assert str(agencies[successor].get("from", "0")) <= str(agency["until"]), agency["name"]


@pytest.mark.parametrize(("old", "year", "new"), [
    ("国家质量监督检验检疫总局", "2018-03", "国家市场监督管理总局"),
    ("中国银行保险监督管理委员会", "2023-05", "国家金融监督管理总局"),
    ("国家卫生和计划生育委员会", "2018-03", "国家卫生健康委员会"),
    ("国家乡村振兴局", "2023-03", "农业农村部"),
])
def test_reforms_of_2018_and_2023(old: str, year: str, new: str) -> None:
    by_name = {agency["name"]: agency for agency in vocabulary("agencies")}
    assert str(by_name[old]["until"]) == year
    assert by_name[new]["id"] in by_name[old]["successor"]


def test_agency_kinds_and_types() -> None:
    kinds = {"party", "legislature", "advisory", "judiciary", "council", "office", "ministry", "special", "direct",
             "administration", "institution", "commission"}
    for agency in vocabulary("agencies"):
        assert agency["kind"] in kinds, agency["name"]
        assert agency.get("type", "Agency") in ENTITY_TYPES, agency["name"]


def test_provinces_and_prefectures_are_complete() -> None:
    regions = vocabulary("regions")
    assert len(regions) == 31
    assert len({region["letter"] for region in regions}) == 31
    cities = [city for region in regions for city in region.get("cities", ())]
    assert len(cities) == len(set(cities)) == 333
    assert {r["name"] for r in regions if "districts" in r} == {"北京市", "天津市", "上海市", "重庆市"}


def test_counties_stand_under_prefectures() -> None:
    cities = {city for region in vocabulary("regions") for city in region.get("cities", ())}
    assert set(vocabulary("counties")) <= cities


def test_region_forms_speak_of_regions() -> None:
    forms = vocabulary("region_forms")
    cities = {city for region in vocabulary("regions") for city in region.get("cities", ())}
    provinces = {region["name"] for region in vocabulary("regions")}
    assert set(forms["bare"]) <= cities
    assert set(forms["full_only"]) <= cities
    assert {parent for _, parent, *_ in forms["zones"]} <= provinces
    assert set(forms["letters"]) <= {region["letter"] for region in vocabulary("regions")}
    assert {*forms["foreign_forms"], *forms["foreign_cities"]} <= set(forms["foreign"])
    guarded = Counter(form for form, _, _ in forms["guards"])
    assert [form for form, count in guarded.items() if count > 1] == []


def test_suffixes_have_one_type_and_strength() -> None:
    strengths = {"strong", "medium", "governed", "weak"}
    seen: dict[str, str] = {}
    for kind, groups in vocabulary("name_suffixes").items():
        assert kind in ENTITY_TYPES
        assert set(groups) <= strengths
        for strength, forms in groups.items():
            for form in forms:
                assert form not in seen, f"{form}: {seen.get(form)} and {kind}/{strength}"
                seen[form] = f"{kind}/{strength}"


def test_boundary_words_have_one_kind() -> None:
    data = vocabulary("name_boundaries")
    words = [*data["launch"], *data["stop"], *data["opening"], *(form for form, _, _ in data["particles"]),
             *(form for form, _, _ in data["conjunctions"])]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert set(data["setting"]) <= set(data["opening"])
    assert set(data["issuing"]) <= {*data["launch"], *data["stop"]}


def test_levels_are_those_a_name_may_carry() -> None:
    assert set(vocabulary("name_boundaries")["levels"].values()) == {"国家", "省级", "市级", "县级"}


def test_of_words_that_begin_alike_the_longest_is_read() -> None:
    for order in (["计划", "计划书", "C++"], ["C++", "计划书", "计划"]):
        assert re.match(alternation(order), "计划书")[0] == "计划书"  # type: ignore[index]
        assert re.fullmatch(alternation(iter(order)), "C++")


@given(words=st.lists(st.text("ab+", min_size=1, max_size=4), min_size=1, max_size=8), text=st.text("ab+", max_size=12))
@pytest.mark.parametrize("tail", ["", "a", "(?!b)", "$"])
def test_words_are_found_as_by_a_list_of_them(words: list[str], text: str, tail: str) -> None:
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    found = [match.span() for match in re.finditer(f"(?:{alternation(words)}){tail}", text)]
    assert found == [match.span() for match in re.finditer(f"(?:{listed}){tail}", text)]
