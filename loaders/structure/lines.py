"""The lines of a text, and what the form of a line alone tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...schema.punctuation import CLOSING, OPENING
from ..reading.mapped import MappedText

CLOSERS = f"{CLOSING}\"'"
# A line that ends a sentence, a list item or a lead-in, with what closes after it and a remark: …。（财政部负责）
_ENDED = re.compile(rf"[。！？!?；;：:…][{re.escape(CLOSERS)}]*(?:[（(][^（()）]*[）)])?$")
# （来源：新华网）, （文章来源：…）, 来源：中国政府网: who published the text above.
SOURCE = re.compile(r"^[（(\[【]?\s*(?:文章|信息|稿件|资料|新闻)?来源\s*[：:]\s*+([^）)\]】]{2,40}?)\s*[）)\]】]?$")
# Characters that stand in running text but not in a title: sentence ends inside the line.
_SENTENCE_END = re.compile(r"[。！？；]")
# A function word at the end, not part of a word that may end a title (纲要, 参与, 普及, 应对): the line goes on.
_OPEN_WORD = re.compile(r"(?:(?<![摘纲纪需重主提概])要|(?<!参)与|(?<![普涉推])及|(?<!应)对|[的和或把将被从是])$")
_UNCLOSED = f"，、,—－-{OPENING}"
"""What a line that goes on may end with."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NARROW = re.compile(r"[\x00-\xff]")
_CLAUSE = 24
"""A longer line with two commas in it is running text."""
_INVISIBLE = "\u200b\u200c\u200d\ufeff"
TITLE_LIMIT = 60
"""Longest line in characters that may be a title; longer ones are text."""


@dataclass(slots=True, eq=False)  # not frozen: see MappedText
class Line:
    """One line that is not blank, never altered.

    text: without white space at both ends, but a row of a table keeps the tabs of empty cells before its first. gap:
    blank lines before it. indent: white space before it, in columns. value: the line's characters.
    """

    text: MappedText
    gap: int
    indent: float
    value: str = field(init=False)

    def __post_init__(self) -> None:
        self.value = self.text.text  # kept: every rule asks for it

    @property
    def ended(self) -> bool:
        """The line ends a sentence, a list item or a lead-in."""
        return bool(_ENDED.search(self.value))

    @property
    def unfinished(self) -> bool:
        """The line breaks off: it ends with a comma, an opening mark, a dash or a function word."""
        return self.value[-1] in _UNCLOSED or bool(_OPEN_WORD.search(self.value, len(self.value) - 1))

    @property
    def width(self) -> float:
        """Its columns, without the indent."""
        return columns(self.value)

    @property
    def titled(self) -> bool:
        """The line could be a title or heading: short, no sentence end in it, at least two Chinese characters."""
        text = self.value
        return (
            len(text) <= TITLE_LIMIT
            and not self.ended
            and not self.unfinished
            and (len(text) <= _CLAUSE or text.count("，") < 2)
            and "\t" not in text
            and not _SENTENCE_END.search(text)
            and len(_HAN.findall(text)) >= 2
        )

    @property
    def source(self) -> str | None:
        """The publisher that a source line names, None where it is no source line."""
        match = SOURCE.match(self.value)
        return match.group(1) if match else None


def columns(text: str) -> float:
    """Width in units of one Chinese character; a narrow letter, digit or blank counts one half."""
    return len(text) - 0.5 * len(_NARROW.findall(text))


def split_lines(main: MappedText) -> tuple[Line, ...]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    gap = start = 0
    for raw in main.text.split("\n"):
        body = raw.strip().strip(_INVISIBLE).strip()
        if body:
            left = start + raw.index(body[0])
            if "\t" in body:
                left = min(left, start + raw.index("\t"))
                body = raw[left - start :].rstrip().rstrip(_INVISIBLE).rstrip()
            lines.append(Line(main.slice(left, left + len(body)), gap, columns(raw[: left - start])))
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
    return tuple(lines)


def joined_lines(lines: Sequence[Line]) -> MappedText:
    """The lines as one line. Between two Latin words the break is read as the blank that it stands for."""
    parts: list[MappedText] = []
    for line in lines:
        if parts and _latin(parts[-1].text[-1]) and _latin(line.value[0]):
            before, after = parts[-1].ends[-1], line.text.starts[0]
            parts.append(MappedText(" ", type(line.text.starts)("I", [before]), type(line.text.ends)("I", [after])))
        parts.append(line.text)
    return MappedText.join(parts)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
