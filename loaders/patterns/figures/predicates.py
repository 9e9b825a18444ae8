"""Verbs inside a noun phrase beside a number: who does what (schema/vocabularies/predicates.yaml)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ....schema.vocabulary import alternation, vocabulary
from .phrase import Left, Phrase
from .words import listed, one_of, words

_TWO = r"[\u4e00-\u9fff]{2}"
_INTENT = "拟(?![中任定声合人态建])"
"""拟 before a verb; 拟中选药品 and 拟任 are names."""
_NOT = ("未", "不", "无", "没有", "非")
"""Before a verb they make it tell which (未成立业主委员会的小区): nobody does it."""
_RATIOS = ("比例", "比率")
"""Ends of the names of shares, which hold what somebody does."""
_CARRIED = ("发送", "运送")
"""铁路共发送旅客: the act belongs to the name."""
_WELL = re.compile("^好(?![评转莱])(?=.{2})")
"""落实好起征点: the complement of the verb before it."""
_CAPACITY = re.compile("单次|每次|(?<![许认])可以?$")
"""单次可搭载人员: what a thing can do is one measure."""


@cache
def predicate() -> re.Pattern[str]:
    """A verb of the vocabulary, any verb with 了, or one behind an adverb of time or intent: the phrase ends there. Not
    where the verb makes the first part of a noun (发生率)."""
    data = vocabulary("predicates")
    always = "|".join(data["noun_second_always"])
    second = rf"(?:{'|'.join(data['noun_second'])})(?!{_TWO})|{always}|的"
    listed_verb = rf"(?!(?<=新)增){alternation(data['predicates'])}"  # 新增|进入
    timed = rf"(?:{alternation(data['timing'])})(?:{one_of('flow').pattern}|{_TWO}(?={_TWO}))"
    ahead = rf"将(?:在[^，,]{{2,12}}?)?(?:{one_of('flow').pattern})"
    acts = alternation([w for w in words("flow") if len(w) > 1 and w not in _CARRIED])
    together = rf"(?<![公中])共(?:{acts})"  # 乡镇共确定安置点
    intended = rf"{_INTENT}{_TWO}(?=[“《\u4e00-\u9fff])"
    one = "".join(data["of_one_character"])
    done = rf"(?:[{one}]|[\u4e00-\u9fff][^\W除为])了(?!{'|'.join(data['not_particle'])})"
    return re.compile(rf"(?:{listed_verb}|{timed}|{ahead}|{together}|{intended})(?!{second})|{done}|(?<=[）)])有")


@cache
def _ways() -> str:
    """The words of how something is done, as alternatives; not where they end another word (偿还, 公共)."""
    halves = vocabulary("figure_verbs")["second_halves"]
    return "|".join(f"(?<![{halves[w]}]){w}" if w in halves else w for w in words("manner"))


@cache
def manner() -> re.Pattern[str]:
    """How something is done, at the end of a stretch (10个领域大力)."""
    return re.compile(f"(?:{_ways()}){{1,6}}+$")


def object_of(left: Left, text: str) -> Left:
    """The object alone where who does what to it stands left of the number (山脚的村迎来游客12万人次), and what does it
    where no object follows (水电站提供). A quantity of an object is its owner's: 高新区实现收入 is 高新区收入."""
    noun = left.noun
    said = [
        m
        for m in predicate().finditer(noun.text)
        if "的" not in noun.text[m.end() :]
        and not noun.text[: m.start()].endswith(_NOT)
        and not listed(m.group().rstrip("了"), "reach", "rise", "fall")
    ]
    if not said or _CAPACITY.search(noun.text[: said[-1].start()]):
        return left
    who, what = without_manner(noun.text[: said[-1].start()]), noun.text[said[-1].end() :].lstrip("了过着")
    what = _WELL.sub("", what)
    if what[:1] in ("和", "与", "及") and (second := one_of("flow").match(what, 1)):
        what = what[second.end() :]  # 采用和编制标准
    if left.verb is None:
        left = replace(left, verb=_bare(said[-1]), verb_start=noun.start + said[-1].start())
    if what.endswith(_RATIOS) and len(who) > 1:
        return left  # 事项进驻大厅比例
    if not what and text.startswith("的", noun.end):
        return left  # 全会提出的300项举措
    if len(what) >= 2:
        start = noun.start + noun.text.rindex(what)
        owned = who if what.endswith((*words("indicators"), "投资")) else ""
        return replace(left, noun=Phrase(noun.start if owned else start, noun.end, owned + what))
    return replace(left, noun=Phrase(noun.start, noun.start + len(who), who)) if len(who) != 1 else left


def _bare(said: re.Match[str]) -> str:
    """The verb alone, without the adverb of time before it and the particle behind it (今天起下调了)."""
    timing = alternation(vocabulary("predicates")["timing"])
    return re.sub(f"^(?:拟|将(?:在.*(?=..$))?|{timing})", "", said.group()).rstrip("了")


def without_manner(who: str) -> str:
    """A stretch without how and where at its ends (在全国各地累计)."""
    stripped = _how().sub("", who)
    return stripped[1:] if stripped.startswith("在") else stripped


@cache
def _how() -> re.Pattern[str]:
    return re.compile(f"(?:{_ways()}|{one_of('carrier_adverbs').pattern}|可|以){{1,6}}+$")
