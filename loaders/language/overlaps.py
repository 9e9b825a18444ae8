"""Decides between candidates: the outermost names, and the names inside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from .candidates import names
from .reading import Name

COMPONENT = "policygraph_overlaps"

RANK = {
    "alias": 0, "title": 1, "person": 2, "event": 3, "suffix": 4, "quoted": 5, "gazetteer": 6, "model": 7, "network": 8,
}  # fmt: skip
"""Of two names with the same place the component that comes first here is believed."""

SPANS, NESTED = "names", "nested"


def resolve(candidates: Iterable[Name]) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """(outermost, nested), each from left to right. Longer wins; of two that cross, the shorter is dropped."""
    outer: list[Name] = []  # from left to right; none reaches into another, for the longer come first
    nested: list[Name] = []
    taken: set[tuple[int, int]] = set()
    for name in sorted(candidates, key=lambda n: (n.start - n.end, RANK.get(n.found_by, 9), n.start)):
        place = (name.start, name.end)
        at = bisect_right(outer, name.start, key=_start)
        if place in taken or any(_cross(name, other) for other in outer[max(at - 1, 0) : at + 1]):
            continue
        taken.add(place)
        if at and name.end <= outer[at - 1].end:
            nested.append(name)
        else:
            outer.insert(at, name)
    return tuple(outer), tuple(sorted(nested, key=_place))


def _cross(a: Name, b: Name) -> bool:
    return a.start < b.start < a.end < b.end or b.start < a.start < b.end < a.end


def _start(name: Name) -> int:
    return name.start


def _place(name: Name) -> tuple[int, int]:
    return name.start, -name.end


@Language.component(COMPONENT)
def overlaps(doc: Doc) -> Doc:
    """Writes doc.spans["names"] and doc.spans["nested"]; label is the type, `span._.name` the whole Name."""
    return keep(doc, names(doc))


def keep(doc: Doc, candidates: Iterable[Name]) -> Doc:
    """Writes the names among the candidates, in the place of those that were kept before."""
    outer, nested = resolve(candidates)
    for key, group in ((SPANS, outer), (NESTED, nested)):
        spans = [Span(doc, n.start, n.end, label=n.type) for n in group]
        doc.spans[key] = spans
        doc.user_data[f"policygraph.{key}"] = group
    return doc


def result(doc: Doc) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """(names, nested) of a Doc that went through the pipeline."""
    return doc.user_data[f"policygraph.{SPANS}"], doc.user_data[f"policygraph.{NESTED}"]


def _name_of(span: Span) -> Name | None:
    for key in (SPANS, NESTED):
        for name in span.doc.user_data.get(f"policygraph.{key}", ()):
            if (name.start, name.end) == (span.start, span.end):
                return name  # type: ignore[no-any-return]
    return None


Span.set_extension("name", getter=_name_of, force=True)
Span.set_extension("canonical", getter=lambda span: n.canonical if (n := _name_of(span)) else span.text, force=True)
