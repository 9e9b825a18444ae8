"""Documents that share a sentence, directly or through others, are one group."""

from __future__ import annotations

from policygraph.benchmarks.quality.kinship import SHORTEST, kin

LONG = "各地要把示范工厂建设作为今年的重点"
OTHER = "各有关单位要按照职责分工抓好落实"


def test_who_shares_a_sentence_is_kin_through_others_too() -> None:
    found = kin({"c": [OTHER], "b": [LONG, OTHER], "a": [LONG], "d": ["这份文件里的句子别处都没有出现过"]})
    assert found == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_spaces_do_not_hide_a_shared_sentence() -> None:
    assert kin({"a": [LONG], "b": [" ".join(LONG)]}) == {"a": "a", "b": "a"}


def test_a_short_sentence_says_nothing() -> None:
    short = LONG[: SHORTEST - 1]
    assert kin({"a": [short], "b": [short]}) == {"a": "a", "b": "b"}
    assert kin({"a": [LONG[:SHORTEST]], "b": [LONG[:SHORTEST]]}) == {"a": "a", "b": "a"}
