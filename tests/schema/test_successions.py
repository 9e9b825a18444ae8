"""Lints of the successions: names are known, dates are dates, kinds fit their ends, nothing becomes itself."""

from __future__ import annotations

import re
from collections import Counter
from graphlib import TopologicalSorter
from itertools import pairwise

import pytest

from policygraph.schema.successions import KINDS, Change, Meaning, changes, former_bodies, short_names
from policygraph.schema.vocabulary import vocabulary

DATE = re.compile(r"(?:199[89]|20\d\d)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
AGENCIES = {agency["name"]: agency for agency in vocabulary("agencies")}
WHOLE = [change for change in changes() if change.kind != "duties_moved"]
"""Changes after which a body has ended or begun."""


def test_every_body_is_known() -> None:
    named = {name for change in changes() for name in (*change.before, *change.after)}
    meant = {meaning.body for meaning in short_names()}
    assert sorted((named | meant) - {*AGENCIES, *former_bodies()}) == []


def test_stated_bodies_are_new_and_used() -> None:
    named = {name for change in changes() for name in (*change.before, *change.after)}
    assert sorted(set(former_bodies()) & set(AGENCIES)) == []
    assert sorted(set(former_bodies()) - named) == []


def test_spellings_mean_one_body_or_what_followed_it() -> None:
    forms = [(form, name) for name, agency in AGENCIES.items() for form in (name, *agency.get("short", ()))]
    forms += [(form, name) for name, short in former_bodies().items() for form in (name, *short)]
    bodies: dict[str, set[str]] = {}
    for form, name in forms:
        bodies.setdefault(form, set()).add(name)
    follows = {(name, after) for change in WHOLE for name in change.before for after in change.after}
    shared = [tuple(sorted(names, key=lambda n: n in AGENCIES)) for names in bodies.values() if len(names) > 1]
    assert [names for names in shared if names not in follows] == []


def test_a_change_is_stated_once() -> None:
    ends = Counter((change.before, change.after, change.date, change.kind) for change in changes())
    assert [end for end, count in ends.items() if count > 1] == []


@pytest.mark.parametrize("change", changes(), ids=lambda c: f"{'+'.join(c.before)}>{'+'.join(c.after)}")
def test_a_change_fits_its_kind(change: Change) -> None:
    assert change.kind in KINDS
    assert DATE.fullmatch(change.date)
    assert not set(change.before) & set(change.after)
    assert (change.before == ()) == (change.kind == "established")
    assert (change.after == ()) == (change.kind == "abolished")
    if change.kind == "renamed":
        assert len(change.before) == len(change.after) == 1
    if change.kind in ("merged", "absorbed"):
        assert len(change.after) == 1
    if change.kind == "split":
        assert len(change.after) > 1
    if change.kind == "duties_moved":
        assert change.parts


def test_no_decision_follows_what_rests_on_it() -> None:
    late = [change for change in changes() if change.decision.date[: len(change.date)] > change.date]
    assert late == []


def test_changes_stand_in_order_of_years() -> None:
    years = [int(change.date[:4]) for change in changes()]
    assert [pair for pair in pairwise(years) if pair[0] > pair[1]] == []


def test_decisions_are_used_and_have_one_name() -> None:
    data = vocabulary("successions")
    assert set(data["decisions"]) == {entry["source"] for entry in data["changes"]}
    for key, decision in data["decisions"].items():
        assert ("title" in decision) != ("event" in decision), key
        assert "number" not in decision or "title" in decision, key
        assert DATE.fullmatch(str(decision["date"])), key


def test_nothing_becomes_itself_again() -> None:
    followers: dict[str, set[str]] = {}
    for change in WHOLE:
        for name in change.before:
            followers.setdefault(name, set()).update(change.after)
    assert list(TopologicalSorter(followers).static_order())  # raises CycleError on a circle


def test_a_body_ends_once() -> None:
    ended = Counter(name for change in WHOLE for name in change.before)
    assert [name for name, count in ended.items() if count > 1] == []


def test_a_body_begins_before_it_ends() -> None:
    begun = {name: change.date for change in WHOLE if change.kind != "absorbed" for name in change.after}
    for change in WHOLE:
        for name in change.before:
            assert begun.get(name, "1998") <= change.date, name


def test_agreement_with_the_agencies() -> None:
    by_id = {agency["id"]: name for name, agency in AGENCIES.items()}
    for name, agency in AGENCIES.items():
        for successor in agency.get("successor", ()):
            dates = [c.date[:7] for c in WHOLE if name in c.before and by_id[successor] in c.after]
            assert dates == [str(agency["until"])], (name, by_id[successor])


def test_short_names_mean_one_body_at_a_time() -> None:
    by_short: dict[str, list[Meaning]] = {}
    for meaning in short_names():
        by_short.setdefault(meaning.short, []).append(meaning)
    for short, meanings in by_short.items():
        for meaning in meanings:
            assert all(DATE.fullmatch(date) for date in (meaning.since, meaning.until) if date), short
            assert (meaning.since or "0") < (meaning.until or "9"), short
        for earlier, later in pairwise(meanings):
            assert earlier.until is not None, short
            assert later.since is not None, short
            assert earlier.until <= later.since, short


def test_a_short_name_ends_with_its_body() -> None:
    ended = {name: change.date[:7] for change in WHOLE for name in change.before}
    for meaning in short_names():
        assert meaning.until == ended.get(meaning.body), meaning.short


@pytest.mark.parametrize(("before", "year", "after"), [
    ("信息产业部", "2008", "工业和信息化部"),
    ("铁道部", "2013", "国家铁路局"),
    ("国家质量监督检验检疫总局", "2018", "海关总署"),
    ("国家新闻出版广电总局", "2018", "国家广播电视总局"),
    ("国务院扶贫开发领导小组办公室", "2021", "国家乡村振兴局"),
    ("中国银行保险监督管理委员会", "2023", "国家金融监督管理总局"),
])
def test_changes_that_researchers_meet(before: str, year: str, after: str) -> None:
    found = [change for change in WHOLE if before in change.before]
    assert [(change.date[:4], after in change.after) for change in found] == [(year, True)]
