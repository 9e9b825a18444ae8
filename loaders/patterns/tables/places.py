"""Places that a cell or a line names and nothing else."""

from __future__ import annotations

import re

from ...context.context import ScopedSentence
from ...structure.labels import label_of

_COUNT = re.compile(
    r"(?<!\s)\s*+(?:[（(]\s*+(?:共\s*+)?\d{1,4}\s*+[个家项名所座处]?\s*+[)）]|[：:]|(?:共\s*+)?\d{1,4}\s*+[个家项所座处])\s*+$"
)
_PROVINCE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:省|自治区)")
_COUNTRY = frozenset({"中国", "全国", "中华人民共和国"})


def region_in(sentence: ScopedSentence, start: int, end: int) -> str | None:
    """The full name of the place that characters start..end are; side by side (江苏省苏州市) the narrowest.

    None where they are anything else, and for the country.
    """
    found, stop = _run(sentence, start, end)
    return found if stop == end and found not in _COUNTRY else None


def region_at(sentence: ScopedSentence, start: int, end: int) -> str | None:
    """The full name of the narrowest place that the name start..end begins with; None where it begins with none."""
    found, stop = _run(sentence, start, end)
    return found if stop < end and found not in _COUNTRY else None


def _run(sentence: ScopedSentence, start: int, end: int) -> tuple[str | None, int]:
    """The last of the places that stand side by side from `start`, and where it ends."""
    position = start
    found: str | None = None
    for name in sorted((*sentence.read.names, *sentence.read.nested), key=lambda n: (n.start, -n.end)):
        if name.type == "Region" and name.start == position and name.end <= end:
            found, position = name.canonical, name.end
    province = _PROVINCE.match(sentence.read.text, start, position) if found is not None else None
    if found is not None and province is not None and not found.startswith(province.group()):
        found = province.group() + found  # a district whose name others bear too (广东省深圳市南山区)
    return found, position


def region_of_line(sentence: ScopedSentence) -> str | None:
    """The place of a line that stands over the rows or names of one (一、北京市（3家）); None for any other line."""
    text = sentence.read.text.rstrip()
    count = _COUNT.search(text)
    end = len(text[: count.start()].rstrip()) if count else len(text)
    label = label_of(text)
    start = label.end if label is not None else len(text) - len(text.lstrip())
    return region_in(sentence, start, end) if start < end else None
