"""What is measured of an engine, and how it is printed."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles
from typing import Any


@dataclass
class Measured:
    """One engine over one graph file.

    edges: facts and derived edges that it holds. load: seconds from the graph file to an index that answers.
    open: seconds to open an index that is there. size: of the index, bytes.
    questions: by text, the number of rows, the median and the 95th percentile of the seconds.
    peaks: of memory, in bytes: of the process, and of the largest that it started (0: none).
    """

    edges: int
    load: float
    open: float
    size: int
    questions: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    peaks: tuple[int, int] = (0, 0)

    def record(self) -> dict[str, Any]:
        """Plain values; `Measured(**record)` gives it back."""
        return asdict(self)


def timed(ask: Callable[[], list[Any]], times: int = 20) -> tuple[int, float, float]:
    """Rows, median and 95th percentile of seconds over several times, after one that is not counted."""
    rows, taken = len(ask()), []
    for _ in range(times):
        began = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - began)
    return rows, median(taken), quantiles(taken, n=20)[-1]


def peaks() -> tuple[int, int]:
    """Peak of resident memory of this process and of the largest child that it has waited for, in bytes."""
    unit = 1024 if sys.platform != "darwin" else 1  # kilobytes, on macOS bytes
    own, child = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own * unit, child * unit


def show(engine: str, measured: Measured) -> None:
    """Prints it."""
    own, child = (peak / 1e6 for peak in measured.peaks)
    print(
        f"{engine}: {measured.edges} edges loaded in {measured.load:.1f} s, "
        f"{measured.edges / measured.load:.0f} edges/s; "
        f"index of {measured.size / 1e6:.0f} MB, opened in {measured.open * 1000:.0f} ms; "
        f"peak {own:.0f} MB, its largest process {child:.0f} MB"
    )
    for text, (rows, middle, late) in measured.questions.items():
        print(f"  {middle * 1000:9.2f} ms  95 % {late * 1000:9.2f} ms {rows:7d} rows  {text}", flush=True)
