"""What a file's name says: the last resort."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from .claims import Claims
from .dates import find_compact, find_date, iso

_YEAR = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d{2})(?![0-9A-Za-z])")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{4}")


def read_filename(key: str, claims: Claims) -> None:
    """Adds date and title from the name of the file at `key`; a name without Chinese characters gives no title."""
    stem = PurePosixPath(key).stem
    found = find_date(stem) or find_compact(stem)
    if found and len(found.value) > 4:
        claims.add("date", found.value, "file name")
        stem = stem[: found.start] + stem[found.end :]
    else:
        year = _YEAR.search(stem.replace("_", " "))
        claims.add("date", iso(int(year[1])) if year else None, "file name")
    title = stem.strip("_-—. 　")
    if _HAN_RUN.search(title):
        claims.add("title", title, "file name")
