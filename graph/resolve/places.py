"""Regions in names: which region a name is, and which region another name begins with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...schema.regions import province_of, regions, written
from ...schema.vocabulary import vocabulary
from .form import Context, Form, note
from .short_forms import known, whole
from .spelling import folded

_GENERAL = ("自治区", "自治州", "自治县", "地区", "省", "市", "区", "县", "盟", "旗", "州")


@dataclass(frozen=True, slots=True)
class Place:
    """A region. name: in full; inside: the regions that it is known to lie in, the largest first."""

    name: str
    inside: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Its name with those around it: 江苏省南京市鼓楼区."""
        return "".join((*self.inside, self.name))


@cache
def _written() -> dict[str, str]:
    """Folded form → full name; letters (苏) only count as a whole name and are not here."""
    found: dict[str, str] = {}
    for form, name in written().items():
        found.setdefault(folded(form), name)
    for name, region in regions().items():
        if region.level == "city" and name.endswith("自治州"):  # 伊犁州
            found.setdefault(folded(vocabulary("region_forms")["bare"].get(name, name) + "州"), name)
    return found


@cache
def _letters() -> dict[str, str]:
    return {region.letter: name for name, region in regions().items() if region.letter}


@cache
def _longest() -> int:
    return max(map(len, _written()))


def leading(text: str) -> tuple[Place | None, str]:
    """The region that a folded name begins with, and the rest: 江苏省常州市工信局 begins with 常州市 in 江苏省."""
    place, rest = None, text
    while rest:
        found = _first(rest, place)
        if found is None:
            break
        name, end = found
        if place is not None and not _holds(place, name):
            break
        place = Place(name, (*place.inside, place.name) if place else ())
        rest = rest[end:].removeprefix("省") if not name.endswith("省") else rest[end:]
    return (_known(place), rest) if place else (None, text)


def _first(text: str, around: Place | None) -> tuple[str, int] | None:
    for end in range(min(_longest(), len(text)), 1, -1):
        name = _written().get(text[:end])
        if name is None and around is not None and text[end - 1] in "市区县":
            name = next((n for n in _homonyms(text[:end])), None)
        if name is not None:
            return name, end
    return None


def _homonyms(name: str) -> tuple[str, ...]:
    return (name,) if name in regions() else ()


def _holds(place: Place, inner: str) -> bool:
    """Whether a region may stand right behind another: it lies in it, or nothing is known of where it lies."""
    region = regions()[inner]
    if region.level in ("country", "area") and region.parent is None:
        return False
    if region.parent is None:
        return region.level in ("district",)
    around = {place.name, *place.inside}
    return region.parent in around or province_of(inner) in around or regions()[place.name].level == "country"


def _known(place: Place) -> Place:
    """The place with the province or city that it is known to lie in, the country left out."""
    inside = [name for name in place.inside if name != "中国"]
    region, above = regions().get(place.name), list[str]()
    while region is not None and region.parent:
        above.insert(0, region.parent)
        region = regions().get(region.parent)
    merged = [*dict.fromkeys([*above, *(name for name in inside if name not in above)])]
    return Place(place.name, tuple(merged))


def place_of(name: str) -> Place | None:
    """The region that a name is as a whole; None where it is none that is known."""
    text = folded(name)
    if text in _letters():
        return Place(_letters()[text])
    place, rest = leading(text)
    return place if place and not rest else None


def read_region(name: str, context: Context) -> Form:
    """A region, or several joined by 、."""
    text = folded(name)
    if "和" in text and all(places := [place_of(part) for part in text.split("和")]):
        return Form("和".join(sorted(p.path for p in places if p)))
    if text in ("全国", "我国"):
        text = "中国"
    text, notes = whole(text, "Region") if known(text, "Region") else whole(text, "any")
    place = place_of(text)
    if place is None:
        return Form(text, {}, tuple(notes), None)
    if place.name != text and place.path != text:
        notes.append(note("full_region", short=name, full=place.name))
    elif place.path == text and place.inside:
        notes.append(note("full_region", short=place.name, full=place.path))
    region, vague = regions().get(place.name), None
    inside = "".join(place.inside)
    if region and region.level == "district" and region.parent is None and not inside:
        around = place_of(context.region) if context.region else None
        inside = around.path if around else ""
        vague = None if inside else note("which_place", words=place.name)
    elif region and region.level == "district" and (around := place_of(context.region or "")):
        elsewhere = around.name not in (*place.inside, place.name, "中国")
        if elsewhere:
            return Form(place.name, {"inside": around.path}, tuple(notes))  # another of the same name
    parts = {"inside": inside} if region and region.level == "district" and inside else {}
    return Form(place.name, parts, tuple(notes), vague)
