"""HTML pages as a tree of elements, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ...schema.markup import element_names
from ...schema.vocabulary import vocabulary
from .markup import Run, attributes, lex

_WORD = re.compile(r"[a-z0-9_-]+")


@dataclass(slots=True, eq=False)
class Element:
    """One element of the page: start..end its place, parts its elements and runs of text in order.

    layout: for a table cell, whether it arranges the page; None while nobody has asked. depth: of the page itself 0.
    unclosed: no end tag, its own or that of an element around it, ends it before the page or its <body> does.
    """

    name: str
    start: int
    attributes: dict[str, str]
    parent: Element | None
    end: int = 0
    parts: list[Element | Run] = field(default_factory=list)
    layout: bool | None = None
    depth: int = 0
    unclosed: bool = False

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order, without recursion (pages may be nested thousands deep)."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(p for p in reversed(element.parts) if isinstance(p, Element))

    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


# An opening tag of the key ends an open element of the values, up to the nearest element of the scope.
_IMPLIED_END = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",),
    "tr": ("td", "th", "tr"), "td": ("td", "th"), "th": ("td", "th"),
    "tbody": ("td", "th", "tr", "thead", "tbody"), "tfoot": ("td", "th", "tr", "tbody"),
}  # fmt: skip
_SCOPE = {"table", "ul", "ol", "dl", "select", "#page"}


def parse(text: str, start: int = 0, end: int | None = None) -> Element:
    """The page, or start..end of it, as a tree.

    Never fails: tags that close nothing are ignored, what is left open ends with the page.
    """
    end = len(text) if end is None else end
    root = Element("#page", start, {}, None)
    here = root
    void, block = element_names("void"), element_names("block")
    open_count: dict[str, int] = {}
    for token in lex(text, page=True, start=start, end=end):
        if isinstance(token, Run):
            here.parts.append(token)
            continue
        if token.closing:
            if open_count.get(token.name, 0):
                here = _close(here, (token.name,), token.end, open_count, scope=frozenset())
            elif token.name == "br":
                here.parts.append(Element("br", token.start, {}, here, token.end))
            continue
        ended = _IMPLIED_END.get(token.name, ())
        if open_count.get("head", 0) and (token.name == "body" or (token.name in block and token.name != "title")):
            here = _close(here, ("head",), token.start, open_count, scope=frozenset())
        if token.name in block and open_count.get("p", 0):
            here = _close(here, ("p",), token.start, open_count, scope=frozenset({"td", "th", "table", "div", "li"}))
        while ended and (closed := _close(here, ended, token.start, open_count, scope=frozenset(_SCOPE))) is not here:
            here = closed
        element = Element(token.name, token.start, attributes(text, token), here, token.end)
        element.depth = here.depth + 1
        here.parts.append(element)
        if token.name not in void and text[token.end - 2] != "/":
            here = element
            open_count[token.name] = open_count.get(token.name, 0) + 1
    while here.parent is not None:
        here.end, here.unclosed = end, True
        here = here.parent
    root.end = end
    return root


def _close(
    here: Element, names: tuple[str, ...], end: int, open_count: dict[str, int], scope: frozenset[str]
) -> Element:
    """The parent of the nearest open element of these names, all inside it ended; `here` itself where there is none."""
    target: Element | None = here
    while target is not None and target.name not in names:
        if target.name in scope or target.parent is None:
            return here
        target = target.parent
    if target is None or target.parent is None:
        return here
    element = here
    while True:
        element.end = end
        open_count[element.name] -= 1
        if element is target:
            return target.parent
        element.unclosed = target.name in ("body", "html")
        assert element.parent is not None
        element = element.parent


@cache
def _furniture_words() -> frozenset[str]:
    return frozenset(vocabulary("markup")["furniture"])


def is_dropped(element: Element) -> bool:
    """True for what holds no text of the document: scripts, navigation, footers, hidden elements.

    Not where the element has no end: the rest of the page would be lost with it.
    """
    if element.unclosed:
        return False
    if element.name in element_names("dropped"):
        return True
    style = element.attributes.get("style", "").replace(" ", "").lower()
    if "display:none" in style or "hidden" in element.attributes:
        return True
    label = f"{element.attributes.get('id', '')} {element.attributes.get('class', '')}".lower()
    return not _furniture_words().isdisjoint(_WORD.findall(label))
