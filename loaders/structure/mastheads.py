"""Reads what stands above a text: title, number, issuer, date, speaker, header lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .claims import Claims, body_name, origin, prose, words
from .labels import label_of
from .lines import Line
from .masthead_lines import NUMBER, states, states_passage
from .titles import names_form, same_title, title_length

_BREADCRUMB = re.compile(r"您的位置|当前位置|首页\s*[>＞»]|[>＞»].*[>＞»]")
# After the agency's name: 北京2月21日电, （新闻联播）：
_DATELINE = re.compile(r"[\u4e00-\u9fff]{0,10}\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯]|(?:[（(][^）)]+[）)])?[：:讯]")
HEAD_LIMIT = 60
"""A masthead, with the files that put fields above it, ends within this many lines."""


@dataclass(frozen=True, slots=True)
class Head:
    """The masthead: its lines are numbers 0..end; title: the half-open numbers of the title's lines, None without."""

    end: int
    title: tuple[int, int] | None


@cache
def _furniture() -> frozenset[str]:
    return frozenset(words("furniture"))


def read_head(lines: Sequence[Line], claims: Claims, *, titled: bool = True) -> Head:
    """Reads the lines above the running text into `claims`.

    titled: look for a title too; False where the text's own title is known and left out of `lines`.
    """
    candidates: list[int] = []
    stored: int | None = None
    end = 0
    for i, line in enumerate(lines[:HEAD_LIMIT]):
        value = line.value
        if _furniture_line(value) or states(line, claims) or (i and states_passage(lines[i - 1], line, claims)):
            end = i + 1
            continue
        dateline = find_dateline(value)
        if dateline is not None and len(value) <= 24:
            claims.add("source", dateline, "dateline", origin(line))
            claims.add("dateline", value, "dateline", origin(line))
            end = i + 1
            continue
        label = label_of(value)
        if prose(line) or line.ended or (label and label.kind not in {"markdown", "decimal2"}):
            break
        if label and label.kind == "markdown":
            if label.number != 1:
                break  # it heads a section, not the file
            claims.add("title", value[label.end :], "header", origin(line, label.end))
            stored, end = i if stored is None else stored, i + 1
            continue
        if not line.titled:
            break
        candidates.append(i)
    title = _pick_title(lines, candidates, claims) if titled else None
    _bodies(lines, candidates, title, claims)
    end = max(end, title[1] if title else 0)
    while title and end < len(lines) and same_title(lines[end].value, claims.found["title"][-1].value):
        end += 1  # the page's heading, repeated above the text
    if title is None:
        title = _titled_number(lines[:end]) or ((stored, stored + 1) if stored is not None and titled else None)
    return Head(end, title)


def _titled_number(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The line that holds the document's number and, after it, its title."""
    for i, line in enumerate(lines):
        match = NUMBER.match(line.value)
        if match and names_form(line.value[match.end() :].strip()):
            return i, i + 1
    return None


def find_dateline(value: str) -> str | None:
    """The agency whose dateline a text begins with (新华社北京2月21日电), None without one."""
    for agency in words("agencies_of_news"):
        if value.startswith(agency):
            rest = value[len(agency) : len(agency) + 30]
            if _DATELINE.match(rest):
                return agency
    return None


def _furniture_line(value: str) -> bool:
    text = value.strip("#*【】 ")
    return text in _furniture() or not re.search(r"\w", text) or bool(_BREADCRUMB.search(value))


def _pick_title(lines: Sequence[Line], candidates: Sequence[int], claims: Claims) -> tuple[int, int] | None:
    """The first run of candidates that reads as a title; a body's name that stands above it belongs to it."""
    start = 0
    while start < len(candidates):
        run = [candidates[start]]
        while start + len(run) < len(candidates) and candidates[start + len(run)] == run[-1] + 1:
            run.append(candidates[start + len(run)])
        chosen = [lines[i] for i in run]
        if len(run) == 1 and body_name(chosen[0].value) and not names_form(chosen[0].value):
            start += 1
            continue
        count = title_length(chosen)
        text = "".join(line.value for line in chosen[:count])
        claims.add("title", re.sub(r"\*\*", "", text), "title", origin(chosen[0]))
        return run[0], run[0] + count
    return None


def _bodies(lines: Sequence[Line], candidates: Sequence[int], title: tuple[int, int] | None, claims: Claims) -> None:
    """Lines that are nothing but a body's name are the issuer."""
    for i in candidates:
        name = body_name(lines[i].value)
        if name and not (title and title[0] <= i < title[1]):
            claims.add("issuer", name, "masthead", origin(lines[i]))
