"""What counts as markup in a text, so that a quote can leave it out; the loaders' lexer reads by the same patterns."""

from __future__ import annotations

import html
import re
from functools import cache

from .vocabulary import vocabulary

# Possessive quantifiers: no input makes a match take more than linear time from its start.
_ATTRIBUTES = r"""(?>[^<>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|["'=])*+"""
ENTITY = re.compile(
    # Numbers, the few names that pages also write without the semicolon, and any name with it.
    r"&(?:#[xX][0-9a-fA-F]{1,6}+;?|#[0-9]{1,7}+;?|(?:nbsp|lt|gt|amp|quot)(?![a-zA-Z0-9]);?|[a-zA-Z][a-zA-Z0-9]{1,31}+;)"
)


@cache
def element_names(kind: str) -> frozenset[str]:
    """The element names in one list of the markup vocabulary."""
    return frozenset(vocabulary("markup")[kind])


@cache
def markup_pattern(page: bool) -> re.Pattern[str]:
    """What is markup. A page: anything in the form of a tag; other text: only tags of known elements (a<b stays).

    A comment or a script with all it contains is one match; group "raw" then names the element.
    """
    raw = "|".join(sorted(element_names("raw")))
    if page:
        name = "[a-zA-Z]"
    else:
        kinds = ("block", "cell", "inline", "void", "dropped")
        known = sorted({n for kind in kinds for n in element_names(kind)}, key=lambda n: (-len(n), n))
        name = f"(?:{'|'.join(re.escape(n) for n in known)})(?=[\\s/>])"
    return re.compile(
        rf"<!--.*?-->|<(?P<raw>{raw})\b{_ATTRIBUTES}>.*?</(?P=raw)\s*>|<[!?][a-zA-Z\[][^>]*>|</?{name}{_ATTRIBUTES}>",
        re.DOTALL | re.IGNORECASE,
    )


def without_markup(text: str, *, page: bool) -> str:
    """The text with markup left out and entities resolved; page: see `markup_pattern`."""
    runs, last = [], 0
    for match in markup_pattern(page).finditer(text):
        runs.append(text[last : match.start()])
        last = match.end()
    return "".join(ENTITY.sub(lambda m: html.unescape(m.group()), run) for run in [*runs, text[last:]])
