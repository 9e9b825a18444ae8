"""Draws together what a file, or an article in it, says of itself."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from ...schema.documents import DocumentInfo, Stated
from ..reading.source import Source
from .claims import Claims, body_name, first_prose, origin
from .contradictions import contradictions
from .dates import day_of, find_compact, find_date, find_day, last_day
from .departments import department_of
from .enclosures import passed_on, reprint_starts
from .filenames import read_filename
from .labels import label_of
from .lines import Line, joined_lines
from .mastheads import Head, find_dateline, read_head
from .outlook import read_outlook
from .sentences import split_sentences
from .signatures import read_signature
from .starts import Start
from .subjects import issuer_of, speaker_of_title, subject_of
from .titles import nature_of

# Places of headers that were written by whoever stored the text.
_HEADER_PLACES = dict.fromkeys(("heading", "header block", "header line", "page title"), "header")
_FIRST_LINES = 4
"""The first two sentences of an item stand on so many lines, page breaks included."""
_TAIL = 12
"""A signature or source line at the end stands among this many last lines."""
# 国务院关于…, 科技部印发《…》, 中共中央 国务院关于…
# 工信部产业政策司: a ministry, or a place's government, and its department.
_MINISTRY = re.compile(r"(.+?(?:委员会|总局|部|委|局|省|市))[\u4e00-\u9fff]{1,10}(?:司|局|处|厅|室)$")
_TITLE_ISSUER = re.compile(r"([\u4e00-\u9fff、\s\u3000（）]{2,60}?)[\s\u3000]*+(?=关于|印发|转发|批转|发布《)")

_AND_OTHERS = re.compile(r"等(?:[\d一二三四五六七八九十]+个)?(?:部门|单位)$")


def read_headers(source: Source, claims: Claims) -> None:
    """Adds the claims of front matter, header tables and the head of the file."""
    for name, stated in source.headers:
        where = _HEADER_PLACES.get(stated.where, stated.where)
        if name in {"date", "published"}:
            found = find_date(stated.value) or find_compact(stated.value)
            kind = "published" if name == "published" else "masthead" if where == "header" else where
            claims.add("date", found.value if found else None, kind, stated.char_start)
        elif name in {"title", "issuer", "number", "source"}:
            claims.add(name, stated.value, where, stated.char_start)


def describe_file(source: Source, lines: Sequence[Line]) -> tuple[DocumentInfo, Head]:
    """What the file says of itself, and its masthead."""
    claims = Claims()
    read_headers(source, claims)
    head = read_head(lines, claims)
    _read_reprint(lines, claims)
    _read_body(lines[head.end :], claims)
    read_outlook(lines, claims)
    read_filename(source.key, claims)
    info = _info(source.key, claims)
    return dataclasses.replace(
        info, char_start=0, char_end=len(source.original), notices=(*source.partial, *contradictions(claims, info))
    ), head


def as_collection(info: DocumentInfo) -> DocumentInfo:
    """The description of a file that holds other texts: a newsletter, else news, whatever its first title says."""
    if info.nature and info.nature.value in {"newsletter", "news"}:
        return info
    return dataclasses.replace(info, nature=Stated("news", "articles"), second_hand=True, speaker=None)


def describe_article(
    key: str, lines: Sequence[Line], start: Start | None, parent: DocumentInfo, role: str
) -> DocumentInfo:
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
    by = passed_on(parent.title.value) if role == "enclosed" and parent.title else None
    if by is not None and parent.title is not None:
        name = body_name(_AND_OTHERS.sub("", by))
        claims.add("issuer", name, "title", parent.title.char_start)
    elif role in {"enclosed", "part"} and parent.issuer:
        claims.add("issuer", parent.issuer.value, "document", parent.issuer.char_start)
    info = _info(key, claims)
    if role == "part" and info.issuer:
        info = dataclasses.replace(info, issuer=_of_ministry(info.issuer, parent.issuer))
    if role == "item" and not _is_document(info, body):
        info = dataclasses.replace(info, nature=Stated("news", "document"))
    elif info.nature is None and role == "part":
        info = dataclasses.replace(info, nature=parent.nature)
    return dataclasses.replace(
        info,
        part_of=parent.key,
        second_hand=info.second_hand or role == "item",
        internal=parent.internal,
        char_start=lines[0].text.starts[0] if lines else 0,
        char_end=lines[-1].text.ends[-1] if lines else 0,
    )


def _of_ministry(department: Stated, parent: Stated | None) -> Stated:
    """A department named alone, with the ministry that the file's issuer names: 科技司 beside 工信部产业政策司."""
    ministry = _MINISTRY.match(parent.value) if parent else None
    if ministry is None or _MINISTRY.match(department.value):
        return department
    return dataclasses.replace(department, value=ministry[1] + department.value)


def _read_reprint(lines: Sequence[Line], claims: Claims) -> None:
    """Title and issuer of a document that a news agency prints behind its report."""
    for start in reprint_starts(lines):
        if start.title:
            claims.add("title", start.title.text, "title", start.title.starts[0])
            for line in lines[: start.at]:
                issuer = issuer_of(line.value, start.title.text)
                if issuer:
                    claims.add("issuer", issuer[0], "first sentence", origin(line, issuer[1]))


def _read_body(lines: Sequence[Line], claims: Claims) -> None:
    """Adds what the running text's beginning and end say."""
    first = first_prose(lines)
    read_signature(lines, claims)
    sources = [line for line in lines if line.source]
    if len(sources) == 1 and sources[0] in lines[-_TAIL:]:
        name = sources[0].source or ""
        claims.add("source", name, "signature", origin(sources[0], sources[0].value.index(name)))
    title = claims.best("title")
    if title:
        _title_issuer(title, claims)
        speaker = speaker_of_title(title.value)
        claims.add("speaker", speaker, "title", title.char_start)
    if first < len(lines):
        agency = find_dateline(lines[first].value)
        if agency:
            claims.add("source", agency, "dateline", origin(lines[first]))
            _dateline_day(lines[first], claims)
        subject = subject_of(lines[first].value)
        if subject:
            claims.add("issuer", subject[0], "first sentence", origin(lines[first], subject[1]))


def _dateline_day(line: Line, claims: Claims) -> None:
    """The day of a dateline (新华社北京12月14日电), with the year in which the text was put up."""
    published = next((s for s in claims.found.get("date", ()) if s.where == "published"), None)
    found = find_day(line.value[:24], last_day(published.value)) if published else None
    if found:
        claims.add("date", found.value, "dateline", origin(line, found.start))


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
    beginning = joined_lines(lines[:_FIRST_LINES])
    for sentence in split_sentences(beginning)[:2]:
        text = sentence.text[:80]
        full = find_date(text)
        found = full if full and len(full.value) == 10 else find_day(text, on)
        if found and 0 <= (on - day_of(found.value)).days <= 183 and not text[: found.start].endswith(("将于", "定于")):
            claims.add("date", found.value, "dateline", sentence.starts[found.start])
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


def _is_document(info: DocumentInfo, lines: Sequence[Line]) -> bool:
    """An item whose title names a plan or notice is one only where it has a document's sections; else news of it."""
    if info.nature is None or info.nature.value == "speech":
        return False
    if info.nature.value == "interpretation":
        return True
    return any(label is not None and label.kind == "han" for label in (label_of(line.value) for line in lines))
