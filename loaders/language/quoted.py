"""Names that stand in quotation marks after a verb that sets something up: 开展“质量万里行”, 打造“智慧街区”等活动."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ...schema.vocabulary import alternation, vocabulary
from .candidates import names, text_of
from .reading import Name

COMPONENT = "policygraph_quoted"


@cache
def _quoted() -> re.Pattern[str]:
    """A verb of launch, then one or several quoted names, with 等 and the kind of thing after the last of them."""
    data = vocabulary("name_boundaries")
    verbs = alternation(data["launching_quotes"])
    kinds = alternation(data["kinds_after_quotes"])
    one = "“[^“”]{3,30}”"
    return re.compile(rf"(?:{verbs})了?(?P<names>{one}(?:[、和与]?{one})*)(?:等(?:系列)?)?(?P<kind>{kinds})?")


def find(text: str) -> list[Name]:
    """Every quoted name; a kind of thing after the marks belongs to it (“向企业送管理”活动, also after 等)."""
    found = []
    for match in _quoted().finditer(text):
        start = match.start("names")
        for part in re.finditer(r"“([^“”]+)”", match["names"]):
            begin, end = start + part.start(), start + part.end()
            kind = match["kind"] or ""
            canonical = f"“{part[1]}”{kind}" if kind else part[1]
            if not kind:
                begin, end = begin + 1, end - 1
            elif end == match.start("kind"):
                end = match.end("kind")
            found.append(Name(begin, end, text[begin:end], canonical, "Program", "quoted"))
    return found


@Language.component(COMPONENT)
def quoted(doc: Doc) -> Doc:
    """Adds every quoted name to the candidates."""
    text = text_of(doc)
    if "“" in text:
        names(doc).extend(find(text))
    return doc
