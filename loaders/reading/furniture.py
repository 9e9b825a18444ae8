"""Page furniture of texts that were laid out in pages: page numbers and running heads, left out of the main text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .mapped import MappedText
from .page_numbers import page_numbers

# A page number with its dress, on a line of its own: - 3 -, — 3 —, 第 3 页, 第3页 共20页, 3 / 20.
_DRESSED = re.compile(
    r"\s*(?:[-—–－─·•~]+\s*\d{1,4}\s*[-—–－─·•~]+|第\s*\d{1,4}\s*页(?:[\s,，/]*[（(]?共\s*\d{1,4}\s*页[)）]?)?|\d{1,3}\s*/\s*\d{1,3})\s*$"
)
# A page number at either end of a running head.
_END_NUMBER = re.compile(r"^\d{1,4}(?=\D)|(?<=\D)\d{1,4}$")
HEAD_LINES = 2
"""Running heads and feet stand among this many lines at either end of a page."""
HEAD_PAGES = 3
HEAD_SHARE = 0.3
"""A line is a running head where it stands at the end of so many pages, and of this share of them (odd and even
pages may have different ones, chapters their own)."""
SHORTEST_FULL = 15
"""A line of fewer characters is no full line of a hard-broken text."""


def without_furniture(body: MappedText, pages: Sequence[int], paged: bool | None) -> MappedText:
    """The text without page numbers, running heads and stray index figures. Nothing is joined.

    pages: offsets into the original at which pages begin, empty where the format has none. paged: False for text that
    was never laid out in pages.
    """
    if paged is False:
        return body
    texts = body.text_lines()
    breaks = _page_starts(body, texts, pages)
    numbers = page_numbers(texts)
    cut: dict[int, int] = dict(numbers)  # line → characters left out at its start
    dressed = {number for number, text in enumerate(texts) if _DRESSED.match(text)}
    for number in dressed | _bare_numbers(texts, breaks):
        cut[number] = len(texts[number])
    breaks = sorted({*breaks, *cut})
    texts = [text[cut.get(n, 0) :] for n, text in enumerate(texts)]
    dropped = _running_heads(texts, breaks) | (_stray_figures(texts) if breaks else set())
    if not cut and not dropped:
        return body
    lines = enumerate(body.lines())
    return MappedText.join(line.slice(cut.get(n, 0), len(line)) for n, line in lines if n not in dropped)


def _page_starts(body: MappedText, texts: Sequence[str], pages: Sequence[int]) -> list[int]:
    """Numbers of the lines that begin a page, from the pages' offsets or from form feeds."""
    starts: list[int] = []
    waiting = list(pages)
    at = 0
    for number, text in enumerate(texts):
        if waiting and body.starts[at] >= waiting[0]:
            while waiting and body.starts[at] >= waiting[0]:
                waiting.pop(0)
            starts.append(number)
        elif "\f" in text:
            starts.append(number)
        at += len(text)
    return starts


def _bare_numbers(texts: Sequence[str], breaks: Sequence[int]) -> set[int]:
    """Lines at the ends of known pages that hold nothing but a number which counts with the pages."""
    found: list[tuple[int, int]] = []  # line, and by how much its number is ahead of the page's
    starts = [0, *(b for b in breaks if b > 0), len(texts)]
    for page, (first, after) in enumerate(pairwise(starts)):
        filled = [n for n in range(first, after) if texts[n].strip()]
        for line in {filled[0], filled[-1]} if filled else ():
            if re.fullmatch(r"\d{1,4}", texts[line].strip()):
                found.append((line, int(texts[line]) - page))
    ahead = Counter(difference for _, difference in found).most_common(1)
    if not ahead or ahead[0][1] < max(2, HEAD_SHARE * (len(starts) - 1)):
        return set()  # cells of a table that happen to stand there
    return {line for line, difference in found if difference == ahead[0][0]}


def _running_heads(texts: Sequence[str], breaks: Sequence[int]) -> set[int]:
    """Lines that stand in the same place of page after page; a page number at either end of them may differ.

    The first one stays: it may be the document's title.
    """
    found: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for start in sorted({0, *breaks}):
        for step in (-1, 1):
            line, rank = (start if step == 1 else start - 1), 0
            while 0 <= line < len(texts) and rank < HEAD_LINES:
                if key := _END_NUMBER.sub("", "".join(texts[line].split())):
                    rank += 1
                    found[step, rank, key].append(line)
                line += step
    least = max(HEAD_PAGES, HEAD_SHARE * len(breaks))
    dropped: set[int] = set()
    for (_, _, key), lines in found.items():
        if len(lines) >= least and not key.endswith(("。", "；", "：")):
            dropped.update(lines)
    firsts: dict[str, int] = {}
    for line in sorted(dropped):
        firsts.setdefault("".join(texts[line].split()), line)
    return dropped - set(firsts.values())


def _stray_figures(texts: Sequence[str]) -> set[int]:
    """Index figures that the extraction set on lines of their own between two full lines (PM and its 2.5).

    A full line runs on to the next; a figure alone between two of them is not part of the sentence's order.
    """
    lengths = sorted(len(t.strip()) for t in texts if len(t.strip()) >= SHORTEST_FULL)
    if not lengths:
        return set()
    full = 0.8 * lengths[len(lengths) // 2]
    stray = set()
    for number in range(1, len(texts) - 1):
        bare = texts[number].strip()
        if re.fullmatch(r"\d{1,2}(?:\.\d)?", bare) is None:
            continue
        before, after = texts[number - 1].strip(), texts[number + 1].strip()
        if len(before) >= full and len(after) >= full and not before.endswith(("。", "；", "！", "？", "：")):
            stray.add(number)
    return stray
