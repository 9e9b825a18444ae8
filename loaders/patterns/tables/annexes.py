"""Lists of names without a table's frame: the lines below a title that ends with 名单, under their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ....schema.facts import Entity, Relation
from ...context.context import ScopedArticle, ScopedSentence
from ...structure.head_cells import head_kind
from ...structure.labels import label_of
from ..clause_roles import relation
from ..responsibility import bodies
from ..timing import TIMELESS
from .designated import entity_of
from .listing import Listing, is_list, listing
from .places import region_at, region_in, region_of_line

_RUNS = ("owner", "applicant", "lead")
_NUMBER = re.compile(r"\s*\d{1,4}\s*[.．、]\s*(?!\d)")
_FEWEST = 2
_LONGEST_LINE = 400
_TITLES = ("heading", "title", "caption")
_ENCLOSURES = re.compile(r"^\s*附\s*件\s*\d*\s*[：:]\s*\S")
_LEADS_IN = re.compile(r"[，,]?(?:具体)?名单(?:予以)?(?:公布|通报|公示|公告)?如下\s*[：:]\s*$")
# 经审核，现批准建设…: what is said of the class of the listed ones before it is named.
_SAID = re.compile(
    r"^(?:现|决定|同意|经.{2,12}?|将|予以|拟|对)*(?:批准|认定|公布|确定|命名|授予|评选|遴选|表彰|同意|支持|设立|建设|组建|新增|以下|下列)*(?:企业|单位)?(?:为)?"
)
_RUN = re.compile(r"[（(]\s*(?P<label>[\u4e00-\u9fff]{2,8})\s*[：:]\s*(?P<who>[^（()）]{3,60})[)）]\s*$")
_PART = re.compile(r"(?:[^、，,；;（()）]|[（(][^（()）]*+[)）])+")
_REMARK = re.compile(r"(?:(?<!\s)\s++)?[（(][^（()）]*(?:单位|共|试点|复核|更名|原)[^（()）]*[)）]\s*$")
_COLUMNS = re.compile(r"\s{2,}|[\u3000\t]+|\s*[—－-]{2,}\s*")
_PLACE_FIRST = re.compile(r"[^（()）：:]{2,20}?(?P<mark>\s*[：:]\s*)")


@dataclass(frozen=True, slots=True)
class _Item:
    """One listed name at start..end of a sentence, where it lies, and the stretch that says who runs it."""

    sentence: ScopedSentence
    start: int
    end: int
    thing: Entity
    region: str | None
    run: tuple[str, int, int] | None


@dataclass(slots=True)
class _Open:
    """A list under way: its title's words, its items so far, the place of the group that is open."""

    found: Listing
    items: list[_Item] = field(default_factory=list)
    lines: int = 0
    region: str | None = None


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every relation that lists of names outside tables state."""
    opened: _Open | None = None
    for sentence in article.sentences:
        kind, text = sentence.read.sentence.kind, sentence.read.text.strip()
        found = _title(article, sentence) if kind in _TITLES else _lead_in(article, text)
        if found is not None:
            yield from _made(article, opened)
            opened = _Open(found)
        elif opened is not None and (kind == "row" or not _goes_on(opened, sentence, text)):
            yield from _made(article, opened)
            opened = None
    yield from _made(article, opened)


def _title(article: ScopedArticle, sentence: ScopedSentence) -> Listing | None:
    text = sentence.read.text.strip()
    if len(text) > 60 or _ENCLOSURES.match(text) or sentence.read.sentence.kind == "title":
        return None
    return listing(article, [text]) if is_list(text) else None


def _lead_in(article: ScopedArticle, text: str) -> Listing | None:
    """现批准建设第三批企业国家重点实验室，名单如下：: the list follows in the text itself."""
    match = _LEADS_IN.search(text) if text.endswith(("：", ":")) else None
    if match is None:
        return None
    said = re.split(r"[，,。；;]", text[: match.start()])[-1]
    return listing(article, [f"{_SAID.sub('', said)}名单"])


def _goes_on(opened: _Open, sentence: ScopedSentence, text: str) -> bool:
    """Takes a line into the list; False where the list is over."""
    if len(text) > _LONGEST_LINE or (text.endswith("。") and "，" in text and not opened.found.praised):
        return False
    region = region_of_line(sentence)
    places = opened.found.kind is not None and opened.found.kind.type == "Region"
    if region is not None and not places:
        opened.region = region
        return True
    items = list(_items(opened, sentence))
    opened.lines += 1
    opened.items += items
    return bool(items) or not opened.items or opened.lines <= 2 * len(opened.items)


def _items(opened: _Open, sentence: ScopedSentence) -> Iterator[_Item]:
    """The names of a line, each with its place and the region that it stands under."""
    text = sentence.read.text
    label, number = label_of(text), _NUMBER.match(text)
    start = number.end() if number else label.end if label is not None else len(text) - len(text.lstrip())
    stop = len(text.rstrip(" 　。；;，,"))
    region = opened.region
    if opened.found.praised:
        yield from _praised(sentence, start, stop)
        return
    led = _PLACE_FIRST.match(text, start, stop)
    if led is not None:
        here = region_in(sentence, start, led.start("mark"))
        if here is None:
            return
        region, start = here, led.end()
    head = opened.found.kind.name if opened.found.kind is not None else ""
    parts = [(m.start(), m.end()) for m in _PART.finditer(text, start, stop)]
    for a, b in parts:
        a, b, region_here = _columns(sentence, a, b)
        run = _RUN.search(text, a, b)
        remark = run or _REMARK.search(text, a, b)
        b = remark.start() if remark else b
        thing = entity_of(sentence, a, b, text[a:b], _kind_words(head)) or _of_kind(opened, sentence, a, b)
        if thing is not None:
            role = head_kind(run["label"]) if run is not None else None
            runs = ("leads" if role == "owner" else "participates", *run.span("who")) if run and role in _RUNS else None
            yield _Item(sentence, a, b, thing, region_at(sentence, a, b) or region_here or region, runs)


def _praised(sentence: ScopedSentence, start: int, end: int) -> Iterator[_Item]:
    """The place or zone that a line begins with, whose practice it tells."""
    names = [n for n in sentence.read.names if n.start == start and n.end < end and n.type in ("Region", "Center")]
    zone = next((n for n in names if n.type == "Center"), None)
    place = region_at(sentence, start, end)
    if zone is not None:
        yield _Item(sentence, start, end, Entity(zone.canonical, "Center"), place, None)
    elif place is not None:
        yield _Item(sentence, start, end, Entity(place, "Region"), None, None)


def _of_kind(opened: _Open, sentence: ScopedSentence, start: int, end: int) -> Entity | None:
    """A listed name whose own ending says nothing, as one of the class that the list is of."""
    text = sentence.read.text[start:end].strip()
    kind = opened.found.kind
    if kind is None or kind.type == "Region" or not 4 <= len(text) <= 40 or re.search(r"[。；：，,]|^附件|^\d+$", text):
        return None
    return Entity(text, kind.type) if region_in(sentence, start, end) is None else None


def _columns(sentence: ScopedSentence, start: int, end: int) -> tuple[int, int, str | None]:
    """The name among columns that spaces part (北京市　某某公司), and the place beside it."""
    text = sentence.read.text
    cells: list[tuple[int, int]] = []
    last = start
    for gap in [*_COLUMNS.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if text[last:stop].strip():
            cells.append((last, stop))
        last = gap.end() if gap else end
    places = {cell: region for cell in cells if (region := region_in(sentence, *cell)) is not None}
    names = [cell for cell in cells if cell not in places]
    if not names or not places:
        return start, end, None
    a, b = max(names, key=lambda cell: cell[1] - cell[0])
    return a, b, next(iter(places.values()))


def _kind_words(head: str) -> str:
    """The last word of a class, which tells what its members are."""
    return head[-4:]


def _made(article: ScopedArticle, opened: _Open | None) -> Iterator[Relation]:
    if opened is None or len(opened.items) < _FEWEST or 2 * len(opened.items) < opened.lines:
        return
    for item in opened.items:
        sentence, thing = item.sentence, item.thing
        clause, place = sentence.clause_at(item.start), (item.start, item.end)
        for agent in opened.found.agents:
            if agent != thing:
                yield relation(
                    article, sentence, clause, agent, "recognises", thing, place, "recognises.annex", opened.found.when
                )
        if item.region is not None and item.region != thing.name:
            located = Entity(item.region, "Region")
            yield relation(article, sentence, clause, thing, "located_in", located, place, "located_in.annex", TIMELESS)
        if item.run is not None:
            predicate, start, end = item.run
            for body in bodies(sentence, start, end):
                near = (item.start, end)
                extractor = "leads.annex" if predicate == "leads" else "participates.annex"
                yield relation(
                    article, sentence, clause, body, predicate, thing, near, extractor, opened.found.when
                )
