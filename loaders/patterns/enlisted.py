"""Bodies that are named one by one where they are said to become members of a class (A、B等12家为省级示范企业)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schema.facts import Entity
from ...schema.vocabulary import vocabulary
from ..context.context import ScopedSentence
from .coordination import hidden_text
from .masking import MASK
from .tables.designated import entity_of, is_body
from .triggers import Trigger
from .wording import head_of

_COUNT = re.compile(
    r"等?(?:共计?)?(?:[\d一二三四五六七八九十百两]{1,6}|多|若干)(?:余|多)?[家个名项所座处款类]"
    r"(?P<kind>[^，。；、]{0,12})$"
    r"|等(?P<bare>[^，。；、]{0,8})$"
)
_SEPARATOR = re.compile(r"、|以及|[和及与]")
_LEAD = re.compile(
    r"^(?:首批|第[一二三四五六七八九十\d]{1,4}批|了|[\d一二三四五六七八九十]{1,4}[家个名](?=[^，。；、]{4})|\s)++"
)
_BEFORE = re.compile(r"(?:^|[^即必须可])[将把](?P<list>[^，。；]{3,}?)$")
_BECOMES = ("为", "作为", "成为", "成")
_FEWEST = 3
"""Characters of a listed name that no known name covers."""


def enlisted(sentence: ScopedSentence, trigger: Trigger, stop: int) -> Iterator[tuple[Entity, int, int]]:
    """Each listed body with its place in the sentence: between a verb and 为 at `stop`, or between 将 and the verb."""
    text = sentence.read.text
    if stop > trigger.object_start:
        yield from _listed(sentence, trigger.object_start, stop)
    elif text.startswith(_BECOMES, trigger.object_start) or text.endswith(_BECOMES, 0, trigger.object_start):
        before = _BEFORE.search(text[trigger.clause.start : trigger.start])
        if before is not None:
            start = trigger.clause.start + before.start("list")
            yield from _listed(sentence, start, trigger.clause.start + before.end("list"))


def _listed(sentence: ScopedSentence, start: int, end: int) -> Iterator[tuple[Entity, int, int]]:
    text, hidden = sentence.read.text, hidden_text(sentence.read)
    count = _COUNT.search(text, start, end)
    kind = "" if count is None else (count["kind"] or count["bare"] or "")
    end = end if count is None else count.start()
    found: list[tuple[Entity | None, int, int]] = []
    last = start
    for mark in [*_SEPARATOR.finditer(hidden, start, end), None]:
        cut = end if mark is None else mark.start()
        if mark is not None and mark.group() in "和及与" and not _apart(sentence, last, cut, mark.end()):
            continue
        lead = _LEAD.match(text[last:cut])
        first = last + (lead.end() if lead else 0)
        if text[first:cut].strip():
            found.append((_body(sentence, first, cut, kind), first, cut))
        last = end if mark is None else mark.end()
    if any(body is None for body, _, _ in found):
        return  # one piece that is no name: what looks like the others are kinds too
    for body, first, cut in found:
        if body is not None:
            yield body, first, cut


def _apart(sentence: ScopedSentence, start: int, left: int, right: int) -> bool:
    """Whether 和 stands between two whole names (A公司和B公司), not inside one."""
    names = (*sentence.read.names, *sentence.read.nested)
    ends, begins = any(n.end == left for n in names), any(n.start == right for n in names)
    return (ends and begins) or hidden_text(sentence.read)[left - 1] == MASK


def _body(sentence: ScopedSentence, start: int, end: int, kind: str) -> Entity | None:
    """What a piece of the list names; None for a kind of body (中小企业) and for words that are no name."""
    name = next((n for n in sentence.read.names if n.start == start and n.end == end), None)
    if name is not None and name.found_by != "suffix" and name.type in {"Organization", "Center", "Region", "Program"}:
        return Entity(name.canonical, name.type)
    piece = sentence.read.text[start:end].strip()
    if len(piece) < _FEWEST or "的" in piece or piece.startswith(tuple(vocabulary("mentions")["indistinct"])):
        return None
    head = head_of(piece)
    named = name is not None and is_body(piece)
    if not kind and not named and (head is None or (head.designated and not head.strong)):
        return None
    return entity_of(sentence, start, end, piece, kind)
