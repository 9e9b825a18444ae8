"""What front matter, header tables, meta tags and header lines say of a document, by field."""

from __future__ import annotations

import re
from functools import cache

from ...schema.documents import Stated
from ...schema.vocabulary import vocabulary
from .mapped import MappedText
from .script import simplify

Header = tuple[str, Stated]

_NOT_LETTERS = re.compile(r"[\s:：*＊【】\[\]（）()“”\"'、，,。．\u00a0\u3000]+")


@cache
def _fields() -> dict[str, str]:
    data = vocabulary("headers")
    known = {_bare(label): name for name, labels in data["fields"].items() for label in labels}
    return known | {_bare(label): "" for label in data["ignored"]}


def _bare(label: str) -> str:
    return _NOT_LETTERS.sub("", label).lower()


def field_of(label: str) -> str | None:
    """The field that a label fills; "" for a label that says nothing of the document, None for one not known.

    The label may be in either script.
    """
    known = _fields().get(_bare(label))
    return _fields().get(simplify(_bare(label))) if known is None else known


def header(label: str, value: MappedText, where: str) -> Header | None:
    """The header a label and its value make; the label itself is the field where it is not known. None: no value."""
    value = value.strip()
    name = field_of(label)
    if not len(value) or name == "":
        return None
    text = re.sub(r"\s+", " ", value.text)
    return name or _NOT_LETTERS.sub("", label), Stated(text, where, value.origin(0, len(value))[0])
