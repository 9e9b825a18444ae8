"""What each paragraph of an article is: a heading, running text, a table row, a caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ..reading.mapped import MappedText
from .contents import is_entry
from .labels import Label, label_of
from .lines import SOURCE, TITLE_LIMIT, Line, joined_lines
from .sentences import sentence_spans

_HEADING_LIMIT = 50
"""Longest labeled line in characters that is a heading by itself."""
_RUN_IN_LIMIT = 40
"""Longest first sentence in characters that heads its paragraph: （一）加强领导。…"""
_PLAIN_LIMIT = 40
"""Longest line in characters that is a heading without a label."""
_NEVER_HEADS = frozenset({"ordinal", "clause"})
# A first sentence with a quantity states something; it is no heading: 1.到2025年建成30个。
_QUANTITY = re.compile(r"\d{1,20}(?:\.\d{1,20})?\s{0,8}(?:[%％万亿余多]|[个家项座条件所名人次套台]|以上)")
# A cell that holds no word: 12, 75000, 227%, <0.01, 个.
_BARE = re.compile(r"[^\u4e00-\u9fff。！？；：]{1,24}|[\u4e00-\u9fff]")
# 附件, 附表2: what follows is another text, which stands under no heading of the one before.
_ANNEX = re.compile(r"附\s*[件表录图]\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?")
# What follows the end of a sentence in brackets: 简化登记程序。（市场监管总局负责）
_REMARK = re.compile(r"(?<=。)[（(][^（()）]*[）)]$")
_TERMINAL = re.compile(r"[。！？：:；;]$")
# A line that is a link: an address, or Markdown's [label](target).
_LINK = re.compile(r"<?https?://\S+>?$|.*\]\((?:https?:)?//|查看原文$|(?:原文|链接|网址)\s*[：:]\s*http")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One paragraph with what it is.

    kind: "heading" (all of it), "annex" (a heading that closes all others), "text", "row", "caption", "lead" (text
    whose end introduces the list below it).
    label: the label that it begins with. head: where the words of the heading end that it is or begins with, 0 for
    text without one and for a heading that is the whole line. flat: of a row, see `Sentence`.
    """

    text: MappedText
    kind: str
    label: Label | None = None
    head: int = 0
    flat: bool = False


def blocks_of(groups: Sequence[Sequence[Line]]) -> list[Block]:
    """Blocks from paragraphs, in order."""
    texts = [joined_lines(group) for group in groups]
    bare = ["\t" not in text.text and bool(_BARE.fullmatch(text.text)) for text in texts]
    titled = [b or _titled(group, text.text) for b, group, text in zip(bare, groups, texts, strict=True)]
    runs = _runs(titled)
    blocks: list[Block] = []
    for i, text in enumerate(texts):
        if _ANNEX.fullmatch(text.text):
            blocks.append(Block(text, "annex"))
            continue
        blocks.append(_block(text) if not titled[i] else Block(text, _plain_kind(i, runs[i], texts, bare)))
    return blocks


def _block(text: MappedText) -> Block:
    value = text.text
    if "\t" in value:
        return Block(text, "row")
    if SOURCE.match(value) or _LINK.match(value) or is_entry(value):
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
    stop = len(_REMARK.sub("", value[:first]))
    short = value[stop - 1] == "。" and stop - label.end <= _RUN_IN_LIMIT
    heads = short and not _QUANTITY.search(value, label.end, stop)
    if heads and first == len(value):
        return Block(text, "heading", label, stop)
    if value.endswith(("：", ":")):
        return Block(text, "heading" if len(rest) <= 20 else "lead", label)
    return Block(text, "text", label, stop if heads else 0)


def _titled(group: Sequence[Line], value: str) -> bool:
    """The paragraph could be a heading without a label, or a cell or caption."""
    return (
        len(group) <= 2
        and len(value) <= TITLE_LIMIT
        and all(line.titled for line in group)
        and label_of(value) is None
        and not SOURCE.match(value)
        and not _LINK.match(value)
    )


def _runs(titled: Sequence[bool]) -> list[range]:
    """For each paragraph the numbers of those around it that are, like it, titled or not."""
    runs: list[range] = []
    for _, group in groupby(titled):
        run = range(len(runs), len(runs) + len(list(group)))
        runs.extend([run] * len(run))
    return runs


def _plain_kind(i: int, run: range, texts: Sequence[MappedText], bare: Sequence[bool]) -> str:
    """A short line without label or end is a heading where text or a labeled line follows.

    It is a caption in a run of three or more such lines or beside a bare number (cells of a table that lost its
    form), at the end of the article, and between two items of one list (a picture's caption: a heading would end
    the list).
    """
    first, last = run[0], run[-1]
    if last - first >= 2 or last + 1 == len(texts) or any(bare[first : last + 1]):
        return "caption"
    after = texts[last + 1].text
    if "\t" in after or SOURCE.match(after) or _LINK.match(after):
        return "caption"
    following = label_of(after)
    if following is None and len(after) < 12:
        return "caption"
    if first and following and _next_in_list(label_of(texts[first - 1].text), following):
        return "caption"
    return "heading" if len(texts[i]) <= _PLAIN_LIMIT else "text"


def _next_in_list(before: Label | None, after: Label) -> bool:
    """Two labels of one list that follow each other: 二是, 三是."""
    if before is None or before.kind != after.kind or before.number is None:
        return False
    return after.number == before.number + 1
