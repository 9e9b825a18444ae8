"""Plans and other titled documents: issuer, notice, draft, version, years and region apart from the title proper."""

from __future__ import annotations

import re
from functools import cache

from ...schema.vocabulary import alternation, vocabulary
from .bodies import central
from .form import Context, Form, Note, note
from .places import leading, place_of
from .short_forms import expanded, whole
from .spelling import folded

_STATE = "中华人民共和国"
_NOTICE = re.compile("^关于(?:印发|发布|公布|转发|下发)(?P<thing>.{4,})的(?:通知|公告|通告)$")
_DRAFT = re.compile("(?:公开)?(?:征求意见稿|送审稿|讨论稿|审议稿|代拟稿|报批稿|征求意见版|修订草案|修正草案|草案)")
_TRIAL = re.compile("(?:试行|暂行)$")
_VERSION = re.compile("(?:19|20)[0-9]{2}(?:年?修订版?|年?修正版?|年?[本版])|修订[版本]$|修正[版本]$|[0-9.]{1,4}版$")
_YEARS = re.compile("((?:19|20)[0-9]{2})-((?:19|20)?[0-9]{2})年?")
_ONE_YEAR = re.compile("((?:19|20)[0-9]{2})年度?")
_TAIL_YEARS = re.compile("(?:19|20)[0-9]{2}-(?:19|20)?[0-9]{2}年?$")
_OUTLINE = re.compile("^(?:国民经济社会发展)?(?:五年)?规划(?:2035年远景目标)?(?:纲要)?$")
_OUTLINE_NAME = "国民经济社会发展规划纲要"
_GENERIC = re.compile("^(?:[三3]年)?(?:规划|行动计划|行动方案|方案|计划|意见|通知|纲要|办法|条例)(?:纲要)?$|^五年规划$")


_GLOSS = re.compile(r"(?<=[一-龥]{3})[（(][一-龥A-Za-z]{4,10}[）)](?=[一-龥]{4})")
"""车联网（智能网联汽车）产业: another word for the one before it, inside a title."""


_OF_HERE = re.compile("^[全本我](?:国|省|市|区|县)(?=.{4})")
"""全市碳排放达峰行动方案: of the region in force."""


@cache
def _five_years() -> tuple[re.Pattern[str], dict[str, str]]:
    plans = vocabulary("five_year_plans")
    years = {name: f"{first}-{last}" for name, (first, last) in plans.items()}
    return re.compile(rf"({alternation(plans)})(?:时期|期间)?(?!个)"), years


def read_title(name: str, context: Context) -> Form:
    """A title. Its years are a part of it: 十四五 is 2021-2025."""
    notes, parts, elidable = list[Note](), dict[str, str](), set[str]()
    text, known = whole(folded(_GLOSS.sub("", _inside(name, notes, parts))), "Plan")
    notes += known
    text = _without_issuer(text, notes, parts)
    if match := _NOTICE.match(text):
        parts["carrier"] = "1"
        text = match["thing"]
    text = _taken(_DRAFT, text, parts, "draft")
    text = _taken(_VERSION, text, parts, "version")
    text = _taken(_TRIAL, text, parts, "version") if text.endswith(("试行", "暂行")) else text
    text = _without_years(text, notes, parts, elidable)
    if text.startswith(_STATE) and len(text) > len(_STATE) + 2:
        text = text.removeprefix(_STATE)
        notes.append(note("state_prefix", words=_STATE))
    if _placed(context) and (match := _OF_HERE.match(text)):
        text = text[match.end() :]
    text, region = _without_region(text)
    if region:
        parts["region"] = region
    elif text.startswith(("国家", "中国")) and len(text) > 8:
        text = text[2:]
        notes.append(note("elided_state"))
    text, more = expanded(text.removeprefix("关于").replace("的", "").replace("和", ""), "Plan")
    notes += more
    vague = None
    if _OUTLINE.match(text) and "period" in parts:
        named = "国民" in text
        text = _OUTLINE_NAME
        vague = None if named or _placed(context) or region else note("too_short", words=name)
        notes.append(note("adds_nothing", words="规划和远景目标纲要"))
        if not named and vague is None:
            notes.append(note("short_form", short=name, full=_OUTLINE_NAME))
    elif _GENERIC.match(text):
        vague = note("too_short", words=name)
    if "region" not in parts and (place := _placed(context)):
        parts["region_in_force"] = place
    if (text == "政府工作报告" or _GENERIC.match(text)) and context.date:
        parts["date"] = context.date[:4]
    return Form(text, parts, tuple(notes), vague, frozenset(elidable))


