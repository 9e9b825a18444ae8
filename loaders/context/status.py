"""Planned, achieved or forecast: what headings and clauses say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...schema.vocabulary import alternation, vocabulary

_STATEMENT = re.compile(r"取得(?!的)[^，。的]{0,8}(?:成效|成绩|成就|进展)$")
"""A heading that says what is or will be reached (…取得明显成效), unlike the name of a look back (取得的成效)."""
_TITLE = re.compile(r"《[^《》]{1,80}(?:〈[^〈〉]{1,80}〉[^《》]{0,60})?》")
_TAKEN = re.compile(r"(?<!宣布)(?<!决定)将(?=[^，。；]{2,24}?(?:从|由)[^，。；]{1,24}(?:到|至|为))(?!由|从|会|在)")
"""将…的时间从35分钟缩短到25秒: 将 stands for 把."""
STATUSES = ("planned", "achieved", "forecast")


@dataclass(frozen=True, slots=True)
class Markers:
    """The status words of schema/vocabularies/status.yaml, compiled."""

    clause: dict[str, re.Pattern[str]]
    headings: dict[str, re.Pattern[str]]
    estimated: re.Pattern[str]
    announcing: re.Pattern[str]


@cache
def markers() -> Markers:
    """The markers, read once."""
    data = vocabulary("status")
    verbs = vocabulary("figure_verbs")
    # verbs of one character begin nouns too: 将高端产品的周期降低56% has 将 for 把
    acts = alternation(w for name in ("flow", "stock", "reach", "rise", "fall") for w in verbs[name] if len(w) > 1)
    data = data | {
        "clause": data["clause"] | {"planned": [*data["clause"]["planned"], f"(?:(?<!即)将|计划)(?:{acts})"]}
    }
    return Markers(
        {name: re.compile("|".join(data["clause"][name])) for name in STATUSES},
        {name: re.compile(f"(?:{'|'.join(data['headings'][name])})$") for name in ("planned", "achieved")},
        re.compile("|".join(data["clause"]["estimated"])),
        re.compile("|".join(data["announcing"])),
    )


_TO_STRENGTHEN = re.compile(
    "(?:夯实|筑牢|打牢|巩固|奠定|强化|加强|补齐|补上|补强|消除|解决|破解)[^，。；、]{0,10}(?:基础|短板|不足|问题)$"
)
"""夯实…发展基础, 补齐短板: what is to be done, not where things stand."""


def heading_status(heading: str) -> str | None:
    """What a heading makes of the sentences below it, by the words it ends with; None: it does not say.

    转型升级成效显著 is a statement, not the name of a section: only a heading's last words count.
    """
    text = heading.strip(" 。：:；;，,")
    text = re.sub(r"[（(][^（）()]*[）)]$", "", text)
    if _STATEMENT.search(text) or _TO_STRENGTHEN.search(text):
        return None
    ends = {
        name: max((len(m.group()) for m in p.finditer(text) if m.end() == len(text)), default=0)
        for name, p in markers().headings.items()
    }
    name, length = max(ends.items(), key=lambda item: item[1])
    return name if length else None


def clause_status(clause: str) -> str | None:
    """What a clause's own words say: forecast before planned before achieved; None: they do not say.

    The words of a title in 《》 say nothing of it. 已 inside a modifier that ends in 的 (已认定国家…中心的考核) says
    nothing of the clause.
    """
    clause = _readable(clause)
    found = markers().clause
    if found["forecast"].search(clause):
        return "forecast"
    if found["planned"].search(clause):
        return "planned"
    achieved = found["achieved"].search(clause)
    if achieved and not (achieved.group().startswith("已") and "的" in clause[achieved.end() :]):
        return "achieved"
    return None


def _readable(clause: str) -> str:
    """The clause, of the same length, without what looks like a marker and is none."""
    if "《" in clause:
        clause = _TITLE.sub(lambda m: "《" + "·" * (len(m[0]) - 2) + "》", clause)
    return _TAKEN.sub("把", clause) if "将" in clause else clause


def status_words(clause: str, status: str) -> tuple[int, int]:
    """Half-open offsets of the words by which `clause_status` gave a clause this status; (0, 0) for none."""
    clause = _readable(clause)
    found = markers().clause[status].search(clause) or markers().estimated.search(clause)
    return found.span() if found else (0, 0)


def is_estimated(clause: str) -> bool:
    """True where the clause calls its figure an estimate (预计, 初步核算)."""
    return bool(markers().estimated.search(clause))
