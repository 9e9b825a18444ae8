"""An explanation on a terminal: the marks of its sentence in colors and in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ...schema.explanation import Explanation
from ...schema.explanation_forms import field_lines, headed, words_of_mark
from ...schema.marks import KINDS, Mark
from ...schema.printable import one_line, shown
from .folding import Folded

_STYLES = {"quote": "bold", "value": "green", "subject": "cyan", "object": "magenta"}


def rich_text(told: Explanation) -> Group:
    """The explanation with the marks of the sentence in colors and in brackets, which a legend below it explains."""
    sentence = Folded()
    for text, style in _sentence(told):
        sentence.append(text, style)
    parts: list[RenderableType] = [Folded(one_line(told.heading), style="bold")]
    parts += [Folded(headed(told, "document", told.document)), "", sentence, _legend(told), ""]
    for label, value, because in field_lines(told):
        parts.append(Folded(told.say("line", label=label, value=one_line(value))))
        if because:
            parts.append(Padding(Folded(one_line(because), style="dim"), (0, 0, 0, 4), expand=False))
    return Group(*parts)


def _sentence(told: Explanation) -> Iterator[tuple[str, str]]:
    """The sentence in pieces of text with their styles, brackets around each mark; the innermost closes first."""
    characters = shown(told.fact.evidence.sentence)
    for at in range(len(characters) + 1):
        ending = [mark for mark in told.marks if mark.end == at]
        beginning = [mark for mark in told.marks if mark.start == at]
        for mark in sorted(ending, key=_depth, reverse=True):
            yield words_of_mark(mark.kind)["close"], _STYLES[mark.kind]
        for mark in sorted(beginning, key=_depth):
            yield words_of_mark(mark.kind)["open"], _STYLES[mark.kind]
        if at < len(characters):
            held = [mark.kind for mark in told.marks if mark.start <= at < mark.end]
            yield characters[at], " ".join(_STYLES[kind] for kind in KINDS if kind in held)


def _depth(mark: Mark) -> tuple[int, int]:
    return mark.start - mark.end, KINDS.index(mark.kind)


def _legend(told: Explanation) -> Text:
    legend = Text()
    for kind in KINDS:
        if any(mark.kind == kind for mark in told.marks):
            words = words_of_mark(kind)
            legend.append(f"{words['open']}{words['close']} {words[told.lang]}  ", f"dim {_STYLES[kind]}")
    legend.append(told.place, "dim")
    return legend