def _placed(context: Context) -> str | None:
    if context.region and (place := place_of(context.region)):
        return place.path
    if context.issuer:
        place, _ = leading(folded(context.issuer))
        return place.path if place else "中国" if central(context.issuer) else None
    return None


def _taken(pattern: re.Pattern[str], text: str, parts: dict[str, str], part: str) -> str:
    match = pattern.search(text)
    if match is None or len(match[0]) == len(text):
        return text
    parts[part] = match[0].replace("年", "").replace("版", "本").replace("公开", "")
    return text[: match.start()] + text[match.end() :]


def _without_issuer(text: str, notes: list[Note], parts: dict[str, str]) -> str:
    before, about, rest = text.partition("关于")
    if not about or not before or len(rest) < 4:
        return text
    names = [_body(name) for name in before.split("和")] if _body(before) is None else [_body(before)]
    if before.startswith("中共中央国务院"):
        names = ["中共中央", "国务院"]
    if any(name is None for name in names) and (joined := _joined(before)):
        names = list(joined)
    if any(name is None for name in names):
        return text
    parts["issuer"] = "和".join(sorted(name for name in names if name))
    notes.append(note("issuer_before", words=before))
    return about + rest


_NUMBERED = re.compile(r"^[^〔\[（(《]{2,12}[〔\[（(](?:19|20)[0-9]{2}[〕\]）)][0-9]+号(?=.)")
_QUOTED = re.compile("^(?P<who>[^《》]{2,20})《(?P<title>[^《》]{4,})》$")


def _inside(name: str, notes: list[Note], parts: dict[str, str]) -> str:
    """The title behind a document's number, or in 《》 behind who issued it."""
    if match := _NUMBERED.match(name):
        notes.append(note("issuer_before", words=match[0]))
        name = name[match.end() :]
    if (match := _QUOTED.match(name)) and (body := _body(folded(match["who"]))):
        notes.append(note("issuer_before", words=match["who"]))
        parts["issuer"] = body
        return match["title"]
    return name


def _joined(text: str) -> tuple[str, ...]:
    """Central bodies that stand one behind the other: 中共中央办公厅国务院办公厅; empty where they are not."""
    for end in range(len(text) - 1, 1, -1):
        if (first := central(text[:end])) and (rest := _joined(text[end:]) or _one(text[end:])):
            return (folded(first), *map(folded, rest))
    return ()


def _one(text: str) -> tuple[str, ...]:
    found = central(text)
    return (found,) if found else ()


def _body(name: str) -> str | None:
    if found := central(name):
        return folded(found)
    bare = re.sub("^(?:中共|中国共产党)", "", name)
    place, rest = leading(bare)
    return place.path + rest if place and rest else None


def _without_years(text: str, notes: list[Note], parts: dict[str, str], elidable: set[str]) -> str:
    pattern, years = _five_years()
    if match := pattern.search(text):
        parts["period"] = years[match[1]]
        notes.append(note("five_years", short=match[1], full=years[match[1]]))
        return text[: match.start()] + text[match.end() :]
    if match := _YEARS.search(text):
        first, last = match[1], match[2]
        parts["period"] = f"{first}-{last if len(last) == 4 else first[:2] + last}"
        if _TAIL_YEARS.search(text):
            elidable.add("period")
        return text[: match.start()] + text[match.end() :]
    match = _ONE_YEAR.search(text)
    if match and "远景" not in text and not text[match.end() :].startswith(("远", "前", "碳")):
        parts["edition"] = match[1]
        return text[: match.start()] + text[match.end() :]
    return text


def _without_region(text: str) -> tuple[str, str | None]:
    place, rest = leading(text)
    if place is None or len(rest) < 3 or rest.startswith(("关系", "合作")):
        return text, None
    if place.name == "中国" or place.name not in _administrative():
        return text, None
    return rest, place.path


@cache
def _administrative() -> frozenset[str]:
    from ...schema.regions import regions

    return frozenset(n for n, r in regions().items() if r.level in ("province", "city", "district", "zone"))
