"""The items of a list in another order, numbered anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .content import Content, Line, content
from .document import Document, Pair
from .formats import WRITERS

_HAN = "一二三四五六七八九十"
# The labels of items that are one paragraph each: 1. （1） （一） ① 一是 - ——.
_LABELS = tuple(
    re.compile(form)
    for form in (
        r"\s*\d{1,2}[.．、](?!\d)\s*", r"\s*[（(]\d{1,2}[）)]\s*", rf"\s*[（(][{_HAN}]{{1,3}}[）)]\s*",
        rf"\s*[{_HAN}]{{1,3}}、\s*", r"\s*[①-⑳]\s*", rf"\s*[{_HAN}]{{1,2}}是(?=[^\s否])", r"\s*[-*•]\s+", r"\s*——\s*",
    )
)  # fmt: skip
_SENTENCE = re.compile(r"[。；]")


@dataclass(frozen=True, slots=True)
class _Item:
    place: int
    form: int
    label: str
    text: str


def reordered(document: Document) -> Pair | None:
    """The file with the items of each list turned round; None where it holds no list.

    A list is two or more paragraphs in a row with labels of one form and a sentence each. A label keeps its place,
    what follows it moves.
    """
    text = content(document)
    lines = list(text.lines)
    for items in _lists(lines):
        for item, other in zip(items, reversed(items), strict=True):
            old = lines[item.place]
            lines[item.place] = Line(item.label + other.text, old.kind, old.level)
    if lines == list(text.lines):
        return None
    write = WRITERS[document.suffix]
    return Pair(document.with_data(write(text)), document.with_data(write(Content(text.headers, tuple(lines)))))


def _lists(lines: Sequence[Line]) -> Iterator[list[_Item]]:
    """The lists of a text; blank lines may stand between their items."""
    items: list[_Item] = []
    for place, line in enumerate(lines):
        if line.kind == "blank":
            continue
        item = _item(place, line)
        if items and (item is None or item.form != items[-1].form):
            if len(items) > 1:
                yield items
            items = []
        if item is not None:
            items.append(item)
    if len(items) > 1:
        yield items


def _item(place: int, line: Line) -> _Item | None:
    if line.kind != "text" or not _SENTENCE.search(line.text):
        return None
    for form, label in enumerate(_LABELS):
        if match := label.match(line.text):
            return _Item(place, form, match.group(), line.text[match.end() :])
    return None
