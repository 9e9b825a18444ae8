"""The gate for SPARQL: a query may read the store and nothing else.

SPARQL has no bare names: every word that is no variable, name with a prefix, IRI, string or comment is one of the
language, so all that words.yaml does not list is refused. The gate is the second layer: the box (server.py) holds
without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .refusals import QueryRefused
from .tokens import Token, check_brackets, check_comment, check_whole, unknown
from .words import allowed, functions, upper

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
    | (?P<comment>\#[^\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<quote>'''|\"\"\"|'|")
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[A-Za-z]+)?)
    | (?P<blank>_:\w[\w.\-·]*)
    | (?P<prefixed>(?:[^\W\d_][\w.\-·]{0,99})?:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])
        (?:[\w:.\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
    | (?P<mark>[][(){}.,;|=<>+\-*/^!&?$])""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"""\\(?:[tbnrf\\"']|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))""")
_CODE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


def check_sparql(text: str) -> None:
    """Raises QueryRefused, which names what is refused and its place, unless the query may be asked."""
    check_whole(text)
    for code in _CODE.finditer(text):  # a reader may put in the character before it takes the query apart
        if int(code[1] or code[2], 16) < 0x80:
            raise QueryRefused("adhoc_escape", text, code.start(), word=code[0])
    before = ""
    for token in check_brackets(text, _tokens(text)):
        if token.kind == "word":
            _check_word(text, token)
        elif token.kind == "prefixed":
            _check_prefixed(text, token)
        elif token.kind == "iri" and before in ("FROM", "NAMED") and not _names_graph(token.text):
            raise QueryRefused("adhoc_from_file", text, token.at, word=token.text)
        before = upper(token.text)


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found or not found.lastgroup:
            raise unknown(text, at)
        kind, end = found.lastgroup, found.end()
        if kind == "comment":
            check_comment(text, at, end)
        elif kind == "quote":
            end = _string_end(text, at, found[0])
            yield Token("string", text[at:end], at)
        elif kind in ("prefixed", "blank"):
            end = at + len(found[0].rstrip("."))  # a dot at the end is that of the triple
            yield Token(kind, text[at:end], at)
        elif kind != "space":
            yield Token(kind, found[0], at)
        at = end


def _string_end(text: str, at: int, quote: str) -> int:
    place = at + len(quote)
    while place < len(text):
        if text.startswith(quote, place):
            return place + len(quote)
        if text[place] == "\\":
            escape = _ESCAPE.match(text, place)
            if not escape:
                raise unknown(text, place)
            place = escape.end()
        elif len(quote) == 1 and text[place] in "\r\n":
            break
        else:
            place += 1
    raise QueryRefused("adhoc_open", text, at, word=quote)


@cache
def _words() -> frozenset[str]:
    return frozenset(word if word == "a" else word.upper() for word in allowed("sparql")["words"])


def _check_word(text: str, token: Token) -> None:
    word = token.text if token.text == "a" else upper(token.text)
    if word == "A":
        raise QueryRefused("adhoc_keyword", text, token.at, word=token.text)
    if word in _words() or (token.text.isascii() and word.lower() in functions("sparql")):
        return
    if text[token.end :].lstrip().startswith("("):
        raise QueryRefused("adhoc_function", text, token.at, word=token.text)
    raise QueryRefused("adhoc_keyword", text, token.at, word=token.text)


def _check_prefixed(text: str, token: Token) -> None:
    """Refuses a name that the engine could read as a word of the language and a shorter name."""
    prefix, _, local = token.text.upper().partition(":")
    never = allowed("sparql")["never_in_prefixes"]
    if any(word in prefix or word in local.split(".")[1:] for word in never):
        raise QueryRefused("adhoc_prefix", text, token.at, word=token.text)


def _names_graph(iri: str) -> bool:
    scheme, colon, _ = iri[1:-1].partition(":")
    return bool(colon) and scheme.lower() not in ("file", "ftp", "data")
