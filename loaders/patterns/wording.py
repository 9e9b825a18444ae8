"""The words that relations are read by: trigger verbs and the endings of names, compiled once from the vocabularies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from ...schema.vocabulary import alternation, vocabulary


@dataclass(frozen=True, slots=True)
class Head:
    """The word that a named thing ends with.

    text: the longest ending in the vocabulary. type: one of schema.facts.ENTITY_TYPES. strong: it makes a program,
    a center, … of what stands before it by itself. designated: bodies are recognised as it (示范企业).
    """

    text: str
    type: str
    strong: bool
    designated: bool = False


@cache
def verbs(predicate: str, group: str = "verbs") -> frozenset[str]:
    """One group of a predicate's verbs; empty where the vocabulary has none."""
    return frozenset(vocabulary("verbs")[predicate].get(group, ()))


@cache
def helpers() -> frozenset[str]:
    """支持, 指导, …: verbs whose object does the next verb."""
    return frozenset(vocabulary("verbs")["helpers"])


@cache
def telling() -> frozenset[str]:
    """提出, 明确, …: verbs whose object is a clause with a verb of its own."""
    return frozenset(vocabulary("verbs")["telling"])


@cache
def every_verb() -> frozenset[str]:
    """All verbs that open an object, of any predicate, and the helpers."""
    data = vocabulary("verbs")
    groups = (
        group
        for name, entry in data.items()
        if isinstance(entry, dict)
        for key, group in entry.items()
        if key in {"verbs", "advance", "repeal"}
    )
    return frozenset(word for group in groups for word in group) | helpers() | telling()


@cache
def adverbs() -> frozenset[str]:
    """Words that may stand before each verb of a chain (全面, 加快)."""
    return frozenset(vocabulary("verbs")["adverbs"])


@cache
def compounds() -> re.Pattern[str]:
    """Words that hold a verb's characters and are no verb (新闻发布会)."""
    return re.compile(alternation(vocabulary("verbs")["compounds"]))


@cache
def _heads() -> dict[str, Head]:
    data = vocabulary("object_heads")
    found: dict[str, Head] = {}
    for kind in ("Event", "Program", "Plan", "Document", "Organization", "Center"):
        for strength in ("weak", "strong"):
            for word in data[kind].get(strength, ()):
                if strength == "strong" or word not in found:
                    found[word] = Head(word, kind, strength == "strong")
    for kind, words in data["designated"].items():
        for word in words:
            known = next((found[word[at:]] for at in range(len(word)) if word[at:] in found), None)
            kept = known is not None and (known.text == word or known.type == kind)
            found[word] = Head(
                word, known.type if known and kept else kind, bool(known and kept and known.strong), True
            )
    return found


# Numbers, brackets and closing marks at the end; each is read in one way only, and a name has no more than a few.
_CLOSING = re.compile(r"(?:(?<!\d)(?<!\d\.)\d++(?:\.\d++)*+|[（(][^（）()]*+[）)]|[”’」』〉》]){1,12}+$")
_CLOSED = re.compile(r"[\d）)”’」』〉》]$")
_NAMED_AFTER = re.compile(r"(?<=.{2})[“《][^“”《》]+[”》]$")  # 重大软课题“…研究”: the kind stands before the name


def head_of(text: str) -> Head | None:
    """The longest ending of a text that the vocabulary knows.

    A bracket or closing mark at the end is looked through; where the words in quotation marks have no known ending,
    those before them are asked.
    """
    if not _CLOSED.search(text):  # most texts: neither pattern below could take anything away
        return _ending(text)
    return _ending(_CLOSING.sub("", text)) or _ending(_NAMED_AFTER.sub("", text))


def _ending(bare: str) -> Head | None:
    table = _heads()
    for length in _lengths().get(bare[-1:], ()):
        found = table.get(bare[-length:])
        if found is not None:
            return found
    return None


def holds_head(text: str) -> bool:
    """Whether an ending that the vocabulary knows stands anywhere in a text: most texts are passed over quickly."""
    return bool(_finder().find_matches_as_indexes(text))


@cache
def _finder() -> AhoCorasick:
    return AhoCorasick(sorted(_heads()))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Last character → how long the endings with it are, the longest first."""
    found: dict[str, set[int]] = {}
    for word in _heads():
        found.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


@cache
def generic(text: str) -> bool:
    """True where the words name nothing in particular (重点项目, 工作机制)."""
    return text.strip('“”"《》 ') in _generic()


@cache
def _generic() -> frozenset[str]:
    return frozenset(vocabulary("object_heads")["generic"])


@cache
def opening_verb() -> re.Pattern[str]:
    """A verb that a phrase begins with."""
    return re.compile(f"^(?:{alternation(every_verb())})+")


@cache
def setting_off() -> frozenset[str]:
    """开展, 启动, …: verbs after which a verb of `in_names` begins the name of what they set going."""
    return frozenset(vocabulary("verbs")["setting_off"])


@cache
def in_names() -> frozenset[str]:
    """扩大, 健全, …: verbs that may stand in the name of a program (开展扩大自主权试点)."""
    return frozenset(vocabulary("verbs")["in_names"])


@cache
def opening_title() -> re.Pattern[str]:
    """A verb that the title of a document may begin with (促进…的意见)."""
    return re.compile(f"(?:{alternation(vocabulary('verbs')['titles'])})")


@cache
def institutions() -> frozenset[str]:
    """Endings of lasting arrangements (…制度, …督察) that a verb of setting up makes a name of."""
    return frozenset(vocabulary("object_heads")["institutions"])


@cache
def placed() -> frozenset[str]:
    """Endings of zones that a place name alone tells from their like (新区)."""
    return frozenset(vocabulary("object_heads")["placed"])


@cache
def leading() -> frozenset[str]:
    """Words before a name that only count or point (一批, 首批)."""
    return frozenset(vocabulary("object_heads")["leading"])


@cache
def tails() -> re.Pattern[str]:
    """What may stand after a name without being part of it (…建设工作)."""
    return re.compile(f"(?:{alternation(vocabulary('object_heads')['tails'])})$")


@cache
def whole_nouns() -> re.Pattern[str]:
    """Endings of nouns that are whole without the ending that the last of their list has (…团队、…信息系统)."""
    return re.compile(f"(?:{alternation(vocabulary('object_heads')['whole'])})$")
