"""Files whose suffix a reader of another package reads."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import pairwise

from ...schema.errors import DocumentError, UnreadableDocument
from ..extensions import Extension, loaded, readers, told
from .draft import Draft


@cache
def added_readers(own: frozenset[str]) -> dict[str, Extension]:
    """The added reader of each suffix that is not an `own` one, imported.

    The reading process asks for them with its first sample, for in a box no module can be imported.
    Raises RunError where one is broken.
    """
    found = readers(own)
    for extension in found.values():
        loaded(extension)
    return found


def read_added(extension: Extension, data: bytes) -> Draft:
    """What an added reader makes of a file.

    Raises UnreadableDocument, naming the extension, where it fails or its offsets lead nowhere; a DocumentError that it
    raises itself stays what it is, and so does the end of memory.
    """
    try:
        draft = loaded(extension)(data)
        if not isinstance(draft, Draft):
            raise TypeError(f"{type(draft).__name__} found; expected Draft")
        _check(draft)
    except (DocumentError, MemoryError, RecursionError):
        raise
    except Exception as error:  # a foreign reader's own failure
        raise UnreadableDocument("extension_failed", extension=str(extension), error=told(error)) from error
    return draft


def _check(draft: Draft) -> None:
    length = len(draft.original)
    for places in (draft.body.starts, draft.body.ends, draft.pages):
        if not _rising(places) or (places and not 0 <= places[0] <= places[-1] <= length):
            raise ValueError(f"offsets that fall or lie outside an original of {length} characters")


def _rising(places: Collection[int]) -> bool:
    return all(first <= second for first, second in pairwise(places))
