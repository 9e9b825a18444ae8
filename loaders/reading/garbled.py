"""Texts that are no language: taken from a PDF whose fonts do not say which characters they draw, or decoded wrongly.

Measured on 220 readable policy documents, reports and bulletins (2.2 M characters), on one document with a broken
font map, and on readable ones decoded wrongly on purpose (UTF-8 as GB18030 and as Latin-1, GB18030 as Big5 and as
Latin-1, Big5 as GB18030). Each threshold stands between the two:

| share of    | readable, most | garbled: the measure that tells it                              |
|-------------|----------------|-----------------------------------------------------------------|
| unknown     | .000           | .19 (font map), .35 (UTF-8 as Latin-1), .26 (Big5 as GB18030)   |
| symbols     | .010           | .24 (font map), .11 (GB18030 as Latin-1)                        |
| accented    | .000           | .59 (a font map of Latin letters), .46 (GB18030 as Latin-1)     |
| rare        | .002           | .58 (UTF-8 as GB18030), .35 (GB18030 as Big5), .40 (the reverse)|
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

_CID = re.compile(r"\(cid:\d+\)")
# What stands for a character that could not be told: replacement and private-use characters, controls.
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LATIN_WORD = re.compile(r"[A-Za-z]?[a-z]{2,}")

UNKNOWN_SHARE = 0.05
SYMBOL_SHARE = 0.08
RARE_SHARE = 0.10
ACCENTED_SHARE = 0.25
"""French has some .05, Czech .15."""
PASSAGE = 2000
"""Characters of the passages that are judged one by one, for texts of which a part is garbled."""
SHORTEST = 60
"""A passage with fewer characters (without white space) is not judged: a table of formulas is no language."""


ENOUGH = 300
"""Characters from which the share of symbols tells: the marks of a short Markdown page are many."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares among the characters that are no white space, 0 to 1 (`rare`: among the Han characters).

    unknown: characters that could not be told; (cid:n) counts as one. symbols: ASCII and other signs that stand in
    no Chinese sentence (the bar of tables is none of them); 0 for a text that is mostly in Latin words, where they do
    stand. rare: Han characters neither in GB 2312 (ordinary simplified text) nor in the first level of
    Big5 (ordinary traditional text).
    accented: Latin letters with an accent or of their own (À, þ): more than any language has says that each of them
    is a byte of a character.
    """

    characters: int
    unknown: float
    symbols: float
    rare: float
    accented: float = 0.0

    @property
    def garbled(self) -> bool:
        """True where one of the measures is past its threshold."""
        return self.characters >= SHORTEST and (
            self.unknown >= UNKNOWN_SHARE
            or self.rare >= RARE_SHARE
            or self.accented >= ACCENTED_SHARE
            or (self.symbols >= SYMBOL_SHARE and self.characters >= ENOUGH)
        )

    @property
    def odd(self) -> bool:
        """The same whatever the length: tells of a part of a text that is known to be garbled elsewhere."""
        return (
            self.unknown >= UNKNOWN_SHARE
            or self.rare >= RARE_SHARE
            or self.accented >= ACCENTED_SHARE
            or self.symbols >= SYMBOL_SHARE
        )


def measure(text: str) -> Measures:
    """How much of a text is in no language."""
    cids = len(_CID.findall(text))
    counts = Counter(_CID.sub("", text))
    of_kind = Counter[str]()
    for character, number in counts.items():
        of_kind[_kind(character)] += number
    total = of_kind.total() - of_kind["space"] + cids
    latin = sum(map(len, _LATIN_WORD.findall(text)))
    symbols = of_kind["symbol"] if 2 * latin < total else 0
    han = of_kind["ordinary"] + of_kind["rare"]
    return Measures(
        total,
        (cids + of_kind["unknown"]) / max(1, total),
        symbols / max(1, total),
        of_kind["rare"] / max(1, han),
        of_kind["accented"] / max(1, total),
    )


@lru_cache(maxsize=30_000)
def _kind(character: str) -> str:
    """What a character is: "space", "unknown", "symbol", "accented", "ordinary" or "rare" (of Han), or "other"."""
    if character.isspace():
        return "space"
    if _UNKNOWN.match(character):
        return "unknown"
    if character in "!\"#$&'*+;<=>?@[\\]^_`{}~" or unicodedata.category(character) in ("Sc", "Sk"):
        return "symbol"
    if "\u00c0" <= character <= "\u024f" and character not in "×÷":
        return "accented"
    if "\u3400" <= character <= "\u9fff" or character >= "\U00020000":
        return "ordinary" if _is_ordinary(character) else "rare"
    return "other"


def _is_ordinary(character: str) -> bool:
    for encoding in ("gb2312", "big5"):
        try:
            code = character.encode(encoding)
        except UnicodeEncodeError:
            continue
        if encoding == "gb2312" or code[0] <= 0xC6:  # the first level of Big5 ends at C67E
            return True
    return False


def garbled_passages(text: str) -> tuple[int, int]:
    """How many passages of the text are garbled, and how many there are."""
    passages = [measure(text[start : start + PASSAGE]) for start in range(0, len(text), PASSAGE)]
    return sum(m.garbled for m in passages), len(passages)
