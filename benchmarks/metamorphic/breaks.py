"""Hard line breaks: every paragraph set in lines of one width."""

from __future__ import annotations

from .content import content
from .document import Document, Pair, Transformation
from .formats import as_txt, head_lines
from .typesetting import is_entry, wrapped

WIDTHS = (20, 37, 60, 80)
"""Characters a line: a newspaper's column, WPS on A4, a wide page, a terminal."""


def broken(width: float, layout: str) -> Transformation:
    """The file as a text with hard line breaks, beside the same text with a line for each paragraph.

    layout: "indented" (paragraphs begin with two blanks of full width, GB/T 9704-2012), "spaced" (a blank line
    between them), "flush" (neither), "cut" (neither, and lines of exactly the same number of characters).
    """

    def transform(document: Document) -> Pair | None:
        text = content(document)
        lines = head_lines(text)
        for line in text.lines:
            words = line.text.strip()
            indent = 2 if layout == "indented" else 0
            if not words:
                lines += [] if layout == "spaced" else [""]
                continue
            whole = line.kind in {"row", "set"} or is_entry(words)
            made = [words] if whole else wrapped(words, width, indent, layout != "cut")
            lines += ["\u3000" * indent + made[0], *made[1:]]
            if layout == "spaced":
                lines.append("")
        base = document.with_data(as_txt(text), ".txt")
        return Pair(base, document.with_text("\n".join(lines), ".txt"))

    return transform
