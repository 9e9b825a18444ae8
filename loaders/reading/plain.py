"""Plain text and Markdown: front matter, inline HTML, Markdown's own marks."""

from __future__ import annotations

import re
from array import array

import frontmatter
import yaml

from ...schema.markup import element_names
from .checks import check_markup
from .draft import Draft
from .encodings import decode
from .headers import Header, header
from .mapped import MappedText
from .markdown import holds_table, read_markdown
from .markup import Run, Tag, decoded, has_markup, lex
from .page_lines import LineMaker
from .page_tree import parse

# "---", lines, "---" at the head of the file: YAML that tells of the file.
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?P<block>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")


def read_text(data: bytes, *, markdown: bool = False) -> Draft:
    """A text file with inline HTML and front matter, where it has them.

    markdown: its marks are left out too (the #s of headings stay: they tell the level). A text with front matter or
    with a table in Markdown is always read so, whatever its suffix: both belong to Markdown.
    """
    file = decode(data)
    original = file.text
    check_markup(original)
    headers, start = _front_matter(original)
    markup = has_markup(original)
    body = without_tags(original, start) if markup else MappedText.whole(original).slice(start, len(original))
    if markdown or start or holds_table(body.text):
        body, stated = read_markdown(body)
        headers.extend(stated)
    return Draft(original, body, tuple(headers), markup, file.encoding, partial=file.partial)


def _front_matter(text: str) -> tuple[list[Header], int]:
    """The headers of the front matter and the offset at which the text proper begins."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return [], 0
    try:
        metadata, _ = frontmatter.parse(text[: match.end()])
    except yaml.YAMLError:
        return [], 0  # a ruled line at the head of a text, not front matter
    if not metadata:
        return [], 0
    found = []
    for label in metadata:
        # The value as written, so that it has a place; YAML would make a date of it.
        line = re.compile(rf"^{re.escape(str(label))}[ \t]*:[ \t]*(['\"]?)(?P<value>.+?)\1[ \t]*$", re.MULTILINE)
        stated = line.search(text, match.start("block"), match.end("block"))
        if stated is not None:
            start, end = stated.span("value")
            value = MappedText(text[start:end], array("I", range(start, end)), array("I", range(start + 1, end + 1)))
            if (made := header(str(label), value, "front matter")) is not None:
                found.append(made)
    return found, match.end()


def without_tags(text: str, start: int = 0) -> MappedText:
    """A text with inline HTML from `start` on, without its tags; block elements and <br> begin a new line.

    A whole <table> is read as one of a page; in a row of a Markdown table <br> is a space.
    """
    parts: list[MappedText] = []
    last = "\n"
    tokens = list(lex(text, page=False, start=start))
    tables = _tables(tokens)
    done = start
    for number, token in enumerate(tokens):
        if token.start < done:
            continue
        if number in tables:
            done = tables[number]
            rows = LineMaker(text).lines(parse(text, token.start, done))
            piece = MappedText.join([_mark("\n" * (last != "\n"), token.start), rows, _mark("\n", done)])
        elif isinstance(token, Tag):
            piece = _tag_text(token, last, text)
        else:
            piece = decoded(text, token.start, token.end)
        if len(piece):
            parts.append(piece)
            last = piece.text[-1]
    return MappedText.join(parts)


def _tables(tokens: list[Tag | Run]) -> dict[int, int]:
    """By the number of its first token the end of each <table> that is closed and stands in no other."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for number, token in enumerate(tokens):
        if not isinstance(token, Tag) or token.name != "table":
            continue
        if not token.closing:
            opened.append(number)
        elif opened:
            first = opened.pop()
            if not opened:
                found[first] = token.end
    return found


def _tag_text(tag: Tag, last: str, text: str) -> MappedText:
    mark = ""
    if tag.name == "br" and text.startswith("|", text.rfind("\n", 0, tag.start) + 1):
        mark = " "
    elif tag.name == "br" or tag.name in element_names("block"):
        mark = "" if last == "\n" else "\n"
    elif tag.name in element_names("cell") and not tag.closing and last != "\n":
        mark = "\t"
    return _mark(mark, tag.start)


def _mark(characters: str, at: int) -> MappedText:
    place = array("I", [at]) * len(characters)
    return MappedText(characters, place, place)
