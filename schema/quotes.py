"""What a quote shows of the original text."""

from __future__ import annotations

import html
import re

MARKUP = re.compile(r"<!--.*?-->|</?[a-zA-Z!][^<>]*>", re.DOTALL)
"""Tags and comments: what a quote from HTML leaves out."""


def quoted(original: str, start: int, end: int, markup: bool = False) -> str:
    """The original's characters start..end; with `markup` without tags and with entities resolved."""
    text = original[start:end]
    return html.unescape(MARKUP.sub("", text)) if markup else text
