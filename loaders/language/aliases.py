"""Short forms that an article defines for itself: （以下简称《规划》）, and their uses after it: 该规划, 本行动计划."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ...schema.vocabulary import alternation, vocabulary
from .candidates import Scope, names, scope, text_of
from .occurrences import occurrences
from .reading import Name
from .titles import title_type

COMPONENT = "policygraph_aliases"

_DEFINED = re.compile(
    r"[（(](?:以下|下文|本文|下)?均?(?:简称|称)(?:为|作)?[：:]?\s?"
    r"(?P<form>《[^》]{1,20}》|“[^”]{1,20}”|[^（）()，。]{2,15})[）)]"
)
"""（以下简称《规划》）, （简称“智改数转”）, （下称省产研院）: what stands before it gets a short form.

（以下统称…） names a group and none of its members: it is not read.
"""
_SHORT = 4
"""Up to this length a title is a short form (规划, 行动计划)."""
_LONGEST = 8
"""Longer titles are never read as the end of another one."""


@cache
def _reference() -> re.Pattern[str]:
    """该规划, 本《意见》: a word that points, and the kind of a document."""
    data = vocabulary("plan_titles")
    which, word = alternation(data["referring"]), alternation(data["referred"])
    return re.compile(rf"(?P<which>{which})(?:《(?P<quoted>[^》]{{2,12}})》|(?P<word>{word}))")


def define(text: str, read: list[Name], known: Scope) -> None:
    """Notes in the scope what this text gives a short form for, and the full titles it names."""
    for match in _DEFINED.finditer(text) if "称" in text else ():
        full = max((n for n in read if n.end == match.start()), key=lambda n: n.end - n.start, default=None)
        form = match["form"]
        if full is not None:
            known.aliases[form if form[0] == "《" else form.strip("“”")] = (full.canonical, full.type)
    for name in read:
        complete = name.found_by == "title" and name.type == "Plan" and len(name.canonical) > _SHORT
        if complete and name.canonical not in known.plans:
            known.plans.append(name.canonical)


def find(text: str, read: list[Name], known: Scope) -> list[Name]:
    """Every use of a short form, with the full name as canonical."""
    found = []
    for name in read:
        if name.text.startswith("《") and name.found_by == "title" and (full := _full(name.canonical, known)):
            found.append(Name(name.start, name.end, name.text, full[0], full[1], "alias"))
    for form, (canonical, kind) in known.aliases.items():
        for start in occurrences(text, form) if form[0] != "《" else ():
            if not any(n.start <= start < n.end and n.found_by == "title" for n in read):
                found.append(Name(start, start + len(form), form, canonical, kind, "alias"))
    for match in _reference().finditer(text):
        form = match["quoted"] or match["word"]
        full = _this(match["which"], form, known)
        if full is not None:
            found.append(Name(match.start(), match.end(), match[0], full[0], full[1], "alias"))
    return found


def _full(form: str, known: Scope) -> tuple[str, str] | None:
    """What a short title stands for: what was defined, else the last full title that ends in it."""
    if defined := known.aliases.get(f"《{form}》") or known.aliases.get(form):
        return defined
    if len(form) > _LONGEST:
        return None
    own = known.title if known.title and title_type(known.title) == "Plan" else None
    for title in (*reversed(known.plans), *((own,) if own else ())):
        if title != form and re.sub(r"[（(][^（）()]*[）)]$", "", title).endswith(form):
            return title, title_type(title)
    return None


def _this(which: str, form: str, known: Scope) -> tuple[str, str] | None:
    if which == "本":
        title = known.title
        return (title, title_type(title)) if title and form in title else None
    return _full(form, known)


@Language.component(COMPONENT)
def aliases(doc: Doc) -> Doc:
    """Defines what the sentence defines, then adds every use of a short form to the candidates."""
    found, known, text = names(doc), scope(doc), text_of(doc)
    define(text, found, known)
    found.extend(find(text, found, known))
    return doc
