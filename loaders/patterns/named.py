"""Which words name an end of a relation, and which loader read them."""

from __future__ import annotations

from ...schema.basis import Basis
from ...schema.facts import Entity
from ..context.context import Clause, Inherited, ScopedArticle, ScopedSentence, read_in
from ..language.reading import Name
from .evidence import said_at


def named(
    article: ScopedArticle,
    sentence: ScopedSentence,
    clause: Clause,
    thing: Entity,
    place: tuple[int, int],
    broad: Inherited | None,
) -> Basis:
    """What an end of a relation in this clause rests on.

    First a name in the relation's own words; then what the clause inherits (agent, plan, region); then any other words
    of the sentence; then what the document says of itself; last the words from which an elided name was restored.

    place: half-open offsets of the relation's words. broad: the agent of the article as a whole, None without one.
    """
    start, end = min(clause.start, place[0]), max(clause.end, place[1])
    names = [n for n in (*sentence.read.names, *sentence.read.nested) if n.canonical == thing.name]
    name = min(names, key=lambda n: _apart(n, place), default=None)
    own = _read(sentence, name) if name is not None else _written(sentence, thing, place)
    if own is not None and own.char_start is not None and _within(sentence, own.char_start, start, end):
        return own
    return (
        _inherited(clause, thing)
        or own
        or _of_document(article, thing)
        or _of_article(article, thing, broad)
        or _event_before(article, sentence, thing)
        or read_in(sentence.read, *place, "clause", "coordination.restored")
    )


def _apart(name: Name, place: tuple[int, int]) -> tuple[int, int]:
    return max(place[0] - name.end, name.start - place[1], 0), name.start


def _read(sentence: ScopedSentence, name: Name) -> Basis:
    return read_in(sentence.read, name.start, name.end, "clause", f"names.{name.found_by}")


def _written(sentence: ScopedSentence, thing: Entity, place: tuple[int, int]) -> Basis | None:
    words = said_at(sentence.read.text, thing.name, place)
    return read_in(sentence.read, *words, "clause", "mention.written") if words else None


def _within(sentence: ScopedSentence, char_start: int, start: int, end: int) -> bool:
    first, last = sentence.read.sentence.text.origin(start, end)
    return first <= char_start < last


def _inherited(clause: Clause, thing: Entity) -> Basis | None:
    """The agent, the plan or the region that holds in the clause and bears the name."""
    context = clause.context
    for field, held in (("agent", context.agent), ("plan", context.plan), ("region", context.region)):
        if held is not None and thing.name in held.value.split("、") and field in context.bases:
            return context.bases[field]
    return None


def _of_document(article: ScopedArticle, thing: Entity) -> Basis | None:
    """The title or the issuer that the article says of itself, or the title of its file."""
    info, whole = article.read.article.info, article.document.info
    said = (("title", info.title), ("issuer", info.issuer), ("title", whole.title), ("issuer", whole.issuer))
    for where, stated in said:
        if stated is not None and thing.name in stated.value:
            return Basis(where, f"origin.{stated.where.replace(' ', '_')}", stated.value, stated.char_start)
    return None


def _of_article(article: ScopedArticle, thing: Entity, broad: Inherited | None) -> Basis | None:
    """The agent of the article as a whole, by the first clause that has it; the country, for which a plan speaks."""
    if broad is not None and thing.name in broad.value.split("、"):
        clauses = (clause.context for sentence in article.sentences for clause in sentence.clauses)
        context = next((c for c in clauses if c.agent == broad and "agent" in c.bases), None)
        return context.bases["agent"] if context is not None else None
    return Basis("default", "clause_roles.territory") if thing == Entity("中国", "Region") else None


def _event_before(article: ScopedArticle, sentence: ScopedSentence, thing: Entity) -> Basis | None:
    """The event that a sentence before names, which goes on acting without its name (大会还发布了《…》)."""
    if thing.type != "Event":
        return None
    for before in reversed(article.sentences[: article.sentences.index(sentence)]):
        name = next((n for n in before.read.names if n.canonical == thing.name), None)
        if name is not None:
            return read_in(before.read, name.start, name.end, "paragraph", "topics.last_event")
    return None
