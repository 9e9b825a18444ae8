"""Citations as text, in the style of GB/T 7714—2015 and of the seventh edition of APA's manual."""

from __future__ import annotations

from ..vocabulary import vocabulary
from .source import Source, Work, kind_of, said


def gbt7714(source: Source) -> str:
    """Author. Title: number[letter]. date: page. Then what the standard leaves to notes: flags, place and quote.

    GB/T 7714—2015, 4.1: a number is other title information, behind a colon; appendix B has the letters, with /OL where
    an address is known. What was read in another document follows 转引自, as 4.2 does for parts with //.
    """
    end = "" if source.url is None else "/OL"
    parts = [_work(source.work, source.title, end)]
    if source.container is not None:
        whole = _work(source.container, source.container_title, "")
        parts.append(source.say("quoted_from", source=whole) if source.second_hand else f"//{whole}")
    elif source.taken_from is not None:
        parts.append(source.say("quoted_from", source=source.taken_from))
    page = f": {source.evidence.page}" if source.evidence.page is not None else ""
    parts.append(_dated(source) + page)
    parts += [source.url] if source.url else []
    text = parts[0] + "".join(part if part.startswith("//") else f". {part}" for part in parts[1:])
    return f"{text}. {_notes(source)}"


def apa(source: Source) -> str:
    """Author. (date). Title (No. number) [kind]. As cited in container. address. Then flags, place and quote."""
    kind = kind_of(source.work)["en"]
    title = source.title + (f" ({said('number', 'en', number=source.work.number)})" if source.work.number else "")
    date = apa_date(source.work.date)
    head = f"{source.work.author}. ({date}). {title} [{kind}]" if source.work.author else f"{title} [{kind}]. ({date})"
    parts = [head]
    if source.container is not None:
        whole = source.container
        named = ", ".join(filter(None, (whole.author, source.container_title, whole.number)))
        parts.append(source.say("quoted_from", source=named) if source.second_hand else f"In {named}")
    elif source.taken_from is not None:
        parts.append(source.say("quoted_from", source=source.taken_from))
    parts += [source.url] if source.url else []
    return f"{'. '.join(parts)}. {_notes(source)}"


def _work(work: Work, title: str, online: str) -> str:
    number = f": {work.number}" if work.number else ""
    named = f"{title}{number}[{kind_of(work)['gbt']}{online}]"
    return f"{work.author}. {named}" if work.author else named


def _dated(source: Source) -> str:
    return source.work.date or source.say("undated")


def _notes(source: Source) -> str:
    """Flags, place and quote, in the source's language."""
    mark, stop = ("；", "。") if source.lang == "zh" else ("; ", ".")
    return mark.join([*source.flags, source.place, source.quote]) + stop


def apa_date(date: str | None) -> str:
    """2021, December 12 of an ISO date as exact as it is; n.d. without one."""
    if date is None:
        return said("undated", "en")
    year, *rest = date.split("-")
    months: list[str] = vocabulary("citation")["months"]
    return ", ".join(
        [year, " ".join([months[int(rest[0]) - 1], *(str(int(day)) for day in rest[1:])])] if rest else [year]
    )
