"""The thing that a listed name is: a body, a center, a project, a place."""

from __future__ import annotations

import re

from ....schema.facts import Entity
from ....schema.vocabulary import vocabulary
from ...context.context import ScopedSentence
from ...structure.labels import label_of
from ..wording import head_of
from .cells import Cell
from .places import region_in

_BEHIND = re.compile(r"[（(][^（()）]{2,20}[)）]$")
_SHORTEST, _LONGEST = 2, 60


def designated(cell: Cell, head: str) -> Entity | None:
    """What a cell under a head names; None for a place where the head asks for none, and for no name at all."""
    label = label_of(cell.text)
    label_end = label.end if label is not None and label.kind != "ordinal" else 0
    return entity_of(cell.sentence, cell.start, cell.end, cell.text[label_end:], head)


def entity_of(sentence: ScopedSentence, start: int, end: int, text: str, head: str) -> Entity | None:
    """What characters start..end of a sentence name, which stand in a list under a head; text: as they are read."""
    text = text.strip(" 　，,；;、。*＊")
    if not _SHORTEST <= len(text) <= _LONGEST or re.search(r"[。；：]", text) or text.isdigit():
        return None
    place = region_in(sentence, start, end)
    if place is not None:
        return Entity(place, "Region") if not head or _named_as(head, "Region") else None
    names = [n for n in sentence.read.names if start <= n.start and n.end <= end]
    whole = next((n for n in names if n.end - n.start >= end - start - 1), None)
    if whole is not None and whole.type in ("Agency", "Person"):
        return Entity(whole.canonical, whole.type)
    kind = next((kind for kind in ("Program", "Center", "Organization") if _named_as(head, kind)), None)
    ending = head_of(text)
    if kind is None and ending is not None and ending.type in ("Center", "Program", "Organization"):
        kind = "Organization" if is_body(text) and ending.type == "Program" else ending.type
    if kind == "Organization" and ending is not None and ending.type == "Center" and not text.endswith("公司"):
        kind = "Center" if ending.designated else kind
    if kind is None:
        kind = "Organization" if is_body(text) else None
    return Entity(text, kind) if kind is not None else None


def is_body(text: str) -> bool:
    """The words end as the name of a body does; a remark in brackets behind it aside."""
    return _BEHIND.sub("", text).endswith(tuple(vocabulary("tables")["body_endings"]))


def _named_as(head: str, kind: str) -> bool:
    return any(word in head for word in vocabulary("tables")["named_as"][kind])
