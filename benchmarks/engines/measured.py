"""What is measured of an engine's loading, and how it is printed."""

from __future__ import annotations

import resource
import sys
from dataclasses import asdict, dataclass
from typing import Any


@dataclass
class Measured:
    """One engine over one graph file.

    facts: that it holds. load: seconds from the graph file to an engine that answers; processor: of these, seconds of
    processor time of this process and those that it started. open: seconds to open an index that is there. size: of
    the index, bytes, 0 where there is none here. peaks: of memory, in bytes: of the process, and of the largest that it
    started (0: none).
    """

    facts: int
    load: float
    processor: float
    open: float
    size: int
    peaks: tuple[int, int] = (0, 0)

    def record(self) -> dict[str, Any]:
        """Plain values; `Measured(**record)` gives it back."""
        return asdict(self)


def peaks() -> tuple[int, int]:
    """Peak of resident memory of this process and of the largest child that it has waited for, in bytes."""
    unit = 1024 if sys.platform != "darwin" else 1  # kilobytes, on macOS bytes
    own, child = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own * unit, child * unit


def table(engines: dict[str, Measured]) -> str:
    """The loading of the engines as a table of Markdown."""
    head = "| engine | load s | processor s | facts/s | open ms | index MB | peak MB, its child |"
    lines = [head, "|---|" + "--:|" * 6]
    for name, one in engines.items():
        own, child = (peak / 1e6 for peak in one.peaks)
        lines.append(
            f"| {name} | {one.load:.1f} | {one.processor:.1f} | {one.facts / one.load:.0f} | {one.open * 1000:.0f} | "
            f"{one.size / 1e6:.0f} | {own:.0f}, {child:.0f} |"
        )
    return "\n".join(lines)
