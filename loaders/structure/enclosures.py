"""Finds the plan that a notice prints behind itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .claims import prose
from .lines import Line
from .starts import Start, find_title, title_at

# 关于印发《X》的通知, 关于印发X的通知, 印发《X》的通知: what is issued.
_ISSUED = re.compile(
    r"(?:印发|发布|转发|批转|公布|下发)\s*(?:《(?P<quoted>.+)》|(?P<bare>.+?))\s*(?:（[^）]*）)?的(?:通知|公告|函|通报|决定)"
)


def issued_title(title: str) -> str | None:
    """The title of what a notice issues, None where its title names none."""
    match = _ISSUED.search(title)
    return (match["quoted"] or match["bare"]) if match else None


def enclosure_start(lines: Sequence[Line], title: str) -> Start | None:
    """Where the text that a notice issues begins, None where it is not printed."""
    wanted = issued_title(title)
    if wanted is None:
        return None
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
