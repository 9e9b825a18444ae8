"""How sure a fact is: which facts are left out, and which are shown as doubtful."""

from __future__ import annotations

from .table import Row
from .wording import Unanswerable

LOW = 0.5
"""A fact of lower confidence is more likely wrong than right in one of its main fields, and is shown as doubtful."""


def least_confidence(asked: float | None) -> float | None:
    """The confidence that is asked for, None for any. Raises Unanswerable where it is not from 0 to 1."""
    if asked is not None and not 0 <= asked <= 1:
        raise Unanswerable("bad_confidence", value=asked)
    return asked


def doubtful(row: Row) -> bool:
    """Whether the fact of a row has been judged and is of low confidence."""
    confidence = row.get("confidence")
    return confidence is not None and confidence < LOW
