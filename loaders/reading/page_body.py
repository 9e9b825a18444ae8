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
from .webpage import Element, LineMaker, is_dropped, parse

DEEPEST_FOR_TRAFILATURA = 200
"""Nested deeper than this, trafilatura (through lxml) drops text without a word; it is not asked then."""

CONTAINER_SHARE = 0.5
"""Least share of a page's text that the publishing system's own container holds where it is the body."""

_PUNCTUATION = re.compile(r"[^\w]+")


def read_page(text: str) -> tuple[MappedText, list[Header]]:
    """The body of an HTML page and its headers."""
    page = parse(text)
    maker = LineMaker(text)
    headers = _meta(page, text)
    tables = []
    for table in page.walk():
        if table.name == "table" and (found := _header_table(table, maker)):
            headers.extend(found)
            tables.append(id(table))
    skip = frozenset(tables)
    whole = maker.lines(page, skip)
    container = _container(page, maker, len(whole), skip)
    if container is not None:
        body = maker.lines(container, skip)
        return body, headers
    return _between(whole, text, page), headers


def _meta(page: Element, text: str) -> list[Header]:
    found: list[Header] = []
    for element in page.walk():
        if element.name == "meta":
            label = element.attributes.get("name") or element.attributes.get("property") or ""
            value = element.attributes.get("content", "").strip()
            if value and (name := field_of(label)):
                found.append((name, Stated(value, "meta tag", element.start)))
        elif element.name == "title":
            title = LineMaker(text).lines(element)
            if made := header("title", title, "page title"):
                found.append(made)
    return found


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


def _between(whole: MappedText, text: str, page: Element) -> MappedText:
    """The lines from the first to the last that trafilatura takes for main text; all where it takes too little.

    trafilatura chooses, but its text is not used: it may leave lines out, and it has no places.
    """
    depth = max((sum(1 for _ in e.ancestors()) for e in page.walk() if not e.parts), default=0)
    if depth > DEEPEST_FOR_TRAFILATURA:
        return whole
    extracted = trafilatura.extract(text, favor_precision=True, include_comments=False, include_tables=True)
    if not extracted:
        return whole
    chosen = {key for line in extracted.splitlines() if (key := _PUNCTUATION.sub("", line))}
    lines = whole.lines()
    kept = [n for n, line in enumerate(lines) if _PUNCTUATION.sub("", line.text) in chosen]
    if not kept or sum(len(lines[n]) for n in kept) < CONTAINER_SHARE * len(whole):
        return whole
    first, last = kept[0], kept[-1]
    return whole.slice(*(sum(len(x) for x in lines[:first]), sum(len(x) for x in lines[: last + 1]))).strip()
