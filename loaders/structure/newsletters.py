"""Splits a newsletter into its articles: by its contents, and by the source line that each article ends with."""

from __future__ import annotations

from collections.abc import Sequence

from .contents import Contents
from .labels import label_of
from .lines import Line
from .starts import Start, find_title, title_at
from .titles import likeness, normal, title_length

_FEWEST = 3
"""Contents with fewer titles that stand in the text, or fewer source lines, make no newsletter; two titles are enough
where two source lines stand with them."""
_MANY = 60
"""Of more titles than this, half must stand in the text word for word; else it is not the contents of this text."""
_COLUMN_LIMIT = 8
"""Longest name of a column (政策法规, 各地动态) in characters."""


def newsletter_starts(lines: Sequence[Line], contents: Contents | None) -> list[Start]:
    """Where the articles of a newsletter begin; empty where the text is no newsletter.

    contents: the file's table of contents, which may stand in `lines` or have been left out of them.
    """
    sources = [i for i, line in enumerate(lines) if line.source]
    if contents and any(label_of(t) for t in contents.titles[:3]):
        contents = None  # the chapters of one text
    starts = _listed(lines, contents) if contents else {}
    if len(starts) < (_FEWEST if len(sources) < 2 else 2):
        starts = {}
        if len(sources) < _FEWEST:
            return []
    columns = {normal(c) for c in contents.columns} if contents else set()
    titles = {i for at, s in starts.items() for i in range(at, at + max(1, s.length))}
    for i in sources:
        start = _after_source(lines, i + 1, columns)
        if start and start.at not in titles:
            starts[start.at] = start
    if contents:
        starts.update(_lost(lines, contents, starts))
    return [starts[at] for at in sorted(starts)]


def _listed(lines: Sequence[Line], contents: Contents) -> dict[int, Start]:
    """The titles of the contents that stand in the text, in their order."""
    standing = {normal("".join(part.value for part in lines[i : i + n])) for i in range(len(lines)) for n in (1, 2)}
    if len(contents.titles) > _MANY and 2 * sum(normal(t) in standing for t in contents.titles) < len(contents.titles):
        return {}
    starts: dict[int, Start] = {}
    after = 0
    for title in contents.titles:
        found = find_title(lines, title, after, len(lines))
        while found and _in_list(lines, found[0] + found[1], contents):
            found = find_title(lines, title, found[0] + found[1], len(lines))
        if found:
            starts[found[0]] = title_at(lines, *found)
            after = found[0] + found[1]
    return starts


def _in_list(lines: Sequence[Line], following: int, contents: Contents) -> bool:
    """The line after a title is another title or column of the contents: a list of titles, not an article."""
    if following >= len(lines):
        return True
    value = lines[following].value
    return any(likeness(value, t) or normal(value) == normal(t) for t in (*contents.titles, *contents.columns))


def _after_source(lines: Sequence[Line], at: int, columns: set[str]) -> Start | None:
    """The title that follows a source line, after the name of a column if there is one."""
    while at + 1 < len(lines) and lines[at].titled and lines[at + 1].titled:
        value = lines[at].value
        if normal(value) not in columns and (columns or len(value) > _COLUMN_LIMIT):
            break
        at += 1
    if at + 1 >= len(lines) or not lines[at].titled:
        return None
    run = at
    while run < len(lines) and lines[run].titled and run - at < 3:
        run += 1
    return title_at(lines, at, title_length(lines[at:run]))


def _lost(lines: Sequence[Line], contents: Contents, starts: dict[int, Start]) -> dict[int, Start]:
    """Articles of which the contents know the title but whose own first page is missing.

    Between the articles that stand before and after it in the contents, the text breaks off at a page's end; of
    several such places the one is taken after which the words of the lost title begin. Without a place that the
    words single out there is no start: the text stays with the article before it.
    """
    found: dict[int, Start] = {}
    order = [(title, _place(title, starts)) for title in contents.titles]
    for i, (title, place) in enumerate(order):
        if place is not None:
            continue
        before = max((p for _, p in order[:i] if p is not None), default=None)
        after = min((p for _, p in order[i + 1 :] if p is not None), default=len(lines))
        if before is not None:
            cut = _cut(lines, title, before + starts[before].length, after)
            if cut is not None:
                found[cut] = Start(cut, 0, None, title)
    return found


def _place(title: str, starts: dict[int, Start]) -> int | None:
    return next((at for at, s in starts.items() if s.title and likeness(s.title.text, title)), None)


def _cut(lines: Sequence[Line], title: str, start: int, end: int) -> int | None:
    grams = {normal(title)[i : i + 2] for i in range(len(normal(title)) - 1)}
    values = [normal(line.value) for line in lines[start:end]]
    hits = [sum(v.count(g) for g in grams) for v in values]
    best, best_gain = None, 0.0
    for i in range(start + 1, end):
        if not lines[i].gap or lines[i - 1].ended or lines[i - 1].titled:
            continue
        k = i - start
        before = sum(hits[:k]) / max(1, sum(map(len, values[:k])))
        after = sum(hits[k:]) / max(1, sum(map(len, values[k:])))
        if sum(hits[k:]) >= 5 and after > 2 * before and after - before > best_gain:
            best, best_gain = i, after - before
    return best
