"""Splits a news bulletin into its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .claims import words
from .labels import label_of
from .lines import Line
from .mastheads import find_dateline
from .starts import Start, find_title, title_at
from .titles import normal

_FEWEST = 2
"""Fewer items make no bulletin."""


def bulletin_starts(lines: Sequence[Line]) -> list[Start]:
    """Where the items of a bulletin begin; empty where the text is no bulletin.

    Items are Markdown headings of one level under which texts begin with a dateline (央视网消息（新闻联播）：), or
    lines that repeat an entry of the numbered summary.
    """
    return _by_datelines(lines) or _by_summary(lines)


def _by_datelines(lines: Sequence[Line]) -> list[Start]:
    heads = []
    for i, line in enumerate(lines):
        label = label_of(line.value)
        if label and label.kind == "markdown":
            heads.append((i, label))
    levels = Counter(
        label.number for i, label in heads if i + 1 < len(lines) and find_dateline(lines[i + 1].value) is not None
    )
    if not levels:
        return []
    level, count = levels.most_common(1)[0]
    if count < _FEWEST:
        return []
    starts = []
    for i, label in heads:
        if label.number == level and not _furniture(lines[i].value[label.end :]):
            inner = label_of(lines[i].value[label.end :])
            starts.append(title_at(lines, i, 1, label.end + (inner.end if inner and inner.kind == "digit" else 0)))
    return starts


def _by_summary(lines: Sequence[Line]) -> list[Start]:
    entries: list[tuple[int, str]] = []
    for i, line in enumerate(lines):
        label = label_of(line.value)
        if label and label.kind == "digit" and label.number == len(entries) + 1 and len(line.value) < 80:
            entries.append((i, line.value[label.end :].rstrip("；;。 ")))
    if len(entries) < 3:
        return []
    starts, after = [], entries[-1][0] + 1
    for _, title in entries:
        found = find_title(lines, title, after, len(lines))
        if found:
            starts.append(title_at(lines, *found))
            after = found[0] + found[1]
    return starts if len(starts) >= max(_FEWEST, len(entries) // 2) else []


def _furniture(text: str) -> bool:
    return normal(text) in {normal(w) for w in words("furniture")}
