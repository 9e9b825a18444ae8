"""Finds the plan that a notice prints behind itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .claims import prose
from .lines import Line
from .starts import Start, find_title, title_at

# 中华人民共和国国务院令
_ORDER = re.compile(r"[\u4e00-\u9fff\s]{2,24}令$")
_EARLY = 12
"""The line that announces a reprint or an order stands among this many first lines."""
# 关于印发《X》的通知, 关于印发X的通知, 印发《X》的通知: what is issued.
_ISSUED = re.compile(
    r"(?:印发|发布|转发|批转|公布|下发)\s*(?:《(?P<quoted>.{1,300})》|(?P<bare>.{1,300}?))\s{0,8}(?:（[^）]{0,80}）)?的(?:通知|公告|函|通报|决定)"
)


_PASSED_ON = re.compile(r"(?:转发|批转)(?P<by>[\u4e00-\u9fff、（）]{2,60}?)(?=关于|《)")


# 《X》主要内容如下, 《X》全文如下: a news agency prints a document behind its report.
_REPRINTED = re.compile(r"《(?P<title>.+)》\s*+(?:的)?(?:主要内容|全文|具体内容|内容)?\s*+如下\s*+[。：:]?$")


def reprint_starts(lines: Sequence[Line]) -> list[Start]:
    """Where the document that a news agency prints behind its report begins; empty where none is printed."""
    for i, line in enumerate(lines[:_EARLY]):
        match = _REPRINTED.match(line.value)
        if match and i and any(prose(later) for later in lines[i + 1 :]):
            return [Start(i, 1, line.text.slice(match.start("title"), match.end("title")))]
    return []


def issued_title(title: str) -> str | None:
    """The title of what a notice issues, None where its title names none."""
    match = _ISSUED.search(title)
    return (match["quoted"] or match["bare"]) if match else None


def enclosure_start(lines: Sequence[Line], title: str) -> Start | None:
    """Where the text that a notice issues begins, None where it is not printed.

    title: the notice's, or that of what an order (国务院令) puts in force.
    """
    ordered = any(_ORDER.match(line.value) for line in lines[:_EARLY])
    wanted = issued_title(title) or (title if ordered else None)
    if wanted is None:
        return None
    by = passed_on(title)
    return _printed(lines, wanted) or (None if by is None else _printed(lines, wanted.removeprefix(by)))


def passed_on(title: str) -> str | None:
    """Whose document a notice passes on, by its title (转发市发展改革委关于…的通知); None where it names nobody."""
    match = _PASSED_ON.search(title)
    return match["by"] if match else None


def _printed(lines: Sequence[Line], wanted: str) -> Start | None:
    """Where the text with this title begins, behind the first text of the file; None where it does not stand there."""
    first = next((i for i, line in enumerate(lines) if prose(line)), len(lines))
    after = first + 1
    while True:
        found = find_title(lines, wanted, after, len(lines), longest=4)
        if found is None:
            return None
        at, length = found
        if any(prose(line) for line in lines[at + length : at + length + 8]):
            return title_at(lines, at, length)
        after = at + length
