"""What each paragraph of an article is: a heading, running text, a table row, a caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..reading.mapped import MappedText
from .labels import Label, label_of
from .lines import SOURCE, Line, joined
from .sentences import sentence_spans

_HEADING_LIMIT = 50
"""Longest labelled line in characters that is a heading by itself."""
_RUN_IN_LIMIT = 40
"""Longest first sentence in characters that heads its paragraph: （一）加强领导。…"""
_PLAIN_LIMIT = 40
"""Longest line in characters that is a heading without a label."""
_NEVER_HEADS = frozenset({"ordinal", "clause"})
# A first sentence with a quantity states something; it is no heading: 1.到2025年建成30个。
_QUANTITY = re.compile(r"\d+(?:\.\d+)?\s*(?:[%％万亿余多]|[个家项座条件所名人次套台]|以上)")
_TERMINAL = re.compile(r"[。！？：:；;]$")
# A bold line of Markdown: **标题**
_BOLD = re.compile(r"\*\*")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One paragraph with what it is.

    kind: "heading" (all of it), "text", "row", "caption", "lead" (text whose end introduces the list below it).
    label: the label that it begins with. head: for text with a run-in heading the offset where that heading ends,
    else 0. speaker: who speaks from here on, where the paragraph begins with a speaker's label.
    """

    text: MappedText
    kind: str
    label: Label | None = None
    head: int = 0


def blocks_of(groups: Sequence[Sequence[Line]]) -> list[Block]:
    """Blocks from paragraphs, in order."""
    texts = [joined(group).without(_BOLD) for group in groups]
    titled = [_titled(group, text.text) for group, text in zip(groups, texts, strict=True)]
    blocks: list[Block] = []
    for i, text in enumerate(texts):
        blocks.append(_block(text) if not titled[i] else Block(text, _plain_kind(i, texts, titled)))
    return blocks


def _block(text: MappedText) -> Block:
    value = text.text
    if "\t" in value:
        return Block(text, "row")
    if SOURCE.match(value):
        return Block(text, "caption")
    label = label_of(value)
    if label is None or label.kind in _NEVER_HEADS:
        return Block(text, "lead" if value.endswith(("：", ":")) else "text", label)
    rest = value[label.end :]
    if not rest:
        return Block(text, "caption", label)
    if label.kind == "markdown" or (len(rest) <= _HEADING_LIMIT and not _TERMINAL.search(rest) and "。" not in rest):
        return Block(text, "heading", label) if not rest.endswith(("，", "、")) else Block(text, "text", label)
    first = next(sentence_spans(value))[1]
    heads = value[first - 1] == "。" and first - label.end <= _RUN_IN_LIMIT and not _QUANTITY.search(value, label.end, first)
    if heads and first == len(value):
        return Block(text, "heading", label)
    if value.endswith(("：", ":")):
        return Block(text, "heading" if len(rest) <= 20 else "lead", label)
    return Block(text, "text", label, first if heads else 0)


def _titled(group: Sequence[Line], value: str) -> bool:
    """The paragraph could be a heading without a label, or a cell or caption."""
    return len(group) <= 2 and len(value) <= _PLAIN_LIMIT and all(line.titled for line in group) and label_of(value) is None


def _plain_kind(i: int, texts: Sequence[MappedText], titled: Sequence[bool]) -> str:
    """A short line without label or end is a heading where text or a labelled line follows.

    It is a caption in a run of three or more such lines (cells of a table that lost its form), at the end of the
    article, and between two items of one list (a picture's caption: a heading would end the list).
    """
    first = last = i
    while first > 0 and titled[first - 1]:
        first -= 1
    while last + 1 < len(texts) and titled[last + 1]:
        last += 1
    if last - first >= 2 or last + 1 == len(texts):
        return "caption"
    after = texts[last + 1].text
    if "\t" in after or SOURCE.match(after):
        return "caption"
    before = label_of(texts[first - 1].text) if first else None
    following = label_of(after)
    if before and following and before.kind == following.kind and following.number is not None:
        if before.number is not None and following.number == before.number + 1:
            return "caption"
    if len(after) < 12 and following is None:
        return "caption"
    return "heading"
