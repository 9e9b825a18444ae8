"""How much one ad hoc query may cost."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path

from ...sandbox import MEGABYTE, Allowance

_OPENING_BYTES = 1 << 38
"""Address space until the index is open: it is mapped whole, and costs nothing until it is read."""


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """Limits of one query.

    seconds: on the clock, the opening of the index (some 20 ms) among them. memory_bytes: beyond what the engine has
    when the index is open; what it holds of the index itself comes on top. rows, answer_bytes: the longest answer.
    """

    seconds: float = 20.0
    memory_bytes: int = 1024 * MEGABYTE
    rows: int = 100_000
    answer_bytes: int = 64 * MEGABYTE

    def allowance(self, index: Path) -> Allowance:
        """What the child process may have that opens the index and answers."""
        processor = math.ceil(self.seconds * (os.cpu_count() or 1)) + 1
        return Allowance(_OPENING_BYTES, processor, self.seconds, self.answer_bytes + MEGABYTE, (index,))
