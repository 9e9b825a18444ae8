"""Every error that policygraph raises on purpose.

    PolicyGraphError
    ├── DocumentError          this document is skipped, the run goes on
    │   ├── UnreadableDocument   no text can be had from the bytes (broken, empty, protected, garbled)
    │   ├── UnsafeDocument       refused by the cheap checks before it is opened
    │   ├── DocumentLimit        it ran past a limit of memory or time
    │   └── ReadingDefect        a rule failed on its text: a defect of this program
    └── RunError               the run cannot go on
        ├── VocabularyError      a data file of the schema breaks a rule
        ├── InvalidFact          a fact contradicts itself or its evidence
        ├── StoreError           the graph file is foreign, newer, damaged or locked
        ├── QueryError           a question or its parameter is not known
        ├── ExportError          a graph cannot be written in a format
        └── ServerError          a graph server cannot be reached, refuses, or does not fit

A message says what was found, what was expected and what to do. Those of a NoticeError (DocumentError, ExportError,
ServerError) are read by people who need not know English: they have a code and details, and `notice.said("zh")` says
it in Chinese.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .notices import Detail, Notice


class PolicyGraphError(Exception):
    """Root of the tree; catch it to catch everything that policygraph raises on purpose."""


class NoticeError(PolicyGraphError):
    """An error that is said in the user's language.

    code, details: what is wrong, as a Notice has them; the text of the error is the English one.
    """

    def __init__(self, code: str, /, **details: Detail) -> None:
        super().__init__(code)
        self.code, self.details = code, details

    @property
    def notice(self) -> Notice:
        """The error as the record that a report keeps."""
        from .notices import Notice  # which reads the vocabularies, whose reader needs this module

        return Notice(self.code, self.details)

    def __str__(self) -> str:
        return str(self.notice)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), self.code, **self.details), ()


class DocumentError(NoticeError):
    """One document cannot be used. The run records it and goes on with the next."""


class UnreadableDocument(DocumentError):
    """No text can be had from the bytes: broken, empty, protected or garbled."""


class UnsafeDocument(DocumentError):
    """Refused by the checks that come before the file is opened: too large, too deep, a bomb."""


class DocumentLimit(DocumentError):
    """Reading ran past a limit of memory or time, or its process died."""


class ReadingDefect(DocumentError):
    """A rule failed on the text: a defect of this program, not of the document."""


class RunError(PolicyGraphError):
    """The run cannot go on."""


class VocabularyError(RunError):
    """A data file of the schema breaks a rule of its format."""


class InvalidFact(RunError):
    """A fact contradicts itself or its evidence. It is a defect of the rule that made it."""


class StoreError(RunError):
    """The graph file is foreign, newer than this version, damaged, or held by another process."""


class ExportError(NoticeError, RunError):
    """A graph cannot be written in a format: it is too large for it, or what writes it is not installed."""


class QueryError(RunError):
    """A question, or a parameter of one, is not known or not of the expected kind."""


class ServerError(NoticeError, RunError):
    """A graph server cannot be reached, refuses what is asked of it, or does not fit. It never holds a password."""
