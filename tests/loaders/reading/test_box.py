"""The box: hostile files end within their limits, with one clear error, and the reader goes on."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from policygraph.loaders.reading import Limits, box, boxed, close, missing_protections, read, read_bytes
from policygraph.loaders.reading.wire import unpack
from policygraph.schema.errors import DocumentError, DocumentLimit, RunError, UnreadableDocument, UnsafeDocument
from policygraph.schema.vocabulary import vocabulary

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the box needs a system that can fork")

TEXT = "全市新建园区20个，其中国家级3个。\n"
STRICT = Limits(memory_bytes=700 << 20, cpu_seconds=3, wall_seconds=6)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def reading_process() -> subprocess.Popen[bytes]:
    return boxed._processes["server"].processes()[0]


def assert_still_reads(path: Path) -> None:
    assert read(path, "报告.txt").main.text == TEXT


def test_a_boxed_reading_is_the_same_as_an_unboxed_one(plain: Path) -> None:
    boxed_source, source = read(plain, "夹/报告.txt"), read_bytes(plain.read_bytes(), "夹/报告.txt")
    assert (boxed_source.key, boxed_source.sha256, boxed_source.original) == (
        source.key,
        source.sha256,
        source.original,
    )
    assert (boxed_source.main.text, boxed_source.main.starts) == (source.main.text, source.main.starts)


@pytest.mark.parametrize(
    "name",
    ["expanding.docx", "entity.docx", "laughs.docx", "deep.docx", "deep.html", "line.html", "attributes.html",
     "paragraphs.html", "comments.html", "scripts.html", "self.pdf", "bomb.pdf", "broken_xref.pdf", "line.txt",
     "long_line.txt", "noise.txt", "binary.txt", "picture.pdf", "empty.txt", "blank.md"],
)  # fmt: skip
def test_every_hostile_file_fails_alone(
    hostile: dict[str, Callable[[], bytes]], name: str, tmp_path: Path, plain: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(hostile[name]())
    with pytest.raises(DocumentError) as failure:
        read(path, name, STRICT)
    assert len(str(failure.value)) > 20
    assert "\n" not in str(failure.value)
    assert_still_reads(plain)


@pytest.mark.parametrize("name", ["self.pdf", "bomb.pdf"])
def test_a_reader_that_takes_too_much_is_ended(
    hostile: dict[str, Callable[[], bytes]], name: str, tmp_path: Path, plain: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(hostile[name]())
    with pytest.raises(DocumentLimit, match=r"reading took more than 1 s|memory"):
        read(path, name, Limits(memory_bytes=400 << 20, cpu_seconds=1, wall_seconds=5))
    assert_still_reads(plain)


def test_a_reader_that_waits_is_ended_by_the_clock(tmp_path: Path, plain: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 50_000, encoding="utf-8")
    with pytest.raises(DocumentLimit, match=r"reading took more than 0\.05 s; the file is skipped"):
        read(path, "long.txt", Limits(wall_seconds=0.05))
    assert_still_reads(plain)


def test_a_reader_without_memory_is_ended(tmp_path: Path, plain: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 200_000, encoding="utf-8")
    with pytest.raises(DocumentLimit, match="reading needs more than 300 MB of memory"):
        read(path, "long.txt", Limits(memory_bytes=300 << 20))
    assert_still_reads(plain)


def test_checks_that_need_no_reader(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableDocument, match="cannot be reached"):
        read(tmp_path / "loop.txt", "loop.txt")
    with pytest.raises(UnreadableDocument, match="not an ordinary file"):
        read(tmp_path / "pipe.txt", "pipe.txt")
    (tmp_path / "a.txt").write_text(TEXT * 10, encoding="utf-8")
    with pytest.raises(UnsafeDocument, match=r"0\.0 MB; a \.txt may have 0 MB"):
        read(tmp_path / "a.txt", "a.txt", Limits(text_bytes=100))


def test_a_file_without_read_permission(plain: Path) -> None:
    plain.chmod(0)
    as_nobody = os.geteuid() == 0  # the superuser may read everything
    if as_nobody:
        os.seteuid(65534)
    try:
        message = box.message(plain, Limits(), bytes)
    finally:
        if as_nobody:
            os.seteuid(0)
    with pytest.raises(UnreadableDocument, match="no permission"):
        unpack(message)


@pytest.mark.parametrize("can_fork", [True, False])
def test_a_reader_that_fails_is_said_with_a_box_and_without(
    plain: Path, monkeypatch: pytest.MonkeyPatch, can_fork: bool
) -> None:
    def failing(data: bytes) -> bytes:
        raise ArithmeticError

    monkeypatch.setattr(box, "CAN_FORK", can_fork)  # no file is known that makes a library fail so
    with pytest.raises(UnreadableDocument, match="ArithmeticError"):
        unpack(box.message(plain, Limits(), failing))


def test_what_is_missing_has_messages() -> None:
    assert all(notice.code in vocabulary("messages")["messages"] for notice in missing_protections())


def test_reading_from_threads(plain: Path) -> None:
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(read(plain, "报告.txt").main.text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [TEXT] * 8


def _in_worker(path: Path) -> tuple[int, int, str]:
    text = read(path, "报告.txt").main.text
    return os.getpid(), reading_process().pid, text


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_reading_in_worker_processes(plain: Path, method: str) -> None:
    assert_still_reads(plain)  # this process has a reading process of its own
    mine = reading_process().pid
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        found = list(pool.map(_in_worker, [plain] * 12))
    assert {text for _, _, text in found} == {TEXT}
    assert len({server for _, server, _ in found}) == len({worker for worker, _, _ in found})
    assert mine not in {server for _, server, _ in found}
    assert_still_reads(plain)
    assert reading_process().pid == mine


def test_a_reading_process_that_died_is_an_error_of_one_file(plain: Path) -> None:
    assert_still_reads(plain)
    reading_process().kill()
    with pytest.raises(DocumentLimit, match="the reading process ended on this file"):
        read(plain, "报告.txt")
    assert_still_reads(plain)


def test_the_reading_process_ends_with_its_owner(plain: Path) -> None:
    code = (
        "import os, sys, pathlib; from policygraph.loaders.reading import boxed;"
        "boxed.read(pathlib.Path(sys.argv[1]), 'a.txt');"
        "print(boxed._processes['server'].processes()[0].pid, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(plain)], stdout=subprocess.PIPE, check=False)
    assert done.returncode == -signal.SIGKILL
    server = int(done.stdout)
    for _ in range(200):
        if not Path(f"/proc/{server}").exists() or "Z" in Path(f"/proc/{server}/stat").read_text().split(")")[1][:3]:
            return
        threading.Event().wait(0.05)
    pytest.fail("the reading process outlived its owner")


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT * 8_000, encoding="utf-8")
    for _ in range(3):
        read(path, "long.txt")
    status = Path(f"/proc/{reading_process().pid}/status")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, _resident(status)
    for _ in range(20):
        read(path, "long.txt")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, _resident(status)
    assert after[0] - before[0] < 12_000  # kB; twenty of these sources have 40,000
    assert after[1] - before[1] < 12_000


def _resident(status: Path) -> int:
    return int(next(line for line in status.read_text().splitlines() if line.startswith("VmRSS")).split()[1])


def test_close_ends_the_reading_process(plain: Path) -> None:
    assert_still_reads(plain)
    process = reading_process()
    close()
    assert boxed._processes["server"].processes() == []
    assert process.returncode is not None
    assert_still_reads(plain)


def test_a_reading_process_that_does_not_start_ends_the_run(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(RunError, match="the reading process does not start"):
        read(plain, "报告.txt")
    monkeypatch.undo()
    assert_still_reads(plain)
