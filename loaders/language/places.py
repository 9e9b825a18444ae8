"""Regions that stand side by side: 江苏无锡, 天津西青, 江苏省常州市科技局."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ...schema.regions import districts, province_of, regions
from ...schema.vocabulary import vocabulary
from .reading import Name

NOT_A_DISTRICT = "江河湖路山岛港大中"
"""黄浦江, 南开大学: what may not follow a bare district."""


def bare_district(text: str, region: str, end: int) -> tuple[str, int] | None:
    """(full name, end) of a district without its last character right after its region."""
    known = districts(region)
    for length in (3, 2):
        form = text[end : end + length]
        if form in known and text[end + length : end + length + 1] not in tuple(NOT_A_DISTRICT):
            tail = known[form][-1]
            return known[form], end + length + (text[end + length : end + length + 1] == tail)
    return None


def join_neighbors(found: list[Name]) -> list[Name]:
    """For each region, or body of a region, right after the province it lies in: one name that holds both.

    A body or city right after another country is that country's (俄罗斯国防部, 德国柏林).
    """
    joined = []
    foreign = {n.end: n for n in found if n.type == "Region" and n.canonical in vocabulary("region_forms")["foreign"]}
    provinces = {n.end: n for n in found if n.type == "Region" and _level(n.canonical) == "province"}
    for name in found:
        country = foreign.get(name.start)
        if country and (name.type == "Agency" or _lies_in(name.canonical, country.canonical)):
            text = country.text + name.text
            joined.append(replace(name, start=country.start, text=text, canonical=text))
        province = provinces.get(name.start)
        if province is None:
            continue
        if name.type == "Region" and province_of(name.canonical) == province.canonical != name.canonical:
            whole = province.canonical + name.canonical
            joined.append(replace(name, start=province.start, text=province.text + name.text, canonical=whole))
        elif name.type == "Agency":
            joined.append(replace(name, start=province.start, text=province.text + name.text))
    return joined


def _lies_in(region: str, country: str) -> bool:
    known = regions().get(region)
    return known is not None and known.parent == country


def _level(region: str) -> str | None:
    known = regions().get(region)
    return known.level if known else None


def bare_districts(text: str, read: list[Name], municipality: str | None) -> list[Name]:
    """松江, 闵行: districts of a municipality without 区, in its own texts, outside the names that were read."""
    if municipality is None or not municipality.endswith("市"):
        return []
    known = districts(municipality)
    return [
        Name(match.start(), match.end(), match[0], known[match[0]], "Region", "gazetteer")
        for match in _bare_districts(municipality).finditer(text)
        if not any(n.start < match.end() and match.start() < n.end for n in read)
    ]


@cache
def _bare_districts(municipality: str) -> re.Pattern[str]:
    everyday = vocabulary("region_forms")["everyday_districts"]
    forms = [form for form in districts(municipality) if form not in everyday]
    return re.compile(rf"(?:{'|'.join(forms)})(?![区{NOT_A_DISTRICT}])")


def listed_counties(text: str, read: list[Name], province: str | None) -> list[Name]:
    """Counties without 县 and 市 in a list with regions of their province (绍兴、衢州、兰溪、温岭)."""
    found: list[Name] = []
    if province is None:
        return found
    known = districts(province)
    for name in read:
        end = name.end if name.type == "Region" and province_of(name.canonical) == province else 0
        while end and text[end : end + 1] == "、":
            form = next((text[end + 1 : end + 1 + n] for n in (3, 2) if text[end + 1 : end + 1 + n] in known), None)
            if form is None or any(n.start == end + 1 for n in read):
                break
            found.append(Name(end + 1, end + 1 + len(form), form, known[form], "Region", "gazetteer"))
            end += 1 + len(form)
    return found


@cache
def _letters() -> re.Pattern[str]:
    """在京, 驻沪; 京沪, 苏浙皖: a letter of a province after 在 and the like, or beside another."""
    own = "".join(vocabulary("region_forms")["letters"])
    return re.compile(rf"(?<=[在赴驻来抵])[京沪]+(?![剧腔])|(?<![东南北燕])[{own}]{{2,}}(?![剧菜])")


@cache
def _beside() -> re.Pattern[str]:
    own = "".join(vocabulary("region_forms")["letters"])
    return re.compile(rf"[{own}][{own}]")


def letters(text: str, read: list[Name]) -> list[Name]:
    """Provinces written with their letter, one name a letter, outside the names that were read."""
    if "京" not in text and "沪" not in text and not _beside().search(text):
        return []  # most sentences
    return [
        Name(place, place + 1, text[place], _by_letter()[text[place]], "Region", "gazetteer")
        for match in _letters().finditer(text)
        for place in range(*match.span())
        if not any(n.start <= place < n.end for n in read)
    ]


@cache
def _by_letter() -> dict[str, str]:
    return {region.letter: region.name for region in regions().values() if region.letter}
