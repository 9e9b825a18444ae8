"""Names without the spaces that typesetting leaves beside Chinese characters (2021 世界智能制造大会)."""

from __future__ import annotations

import re

_SPACES = re.compile(r"(?<=[^\x00-\x7f])\s++|(?<!\s)\s++(?=[^\x00-\x7f])")


def joined(name: str) -> str:
    """The name with its spaces beside Chinese characters and marks taken out; those between Latin words stay."""
    return _SPACES.sub("", name)
