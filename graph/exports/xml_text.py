"""Text for XML, which cannot hold every character that a document can."""

from __future__ import annotations

import re

from ..rows import Scalar

# all but the production Char of XML 1.0; a carriage return, a tab and a line feed stay
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class XmlText:
    """Makes text for one file and counts what it leaves out.

    left_out: how many characters of values the file does not have.
    """

    def __init__(self) -> None:
        self.left_out = 0

    def value(self, value: Scalar) -> str:
        """A value as XML Schema writes it; a text without the characters that XML cannot hold."""
        if isinstance(value, bool):
            return "true" if value else "false"
        return self.text(value) if isinstance(value, str) else repr(value)

    def text(self, value: str) -> str:
        """The text without the characters that XML cannot hold."""
        kept, count = _ILLEGAL.subn("", value)
        self.left_out += count
        return kept


def identifier(value: str) -> str:
    """The text with \\uXXXX for each character that XML cannot hold, so that two ids do not become one."""
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", value)
