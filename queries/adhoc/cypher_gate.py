"""The gate for Cypher: a query may read the graph and nothing else.

It judges words by where they stand. Where a clause or an operator may stand, only those of words.yaml may; a word where
an expression or pattern may stand is a name, unless a bracket follows, which makes it a function. So a forbidden word
is harmless as a name, and no clause can begin where the gate takes its word for a name. The gate is the second layer:
the box (server.py) holds without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .refusals import QueryRefused
from .tokens import Token, check_brackets, check_comment, check_whole, unknown
from .words import allowed, functions, upper

MOST_STEPS = 30
"""The longest path of variable length; the engine's own limit."""
_TOKEN = re.compile(
    r"""(?P<space>\s+)
    | (?P<line>//[^\n]*) | (?P<block>/\*)
    | (?P<quote>['"]) | (?P<tick>`)
    | (?P<parameter>\$(?:\w+))
    | (?P<word>[^\W\d]\w*)
    | (?P<number>0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    | (?P<mark>\.\.|[][(){}.,:;|=<>+\-*/%^!~&])""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"""\\(?:[\\'"bfnrtBFNRT]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})""")


def check_cypher(text: str) -> frozenset[str]:
    """The names of the query's parameters. Raises QueryRefused, which names what is refused and its place."""
    check_whole(text)
    tokens = list(check_brackets(text, _tokens(text)))
    _Judge(text, tokens).judge()
    return frozenset(token.text[1:] for token in tokens if token.kind == "parameter")


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found or not found.lastgroup:
            raise unknown(text, at)
        kind, end = found.lastgroup, found.end()
        if kind == "line":
            check_comment(text, at, end)
        elif kind == "block":
            end = text.find("*/", end) + 2
            if end < 2:
                raise QueryRefused("adhoc_open", text, at, word="/*")
        elif kind == "quote":
            end = _string_end(text, at)
            yield Token("string", text[at:end], at)
        elif kind == "tick":
            end = _name_end(text, at)
            yield Token("name", text[at:end], at)
        elif kind != "space":
            yield Token(kind, found[0], at)
        at = end


def _string_end(text: str, at: int) -> int:
    place = at + 1
    while place < len(text):
        if text[place] == text[at]:
            return place + 1
        if text[place] == "\\":
            escape = _ESCAPE.match(text, place)
            if not escape:
                raise unknown(text, place)
            place = escape.end()
        else:
            place += 1
    raise QueryRefused("adhoc_open", text, at, word=text[at])


def _name_end(text: str, at: int) -> int:
    """The end of a quoted name, in which a doubled quote is one of its characters."""
    place = at + 1
    while (place := text.find("`", place)) >= 0:
        if text[place + 1 : place + 2] != "`":
            return place + 1
        place += 2
    raise QueryRefused("adhoc_open", text, at, word="`")


class _Judge:
    """Goes over the tokens once; `_want` is what may stand next: clause, operand, operator, name, or one very word."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text, self._tokens = text, tokens
        self._words = allowed("cypher")
        self._want = "clause"
        self._brackets: list[str] = []  # "{query", "[path" or the bracket

    def judge(self) -> None:
        place = 0
        while place < len(self._tokens):
            token = self._tokens[place]
            if token.kind == "word":
                self._word(token, place)
            elif token.kind == "mark":
                place = self._mark(token, place)
            else:
                if token.kind == "name" and self._text_at(place + 1) == "(":
                    self._function(token, place, token.text[1:-1])
                self._exactly(token)
                self._want = "operator"
            place += 1

    def _text_at(self, place: int) -> str:
        return self._tokens[place].text if 0 <= place < len(self._tokens) else ""

    def _exactly(self, token: Token) -> None:
        """Refuses a token where one very word must stand, or one that begins a clause."""
        if self._want == "clause" and token.kind != "word" and token.text not in ("(", "}"):
            raise self._refused(token, ", ".join(self._words["clauses"]))
        if self._want not in ("clause", "operand", "operator", "name") and upper(token.text) != self._want:
            raise self._refused(token, self._want)

    def _refused(self, token: Token, may: str) -> QueryRefused:
        return QueryRefused("adhoc_word", self._text, token.at, word=token.text, allowed=may)

    def _word(self, token: Token, place: int) -> None:
        word, words = upper(token.text), self._words
        self._exactly(token)
        if self._want == "clause":
            if self._text_at(place - 1).upper() == "UNION" and word in words["after_union"]:
                return
            if word not in words["clauses"]:
                raise self._refused(token, ", ".join(words["clauses"]))
            self._want = words["clauses"][word]
        elif self._want == "operator":
            may = words["clauses"] | words["between"]
            if word not in may:
                raise self._refused(token, ", ".join(may))
            self._want = may[word]
        elif self._want == "operand":
            if word in words["before"]:
                self._want = words["before"][word]
                return
            if self._text_at(place + 1) == "(":
                self._function(token, place, token.text)
            self._want = "operator"
        else:  # a name, or the very word
            self._want = "operator" if self._want == "name" else "operand"

    def _function(self, token: Token, place: int, name: str) -> None:
        dotted = self._text_at(place - 1) == "."
        if dotted or name.lower() not in functions("cypher"):
            raise QueryRefused("adhoc_function", self._text, token.at, word=name)

    def _mark(self, token: Token, place: int) -> int:
        """What a mark changes; the place of the last token that was used."""
        mark = token.text
        self._exactly(token)
        if mark == ";":
            if place + 1 < len(self._tokens):
                raise QueryRefused("adhoc_statements", self._text, self._tokens[place + 1].at)
        elif mark in "([{":
            query = mark == "{" and upper(self._text_at(place - 1)) in self._words["subqueries"]
            path = mark == "[" and self._text_at(place - 1) == "-"
            self._brackets.append("{query" if query else "[path" if path else mark)
            self._want = "clause" if query else "operand"
        elif mark in ")]}":
            self._brackets.pop()
            self._want = "operator"
        elif mark == "*" and self._brackets[-1:] == ["[path"]:
            return self._steps(place)
        elif mark == "*" and self._want == "operand":
            self._want = "operator"  # RETURN *, count(*)
        else:
            self._want = "operand"
        return place

    def _steps(self, place: int) -> int:
        """The place of the last token of *1..3. Refuses a path without an upper bound, or a large one."""
        parts, end = [], place + 1
        while end < len(self._tokens) and (self._tokens[end].kind == "number" or self._text_at(end) == ".."):
            parts.append(self._text_at(end))
            end += 1
        last = parts[-1] if parts else ""
        if not last.isdecimal() or int(last) > MOST_STEPS or len(parts) > 3:
            raise QueryRefused("adhoc_steps", self._text, self._tokens[place].at, most=MOST_STEPS)
        self._want = "operator"
        return end - 1
