"""Peak memory of a build, and whether it grows with the number of documents.

    python benchmarks/memory.py [FOLDER] [--copies 1 4 16]

Builds the folder (examples/corpus without one), then folders with so many copies of each of its documents, every
build in a new process. Prints the peak resident memory of the building process and of its largest child (a reading
process or a worker). Exit status 1 when the largest folder needs over a fifth more than the smallest.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "corpus"
GROWTH = 1.2
"""More than this between the smallest and the largest folder is growth and not noise of the allocator."""


def one(folder: Path, out: Path, workers: int) -> dict[str, float]:
    """One build in this process; memory in MB, time in seconds."""
    from policygraph.conductor import build
    from policygraph.loaders.reading import close

    began = time.perf_counter()
    report = build(folder, out, workers=workers).report
    close()  # a child's peak is known once it has been waited for
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024  # kilobytes, on macOS bytes
    return {"documents": report.documents, "facts": report.facts, "seconds": time.perf_counter() - began,
            "own": own / unit, "child": children / unit}  # fmt: skip


def main() -> int:
    """One line a folder; 1 when memory grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--copies", nargs="+", type=int, default=[1, 4, 16], help="copies of each document")
    parser.add_argument("--workers", type=int, default=1, help="processes that read at once")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(one(arguments.folder, arguments.one, arguments.workers)))
        return 0
    peaks = []
    for copies in arguments.copies:
        with tempfile.TemporaryDirectory() as folder:
            for copy in range(copies):
                shutil.copytree(arguments.folder, Path(folder, "corpus", f"copy{copy}"))
            command = [sys.executable, __file__, str(Path(folder, "corpus")), "--one", str(Path(folder, "x.pg")),
                       "--workers", str(arguments.workers)]  # fmt: skip
            used = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"{used['documents']:6.0f} documents {used['facts']:8.0f} facts {used['seconds']:7.1f} s"
              f"   own {used['own']:6.0f} MB   largest child {used['child']:6.0f} MB", flush=True)  # fmt: skip
        peaks.append(max(used["own"], used["child"]))
    return int(peaks[-1] > GROWTH * peaks[0])


if __name__ == "__main__":
    sys.exit(main())
