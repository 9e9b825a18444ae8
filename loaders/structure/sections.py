"""Puts every sentence of an article under the headings and list labels that it stands under."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .article import Heading, Sentence
from .blocks import Block
from .labels import RANK, Label, without_marks
from .sentences import split_sentences
from .speakers import speakers

_LIST_RANK = RANK["digit"]
# What stands at a heading's end without being part of it.
_TAIL = re.compile(r"[。：:]+$")


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that is still open. label None: a plain line. lead: of a lead-in the rank of its list, else None."""

    heading: Heading
    label: Label | None
    lead: int | None = None


class _Path:
    """The headings that are open, outermost first."""

    def __init__(self) -> None:
        self.open: list[_Open] = []

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(item.heading for item in self.open)

    def push(self, block: Block, start: int, end: int, label: Label | None, lead: int | None = None) -> None:
        text = block.text.slice(start, end).strip()
        text = text.slice(0, len(_TAIL.sub("", text.text)))
        self.open.append(_Open(Heading(text, len(self.open) + 1, label.text if label else ""), label, lead))

    def close_for(self, label: Label) -> None:
        """Closes what a heading with this label ends: its like, and what stands further in."""
        for i, item in enumerate(self.open):
            if item.label is None:
                if label.kind == "markdown" or (item.lead is not None and label.rank < item.lead):
                    del self.open[i:]
                    return
            elif _ends(item.label, label):
                del self.open[i:]
                return

    def close_plain(self, following: Mapping[str, int]) -> None:
        """Closes what a heading without label ends: the headings whose list does not go on after it, and its like.

        following: for each kind of label the number of the next one after the heading.
        """
        for i, item in enumerate(self.open):
            label = item.label
            if label is None or (label.kind != "markdown" and following.get(label.kind, 0) <= (label.number or 0)):
                del self.open[i:]
                return

    def close_dash(self) -> None:
        """Closes a heading of the form ——…, with what stands in it."""
        for i, item in enumerate(self.open):
            if item.label is not None and item.label.kind == "dash":
                del self.open[i:]
                return

    def close_lead(self) -> None:
        """Closes a lead-in, with what stands in it, when its list is over."""
        for i, item in enumerate(self.open):
            if item.lead is not None:
                del self.open[i:]
                return


def _ends(old: Label, new: Label) -> bool:
    if old.kind == "markdown" and new.kind == "markdown":
        return (new.number or 1) <= (old.number or 1)
    return new.rank <= old.rank


def sentences_of(blocks: Sequence[Block], first_paragraph: int = 0) -> list[Sentence]:
    """The blocks' sentences in order, each with its path of headings and, in interviews, its speaker.

    The rows of one table share their paragraph's number; its first row is the header where the table has one.
    """
    path = _Path()
    voices = speakers(blocks)
    scopes = _dash_scopes(blocks)
    following = _following(blocks)
    result: list[Sentence] = []
    number = first_paragraph - 1
    for i, block in enumerate(blocks):
        if not (i and block.kind == "row" and blocks[i - 1].kind == "row"):
            number += 1
        label = block.label
        if i in scopes:
            path.close_dash()
        if block.kind in {"heading", "annex"}:
            if block.kind == "annex":
                path.open.clear()
            elif label is not None:
                path.close_for(label)
            else:
                path.close_plain(following[i])
            result.append(Sentence(without_marks(block.text), "heading", number, path.headings))
            path.push(block, label.end if label else 0, block.head or len(block.text), label)
            continue
        if block.kind in {"row", "caption"}:
            result.append(Sentence(block.text, block.kind, number, path.headings, flat=block.flat))
            continue
        if label is not None and label.kind != "ordinal":
            path.close_for(label)
        elif label is None:
            path.close_lead()
        sentences = split_sentences(block.text)
        if block.head and label is not None:
            result.append(Sentence(sentences[0], "heading", number, path.headings))
            path.push(block, label.end, block.head, label)
            sentences = sentences[1:]
        result += [Sentence(s, "sentence", number, path.headings, voices[i]) for s in sentences]
        listed = _list_after(blocks, i) if block.kind == "lead" else None
        if listed is not None:
            path.push(block, len(block.text) - len(sentences[-1]), len(block.text), None, listed.rank)
    return result


def _following(blocks: Sequence[Block]) -> dict[int, Mapping[str, int]]:
    """For each heading without label, the number of the next label of each kind after it."""
    result: dict[int, Mapping[str, int]] = {}
    numbers: dict[str, int] = {}
    for i in range(len(blocks) - 1, -1, -1):
        label = blocks[i].label
        if label is None and blocks[i].kind == "heading":
            result[i] = dict(numbers)
        elif label is not None and label.number is not None:
            numbers[label.kind] = label.number
    return result


def _dash_scopes(blocks: Sequence[Block]) -> set[int]:
    """The blocks at which a list of ——… headings is over.

    Nothing in the text marks the end of the last one; it holds as many paragraphs as the longest before it, and a
    paragraph that a heading runs into holds that paragraph alone.
    """
    over: set[int] = set()
    longest = 1
    last: int | None = None
    for i, block in enumerate([*blocks, None]):
        dash = block is not None and block.label is not None and block.label.kind == "dash"
        if last is not None and (block is None or dash or block.kind == "heading"):
            if dash:
                longest = max(longest, i - last - 1)
            else:
                over.add(last + longest + 1)
                longest, last = 1, None
        if dash and block is not None:
            if block.kind == "heading":
                last = i
            else:
                over.add(i + 1)
                last = None
    return over


def _list_after(blocks: Sequence[Block], i: int) -> Label | None:
    """The label of the list item that follows block i, None where none of the inner kinds follows."""
    label = blocks[i + 1].label if i + 1 < len(blocks) else None
    return label if label is not None and label.rank >= _LIST_RANK else None
