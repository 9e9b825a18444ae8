"""When two names are the same, and which names are near."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from ..graph.derived import Node
from ..graph.naming import bare, core
from ..schema.vocabulary import vocabulary

__all__ = ["TITLED", "Node", "bare", "bearers", "completed", "core", "formal", "nearest", "titled", "untailed"]

TITLED = ("Plan", "Document", "Program")
"""The types whose names are titles, which may end in brackets: （2022—2024年）, （草案）."""

# （2022—2024年）, （草案）, （试行） after a plan's title
_TAIL = re.compile(r"\([^()]*\)$")


def titled(asked: str, title: str | None) -> bool:
    """Whether a document is called so: its title is the asked one, or is but for what stands in brackets at the end.

    江苏省…行动计划 asks for 江苏省…行动计划（2022—2024年）; that of 2022 does not ask for that of 2025.
    """
    if not title:
        return False
    wanted, held = bare(asked), bare(title)
    return wanted == held or untailed(asked) == held or wanted == untailed(title)


@lru_cache(maxsize=1 << 16)
def untailed(title: str) -> str:
    """The bare title without what stands in brackets at its end."""
    return bare(_TAIL.sub("", unicodedata.normalize("NFKC", title).strip().rstrip("》")))


def bearers(nodes: Iterable[Node], name: str, types: Iterable[str] | None = None) -> list[Node]:
    """The nodes of that name, whatever their type unless `types` says which."""
    wanted, kinds = bare(name), frozenset(types or ())
    return sorted(n for n in nodes if bare(n[1]) == wanted and (not kinds or n[0] in kinds))


def completed(nodes: Iterable[Node], beginning: str, types: Iterable[str] | None = None) -> list[Node]:
    """The nodes of the one name that begins so; none where no name does, or several."""
    wanted, kinds = bare(beginning), frozenset(types or ())
    found = sorted(n for n in nodes if wanted and bare(n[1]).startswith(wanted) and (not kinds or n[0] in kinds))
    return found if len({bare(name) for _, name in found}) == 1 else []


def formal(name: str) -> str:
    """The full name of a central body that is called by a short one (工信部); any other name as it is."""
    return _short_names().get(bare(name), name)


@cache
def _short_names() -> dict[str, str]:
    return {bare(short): body["name"] for body in vocabulary("agencies") for short in body.get("short", ())}


def nearest(name: str, known: Iterable[str], count: int = 5) -> list[str]:
    """At most `count` known names like this one, the likest first: those that hold it or lie in it, then by letters."""
    wanted = bare(name)
    by_bare: dict[str, str] = {}
    for other in sorted(known):
        by_bare.setdefault(bare(other), other)
    inside = sorted((abs(len(b) - len(wanted)), b) for b in by_bare if wanted and b and (wanted in b or b in wanted))
    close = difflib.get_close_matches(wanted, by_bare, n=count, cutoff=0.4)
    ranked = dict.fromkeys([*close[:2], *(b for _, b in inside), *close])
    return [by_bare[b] for b in ranked][:count]
