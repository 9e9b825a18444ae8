"""Citations as items of CSL-JSON (Citation Style Language 1.0.2), which Zotero, pandoc and citeproc read."""

from __future__ import annotations

from typing import Any

from ..printable import one_line
from .source import Source, Work, kind_of


def item(source: Source) -> dict[str, Any]:
    """One item; what CSL has no variable for (flags, offsets, quote) is in `note`.

    A body is a name of one part (`literal`), so that no style takes its first character for a family name.
    """
    work, container = source.work, source.container
    found: dict[str, Any] = {
        "id": source.key,
        "type": kind_of(work)["csl"] if container is None else "article",
        "title": source.title,
        "language": "zh-CN",
        "genre": kind_of(work)[source.lang],
    }
    if work.author:
        found["author"] = [{"literal": work.author}]
    if work.date:
        found["issued"] = _date(work)
    if work.number:
        found["number"] = work.number
    if container is not None:
        found["container-title"] = source.container_title
        if container.author:
            found["container-author"] = [{"literal": container.author}]
        if container.number and not work.number:
            found["number"] = container.number
    if source.evidence.page is not None:
        found["page"] = str(source.evidence.page)
    if source.url:
        found["URL"] = source.url
    found["note"] = note(source)
    return found


def note(source: Source) -> str:
    """Where it was taken from, flags, place and quote, with what a line of CSL's note may not hold left out."""
    taken = [source.say("quoted_from", source=source.taken_from)] if source.taken_from else []
    if source.second_hand and source.container is not None:
        taken.append(source.say("quoted_from", source=source.container_title))
    mark = "；" if source.lang == "zh" else "; "
    return one_line(mark.join([*taken, *source.flags, source.place, source.quote]))


def _date(work: Work) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in (work.date or "").split("-")]]}
