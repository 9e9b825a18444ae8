"""Metrics: the indicator, whether its level or its change is meant, its scope, unit and region."""

from __future__ import annotations

import re

from .form import Context, Form, Note, note
from .places import leading
from .rules import table
from .short_forms import expanded, known
from .spelling import folded
from .titles import _administrative, _placed

_GROWTH = re.compile(
    "(?:同比|年均|平均|累计)?(?P<kind>名义|实际|环比)?(?:同比)?(?P<way>增长率|增长速度|增长幅度|增长|增速|增幅|涨幅|上涨|下降率|下降幅度|下降|降幅|降低率|降低|降低幅度|提高幅度|增加值率|增量)$"
)
_FALLS = ("降", "下降")
_UNIT = re.compile(
    "(?:万|亿)?(?:元|人|人次|吨|千瓦|千瓦时|公里|"
    "件|套|户|亩|公顷|平方米|立方米|家|个|项|%|％|张|辆|台|万|亿|岁|年|百分点)"
)
_BRACKETS = re.compile(r"[（(]([^（）()]{1,12})[）)]\s*$")
_BATCH = re.compile("^(?:第[0-9]+|新一|部分|前[0-9]+|新增|新认定|新建|累计|其中)(?:批次?)?的?")
_SHARE = re.compile("^(.{2,30}?)占(?:国内生产总值|gdp)(?:的)?(?:比重|比例|比)$")
_VALUE_ADDED = re.compile("增加值$")


_DONE = re.compile("^累计(?:建成|完成|开通|实现)(?=.{3})|(?<=.{3})累计(?:建成|完成|开通)(?=(?:数量?|总数)?$)")
_HOW_MANY = re.compile("(?<=.{3})(?:人数|(?<![指倍次天系基岁位度分级人参])数)$")


def _without_doing(text: str) -> str:
    """累计建成5G基站 and 5G基站累计建成数 are one: what has been done is what there is."""
    done = _DONE.sub("", text)
    return _HOW_MANY.sub("", done)


def read_metric(name: str, context: Context) -> Form:
    """A metric. Level and growth are two, 全国 and 全社会 are what is meant where nothing is said."""
    parts, notes = dict[str, str](), list[Note]()
    if (match := _BRACKETS.search(name)) and _UNIT.fullmatch(folded(match[1])):
        parts["measured_in"] = folded(match[1])
        name = name[: match.start()]
    text = folded(name)
    place, rest = leading(text)
    if place and len(rest) > 2 and (place.name in _administrative() or place.name == "中国"):
        parts["region"] = place.path
        text = rest.removeprefix("的")
    text = _without_doing(text)
    if not known(text, "Metric") and (match := _BATCH.match(text)) and len(text) - match.end() >= 3:
        parts["batch"] = match[0]
        text = text[match.end() :]
    if (match := _GROWTH.search(text)) and match.start() >= 2 and not text.endswith(("增加值增量",)):
        text = text[: match.start()]
        way = "fall" if match["way"].startswith(_FALLS) else "growth"
        notes.append(note("adds_nothing", words=match[0]))
        parts["growth"] = f"{match['kind'] or ''}{ {'fall': '下降', 'growth': '增长'}[way]}"
    if not text.startswith(tuple(table("scope_kept"))):
        for words in table("default_scope"):
            if text.startswith(words) and len(text) > len(words) + 2:
                text = text.removeprefix(words)
                notes.append(note("default_scope", words=words))
    if (match := _SHARE.match(text)) and _VALUE_ADDED.search(match[1]):
        text = match[1] + "比重"
        notes.append(note("default_scope", words="占国内生产总值"))
    text, more = expanded(text, "Metric")
    notes += more
    for words in table("adds_nothing")["Metric"]:
        if words in text and len(text) > len(words) + 3:
            text = text.replace(words, "")
            notes.append(note("adds_nothing", words=words))
    if "region" not in parts and (placed := _placed(context)):
        parts["region_in_force"] = placed
    return Form(text, parts, tuple(notes))
