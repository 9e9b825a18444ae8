"""Programs and centers: level, region, batch and year apart from topic and class, in whatever order they stand."""

from __future__ import annotations

import re
import unicodedata

from .bodies import central
from .form import Context, Form, Note, note
from .places import Place, leading, place_of
from .rules import table
from .short_forms import expanded, known
from .spelling import folded
from .titles import _administrative, _placed, _without_years

_LEVELS = {
    "国家级": "国家", "国家": "国家", "全国": "全国", "部级": "部", "省部级": "省部",
    "省级": "省", "自治区级": "省", "市级": "市", "区级": "区", "县级": "县", "县区级": "县",
}  # fmt: skip
_LEVEL_FIRST = re.compile(f"^(?:{'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?=.)")
_LEVEL_INSIDE = re.compile(
    "(?:国家级|省部级|自治区级|省级|市级|区级|县级|"
    "国家(?=高新技术产业|经济技术开发|自主创新示范|制造业创新|技术创新中心|产业创新|重点实验室|"
    "工程研究|工程实验室|工程技术|枢纽|创新中心|实验室|先导区|示范|级))"
)
_BATCH = re.compile(
    "^(?:第[0-9]+|新一)(?:批次?|轮)的?"
    "|^(?:部分|若干|一批|多家|其他|新增|新认定的?|拟认定的?)"
    "|第[0-9]+批$|新一轮的?(?=.{0,8}(?:普查|调查|行动|改革|攻坚))|[0-9一二三四五六七八九十]期(?=扩?[建改]?工程)"
)
_COUNT = re.compile("^(?:近|约|超过?|逾)?[0-9一二三四五六七八九十百千万]+(?:余|多)?[个家项座批](?=.{4})")
_NUMBER = re.compile("第[0-9]{1,3}[届次轮](?=.)")
_BRACKET = re.compile(r"[（(]([^（）()]{1,20})[）)]\s*$")
_LATIN = re.compile(r"[A-Za-z0-9&+.\- ]+")
_CENTERS = ("中心", "区", "基地", "实验室", "平台", "港", "院")
_MANUFACTURING = re.compile("(?<=.)制造业创新中心$")
_SUBSET = re.compile("^(?:企业|企业类|民营|学科|试点|重点|部分|潜在|培育)(?=国家|新型|全国|省)")


def read_designation(name: str, context: Context) -> Form:
    """A program or a center. 国家X创新中心 and X国家制造业创新中心 have one form."""
    parts, notes = dict[str, str](), list[Note]()
    bracket = ""
    name = unicodedata.normalize("NFKC", name)
    if match := _BRACKET.search(name):
        inner, before = match[1], name[: match.start()]
        place = place_of(inner)
        if place is not None:
            name, bracket = before, place.path
        elif _LATIN.fullmatch(inner) and len(before) > 3:
            name = before
            notes.append(note("gloss", words=inner))
    text = folded(name)
    if full := known(text, "Program") or known(text, "Center"):
        said = [note("short_form", short=name, full=full)] if full != text else []
        return Form(full, {}, (*notes, *said))
    if (whole := place_of(text)) is not None:
        said = [note("full_region", short=name, full=whole.path)] if whole.name != text else []
        return Form(whole.name, {}, (*notes, *said))
    for verb in table("carried_out"):
        if text.startswith(verb) and len(text) > len(verb) + 3:
            text = text.removeprefix(verb)
            notes.append(note("adds_nothing", words=verb))
            break
    text = _without_years(text, notes, parts, set())
    numbers = [m[0].strip("第") for m in _NUMBER.finditer(text)]
    if numbers:
        parts["edition"] = "和".join(numbers)
        text = _NUMBER.sub("", text)
    for match in _BATCH.finditer(text):
        if len(text) - len(match[0]) >= 3:
            parts["batch"] = match[0]
            text = text.replace(match[0], "", 1)
            break
    if match := _COUNT.match(text):
        text = text[match.end() :]
    if match := _SUBSET.match(text):
        parts["subset"] = match[0]
        text = text[match.end() :]
    text, place, level = _heads(text)
    if not level and (match := _LEVEL_INSIDE.search(text)) and match.start() >= 2:
        level = _LEVELS.get(match[0], match[0])
        text = text[: match.start()] + text[match.end() :]
    region = place.path if place else bracket
    zone = next((n for n in table("zone_places") if text.startswith(n) and len(text) > len(n) + 1), None)
    if zone and (around := place_of(table("zone_places")[zone])) and (not region or _same(region, around.path)):
        region = around.path
    if region:
        parts["region"] = region
    elif placed := _placed(context):
        parts["region_in_force"] = placed
    if level:
        parts["level"] = level
    text = text.replace("领域", "")
    if level and text != "制造业创新中心" and _MANUFACTURING.search(text):
        text = _MANUFACTURING.sub("创新中心", text)
        notes.append(note("class_name", short="创新中心", full="制造业创新中心"))
    group = "Center" if text.endswith(_CENTERS) else "Program"
    text, more = expanded(_of_issuer(text, context).replace("的", ""), group)
    text = text.replace("和", "").replace("示范性", "示范")
    notes += more
    if parts.get("level") == "国家" and _always_national(text, parts):
        del parts["level"]
        notes.append(note("elided_state"))
    elidable = frozenset({"region"}) if _proper(text) and not level else frozenset()
    return Form(text, parts, tuple(notes), None, elidable)


def _always_national(text: str, parts: dict[str, str]) -> bool:
    """Whether a name is of a class that only the state designates, and of one of it: the class alone keeps 国家."""
    only, named = table("national_only"), table("national_classes")
    return text.endswith(tuple(only)) or any(text.endswith(c) and (text != c or "region" in parts) for c in named)


def _of_issuer(text: str, context: Context) -> str:
    """部重点实验室 in a text of a ministry is that ministry's."""
    body = central(context.issuer) if context.issuer and text.startswith("部") else None
    return folded(body) + text[1:] if body and body.endswith("部") and len(text) > 3 else text


def _same(one: str, other: str) -> bool:
    """Whether one region is the other or lies in it."""
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)


def _heads(text: str) -> tuple[str, Place | None, str]:
    """The text without the region and level that it begins with, in either order."""
    place, level = None, ""
    for _ in range(2):
        if not level and (match := _LEVEL_FIRST.match(text)) and len(text) > len(match[0]) + 1:
            level, text = _LEVELS[match[0]], text[match.end() :]
        if place is None:
            bare = text.removeprefix("中国")
            found, rest = leading(bare)
            if found and found.name in _administrative() and len(rest) >= 3:
                place, text = found, rest
    return text, place, level


def _proper(text: str) -> bool:
    """Whether a name without its region still names one thing: it begins with the name of a zone."""
    place, _ = leading(text)
    return place is not None
