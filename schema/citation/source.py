"""What a citation says, before any style puts it in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..documents import DocumentInfo, Stated
from ..facts import Evidence, Fact
from ..languages import language
from ..printable import one_line
from ..vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Work:
    """A document or an article in one. None: it does not say.

    author: who issued it, else who speaks in it, else, of what is retold, the paper or office that it is taken from.
    nature: a key of citation.yaml `natures`.
    """

    title: str | None
    author: str | None
    number: str | None
    date: str | None
    nature: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is to be found.

    work: what says it. container: the document in which the work was read, None where it is the document itself.
    taken_from: what a retold document names as its source, where no container or author says it. url: None without.
    said_by: the speaker or quoted source in the work itself. article: number of the article in its file, from 1.
    """

    fact: str
    evidence: Evidence
    work: Work
    container: Work | None
    taken_from: str | None
    url: str | None
    second_hand: bool
    internal: bool
    said_by: str | None
    article: int | None
    lang: str

    @property
    def file(self) -> str:
        """The file's name."""
        return self.evidence.document.rsplit("/", 1)[-1]

    @property
    def key(self) -> str:
        """What a bibliography knows the citation by: the first digits of the fact's id, behind a word."""
        return f"policygraph-{self.fact[:12]}"

    def say(self, key: str, **values: object) -> str:
        """A phrase of citation.yaml in the source's language."""
        return said(key, self.lang, **values)

    @property
    def title(self) -> str:
        """The work's title, or words that say that it has none."""
        return self.work.title or self.say("untitled", file=self.file)

    @property
    def container_title(self) -> str:
        """The same for the container; "" where there is none."""
        if self.container is None:
            return ""
        return self.container.title or self.say("untitled", file=self.file)

    @property
    def place(self) -> str:
        """Page, where the file has pages, and the offsets of the quote in the file's text."""
        e = self.evidence
        parts = [self.say("article", number=self.article)] if self.article is not None else []
        parts += [self.say("page", page=e.page)] if e.page is not None else []
        parts.append(self.say("characters", start=e.char_start, end=e.char_end))
        return ("，" if self.lang == "zh" else ", ").join(parts)

    @property
    def quote(self) -> str:
        """The quote on one line, with its mark."""
        return self.say("quote", quote=one_line(self.evidence.quote))

    @property
    def flags(self) -> list[str]:
        """What must be said of how the source knows: retold, not published, somebody's words."""
        found = [self.say("said_by", who=self.said_by)] if self.said_by else []
        if self.second_hand and self.container is None and self.taken_from is None:
            found.append(self.say("second_hand"))
        return [*found, self.say("internal")] if self.internal else found


def source_of(fact: Fact, lang: str | None = None) -> Source:
    """The source of a fact as its `voices` tell it; without them of the file alone."""
    lang = language(lang)
    voices = fact.voices or (DocumentInfo(fact.evidence.document),)
    own, whole = voices[0], voices[-1]
    inside = own.key != whole.key
    retold = own.second_hand or whole.second_hand
    origin = own.source or (None if inside else whole.source)
    url = next((s.value for s in (own.source, whole.source) if s and s.value.startswith(("http://", "https://"))), None)
    named = None if origin is None or origin.value == url else origin.value
    work = _work(own, whole, named if retold else None)
    container = _work(whole, whole, None) if inside and _text(whole.title) != work.title else None
    aside = named if retold and container is None and named != work.author else None
    return Source(
        fact.id, fact.evidence, work, container, aside, url, retold, own.internal or whole.internal,
        getattr(fact, "stated_by", None), int(own.key.rpartition("#")[2]) if inside else None, lang,
    )  # fmt: skip


def _work(info: DocumentInfo, whole: DocumentInfo, origin: str | None) -> Work:
    """A document's or article's own account; the date is the file's where an article has none."""
    author = _text(info.issuer) or _text(info.speaker) or origin
    nature = _text(info.nature) or (_text(whole.nature) if info is whole else None) or "other"
    number = _text(info.number)
    known = vocabulary("citation")["natures"]
    return Work(
        _text(info.title), author, number, _text(info.date or whole.date), nature if nature in known else "other"
    )


def kind_of(work: Work) -> dict[str, Any]:
    """What the styles call a document of that nature: an entry of citation.yaml `natures`."""
    found: dict[str, Any] = vocabulary("citation")["natures"][work.nature]
    return found


def said(key: str, lang: str, **values: object) -> str:
    """A phrase of citation.yaml."""
    text: str = vocabulary("citation")["words"][key][lang]
    return text.format(**values)


def _text(stated: Stated | None) -> str | None:
    return None if stated is None else one_line(stated.value).strip() or None
