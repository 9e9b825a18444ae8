"""Facts and their flat records."""

from __future__ import annotations

import json

import pytest

from policygraph.schema.errors import InvalidFact
from policygraph.schema.facts import Entity, Evidence, Figure, Relation, fact_from_row

SEEN = Evidence("甲.pdf", "建成12个", "建成12个。", 0, 5, 3, (72.0, 640.5, 300.1, 655.0), 0.98)
PLACE = Evidence("甲/乙.txt", "建成示范基地12个", "2022年，示例省建成示范基地12个。", 9, 18, 3)


def figure(**more):
    given = {
        "year": 2022,
        "status": "achieved",
        "year_source": "stated",
        "value": 12.0,
        "unit": "个",
        "cmp": "eq",
        "measure": "new",
        "subject": "示范基地",
    } | more
    return Figure(**{"evidence": PLACE, "extractor": "figures.find"} | given)


def relation(**more):
    given = {"predicate": "launches", "object": Entity("示范基地", "Center")} | more
    return Relation(PLACE, "relations.launches", 2022, "achieved", "stated", Entity("示例省", "Region"), **given)


def test_the_record_of_a_figure():
    row = figure(agent="示例省", since=2021).row()
    assert list(row)[:5] == ["kind", "id", "doc", "quote", "year"]
    assert {
        key: row[key] for key in ("kind", "doc", "document", "quote", "value", "agent", "since", "year", "page")
    } == {
        "kind": "figure",
        "doc": "乙.txt",
        "document": "甲/乙.txt",
        "quote": "建成示范基地12个",
        "value": 12.0,
        "agent": "示例省",
        "since": 2021,
        "year": 2022,
        "page": 3,
    }


def test_the_record_of_a_post_joins_body_and_title():
    row = relation(predicate="holds_post", object=Entity("示例委", "Agency"), post="主任").row()
    assert row["object"] == {"name": "示例委主任", "type": "Agency"}
    assert row["post"] == "主任"


@pytest.mark.parametrize(
    "fact",
    [
        figure(),
        figure(value=None, goal_text="全面建成", cmp="eq"),
        figure(value=2.5, high=3.5, cmp="range", estimated=True),
        figure(status="planned", plan="示例规划", holder="示例规划", holder_type="Plan", span="each", direction="fall"),
        figure(year=None, year_source=None, status=None),
        figure(evidence=SEEN),
        relation(),
        relation(post="主任"),
        relation(predicate="holds_post", object=Entity("主任", "Agency"), post="主任"),
    ],
)
def test_a_record_read_back_is_the_fact(fact):
    assert fact_from_row(fact.row()) == fact
    assert fact_from_row(json.loads(json.dumps(fact.row()))) == fact
    assert type(fact).from_row(fact.row()) == fact


def test_a_record_needs_no_id_and_may_hold_more():
    row = figure().row() | {"note": "checked"}
    del row["id"]
    assert fact_from_row(row) == figure()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": None}, "a record of kind None; expected figure, goal or relation"),
        ({"value": 13.0}, "now hashes to"),
        ({"document": "甲/丙.txt"}, "now hashes to"),
        ({"char_start": 8}, "now hashes to"),
        ({"cmp": "near"}, "cmp 'near'; expected one of eq"),
        ({"measure": "sum"}, "measure 'sum'"),
        ({"subject": " "}, "a figure without a subject"),
        ({"char_end": 9}, "offsets 9..9; expected 0 <= start < end"),
        ({"quote": ""}, "quote of 0 characters"),
        ({"value": None}, "exactly one of them"),
        ({"since": 2023}, "period 2023..2022"),
        ({"year": 3000}, "year 3000"),
    ],
)
def test_a_record_that_was_changed_is_refused(change, message):
    with pytest.raises(InvalidFact, match=message):
        fact_from_row(figure().row() | change)


@pytest.mark.parametrize("missing", ["quote", "char_start", "extractor", "measure", "subject"])
def test_a_record_that_lacks_a_field_is_refused(missing):
    row = figure().row()
    del row[missing]
    with pytest.raises(InvalidFact, match=f"record {row['id']} of 甲/乙.txt: .*{missing}"):
        fact_from_row(row)


def test_the_id_tells_statements_apart_and_not_how_they_were_found():
    same = Figure(PLACE, "other.rule", 2022, "achieved", "inherited: heading", 12.0, "个", "eq", "new", "示范基地")
    assert same.id == figure().id
    assert (
        len({figure().id, figure(value=13.0).id, figure(year=2021).id, figure(agent="示例省").id, relation().id}) == 5
    )


def test_numbers_that_are_one_give_one_id():
    assert figure(value=300).id == figure(value=300.0).id
    assert figure(value=0.0).id == figure(value=-0.0).id


def test_the_status_says_which_edge_a_figure_is():
    assert [figure(status=s).predicate for s in ("achieved", "planned", "forecast", None)] == [
        "achieves",
        "targets",
        "expects",
        "achieves",
    ]


@pytest.mark.parametrize(
    ("box", "score", "message"),
    [
        ((0.0, 0.0, 9.0, 9.0), None, "expected both or neither"),
        (None, 0.9, "expected both or neither"),
        ((9.0, 0.0, 0.0, 9.0), 0.9, "expected left <= right"),
        ((0.0, 0.0, 9.0), 0.9, "expected left <= right"),
        ((0.0, float("nan"), 9.0, 9.0), 0.9, "expected left <= right"),
        ((0.0, 0.0, 9.0, 9.0), 1.1, "expected 0 to 1"),
    ],
)
def test_recognised_text_has_a_box_and_a_score(box, score, message):
    with pytest.raises(InvalidFact, match=message):
        Evidence("甲.pdf", "建成12个", "建成12个。", 0, 5, 1, box, score)


def test_a_box_in_a_record_is_four_numbers():
    assert figure(evidence=SEEN).row()["box"] == "72.0 640.5 300.1 655.0"
    with pytest.raises(InvalidFact, match="expected its fields"):
        fact_from_row(figure(evidence=SEEN).row() | {"box": "72.0 oben"})
    with pytest.raises(InvalidFact, match="expected left"):
        fact_from_row(figure(evidence=SEEN).row() | {"box": "72.0 640.5"})


@pytest.mark.parametrize(("name", "kind"), [("", "Agency"), (" ", "Agency"), ("示例省", "Province")])
def test_an_entity_has_a_name_and_a_known_type(name, kind):
    with pytest.raises(InvalidFact):
        Entity(name, kind)
