"""The parts of a query that a gate judges, and what both gates refuse alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .refusals import QueryRefused

MOST_CHARACTERS = 20_000
"""The longest query: what is longer was made by a program, and takes the gate more than some milliseconds."""
MOST_DEPTH = 64
"""The deepest nesting of brackets: 1,000 crash ladybug, 2,197 Oxigraph (both measured)."""
PAIRS = {")": "(", "]": "[", "}": "{"}
# What one reader takes for the end of a line and another does not: in a comment it could hide a query from the gate.
_DOUBTFUL_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")
_NEVER = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Token:
    """kind: word, name (quoted), string, number, parameter, iri, prefixed, variable, mark. at: offset into the text."""

    kind: str
    text: str
    at: int

    @property
    def end(self) -> int:
        """Offset of the character after it."""
        return self.at + len(self.text)


def check_whole(text: str) -> None:
    """Refuses what is too long, empty, or holds characters that no text has."""
    if len(text) > MOST_CHARACTERS:
        raise QueryRefused("adhoc_long", length=len(text), most=MOST_CHARACTERS)
    if not text.strip():
        raise QueryRefused("adhoc_empty")
    if bad := _NEVER.search(text):
        raise QueryRefused("adhoc_character", text, bad.start(), word=f"U+{ord(bad[0]):04X}")


def check_comment(text: str, begin: int, end: int) -> None:
    """Refuses a comment to the end of a line that ends elsewhere for another reader."""
    if bad := _DOUBTFUL_ENDS.search(text, begin, end):
        raise QueryRefused("adhoc_character", text, bad.start(), word=f"U+{ord(bad[0]):04X}")


def unknown(text: str, at: int) -> QueryRefused:
    """The refusal of the character at a place."""
    character = text[at]
    word = character if character.isprintable() and character.isascii() else f"{character} (U+{ord(character):04X})"
    return QueryRefused("adhoc_character", text, at, word=word)


def check_brackets(text: str, tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens as they come. Refuses brackets that are too deep, or that do not pair."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind == "mark" and token.text in PAIRS.values():
            opened.append(token)
            if len(opened) > MOST_DEPTH:
                raise QueryRefused("adhoc_deep", text, token.at, most=MOST_DEPTH)
        elif token.kind == "mark" and token.text in PAIRS and (not opened or opened.pop().text != PAIRS[token.text]):
            raise QueryRefused("adhoc_bracket", text, token.at, word=token.text)
        yield token
    if opened:
        raise QueryRefused("adhoc_open", text, opened[-1].at, word=opened[-1].text)
