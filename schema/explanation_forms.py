"""An explanation as plain text, for a rich console, and as HTML; text from documents is shown without what steers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from .explanation import Explanation
from .marks import KINDS, Mark
from .printable import one_line, shown
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from rich.console import Group, RenderableType
    from rich.text import Text

_STYLES = {"quote": "bold", "value": "green", "subject": "cyan", "object": "magenta"}
_COLORS = {"quote": "#fff3c4", "value": "#c8efd4", "subject": "#cfe8f7", "object": "#ecd5f5"}


def plain(told: Explanation) -> str:
    """Lines of text. The sentence stays as it is, so that it can be cited; the quote has a line of its own."""
    evidence = told.fact.evidence
    quote = told.say("cited", quote=one_line(evidence.quote), place=told.place)
    lines = [one_line(told.heading), _line(told, "document", told.document)]
    lines += [_line(told, "sentence", evidence.sentence), _line(told, "quote", quote)]
    for label, value, because in _fields(told):
        lines.append(told.say("line", label=label, value=one_line(value)))
        lines += [f"    {one_line(because)}"] if because else []
    return "\n".join(lines)


def rich_text(told: Explanation) -> Group:
    """The same with the marks of the sentence in colors and in brackets, which a legend below it explains."""
    from rich.console import Group  # rich is loaded when a terminal is written to
    from rich.padding import Padding

    from .folding import Folded

    sentence = Folded()
    for text, style in _sentence(told):
        sentence.append(text, style)
    parts: list[RenderableType] = [Folded(one_line(told.heading), style="bold")]
    parts += [Folded(_line(told, "document", told.document)), "", sentence, _legend(told), ""]
    for label, value, because in _fields(told):
        parts.append(Folded(told.say("line", label=label, value=one_line(value))))
        if because:
            parts.append(Padding(Folded(one_line(because), style="dim"), (0, 0, 0, 4), expand=False))
    return Group(*parts)


def html(told: Explanation) -> str:
    """A fragment for a notebook: the sentence with its marks in colors, the fields as a table."""
    sentence = []
    for text, open_marks in _pieces(told):
        color = next((_COLORS[kind] for kind in reversed(KINDS) if kind in open_marks), None)
        style = f' style="background:{color}"' if color else ""
        names = ", ".join(_mark(kind)[told.lang] for kind in KINDS if kind in open_marks)
        sentence.append(f'<mark{style} title="{escape(names)}">{escape(text)}</mark>' if color else escape(text))
    rows = "".join(
        f"<tr><th style='text-align:left;vertical-align:top'>{escape(label)}</th>"
        f"<td style='text-align:left'>{escape(one_line(value))}"
        + (f"<br><small>{escape(one_line(because))}</small>" if because else "")
        + "</td></tr>"
        for label, value, because in _fields(told)
    )
    head = f"<b>{escape(one_line(told.heading))}</b><br>{escape(one_line(told.document))} · {escape(told.place)}"
    return f"<div><p>{head}</p><blockquote>{''.join(sentence)}</blockquote><table>{rows}</table></div>"


def _line(told: Explanation, key: str, value: str) -> str:
    return told.say("line", label=told.say(key), value=one_line(value))


def _fields(told: Explanation) -> Iterator[tuple[str, str, str | None]]:
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


def _sentence(told: Explanation) -> Iterator[tuple[str, str]]:
    """The sentence in pieces of text with their styles, brackets around each mark; the innermost closes first."""
    characters = shown(told.fact.evidence.sentence)
    for at in range(len(characters) + 1):
        ending = [mark for mark in told.marks if mark.end == at]
        beginning = [mark for mark in told.marks if mark.start == at]
        for mark in sorted(ending, key=_depth, reverse=True):
            yield _mark(mark.kind)["close"], _STYLES[mark.kind]
        for mark in sorted(beginning, key=_depth):
            yield _mark(mark.kind)["open"], _STYLES[mark.kind]
        if at < len(characters):
            held = [mark.kind for mark in told.marks if mark.start <= at < mark.end]
            yield characters[at], " ".join(_STYLES[kind] for kind in KINDS if kind in held)


def _depth(mark: Mark) -> tuple[int, int]:
    return mark.start - mark.end, KINDS.index(mark.kind)


def _legend(told: Explanation) -> Text:
    from rich.text import Text

    legend = Text()
    for kind in KINDS:
        if any(mark.kind == kind for mark in told.marks):
            words = _mark(kind)
            legend.append(f"{words['open']}{words['close']} {words[told.lang]}  ", f"dim {_STYLES[kind]}")
    legend.append(told.place, "dim")
    return legend


def _mark(kind: str) -> dict[str, str]:
    words: dict[str, str] = vocabulary("explanation")["marks"][kind]
    return words
