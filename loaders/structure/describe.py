"""Draws together what a file, or an article in it, says of itself."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from ...schema.documents import DocumentInfo, Stated
from ..reading.source import Source
from .claims import Claims, body_name, first_prose, origin, words
from .dates import day_of, find_date, find_day
from .departments import department_of
from .filenames import read_filename
from .lines import Line
from .mastheads import Head, NUMBER, find_dateline, number_claims, read_head
from .outlook import read_outlook
from .signatures import read_signature
from .subjects import speaker_of_title, subject_of
from .titles import contradicts, nature_of
from .starts import Start

_APART = 365
"""Days between a header's date and the body's own that make them contradict each other."""
_TAIL = 12
"""A signature or source line at the end stands among this many last lines."""
# 国务院关于…, 科技部印发《…》, 中共中央 国务院关于…
_TITLE_ISSUER = re.compile(r"([\u4e00-\u9fff、\s\u3000（）]{2,60}?)[\s\u3000]*(?=关于|印发|转发|批转|发布《)")


def read_headers(source: Source, claims: Claims) -> None:
    """Adds the claims of front matter, header tables and the head of the file."""
    for name, stated in source.headers:
        where = {"heading": "header", "header block": "header"}.get(stated.where, stated.where)
        if name in {"date", "published"}:
            found = find_date(stated.value) or _compact(stated.value)
            kind = "published" if name == "published" else where if where != "header" else "masthead"
            claims.add("date", found, kind, stated.char_start) if isinstance(found, str) else claims.add(
                "date", found.value if found else None, kind, stated.char_start
            )
        elif name in {"title", "issuer", "number", "nature", "source"}:
            claims.add(name, stated.value, where, stated.char_start)


def _compact(text: str) -> str | None:
    from .dates import find_compact

    found = find_compact(text)
    return found.value if found else None


def describe_file(source: Source, lines: Sequence[Line]) -> tuple[DocumentInfo, Head]:
    """What the file says of itself, and its masthead."""
    claims = Claims()
    read_headers(source, claims)
    head = read_head(lines, claims)
    body = lines[head.end :]
    _read_body(body, claims)
    read_outlook(lines, claims)
    read_filename(source.key, claims)
    info = _info(source.key, claims)
    return dataclasses.replace(
        info, char_start=0, char_end=len(source.original), notices=tuple(_contradictions(claims, info, source))
    ), head


def describe_article(key: str, lines: Sequence[Line], start: Start | None, parent: DocumentInfo, role: str) -> DocumentInfo:
    """What an article says of itself; where it says nothing, date and issuer come from the file that it stands in.

    role: "head" (the file's own first part), "item" (of a newsletter or bulletin), "part" (of a joint report) or
    "enclosed" (printed by a notice).
    """
    claims = Claims()
    if start and start.title:
        claims.add("title", start.title.text.strip("*# "), "title", start.title.starts[0])
    elif start and start.listed:
        claims.add("title", start.listed, "contents")
    body = list(lines[start.length if start else 0 :])
    if role == "head":
        head = read_head(lines, claims)
        body = list(lines[head.end :])
    elif role in {"enclosed", "part"}:
        head = read_head(body, claims, titled=False)
        body = body[head.end :]
    _read_body(body, claims)
    if role == "item":
        _read_item_date(body, parent, claims)
    if parent.date and role != "head":
        claims.add("date", parent.date.value, "document", parent.date.char_start)
    if role in {"enclosed", "part"} and parent.issuer:
        claims.add("issuer", _with_department(parent.issuer, claims), "document", parent.issuer.char_start)
    info = _info(key, claims)
    if info.nature is None:
        fallback = {"item": "news", "part": parent.nature.value if parent.nature else None, "head": None}.get(role)
        info = dataclasses.replace(info, nature=Stated(fallback, "document") if fallback else None)
    return dataclasses.replace(
        info,
        part_of=parent.key,
        second_hand=info.second_hand or role == "item",
        internal=parent.internal,
        char_start=lines[0].text.starts[0] if lines else 0,
        char_end=lines[-1].text.ends[-1] if lines else 0,
    )


def _with_department(issuer: Stated, claims: Claims) -> str | None:
    return issuer.value


def _read_body(lines: Sequence[Line], claims: Claims) -> None:
    """Adds what the running text's beginning and end say."""
    first = first_prose(lines)
    read_signature(lines, claims)
    for line in lines[-_TAIL:]:
        if line.source:
            claims.add("source", line.source, "signature", origin(line))
    title = claims.best("title")
    if title:
        _title_issuer(title, claims)
        speaker = speaker_of_title(title.value)
        claims.add("speaker", speaker, "title", title.char_start)
    if first < len(lines):
        agency = find_dateline(lines[first].value)
        if agency:
            claims.add("source", agency, "dateline", origin(lines[first]))
        subject = subject_of(lines[first].value)
        if subject:
            claims.add("issuer", subject[0], "first sentence", origin(lines[first], subject[1]))


def _title_issuer(title: Stated, claims: Claims) -> None:
    department = department_of(title.value)
    if department:
        claims.add("issuer", department, "title", title.char_start)
        return
    match = _TITLE_ISSUER.match(title.value)
    name = body_name(match.group(1)) if match else None
    if name:
        claims.add("issuer", name, "title", title.char_start)


def _read_item_date(lines: Sequence[Line], parent: DocumentInfo, claims: Claims) -> None:
    """The day that an item's first sentences name, where it lies in the half year before the file's own date."""
    on = parent.day
    if on is None or parent.date is None or len(parent.date.value) < 10:
        return
    for line in lines[:2]:
        text = line.value[:80]
        full = find_date(text)
        found = full if full and len(full.value) == 10 else find_day(text, on)
        if found and 0 <= (on - day_of(found.value)).days <= 183 and not text[: found.start].endswith(("将于", "定于")):
            claims.add("date", found.value, "dateline", origin(line, found.start))
            return


def _info(key: str, claims: Claims) -> DocumentInfo:
    title = claims.best("title")
    nature = _nature(title, claims)
    return DocumentInfo(
        key=key,
        title=title,
        date=claims.best("date"),
        issuer=claims.best("issuer"),
        number=claims.best("number"),
        nature=nature,
        source=claims.best("source"),
        speaker=claims.best("speaker"),
        second_hand=nature is not None and nature.value in {"news", "newsletter", "interpretation"},
        internal=claims.internal,
    )


def _nature(title: Stated | None, claims: Claims) -> Stated | None:
    """By the title's form; else news where a news agency's dateline or source stands, else a report by its headings."""
    named = nature_of(title.value) if title else None
    if title and named:
        return Stated(named, "title", title.char_start)
    source = claims.best("source")
    if source and source.where in {"dateline", "signature", "front matter"}:
        return Stated("news", source.where, source.char_start)
    outlook = next((s for s in claims.found.get("date", ()) if s.where == "headings"), None)
    return Stated("report", "headings", outlook.char_start) if outlook else None


def _contradictions(claims: Claims, info: DocumentInfo, source: Source) -> list[str]:
    """Notices about headers that cannot be of this text."""
    notices = [f"text may be missing: {source.partial}"] if source.partial else []
    headers = [s for s in claims.found.get("title", ()) if s.where in {"header", "header table", "front matter"}]
    own = next((s for s in claims.found.get("title", ()) if s.where == "title"), None)
    for stated in headers:
        if own and contradicts(stated.value, own.value):
            notices.append(
                f"the {stated.where} calls it {stated.value!r}, the text {own.value!r}; the text's own title is used"
            )
            break
    if info.date:
        for stated in claims.found.get("date", ()):
            if stated.where in {"published", "header table", "front matter", "masthead"} and len(stated.value) >= 7:
                if abs((day_of(stated.value) - day_of(info.date.value)).days) >= _APART:
                    notices.append(
                        f"the {stated.where} date is {stated.value}, the {info.date.where} date {info.date.value}; "
                        f"{info.date.value} is used"
                    )
                    break
    return notices


__all__ = ["describe_article", "describe_file", "NUMBER", "number_claims", "words"]
