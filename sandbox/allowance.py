"""How much one piece of work in the box may cost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Allowance:
    """Limits of one child process.

    memory_bytes: its address space, with what the process it is forked from has loaded. cpu_seconds: processor time of
    all its threads. wall_seconds: time on the clock. message_bytes: the longest message it may send. readable: files
    and folders that it may read beside what is open; nothing else can be opened where the kernel has Landlock.
    """

    memory_bytes: int
    cpu_seconds: int
    wall_seconds: float
    message_bytes: int
    readable: tuple[Path, ...] = ()
