"""What one field of a fact rests on: the words that decided it, where they stand, and the rule that read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .errors import InvalidFact

WHERES = (
    "clause", "sentence", "paragraph", "heading", "title", "date", "issuer", "speaker", "plan", "table", "default",
)  # fmt: skip
FIELDS = ("year", "status", "agent", "plan", "region", "subject", "object", "measure", "value")
"""Fields of a fact that can have a basis, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a field has the value that it has.

    where: one of WHERES: the fact's own clause; the sentence, the paragraph or a heading above it; the article's title,
        date or issuer; the speaker; the years of the plan; the head of a table; "default" where nothing says it.
    rule: `module.name` of the rule or model that decided.
    text: the deciding words as the sentence has them (simplified, on one line); None where there are none.
    char_start, char_end: where they stand, half-open offsets into the original; None where they stand in no one place
        (a date from the file's name, an inference).
    """

    where: str
    rule: str
    text: str | None = None
    char_start: int | None = None
    char_end: int | None = None

    def __post_init__(self) -> None:
        if self.where not in WHERES:
            raise InvalidFact(f"basis in {self.where!r}; expected one of {', '.join(WHERES)}")

    def record(self) -> dict[str, str | int]:
        """The basis without the keys that are None."""
        found = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in found.items() if value is not None}


def bases_from(record: Mapping[str, Mapping[str, Any]] | None) -> tuple[tuple[str, Basis], ...]:
    """The bases of a record that `bases_record` gave, in the order of FIELDS. Raises InvalidFact for any other."""
    try:
        found = {name: Basis(**kept) for name, kept in (record or {}).items()}
    except (TypeError, AttributeError) as error:
        raise InvalidFact(f"bases {str(record)[:80]}: {error}; expected where, rule and words by field") from error
    unknown = [name for name in found if name not in FIELDS]
    if unknown:
        raise InvalidFact(f"a basis for {', '.join(unknown)}; expected fields among {', '.join(FIELDS)}")
    return tuple((name, found[name]) for name in FIELDS if name in found)


def bases_record(bases: tuple[tuple[str, Basis], ...]) -> dict[str, dict[str, str | int]]:
    """The bases by field, as plain data."""
    return {name: basis.record() for name, basis in bases}
