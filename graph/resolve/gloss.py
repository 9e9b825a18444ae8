"""Brackets inside a name that say it once more: 居民消费价格指数（CPI）, 国家药品监督管理局（国家药监局）."""

from __future__ import annotations

import re

from .bodies import central
from .short_forms import expanded
from .spelling import folded

_BRACKET = re.compile(r"(?<=..)[（(]([^（）()]{2,20})[）)]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&+.\- ]{2,}")


def without_gloss(name: str, kind: str) -> str:
    """The name without brackets that hold a short form of what stands before them, or letters for it.

    kind: type of the name. Letters behind a metric may be its unit and stay unless they are known to stand for it.
    """
    if "（" not in name and "(" not in name:
        return name

    def kept(match: re.Match[str]) -> str:
        before, inner = name[: match.start()], match[1]
        body = central(inner)
        again = expanded(folded(inner), kind)[0] == expanded(folded(before), kind)[0]
        again = again or bool(body and body == central(before))
        return "" if again or (kind != "Metric" and _LATIN.fullmatch(inner)) else match[0]

    return _BRACKET.sub(kept, name)
