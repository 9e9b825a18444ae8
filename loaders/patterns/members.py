"""holds_post: lists of members, one a line: 组长：韩正　　国务院副总理."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation, vocabulary
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import relation
from .timing import on_day

_FEWEST = 2
_SPACE = re.compile(r"\s+")
# What the list is of: 关于调整国务院第二次全国污染源普查领导小组组成人员的通知.
_GROUP = re.compile(
    r"(?:关于|调整|成立|组成|组建|同意|建立|设立)(?P<name>(?:(?!关于|调整|成立|组成|组建|同意|建立|设立)[\u4e00-\u9fff“”\d（）]){4,40}?"
    r"(?:领导小组|委员会|联席会议|指挥部|协调小组|工作组|专班))"
)


@cache
def _line() -> re.Pattern[str]:
    """A role before a colon, a name of two to four characters (two may stand apart), wide space, and a post."""
    spaced = "|".join(r"\s*".join(role) for role in sorted(vocabulary("posts")["roles"], key=len, reverse=True))
    return re.compile(
        rf"\s*(?:(?P<role>{spaced})\s*[：:]\s*)?(?P<person>[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])"
        rf"(?:[\u3000\t]{{1,8}}|\s{{2,12}})(?P<post>[\u4e00-\u9fff][^，。；：]{{2,60}})$"
    )


def find(article: ScopedArticle) -> Iterator[Relation]:
    """The posts of every person that such a list names, and the role in the group that the list is of."""
    group = _group(article)
    role = None
    run: list[tuple[ScopedSentence, re.Match[str], str | None]] = []
    for sentence in article.sentences:
        line = _line().match(sentence.read.text) if sentence.read.sentence.kind != "row" else None
        if line is None:
            yield from _made(article, run, group)
            run, role = [], None
            continue
        role = _SPACE.sub("", line["role"]) if line["role"] else role
        run.append((sentence, line, role))
    yield from _made(article, run, group)


def _made(
    article: ScopedArticle, run: list[tuple[ScopedSentence, re.Match[str], str | None]], group: Entity | None
) -> Iterator[Relation]:
    if len(run) < _FEWEST:
        return
    day = article.read.article.info.day or article.document.info.day
    when = on_day(day, None)
    for sentence, line, role in run:
        person = Entity(_SPACE.sub("", line["person"]), "Person")
        clause = sentence.clause_at(line.start("person"))
        for body, post, end in _posts(sentence, *line.span("post")):
            place = (line.start("person"), end)
            yield relation(
                article, sentence, clause, person, "holds_post", body, place, "holds_post.list", when, post
            )
        if group is not None and role is not None:
            place = (line.start("person"), line.end("person"))
            yield relation(
                article, sentence, clause, person, "holds_post", group, place, "holds_post.role", when, role
            )


def _posts(sentence: ScopedSentence, start: int, end: int) -> Iterator[tuple[Entity, str, int]]:
    """Body, post and where the post ends, of each of the posts that 、 parts and whose body is known."""
    text = sentence.read.text
    ending = re.compile(rf"(?:{alternation(vocabulary('posts')['posts'])}|成员|负责人|组长)$")
    for piece in re.finditer(r"[^、\s]+", text[start:end]):
        a, b = start + piece.start(), start + piece.end()
        names = [n for n in sentence.read.names if n.start == a and n.type in ("Agency", "Organization", "Region")]
        if names and names[0].end < b and ending.search(text[names[0].end : b]):
            kind = "Agency" if names[0].type == "Region" else names[0].type
            yield Entity(names[0].canonical, kind), text[names[0].end : b], b


def _group(article: ScopedArticle) -> Entity | None:
    info = article.read.article.info
    title = info.title or article.document.info.title
    match = _GROUP.search(title.value) if title is not None else None
    return Entity(match["name"], "Organization") if match is not None else None
