"""An explanation as plain text and as HTML; text from documents is shown without what steers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html import escape

from .explanation import Explanation
from .marks import KINDS
from .printable import one_line, shown
from .vocabulary import vocabulary

_COLORS = {"quote": "#fff3c4", "value": "#c8efd4", "subject": "#cfe8f7", "object": "#ecd5f5"}


def plain(told: Explanation) -> str:
    """Lines of text. The sentence stays as it is, so that it can be cited; the quote has a line of its own."""
    evidence = told.fact.evidence
    quote = told.say("cited", quote=one_line(evidence.quote), place=told.place)
    lines = [one_line(told.heading), headed(told, "document", told.document)]
    lines += [headed(told, "sentence", evidence.sentence), headed(told, "quote", quote)]
    for label, value, because in field_lines(told):
        lines.append(told.say("line", label=label, value=one_line(value)))
        lines += [f"    {one_line(because)}"] if because else []
    return "\n".join(lines)


def html(told: Explanation) -> str:
    """A fragment for a notebook: the sentence with its marks in colors, the fields as a table."""
    sentence = []
    for text, open_marks in _pieces(told):
        color = next((_COLORS[kind] for kind in reversed(KINDS) if kind in open_marks), None)
        style = f' style="background:{color}"' if color else ""
        names = ", ".join(words_of_mark(kind)[told.lang] for kind in KINDS if kind in open_marks)
        sentence.append(f'<mark{style} title="{escape(names)}">{escape(text)}</mark>' if color else escape(text))
    rows = "".join(
        f"<tr><th style='text-align:left;vertical-align:top'>{escape(label)}</th>"
        f"<td style='text-align:left'>{escape(one_line(value))}"
        + (f"<br><small>{escape(one_line(because))}</small>" if because else "")
        + "</td></tr>"
        for label, value, because in field_lines(told)
    )
    head = f"<b>{escape(one_line(told.heading))}</b><br>{escape(one_line(told.document))} · {escape(told.place)}"
    return f"<div><p>{head}</p><blockquote>{''.join(sentence)}</blockquote><table>{rows}</table></div>"


def headed(told: Explanation, key: str, value: str) -> str:
    """A value on one line behind what it is."""
    return told.say("line", label=told.say(key), value=one_line(value))


def field_lines(told: Explanation) -> Iterator[tuple[str, str, str | None]]:
    """Label, value and basis of every field, then of the whole."""
    for line in told.fields:
        yield line.label, line.value, told.because(line.basis) if line.basis else None
    yield told.say("found"), told.rule(told.fact.extractor), None
    yield told.say("confidence"), told.confidence, None


def _pieces(told: Explanation) -> Iterator[tuple[str, frozenset[str]]]:
    """The sentence as it is shown, cut where a mark begins or ends, each piece with the kinds that hold in it."""
    characters = shown(told.fact.evidence.sentence)
    edges = sorted({0, len(characters)} | {edge for mark in told.marks for edge in (mark.start, mark.end)})
    for start, end in itertools.pairwise(edges):
        kinds = frozenset(mark.kind for mark in told.marks if mark.start <= start and end <= mark.end)
        yield "".join(characters[start:end]), kinds


def words_of_mark(kind: str) -> dict[str, str]:
    """The brackets of a mark (open, close) and what it is called in each language."""
    words: dict[str, str] = vocabulary("explanation")["marks"][kind]
    return words
