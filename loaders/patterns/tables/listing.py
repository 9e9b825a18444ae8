"""Whether a title stands over a list of designated bodies, who designates them, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ....schema.facts import Entity
from ....schema.vocabulary import alternation, vocabulary
from ...context.context import ScopedArticle
from ...context.origin import issuers
from ..timing import When, on_day
from ..wording import generic, head_of

_NAMES = ("名单", "名录", "名单的通知", "名单的公告", "名单的公示", "名单的通报", "名单的决定")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]|^附\s*[件表]\s*\d*\s*[：:]?\s*\d*[.．、]?|[《》]|\s")
_BATCH = re.compile(
    r"^(?:\d{4}年?(?:度)?)?(?:第[一二三四五六七八九十百\d]+批(?:次)?|首批)?(?:\d{4}年?(?:度)?)?(?:拟|新|入选|通过|获得)*(?:认定|命名|公布|确定|入选)*(?:的|为)?"
)
_ABOUT = re.compile(r"^.*?关于(?:.{0,12}?)(?:公布|印发|发布|认定|命名|确定|公示|下达|同意|授予|表彰|通报表扬|表扬)")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list's title says. agents: who designates; empty where the document does not say. when: of the document.

    kind: what the listed ones are designated as, None where the title names no class. praised: the list tells what
    places did well, each in a sentence that begins with the place.
    """

    agents: tuple[Entity, ...]
    when: When
    kind: Entity | None
    praised: bool = False


def listing(article: ScopedArticle, titles: Iterable[str]) -> Listing | None:
    """What the titles over a list, the nearest first, say; None where nothing is designated.

    A title of a list does, of a class of designated bodies, or where it is one of names (…名单) in a document that says
    that it designates; none that lists persons, tasks, or what is struck off.
    """
    own = [bare for title in titles if (bare := _BRACKETS.sub("", title))]
    whole = _BRACKETS.sub("", _document_title(article))
    title = next((t for t in own if is_list(t)), whole if is_list(whole) else None)
    if title is None or any(word in t for t in (title, whole) for word in vocabulary("tables")["not_lists"]):
        return None
    praised = title.endswith(tuple(vocabulary("tables")["practices"]))
    kind = None if praised else _class(title) or _class(whole)
    named = praised or title.endswith(_NAMES) or whole.endswith(_NAMES)
    if kind is None and not (named and any(word in whole for word in vocabulary("tables")["recognising"])):
        return None
    return Listing(_agents(article), _when(article, title + whole), kind, praised)


def is_list(title: str) -> bool:
    """The words end as the title of a list does."""
    return bool(_list_end().search(_BRACKETS.sub("", title)))


@cache
def _list_end() -> re.Pattern[str]:
    words = [*vocabulary("tables")["lists"], *vocabulary("tables")["practices"]]
    return re.compile(rf"(?:{alternation(words)})(?:的(?:通知|公告|通报|公示|决定|函))?$")


def _class(title: str) -> Entity | None:
    """The class of bodies that a title names: what stands before 名单, without its batch and year."""
    name = _list_end().sub("", title)
    name = _BATCH.sub("", _ABOUT.sub("", name))
    name = re.sub(r"(?:认定|建设|培育|创建|推荐|评选|遴选|申报|复核|公示|入选|评审|名单|结果|通过)+$", "", name)
    head = head_of(name)
    if head is None or generic(name) or len(name) < 4 or not (head.designated or head.type == "Center"):
        return None
    return Entity(name, head.type if head.type in ("Program", "Center", "Organization", "Region") else "Program")


def _document_title(article: ScopedArticle) -> str:
    info = article.read.article.info
    title = info.title or article.document.info.title
    return title.value if title is not None else ""


def _agents(article: ScopedArticle) -> tuple[Entity, ...]:
    return tuple(Entity(name, "Agency") for name in issuers(article.read, article.document))


def _when(article: ScopedArticle, titles: str) -> When:
    """When the document was made; still planned where it only proposes (公示, 拟认定)."""
    day = article.read.article.info.day or article.document.info.day
    proposed = any(word in titles for word in vocabulary("tables")["proposing"])
    return on_day(day, "planned" if proposed else "achieved")
