"""The subject of a figure, and what stands around the number that its rules look at."""

from __future__ import annotations

from dataclasses import dataclass

from ...context.context import ScopedSentence
from .naming import restored, tidy
from .phrase import Left, Phrase
from .slots import Slot
from .words import listed, one_of

NEAR = 50
"""Characters within which a quote takes in the subject that stands before an earlier number of its clause."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a figure and the words around it; offsets of what the quote must hold."""

    name: str
    start: int
    end: int
    verb: str | None
    carrier: str | None
    counted_right: bool
    pointer: str | None = None
    """The pointing noun that the number stood after (增长率), where the subject is the one before it."""
    rule: str = ""
    """The rule of `subjects` that found it; `subjects.` names the family, whichever module a rule stands in."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a number, as its rules see it.

    right, left: the noun phrases on both sides; before: the subject of the number before it in the paragraph.
    after: the text from the number to the end of its stretch.
    """

    sentence: ScopedSentence
    slot: Slot
    before: Subject | None
    right: Phrase
    left: Left
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.sentence.read.text

    @property
    def carried(self) -> bool:
        """Whether a noun and a verb of reaching or changing stand left of the number (增加值达到…, 总量超过…)."""
        return self.left.carrier is not None and bool(self.left.noun.text)

    @property
    def member(self) -> bool:
        """Whether the number is joined to the one before it in a list of its clause."""
        return self.slot.number > 0 and self.text[self.slot.left - 1 : self.slot.left] in ("、", "和", "及", "与")


def again(before: Subject, left: Left, slot: Slot) -> Subject:
    """The number states something more of the last subject (…，增长6.7%; 从A增加到B)."""
    start = left.verb_start if left.verb_start >= 0 else slot.left
    if slot.clause.start <= before.start < start and slot.quantity.end - before.start <= NEAR:
        start = before.start
    carrier = left.carrier or (before.carrier if slot.number and left.verb is None else None)
    name = before.name.removesuffix("名单") if slot.quantity.unit in ("家", "个", "项") else before.name
    paced = listed(left.carrier, "pace") or left.noun.text.startswith(("增速", "同比增速", "增幅"))
    if slot.quantity.unit == "个百分点" and paced and not name.endswith("增速"):
        name = f"{name}增速"  # 利润增长3%，较上月加快0.6个百分点
    if slot.quantity.measure == "rank" and name.endswith("的比重"):
        name = name[: name.rfind("占")] or name
    return Subject(name, start, slot.quantity.end, left.verb or before.verb, carrier, False, left.noun.text or None)


def start_of(left: Left, otherwise: int) -> int:
    """Where a quote begins: at the verb left of the number, else at the noun there, else at `otherwise`."""
    return left.verb_start if left.verb_start >= 0 else min(otherwise, left.noun.start) if left.noun.text else otherwise


def named(
    name: str, start: int, end: int, left: Left, counted_right: bool, before: Subject | None = None
) -> Subject | None:
    """The subject of that name, tidied, with the verbs left of the number; None where no name is left.

    before: the subject from which elided parts and, where none stands here, the verb are taken.
    """
    name = tidy(name, counted_right)
    if listed(name, "reach"):
        return None  # 不能超过每月1000元
    if before is not None:
        name = restored(name, before.name)
    own = one_of("flow").match(name)  # 减税降费: the noun begins with its own verb
    carried = before.verb if before is not None and left.carrier is None else None
    verb = left.verb or (own.group() if own and carried else carried)
    return Subject(name, start, end, verb, left.carrier, counted_right) if name else None
