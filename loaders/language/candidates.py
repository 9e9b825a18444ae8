"""What the components hand on inside one Doc: the names found so far and what the article knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from spacy.tokens import Doc

from .reading import Name

_NAMES, _SCOPE, _TEXT = "policygraph.candidates", "policygraph.scope", "policygraph.text"


@dataclass(slots=True)
class Scope:
    """What holds for one article while its sentences are read in order; the components add to it.

    title: the article's own. agency: the body that speaks (我部, 部科技司), its ministry in `ministry`.
    province, city: the region in force for 我省, 省工信厅, 市科技局; None where the text has named none.
    aliases: short form → (canonical, type), as the text defined them; a form with 《》 stands only in them.
    plans: full titles named so far, for 该规划.
    people: person → (post, body), as first named.
    """

    title: str | None = None
    agency: str | None = None
    ministry: str | None = None
    province: str | None = None
    city: str | None = None
    district: str | None = None
    aliases: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    plans: list[str] = field(default_factory=list)


def names(doc: Doc) -> list[Name]:
    """The candidates of this Doc, in the order they were found; components append to the list itself."""
    return cast("list[Name]", doc.user_data.setdefault(_NAMES, []))


def text_of(doc: Doc) -> str:
    """The Doc's text, joined once: spaCy joins the tokens anew each time."""
    if _TEXT not in doc.user_data:
        doc.user_data[_TEXT] = doc.text
    return cast(str, doc.user_data[_TEXT])


def made_of(doc: Doc, text: str) -> Doc:
    """The Doc with the text that it was made of, which need not be joined again."""
    doc.user_data[_TEXT] = text
    return doc


def scope(doc: Doc) -> Scope:
    """The article's scope; a Doc read outside an article has one of its own."""
    if _SCOPE not in doc.user_data:
        doc.user_data[_SCOPE] = Scope()
    return cast(Scope, doc.user_data[_SCOPE])


def enter(doc: Doc, article: Scope) -> Doc:
    """The Doc with the scope of its article, which its components then share."""
    doc.user_data[_SCOPE] = article
    return doc


def own_city(known: Scope) -> str | None:
    """What 市 means where no name stands before it: the municipality itself, else the city in force."""
    return known.province if known.province and known.province.endswith("市") else known.city
