"""Which of the network's names join those of the rules.

The rules win wherever both speak: they know the full name, and where both mark a place they are right more often
(docs/entities.md). The network adds what stands outside of every mention of theirs, of the one type in which it was not
wrong far more often than right on paragraphs that it had not seen (2 of 5 regions). What it adds crosses no name that
the rules keep for relations, does not begin or end with a mark, holds no half of a pair of marks, and is no form that
points to places without naming them (各地区, 全省).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ....schema.punctuation import PAIRS
from ..mentions import Mention, points
from ..reading import Name

ADDED = ("Region",)
"""The types that it may add. Of plans it found a few, too, but what it took for one hid figures (docs/entities.md)."""
_MARK = re.compile(r"[\s，。、；：！？,.;:!?《》〈〉“”‘’（）()—…·]")


def joining(
    text: str, mentions: Iterable[Mention], names: Sequence[Name], spans: Iterable[tuple[int, int, str]]
) -> list[Name]:
    """The names to add. mentions, names: of the rules, in this text; spans: of the network (start, end, type)."""
    taken = [(m.start, m.end) for m in mentions]
    added = []
    for start, end, kind in spans:
        form = text[start:end]
        if kind not in ADDED or _MARK.match(form[0]) or _MARK.match(form[-1]):
            continue
        if points(form):
            continue
        if any(form.count(pair[0]) != form.count(pair[1]) for pair in PAIRS.items()):
            continue
        if any(s < end and start < e for s, e in taken) or any(_cross(start, end, n) for n in names):
            continue
        added.append(Name(start, end, form, form, kind, "network"))
    return added


def _cross(start: int, end: int, name: Name) -> bool:
    return start < name.start < end < name.end or name.start < start < name.end < end
