"""Lines that a site or a crawler adds: header lines give headers, trails and links are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...schema.vocabulary import vocabulary
from .headers import Header, field_of, header
from .mapped import MappedText

HEAD_LINES, FOOT_LINES = 15, 10
"""A header with a single label stands among so many first lines, before any sentence, or last lines (none empty)."""
LONGEST = 120
LONGEST_LINK_PART = 60

_SENTENCE = re.compile(r"[。；]\s*$|[。；，].*[。；，]")
_MARKS = re.compile(r"[\s#*>\-|｜·•\u3000]+")
# What parts the fields of a header line: brackets, bars, two or more spaces.
_PARTING = re.compile(r"[【】\[\]|｜\t\n]+|[ \u3000\u00a0]{2,}")
_BETWEEN = re.compile(r"[|｜【】\[\]\t]+|[ \u3000]{2,}")
_FIELD = re.compile(r"(?P<label>[^:：\s][^:：]{0,9}?)[ \u3000]*[:：][ \u3000]*(?P<value>.*)")
_ADDRESS = re.compile(r"https?://[!-~]{1,200}$")
_REST_OF_ADDRESS = re.compile(r"(?=[!-~]*[/.=&?_-])[!-~]+")
_NEXT_LABEL = re.compile(r"[ \u3000](?=[^\s:：\d]{2,8}[:：])")


def without_site_lines(body: MappedText) -> tuple[MappedText, list[Header]]:
    """The text without the lines a site or crawler added, and what they say of the document."""
    lines = body.lines()
    filled = [n for n, line in enumerate(lines) if line.text.strip()]
    first_prose = next((k for k, n in enumerate(filled) if _SENTENCE.search(lines[n].text)), len(filled))
    head = set(filled[: min(HEAD_LINES, first_prose)])
    ends = head.union(filled[-FOOT_LINES:])
    headers: list[Header] = []
    kept: list[MappedText] = []
    address = False  # the line before was, or ended with, an address of the web
    for number, line in enumerate(lines):
        text = line.text
        if address and _REST_OF_ADDRESS.fullmatch(text.strip()):
            continue
        address = _ADDRESS.search(text.strip()) is not None
        if len(text) > LONGEST or not text.strip():
            kept.append(line)
        elif (found := _header_line(line, alone=number in ends)) is not None:
            # A date at the foot is that of the page or of the crawl; a document's own date there has no label.
            headers.extend(h for h in found if number in head or h[0] not in ("date", "published"))
        elif not _is_link(text):
            kept.append(line)
    return body if len(kept) == len(lines) else MappedText.join(kept), headers


def _header_line(line: MappedText, alone: bool) -> list[Header] | None:
    """The headers of a line that holds nothing else; None for any other line.

    Two known labels make a header line wherever it stands, a single one only at the head or foot (`alone`). A line
    in round brackets, （来源：…）, belongs to the text: it ends an article.
    """
    if line.text.lstrip().startswith(("（", "(")):
        return None
    if ":" not in line.text and "：" not in line.text and not _PARTING.search(line.text.strip(" *\u3000\u00a0\t\n")):
        return None  # a single field without a value
    found: list[Header] = []
    known = 0
    for start, end in _segments(line.text):
        bare = line.text[start:end].strip("*- ")
        field = _FIELD.fullmatch(bare)
        label = field.group("label").strip("* ") if field is not None else bare
        if field_of(label) is None:
            return None
        known += 1
        if field is not None:
            segment = line.slice(start, end)
            value_start = len(segment.text) - len(segment.text.split(field.group("label"), 1)[1].lstrip(" \u3000*:："))
            value = segment.slice(value_start, len(segment)).strip()
            while len(value) and value.text[-1] in "* ":
                value = value.slice(0, len(value) - 1)
            if (made := header(label, value, "header line")) is not None:
                found.append(made)
    if not known or (known == 1 and not (alone and (found or ":" in line.text or "：" in line.text))):
        return None
    return found


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The fields of a header line: parted by brackets, bars or wide space, or by one space before a further label."""
    last = 0
    for match in [*_PARTING.finditer(text), None]:
        end = len(text) if match is None else match.start()
        at = last
        for label in [*_NEXT_LABEL.finditer(text, last, end), None]:
            stop = end if label is None else label.start()
            if text[at:stop].strip(" *\u3000\u00a0"):
                yield at, stop
            at = stop
        last = end if match is None else match.end()


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(_bare(word) for word in vocabulary("page_lines")[kind])


def _bare(text: str) -> str:
    return _MARKS.sub("", text).lower()


def _is_link(text: str) -> bool:
    bare = _bare(text)
    if bare.startswith(_words("trail")) and (len(bare) <= 10 or re.search(r"[>＞›»/→:：]", bare)):
        return True
    if len(bare) <= LONGEST_LINK_PART and any(part in bare for part in _words("link_parts")):
        return True
    if re.fullmatch(r"https?://\S+", text.strip().strip("<>")):
        return True
    parts = [part for p in _BETWEEN.split(text) if (part := _bare(p))]
    links, beginnings = _words("links"), _words("link_beginnings")
    return bool(parts) and all(
        p.rstrip(":：") in links or (p.startswith(beginnings) and len(p) <= 25 and not p.endswith(("。", "；")))
        for p in parts
    )
