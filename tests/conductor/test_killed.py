"""The command as a person runs it, and SIGKILL at random moments."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.conductor import build
from policygraph.graph import open_graph

Fill = Callable[..., None]
Report = Callable[[int], str]


START = "import sys; from policygraph.cli import main; sys.exit(main())"


def command(folder: Path, path: Path, workers: int = 1) -> list[str]:
    return [
        sys.executable,
        "-c",
        START,
        "build",
        str(folder),
        "-o",
        str(path),
        "--workers",
        str(workers),
        "--lang",
        "en",
    ]


def test_the_command_names_every_refused_file_on_one_line(folder: Path, tmp_path: Path) -> None:
    (folder / "空白.txt").write_bytes(b"")
    (folder / "损坏.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog")
    done = subprocess.run(
        command(folder, tmp_path / "x.pg"), capture_output=True, text=True, encoding="utf-8", timeout=120,
        env={**os.environ, "COLUMNS": "400"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert sum("空白.txt" in line for line in lines) == sum("损坏.pdf" in line for line in lines) == 1
    with open_graph(tmp_path / "x.pg") as graph:
        assert len(list(graph.documents())) == 8


def test_a_caller_needs_no_guard_for_its_workers(tmp_path: Path, fill: Fill) -> None:
    """The worker processes do not run the caller's own code again."""
    fill(tmp_path / "资料", count=2)
    (tmp_path / "script.py").write_text(
        f"import policygraph as pg\ng = pg.build({str(tmp_path / '资料')!r}, {str(tmp_path / 'x.pg')!r}, workers=2)\n"
        "print(g.built.report.documents, len(g.built.report.refused))\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, tmp_path / "script.py"], capture_output=True, text=True, encoding="utf-8", timeout=180
    )
    assert done.stdout.split() == ["4", "0"], done.stderr


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux's list of processes")
def test_nothing_outlives_a_killed_build(tmp_path: Path, fill: Fill) -> None:
    folder, path = tmp_path / "资料", tmp_path / "x.pg"
    fill(folder, count=60)
    process = subprocess.Popen(command(folder, path, workers=2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        family: list[int] = []
        while process.poll() is None and len(family) < 4:  # two workers, each with its reading process
            time.sleep(0.005)
            family = _family(process.pid)
        process.kill()
        process.wait()
        assert len(family) >= 4
        for _ in range(400):
            family = [pid for pid in family if _lives(pid)]
            if not family:
                break
            time.sleep(0.05)
        assert family == []
    finally:
        process.kill()
        process.wait()


def _family(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    found: list[int] = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, tasks.read_text().split()):
            found += [child, *_family(child)]
    return found


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


MOMENTS = 50 if os.environ.get("POLICYGRAPH_SLOW") else 8


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_at_random_moments(tmp_path: Path, fill: Fill, report: Report) -> None:
    """SIGKILL in the middle of the command: X.pg is absent or whole, and a rerun ends with the same bytes.

    The moment is counted from when the build begins to write, over as long as an unkilled one writes.
    """
    chance = random.Random(11)
    folder = tmp_path / "资料"
    fill(folder, count=16)
    build(folder, tmp_path / "whole.pg", workers=1)
    whole = (tmp_path / "whole.pg").read_bytes()
    (folder / "总结/0.txt").write_bytes(report(40).encode())
    build(folder, tmp_path / "old.pg", workers=1)
    old = (tmp_path / "old.pg").read_bytes()
    (folder / "总结/0.txt").write_bytes(report(0).encode("gb18030"))
    for number in range(1, 16):  # every document is to be read again
        body = report(number) + "\n附件：无\n"
        (folder / "总结" / f"{number}.txt").write_bytes(body.encode("utf-8" if number % 2 else "gb18030"))
    build(folder, tmp_path / "new.pg", workers=1)
    new = (tmp_path / "new.pg").read_bytes()
    assert len({whole, old, new}) == 3
    long, _ = _killed(command(folder, tmp_path / "timed.pg"), tmp_path / "timed.pg", None)
    assert (tmp_path / "timed.pg").read_bytes() == new
    middle = 0
    for attempt in range(MOMENTS):
        path = tmp_path / f"{attempt}.pg"
        if attempt % 2:
            path.write_bytes(old)
        _, begun = _killed(command(folder, path), path, chance.random() * long * 1.1)
        if path.exists():
            assert path.read_bytes() in ((old, new) if attempt % 2 else (new,))
            with open_graph(path) as graph:
                assert graph.verify().problems == ()
        else:
            assert attempt % 2 == 0
        middle += begun and path.with_name(path.name + ".building").exists()
        rerun = build(folder, path, workers=1).report
        assert path.read_bytes() == new
        assert rerun.documents == 18
        assert [p.name for p in tmp_path.glob(f"{attempt}.pg*")] == [path.name]
    assert middle >= MOMENTS // 4  # else the kills did not come in the middle


def _killed(arguments: list[str], path: Path, after: float | None) -> tuple[float, bool]:
    """Starts a build and kills it so many seconds after it began to write (None: lets it end).

    Gives how long it wrote, in seconds, and whether it had begun before it ended.
    """
    work = path.with_name(path.name + ".building")
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while process.poll() is None and not work.exists():
            time.sleep(0.005)
        began, begun = time.monotonic(), process.poll() is None
        if after is None:
            process.wait(120)
        else:
            try:
                process.wait(after)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
        return time.monotonic() - began, begun
    finally:
        process.kill()
        process.wait()
