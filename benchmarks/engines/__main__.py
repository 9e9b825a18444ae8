"""The command of this room."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from . import __doc__ as room
from .measured import Measured, show

ENGINES = ("ladybug",)
MADE = Path(__file__).resolve().parents[1] / "made_graph.py"


def main(argv: Sequence[str] | None = None) -> int:
    """Measures every engine asked for, one after another."""
    parser = argparse.ArgumentParser(description=room, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--facts", type=int, default=10_000, help="of the graph that is made where none is named")
    parser.add_argument("--engine", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument("--one", nargs=2, metavar=("ENGINE", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.one:
        engine, folder = options.one
        measured = import_module(f".{engine}", __package__).measure(options.graph, Path(folder))
        print(json.dumps(measured.record()))
        return 0
    with tempfile.TemporaryDirectory() as name:
        graph = options.graph
        if graph is None:
            graph = Path(name, "made.pg")
            subprocess.run([sys.executable, str(MADE), str(graph), "--facts", str(options.facts)], check=True)
        for engine in options.engine:
            command = [sys.executable, "-m", "benchmarks.engines", str(graph), "--one", engine, name]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
            show(engine, Measured(**json.loads(done.stdout)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
