"""What character recognition gives: the lines of a page, and where they stand in the text made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ...schema.facts import Box
from ...schema.notices import Notice


@dataclass(frozen=True, slots=True)
class OcrLine:
    """One line, or one cell of a line, that was recognised on a page.

    text: without line breaks. after: what stands between it and the next one of the page: "\\n", "\\t" between the
    cells of a table, " " or nothing between parts of one line.
    box: in the page's points. score: how sure the recogniser is of the line's characters, 0 to 1.
    """

    text: str
    after: str
    box: Box
    score: float


@dataclass(frozen=True, slots=True)
class OcrSpan:
    """Where a recognised line stands in the original text: half-open offsets, its box and score as in `OcrLine`."""

    start: int
    end: int
    box: Box
    score: float


@dataclass(frozen=True, slots=True)
class OcrPages:
    """What recognition gave for the pages of a file that it was asked for, by number from 0.

    lines: in reading order; none for a page that shows no text. failed: why a page could not be recognised.
    """

    lines: Mapping[int, Sequence[OcrLine]] = field(default_factory=dict)
    failed: Mapping[int, Notice] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """As plain values for JSON."""
        return {
            "lines": [[page, line_records(lines)] for page, lines in self.lines.items()],
            "failed": [[page, notice.record()] for page, notice in self.failed.items()],
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> OcrPages:
        """What `record` gave."""
        return cls(
            {page: lines_from(records) for page, records in record["lines"]},
            {page: Notice(**notice) for page, notice in record["failed"]},
        )


def line_records(lines: Sequence[OcrLine]) -> list[Any]:
    """Lines as plain values for JSON."""
    return [[line.text, line.after, line.box, line.score] for line in lines]


def lines_from(records: Any) -> tuple[OcrLine, ...]:
    """The lines of what `line_records` gave. Raises ValueError or TypeError where a value is of another kind."""
    lines = []
    for text, after, (left, bottom, right, top), score in records:
        if not isinstance(text, str) or after not in ("", " ", "\t", "\n"):
            raise ValueError("not a recognised line")
        box = (float(left), float(bottom), float(right), float(top))
        lines.append(OcrLine(text, after, box, float(score)))
    return tuple(lines)


def page_text(lines: Sequence[OcrLine], start: int) -> tuple[str, list[OcrSpan]]:
    """The text of a recognised page, ending with a line break, and its spans where the page begins at `start`."""
    parts: list[str] = []
    spans = []
    at = start
    for line in lines:
        spans.append(OcrSpan(at, at + len(line.text), line.box, line.score))
        parts += (line.text, line.after)
        at += len(line.text) + len(line.after)
    return "".join(parts).rstrip() + "\n", spans


def page_numbers(pages: Sequence[int]) -> str:
    """Pages numbered from 0 as a reader counts them, in order: 1–3, 7."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(sorted(pages)), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0] + 1}–{run[-1] + 1}" if len(run) > 1 else f"{run[0] + 1}" for run in runs)


def ocr_notices(asked: Sequence[int], ocr: OcrPages | None) -> tuple[Notice, ...]:
    """What a reader must know of the pages whose text had to be recognised.

    asked: those pages. ocr: None where no recogniser is installed.
    """
    if not asked:
        return ()
    if ocr is None:
        return (Notice("ocr_missing", {"pages": page_numbers(asked)}),)
    notices = []
    if read := [page for page in asked if ocr.lines.get(page)]:
        notices.append(Notice("ocr_pages", {"pages": page_numbers(read)}))
    failed: dict[Notice, list[int]] = {}
    for page in asked:
        if page in ocr.failed:
            failed.setdefault(_failure(ocr.failed[page], ""), []).append(page)
    notices += [_failure(ocr.failed[pages[0]], page_numbers(pages)) for pages in failed.values()]
    return tuple(notices)


def _failure(of_box: Notice, pages: str) -> Notice:
    """Why pages could not be recognised, from how the box of one of them ended."""
    told = of_box.details
    if "seconds" in told:
        return Notice("ocr_too_slow", {"pages": pages, "seconds": told["seconds"]})
    if "megabytes" in told:
        return Notice("ocr_out_of_memory", {"pages": pages, "megabytes": told["megabytes"]})
    if of_box.code == "ocr_too_many":
        return Notice("ocr_too_many", {"pages": pages, "most": told["most"]})
    if of_box.code == "ocr_unusable":
        return Notice("ocr_unusable", {"pages": pages, "reason": told["reason"]})
    return Notice("ocr_failed", {"pages": pages})
