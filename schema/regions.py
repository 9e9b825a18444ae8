"""Regions: every written form with its full name, level and the region it lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .vocabulary import vocabulary

LEVELS = ("country", "province", "city", "district", "zone", "area")


@dataclass(frozen=True, slots=True)
class Region:
    """One region.

    name: in full. level: one of LEVELS. parent: full name of the region it lies in, for a foreign city its country;
    None for provinces, for areas across provinces and where several regions share the name. forms: other spellings.
    letter: 苏 of 江苏省.
    """

    name: str
    level: str
    parent: str | None = None
    forms: tuple[str, ...] = ()
    letter: str | None = None


@cache
def regions() -> dict[str, Region]:
    """Every region by its full name."""
    forms = vocabulary("region_forms")
    found: dict[str, Region] = {}

    def add(region: Region) -> None:
        found.setdefault(region.name, region)

    country = forms["country"]
    add(Region(country["name"], "country", None, tuple(country["forms"])))
    for province in vocabulary("regions"):
        name = province["name"]
        add(Region(name, "province", None, tuple(province["short"]), province["letter"]))
        for city in province.get("cities", ()):
            add(Region(city, "city", name, _bare(city)))
        for place in (*province.get("districts", ()), *province.get("direct", ())):
            add(Region(place, "district", name))
    shared = Counter(c for counties in vocabulary("counties").values() for c in counties)
    for city, counties in vocabulary("counties").items():
        for county in (c for c in counties if c not in forms["not_read"]):
            add(Region(county, "district", city if shared[county] == 1 else None))
    for name, parent, *others in forms["zones"]:
        found[name] = Region(name, "zone", parent, tuple(others))
    for name, others in forms["areas"].items():
        add(Region(name, "area", None, tuple(others)))
    for name in forms["foreign"]:
        add(Region(name, "country", None, tuple(forms["foreign_forms"].get(name, ()))))
        for city in forms["foreign_cities"].get(name, ()):
            add(Region(city, "area", name))
    return found


def _bare(city: str) -> tuple[str, ...]:
    forms = vocabulary("region_forms")
    if city in forms["full_only"]:
        return ()
    return (forms["bare"].get(city) or city.removesuffix("市").removesuffix("地区").removesuffix("盟"),)


@cache
def guards() -> dict[str, tuple[str, str]]:
    """Bare form → (characters it may not follow, characters that may not follow it)."""
    return {form: (after, before) for form, after, before in vocabulary("region_forms")["guards"]}


def province_of(name: str | None) -> str | None:
    """The province a region lies in: itself for a province, None for the country, areas and unknown names."""
    region = regions().get(name or "")
    while region is not None and region.level != "province":
        region = regions().get(region.parent or "")
    return region.name if region else None


@cache
def written() -> dict[str, str]:
    """Written form → full name."""
    found: dict[str, str] = {}
    for region in regions().values():
        for form in (region.name, *region.forms):
            found.setdefault(form, region.name)
    return found


def districts(region: str) -> Mapping[str, str]:
    """Bare form → full name of the districts and counties in a province or city: read right after it (天津西青)."""
    return _districts().get(region, {})


@cache
def _districts() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    cities = {form for region in regions().values() if region.level == "city" for form in region.forms}
    for district in regions().values():
        if district.level == "district" and len(district.name) > 2 and district.name[:-1] not in cities:
            for holder in (district.parent, province_of(district.name)):
                if holder is not None:
                    found.setdefault(holder, {})[district.name[:-1]] = district.name
    return found


def full_path(name: str) -> str:
    """The region with its province before it (江苏省无锡市); a province, an area or a zone stands as it is."""
    province = province_of(name)
    region = regions().get(name)
    inner = region is not None and region.level in ("city", "district")
    return province + name if inner and province else name
