"""Persons, read by the post beside them (科技部部长王志刚, 李克强总理), and by name alone once they were named."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick
from spacy.language import Language
from spacy.tokens import Doc

from ...schema.vocabulary import alternation, vocabulary
from .candidates import Scope, names, own_city, scope, text_of
from .occurrences import occurrences
from .reading import Name

COMPONENT = "policygraph_people"

_HAN = re.compile("[一-龥]")
_TRANSLITERATED = 0.75
"""At least this share of a foreign name's characters belongs to those that transliterations use."""


@cache
def _person() -> re.Pattern[str]:
    """Post, then a Chinese name (surname and one or two characters) or a transliterated one, then what may follow.

    `likely` is a name of three characters that nothing known follows.
    """
    data, surnames = vocabulary("posts"), vocabulary("surnames")
    before, abroad = data["abroad"]
    posts = rf"(?:(?:{alternation(data['posts'])})(?!会)|{before}[一-龥]{{1,6}}?(?:{alternation(abroad)}))"
    surname = f"(?:{'|'.join(surnames['compound'])}|[{surnames['single']}])"
    dotted = rf"[一-龥]{{1,6}}(?:·[{data['transliteration']}]{{1,8}})+"
    end = rf"[，。；：、！？（）()\s\d]|$|{alternation([*data['honors'], *data['after']])}"
    return re.compile(
        rf"(?P<post>{posts}(?:[、兼]{posts})*)\s?"
        rf"(?:(?P<han>{surname}[一-龥]{{1,2}}?)(?={end})|(?P<foreign>{dotted}|[一-龥]{{2,8}}?(?={end}))"
        rf"|(?P<likely>{surname}[一-龥]{{2}}))"
    )


@cache
def _behind() -> re.Pattern[str]:
    """李克强总理, 潘云鹤院士: a name of three characters with its post after it."""
    surnames, data = vocabulary("surnames"), vocabulary("posts")
    return re.compile(rf"(?P<name>[{surnames['single'][: surnames['frequent']]}{surnames['leaders']}][一-龥]{{2}})"
                      rf"(?P<post>{alternation(data['behind'])})")


@cache
def _posts() -> AhoCorasick:
    """The words of which a person's post holds one."""
    data = vocabulary("posts")
    return AhoCorasick(sorted({*data["posts"], *data["abroad"][1], *data["behind"]}))


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(alternation([*vocabulary("context")["persons_say"], *vocabulary("posts")["acts"]]))


def find(text: str, read: list[Name], known: Scope) -> list[Name]:
    """Every person. read: the names found before; the body of a post is the one that ends where the post begins."""
    if not _posts().find_matches_as_indexes(text) and not any(person in text for person in known.people):
        return []  # most sentences
    kinds = ("Agency", "Organization", "Region", "Center")
    bodies = {n.end: n for n in sorted(read, key=lambda n: n.end - n.start) if n.type in kinds}
    taken = [(n.start, n.end) for n in read if n.type != "Plan" and n.type != "Document"]
    found: list[Name] = []

    def add(start: int, end: int, post: str | None, body: str | None) -> None:
        if any(s < end and start < e for s, e in taken):
            return
        taken.append((start, end))
        known.people.setdefault(text[start:end], (post, body))
        found.append(Name(start, end, text[start:end], text[start:end], "Person", "person", post=post, body=body))

    position = 0
    while match := _person().search(text, position):
        position = match.start() + 1
        group = match.lastgroup or ""
        body, post = _body(match, bodies, known)
        if _believed(match, group, body):
            add(*match.span(group), post, body)
            position = match.end()
    data = vocabulary("posts")
    for match in _behind().finditer(text):
        behind, person = match["post"], match["name"]
        if person[0] in data["weak_surnames"] or person[-1] in data["no_ending"]:
            continue
        honor = behind in data["honors"]
        body = None if honor else _held(behind, person)
        add(*match.span("name"), None if honor else behind, body)
    for person, (_, known_body) in list(known.people.items()):
        for start in occurrences(text, person):
            end = start + len(person)
            # two characters may be any word; before a verb of speaking or attending they are the person
            if len(person) > 2 or _speaking().match(text, end):
                add(start, end, None, known_body)  # the post is proven only where it stands beside the name
    return found


def _believed(match: re.Match[str], group: str, body: str | None) -> bool:
    """A transliterated name needs a dot, or a body and the characters of such names; a likely one a body."""
    written = match[group]
    data = vocabulary("posts")
    if group == "han":
        return written not in data["no_names"] and not written.startswith(tuple(data["no_beginning"]))
    if written.startswith(tuple(data["no_beginning"])):
        return False
    if group == "likely":
        if match["post"] in data["heads_of_state"] and body != data["bodies"]["国务委员"]:
            return False  # a foreign name goes on
        odd = set(written) & set(data["no_part"]) or written[0] in data["weak_surnames"]
        return body is not None and not odd
    share = sum(c in data["transliteration"] for c in written) / len(written)
    return "·" in written or (body is not None and share >= _TRANSLITERATED)


_OFFICES = re.compile("总书记、国家主席、$")
_PART_OF_NAME = re.compile("[一-龥]中央$|治?[区县](?:人民政府|政协|人大常委会)$")


def _held(post: str, person: str) -> str | None:
    """The body of a post that is understood without one (总书记); None where the post may be another party's."""
    holders = vocabulary("posts")["held_by"].get(post)
    return vocabulary("posts")["bodies"].get(post) if holders is None or person in holders else None


def _body(match: re.Match[str], bodies: dict[int, Name], known: Scope) -> tuple[str | None, str]:
    """(body, post). 国家主席 is 主席 of 中华人民共和国.

    江苏省委常委 is read as 江苏省 and 委常委, so that both joined are as written.
    """
    post, start, data = match["post"], match.start("post"), vocabulary("posts")
    if start in bodies:
        body = bodies[start]
        if _OFFICES.search(match.string, 0, body.start):
            return data["bodies"]["总书记"], "总书记"  # …总书记、国家主席、中央军委主席X: the first office speaks
        if _PART_OF_NAME.match(match.string, max(0, body.start - 1), body.end):
            return None, post  # 农工党中央主席: not the Central Committee; 自治区政协主席: cut
        return body.canonical, post
    if post in data["of_the_state"]:
        body, post = data["of_the_state"][post]
        return body, post
    if post[0] in "省市" and start + 1 in bodies:
        return bodies[start + 1].canonical, post[1:]
    first = post.split("、")[0]
    if first in data["bodies"]:
        return _held(first, match[match.lastgroup or "han"]), post
    # a mayor heads a city, also where only the province is known; 上海市 has a mayor and no governor
    province = None if known.province and known.province.endswith("市") else known.province
    for rank, region in (("province", province), ("city", own_city(known))):
        if region and first in data["own"][rank] and (not start or not _HAN.match(match.string[start - 1])):
            return region, post[1:] if post.startswith(("省委", "市委")) else post
    return None, post


@Language.component(COMPONENT)
def people(doc: Doc) -> Doc:
    """Adds every person to the candidates."""
    found = names(doc)
    found.extend(find(text_of(doc), found, scope(doc)))
    return doc
