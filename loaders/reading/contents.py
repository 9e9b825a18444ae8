"""Tables of contents: left out of the main text, where each heading stands again over its section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...schema.vocabulary import vocabulary
from .mapped import MappedText

# A line of contents: leaders, then a page number or nothing (the number may be lost or on the next line).
# Only that it ends so is asked, and the last four marks of the leaders tell it.
_LEADER = re.compile(
    r"(?:[.．·•…‥﹒_]\s?){4}\s*+(?:[（(]\s*+)?(?:[-—–]\s*+)?(?:\d{1,4}\s*+)?(?:[-—–]\s*+)?(?:[）)]\s*+)?$"
    r"|…{3}\s*+\d{1,4}\s*+$"
)
# A heading with its page number after white space, or glued to closing brackets.
_NUMBERED = re.compile(r"\S.*?[ \t\u3000》）”][（(]?\d{1,4}[）)]?\s*+$")
_SENTENCE_END = re.compile(r"[。；！？]\s*$")
LONGEST_ENTRY = 80
LOOK_AHEAD = 6
"""So many lines without a page number (chapter titles) may stand between two entries of a table of contents."""
FEWEST_ENTRIES = 3


def without_contents(body: MappedText) -> MappedText:
    """The text without its tables of contents: lines with leaders anywhere, and the block under 目录."""
    texts = body.text_lines()
    heads = [n for n, text in enumerate(texts) if _is_head(text)]
    dropped = {n for n, text in enumerate(texts) if _LEADER.search(text)}
    if not heads and not dropped:
        return body
    lines = body.lines()
    kept = {n: line for n, line in enumerate(lines) if n not in dropped}
    for number in heads:
        if number in dropped:
            continue
        end = max(_numbered_end(texts, number + 1, dropped), _repeated_end(texts, number + 1))
        if end > number + 1:
            dropped.update(range(number + 1, end))
            kept[number] = lines[number].without(_heads())
    return MappedText.join(line for n, line in kept.items() if n not in dropped)


@cache
def _heads() -> re.Pattern[str]:
    words = "|".join(r"\s*".join(map(re.escape, word)) for word in vocabulary("page_lines")["contents"])
    # The word alone on its line (with Markdown marks or brackets), or after other text that the extraction glued to it.
    return re.compile(rf"(?:^|(?<=\S))[ \t\u3000#*【\[]{{0,40}}+(?:{words})[ \t\u3000*】\]：:]*$", re.IGNORECASE)


def _is_head(text: str) -> bool:
    return len(text) <= LONGEST_ENTRY and _heads().search(text) is not None


def _numbered_end(texts: Sequence[str], start: int, leaders: set[int]) -> int:
    """End of a table whose entries have page numbers that do not fall; `start` where there is none."""
    end, entries, last, passed = start, 0, 0, 0
    for number in range(start, len(texts)):
        text = texts[number]
        if not text.strip():
            continue
        page = re.search(r"(\d{1,4})[）)\s-]*$", text)
        is_entry = number in leaders or (
            len(text) <= LONGEST_ENTRY and _NUMBERED.match(text.strip()) is not None and page is not None
        )
        if is_entry and page is not None and int(page.group(1)) < last:
            is_entry = False
        if is_entry:
            entries, end, passed = entries + 1, number + 1, 0
            last = int(page.group(1)) if page is not None else last
        else:
            passed += 1
            if passed > LOOK_AHEAD or len(text) > LONGEST_ENTRY or _SENTENCE_END.search(text):
                break
    return end if entries >= FEWEST_ENTRIES else start


def _repeated_end(texts: Sequence[str], start: int) -> int:
    """End of a table without page numbers: its lines stand again, in order, further down."""
    entries: list[tuple[int, str]] = []
    seen: set[str] = set()
    for number in range(start, len(texts)):
        key = "".join(texts[number].split()).lstrip("#*-")
        if not key:
            continue
        if key in seen or len(key) > LONGEST_ENTRY or _SENTENCE_END.search(key):
            break
        seen.add(key)
        entries.append((number, key))
    if len(entries) < FEWEST_ENTRIES:
        return start
    later = {"".join(t.split()).lstrip("#*-") for t in texts[entries[-1][0] + 1 :]}
    while entries and entries[-1][1] not in later:
        entries.pop()
    repeated = sum(key in later for _, key in entries)
    if len(entries) < FEWEST_ENTRIES or repeated < 0.7 * len(entries):
        return start
    return entries[-1][0] + 1
