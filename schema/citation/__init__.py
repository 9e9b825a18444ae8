"""Facts cited as research asks for it: as text, as BibTeX, as CSL-JSON.

A citation names who issued the document, its title, number and date, where in it the fact stands, and the words. What
a document only retells is marked, and so is a document that was not published.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from ..errors import QueryError
from ..facts import Fact
from .bibtex import entry
from .csl import item
from .source import Source, source_of
from .text import apa, gbt7714

__all__ = ["STYLES", "Source", "bibliography", "cite", "item", "source_of"]

_WRITERS: dict[str, Callable[[Source], str]] = {
    "gbt7714": gbt7714,
    "apa": apa,
    "bibtex": entry,
    "csl": lambda source: json.dumps(item(source), ensure_ascii=False, indent=2),
}
STYLES = tuple(_WRITERS)
_WORDS = {"gbt7714": "zh", "apa": "en"}
"""The language that a style's own words are in, whatever the user's."""


def cite(fact: Fact, style: str = "gbt7714", lang: str | None = None) -> str:
    """The citation of one fact; see `Fact.cite`."""
    return _writer(style)(source_of(fact, _WORDS.get(style, lang)))


def bibliography(facts: Iterable[Fact], style: str = "gbt7714", lang: str | None = None) -> str:
    """The citations of facts, each once, in their order: a line each, BibTeX entries, or one CSL-JSON list."""
    writer = _writer(style)
    sources = {fact.id: source_of(fact, _WORDS.get(style, lang)) for fact in facts}
    if style == "csl":
        return json.dumps([item(source) for source in sources.values()], ensure_ascii=False, indent=2)
    return ("\n\n" if style == "bibtex" else "\n").join(map(writer, sources.values()))


def _writer(style: str) -> Callable[[Source], str]:
    if style not in _WRITERS:
        raise QueryError(f"citation style {style!r}; expected one of {', '.join(STYLES)}")
    return _WRITERS[style]
