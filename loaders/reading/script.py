"""Traditional script read as simplified, one character for one, so that every offset stays."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from opencc import OpenCC

from ...schema.errors import VocabularyError
from ...schema.vocabulary import vocabulary
from .mapped import MappedText

# Kangxi and CJK radicals, compatibility ideographs: what PDF fonts often give in place of the character itself.
_COMPATIBILITY = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


@cache
def _taiwan_to_simplified() -> OpenCC:
    return OpenCC("tw2s")


@cache
def _simplified_to_traditional() -> OpenCC:
    return OpenCC("s2t")


@cache
def _patches() -> tuple[dict[int, str], re.Pattern[str], dict[str, str]]:
    data = vocabulary("script")
    for wrong, right in [*data["characters"].items(), *data["phrases"].items()]:
        if len(wrong) != len(right):
            raise VocabularyError(f"script.yaml: {wrong!r} and {right!r} differ in length; offsets would move")
    phrases: dict[str, str] = data["phrases"]
    return str.maketrans(data["characters"]), re.compile("|".join(phrases)), phrases


def is_traditional(text: str) -> bool:
    """True where more characters are of the traditional form only than of the simplified form only.

    Decided for a whole document: a simplified text that cites a few traditional words is left as it is, and a
    traditional one that already has some characters simplified (于, 后, 准) is read as traditional.
    """
    traditional = _differing(text, _to_simplified(text))
    return traditional > 0 and traditional > _differing(text, _simplified_to_traditional().convert(text))


def _differing(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=False)) if a != b else 0


def _to_simplified(text: str) -> str:
    characters, wrong, phrases = _patches()
    if not characters.keys().isdisjoint(map(ord, set(text))):  # to look is cheaper than to translate, which few need
        text = text.translate(characters)
    converted = _taiwan_to_simplified().convert(text)
    return wrong.sub(lambda m: phrases[m.group()], converted)


def simplify(text: str, traditional: bool | None = None) -> str:
    """The text in simplified characters, of the same length; a text that is not traditional is not altered.

    Compatibility forms (⼯ for 工) become the ordinary character in either case. traditional: whether the text is,
    where a longer one that it belongs to tells; None to ask the text itself.
    """
    text = _COMPATIBILITY.sub(_ordinary, text)
    if not (is_traditional(text) if traditional is None else traditional):
        return text
    simplified = _to_simplified(text)
    if len(simplified) != len(text):  # OpenCC's Taiwan table holds a few phrases whose length changes
        simplified = "".join(c if len(c) == 1 else t for t in text for c in (_to_simplified(t),))
    return simplified


def _ordinary(match: re.Match[str]) -> str:
    form = unicodedata.normalize("NFKC", match.group())
    return form if len(form) == 1 else match.group()


def simplified(text: MappedText) -> MappedText:
    """`simplify` with the places kept."""
    return text.with_text(simplify(text.text))
