"""Persons: a name, and the post or body beside it."""

from __future__ import annotations

import re
from functools import cache

from ...schema.vocabulary import vocabulary
from ..naming import bare
from .bodies import _central
from .form import Context, Form, Note, note
from .places import leading
from .rules import table
from .short_forms import whole
from .spelling import folded

_DOTS = re.compile("[·•・‧∙]")


@cache
def _known() -> frozenset[str]:
    return frozenset(bare(name) for name in vocabulary("known_names")["Person"])


@cache
def _posts() -> list[str]:
    return sorted(map(folded, table("posts")), key=len, reverse=True)


def read_person(name: str, context: Context) -> Form:
    """A person. core: the name; of a foreign one the whole, with its family name apart where that is well known."""
    notes: list[Note] = []
    parts: dict[str, str] = {}
    if _DOTS.search(name):
        parts["name"] = _DOTS.sub("·", name)
    beside = []
    segments = [folded(s) for s in _DOTS.split(name)]
    text, first = segments[-1], "".join(segments[:-1])
    if not first:
        text, words = _without_posts(text)
        beside += [words] if words else []
    elif (words := _without_posts(segments[0])[1]):
        beside.append(words)
        first = _without_posts(segments[0])[0] + "".join(segments[1:-1])
    said = context.post or context.body
    if beside:
        notes.append(note("post_beside", words="".join(beside)))
    if said or beside:
        parts["beside"] = folded(said or "".join(beside))
    text, more = whole(text, "Person")
    notes += more
    if first and text in _known():
        notes.append(note("part_of_name", short=text, full=name))
        first = ""
    return Form(first + text, parts, tuple(notes))


def _without_posts(text: str) -> tuple[str, str]:
    """The name without the bodies and posts around it, and these."""
    around = ""
    known = next((name for name in _known() if len(name) >= 2 and (text.startswith(name) or text.endswith(name))), None)
    if known and len(text) > len(known):
        return known, text.replace(known, "", 1)
    changed = True
    while changed and len(text) > 2:
        changed = False
        for post in _posts():
            if text.endswith(post) and len(text) > len(post) + 1:
                text, around, changed = text.removesuffix(post), around + post, True
                break
        for post in _posts():
            at = text.find(post)
            if at >= 0 and len(text) - at - len(post) >= 2 and at + len(post) <= len(text) - 2 and len(text) > 4:
                around, text, changed = around + text[: at + len(post)], text[at + len(post) :], True
                break
    for end in range(len(text) - 2, 1, -1):
        if text[:end] in _central():
            rest = text[end:]
            cut = re.search("(?:司|局|厅|处|办公室|委)(?=.{2,4}$)", rest)
            rest = rest[cut.end() :] if cut else rest
            return rest, around + text[: len(text) - len(rest)]
    place, rest = leading(text)
    if place and 2 <= len(rest) <= 4:
        return rest, around + place.name
    return text, around
