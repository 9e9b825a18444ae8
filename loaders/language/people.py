"""Persons, read by the post that stands before them: 科技部部长王志刚, 副省长胡广杰."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ...schema.vocabulary import vocabulary
from .candidates import names
from .reading import Name


@cache
def _person() -> re.Pattern[str]:
    """post, then a Chinese name (surname and one or two characters) or a transliterated one, then what may follow."""
    data, surnames = vocabulary("posts"), vocabulary("surnames")
    posts = "|".join(sorted(map(re.escape, data["posts"]), key=len, reverse=True))
    after = "|".join(sorted(map(re.escape, data["after"]), key=len, reverse=True))
    surname = f"(?:{'|'.join(surnames['compound'])}|[{surnames['single']}])"
    return re.compile(
        rf"(?P<post>(?:{posts})(?:、(?:{posts}))*)\s?"
        rf"(?:(?P<han>{surname}[一-龥]{{1,2}}?)|(?P<foreign>[一-龥]{{2,8}}(?:·[一-龥]{{1,8}})*))"
        rf"(?=[，。；：、！？）)\s]|$|{after})"
    )


def find(text: str, read: list[Name]) -> list[Name]:
    """Every person with a post. read: the names found before; the body of the post is the one that ends where it begins."""
    bodies = {n.end: n for n in sorted(read, key=lambda n: n.end - n.start) if n.type in ("Agency", "Organization", "Region")}
    found = []
    for match in _person().finditer(text):
        group = "han" if match["han"] else "foreign"
        if group == "foreign" and not _speaks(text, match.end()):
            continue
        start, end = match.span(group)
        body = bodies.get(match.start("post"))
        found.append(Name(start, end, text[start:end], text[start:end], "Person", "person",
                          post=match["post"], body=body.canonical if body else _body(match["post"])))
    return found


def _body(post: str) -> str | None:
    bodies: dict[str, str] = vocabulary("posts")["bodies"]
    return bodies.get(post)


def _speaks(text: str, position: int) -> bool:
    """A transliterated name is believed only before a verb of speaking or doing."""
    return text.startswith(tuple(a for a in vocabulary("posts")["after"] if len(a) > 1), position)


@Language.component("policygraph_people")
def people(doc: Doc) -> Doc:
    """Adds every person to the candidates."""
    found = names(doc)
    found.extend(find(doc.text, found))
    return doc
