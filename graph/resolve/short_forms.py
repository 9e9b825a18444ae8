"""Short forms inside names and the full forms they stand for: schema/vocabularies/short_forms.yaml."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ...schema.vocabulary import vocabulary
from .form import Note, note
from .spelling import folded

_LATIN = re.compile("[a-z0-9&.+]")


def expanded(text: str, group: str | None = None) -> tuple[str, list[Note]]:
    """A folded text with every short form in full, and a note for each; group: of the name's type, beside `any`."""
    full_of, finder = _finder(group)
    made, notes, at = [], [], 0
    for which, start, end in finder.find_matches_as_indexes(text):
        short = _forms(group)[which]
        full = full_of[short]
        if _cut(text, start, end, short) or (len(short) < len(full) and text.startswith(full, start)):
            continue
        made += [text[at:start], full]
        at = end
        if short != full:
            notes.append(note("short_form", short=short, full=full))
    return "".join([*made, text[at:]]), notes


def whole(text: str, group: str) -> tuple[str, list[Note]]:
    """A folded text in full where it is, as a whole, a short form of the group."""
    full = _table(group).get(text)
    return (full, [note("short_form", short=text, full=full)]) if full and full != text else (text, [])


def known(text: str, group: str) -> str | None:
    """The full form of what is, as a whole, a short or full form of the group; None for any other text."""
    return _table(group).get(text)


def ended(text: str, group: str = "endings") -> tuple[str, list[Note]]:
    """A folded text whose end is a short form of the group with that in full."""
    for short, full in _table(group).items():
        if text.endswith(short) and not text.endswith(full) and len(text) > len(short):
            return text.removesuffix(short) + full, [note("short_form", short=short, full=full)]
    return text, []


def _cut(text: str, start: int, end: int, short: str) -> bool:
    """Whether a Latin form begins or ends inside a longer Latin word (ai of chinajoy)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(
        (_LATIN.match(short) and before and _LATIN.match(before))
        or (_LATIN.match(short[-1]) and after and _LATIN.match(after))
    )


@cache
def _table(group: str) -> dict[str, str]:
    groups = vocabulary("short_forms")
    made: dict[str, str] = {}
    for full, shorts in groups.get(group, {}).items():
        for form in (full, *shorts):
            made.setdefault(folded(form), folded(full))
    return made


@cache
def _forms(group: str | None) -> list[str]:
    return sorted(_table("any") | (_table(group) if group else {}))


@cache
def _finder(group: str | None) -> tuple[dict[str, str], AhoCorasick]:
    made = _table("any") | (_table(group) if group else {})
    return made, AhoCorasick(_forms(group), matchkind=MatchKind.LeftmostLongest)
