"""Traditional and simplified characters: the whole file converted by OpenCC."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

from .document import Document, Pair, Transformation, changed


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def in_script(configuration: str) -> Transformation:
    """The file in the script of an OpenCC configuration (s2tw, s2t, s2hk, tw2s), character for character.

    None for a file that is in that script already: OpenCC would harm it (tw2s makes 显着 of 显著).
    """

    def transform(document: Document) -> Pair | None:
        converted = changed(document, _converter(configuration).convert)
        if converted is None or _is_traditional(document.words) == configuration.startswith("s2"):
            return None
        return Pair(document, converted)

    return transform


def _is_traditional(text: str) -> bool:
    simplified, traditional = (
        sum(a != b for a, b in zip(text, str(_converter(c).convert(text)), strict=False)) for c in ("tw2s", "s2tw")
    )
    return simplified > traditional
