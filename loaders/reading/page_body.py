"""Which part of a web page is the document: its header tables, its body, and what stands around them."""

from __future__ import annotations

import re
from functools import cache

import trafilatura

from ...schema.documents import Stated
from ...schema.markup import element_names
from ...schema.vocabulary import vocabulary
from .headers import Header, field_of, header
from .mapped import MappedText
from .page_lines import LineMaker
from .page_tree import Element, is_dropped, parse

DEEPEST_FOR_TRAFILATURA = 200
"""Nested deeper than this, trafilatura (through lxml) drops text without a word; it is not asked then."""

CONTAINER_SHARE = 0.5
"""Least share of a page's text that the publishing system's own container holds where it is the body."""

TITLE_LINES = 10
"""A page's title stands at most so many lines above its body."""
SHORTEST_TITLE = 6

_SITES = ("网", "网站", "门户", "平台", "首页")
"""Ends of the names of sites, which head their pages too."""
_PUNCTUATION = re.compile(r"[^\w]+")


def read_page(text: str) -> tuple[MappedText, list[Header]]:
    """The body of an HTML page and its headers: of header tables, then of meta tags, then the page's title."""
    page = parse(text)
    maker = LineMaker(text)
    headers: list[Header] = []
    tables = []
    for table in page.walk():
        if table.name == "table" and (found := _header_table(table, maker)):
            headers.extend(found)
            tables.append(id(table))
    headers.extend(_meta(page, maker))
    whole = maker.lines(page, frozenset(tables))
    lines = whole.lines()
    if not lines:
        return whole, headers
    container = _container(page, maker, len(whole), frozenset(tables))
    first, last = _within(lines, container) if container is not None else _between(lines, text, page)
    titles = [stated.value for name, stated in headers if name == "title"]
    headings = [maker.lines(element).text for element in page.walk() if element.name == "h1"]
    headings = [heading for heading in headings if not heading.endswith(_SITES)]
    first = _title_line(lines, first, titles + headings)
    return MappedText.join(lines[first : last + 1]).strip(), headers


def _meta(page: Element, maker: LineMaker) -> list[Header]:
    found: list[Header] = []
    title: list[Header] = []
    for element in page.walk():
        if element.name == "meta":
            label = element.attributes.get("name") or element.attributes.get("property") or ""
            value = element.attributes.get("content", "").strip()
            if value and (name := field_of(label)):
                found.append((name, Stated(value, "meta tag", element.start)))
        elif element.name == "title" and (made := header("title", maker.lines(element), "page title")):
            title.append(made)
    return found + title


def _header_table(table: Element, maker: LineMaker) -> list[Header] | None:
    """The headers of a table whose cells are labels and values in turn; None for any other table.

    At least two labels must be known, and nothing but labels, values and empty cells may stand in it.
    """
    if any(e is not table and e.name == "table" for e in table.walk()):
        return None
    cells = [maker.lines(e) for e in table.walk() if e.name in element_names("cell")]
    if len(cells) > 60:
        return None
    found: list[Header] = []
    known, position = 0, 0
    while position < len(cells):
        label = cells[position].text
        if not label:
            position += 1
            continue
        if field_of(label) is None and not label.rstrip().endswith(("：", ":")):
            return None
        known += field_of(label) is not None
        value = cells[position + 1] if position + 1 < len(cells) else None
        if value is not None and (made := header(label, value, "header table")):
            found.append(made)
        position += 2
    return found if known >= 2 or (known and len(cells) <= 4) else None


@cache
def _containers() -> tuple[str, ...]:
    return tuple(vocabulary("markup")["containers"])


def _container(page: Element, maker: LineMaker, length: int, skip: frozenset[int]) -> Element | None:
    """The innermost element that a publishing system names as the body and that holds most of the page's text."""
    best: Element | None = None
    for element in page.walk():
        label = f"{element.attributes.get('id', '')} {element.attributes.get('class', '')}".lower().split()
        if not any(word in _containers() for word in label) or is_dropped(element):
            continue
        if len(maker.lines(element, skip)) >= CONTAINER_SHARE * length:
            best = element
    return best


def _within(lines: list[MappedText], container: Element) -> tuple[int, int]:
    """First and last line that stand in the element."""
    inside = [n for n, line in enumerate(lines) if container.start <= line.starts[0] < container.end]
    return inside[0], inside[-1]


def _between(lines: list[MappedText], text: str, page: Element) -> tuple[int, int]:
    """The first and last line that trafilatura takes for main text; the whole where it takes too little.

    trafilatura chooses, but its text is not used: it may leave lines out, and it has no places.
    """
    everything = 0, len(lines) - 1
    if max(element.depth for element in page.walk()) > DEEPEST_FOR_TRAFILATURA:
        return everything
    extracted = trafilatura.extract(text, favor_precision=True, include_comments=False, include_tables=True)
    chosen = {key for line in (extracted or "").splitlines() if (key := _bare(line))}
    kept = [n for n, line in enumerate(lines) if _bare(line.text) in chosen]
    if not kept or sum(len(lines[n]) for n in kept) < CONTAINER_SHARE * sum(map(len, lines)):
        return everything
    return kept[0], kept[-1]


def _title_line(lines: list[MappedText], first: int, titles: list[str]) -> int:
    """The line above the body that holds the page's title, `first` itself where there is none.

    Publishing systems set the title, and under it date and source, above the element that holds the body.
    """
    keys = [_bare(title) for title in titles]
    if any(_bare(line.text) in keys for line in lines[first : first + TITLE_LINES]):
        return first
    for number in range(first - 1, max(-1, first - 1 - TITLE_LINES), -1):
        key = _bare(lines[number].text)
        if len(key) >= SHORTEST_TITLE and any(key in title for title in keys):
            return number
    return first


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", text)
