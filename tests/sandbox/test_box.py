"""The box: what a child may do, how it ends, and that no one of them takes the caller along."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from policygraph.sandbox import Allowance, landlock, missing_protections
from policygraph.schema.vocabulary import vocabulary

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the box needs a system that can fork")
MB = 1 << 20

CONFINED = """
import os, resource, socket, sys
from pathlib import Path
from policygraph.sandbox import Allowance, box, seal
os.dup2({report}, 3)  # the only file that stays open
box.shut(Allowance(600 << 20, 2, 9.0, 1000, tuple(map(Path, {readable}))))
out = []
for path in {readable}:
    if open(path).read() != "read me":
        out.append("cannot read what it may")
    try:
        open(path, "a")
        out.append("opened what it may read for writing")
    except OSError:
        pass
if {seal}:
    seal(500 << 20)
for path in ["/etc/hostname", {secret!r}, *({readable} if {seal} else [])]:
    try:
        open(path).read()
        out.append("read a file")
    except OSError:
        pass
try:
    with open("written", "w") as f:
        f.write("x")
        f.flush()
    out.append("wrote a file")
except OSError:
    pass
try:
    os.listdir(".")
    out.append("listed a folder")
except OSError:
    pass
try:
    socket.create_connection(("127.0.0.1", {port}), 1)
    out.append("connected")
except OSError:
    pass
try:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    out.append("made a socket" if {seal} else "")
except OSError:
    pass
try:
    os.execv(sys.executable, ["python"])
except OSError:
    pass
try:
    bytearray(700 << 20)
    out.append("took the memory")
except MemoryError:
    pass
os.write(3, (",".join(filter(None, out)) or "confined").encode())
while True:
    pass
"""


@pytest.mark.skipif(bool(missing_protections()), reason="this system lacks Landlock with network rules")
@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("beneath", [False, True])
def test_what_the_box_forbids(tmp_path: Path, sealed: bool, beneath: bool) -> None:
    folder, work = tmp_path / "index", tmp_path / "work"
    folder.mkdir()
    work.mkdir()
    (folder / "may.txt").write_text("read me")
    (tmp_path / "secret.txt").write_text("secret")
    readable = [str(folder / "may.txt")]
    with socket.create_server(("127.0.0.1", 0)) as listening:
        out, report = os.pipe()
        code = CONFINED.format(
            port=listening.getsockname()[1],
            report=report,
            readable=readable,
            secret=str(tmp_path / "secret.txt"),
            seal=sealed,
        )
        if beneath:
            code = code.replace(f"map(Path, {readable})", f"map(Path, {[str(folder)]})")
        process = subprocess.Popen([sys.executable, "-c", code], pass_fds=[report], cwd=work)
        os.close(report)
        told = os.read(out, 1000).decode()
        os.close(out)
        assert process.wait(30) == -signal.SIGXCPU or process.returncode == -signal.SIGKILL
    assert told == "confined"
    assert list(work.iterdir()) == []


@pytest.mark.skipif(not landlock.version(), reason="needs Landlock")
def test_what_may_be_read_must_exist(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        landlock.give_up_files_and_network([tmp_path / "absent"])
    assert (tmp_path / "x").write_text("still writes") == 12


def outcome(code: str, allowance: Allowance | None = None, before: str = "") -> str:
    """What `boxed` gives for a function body, in a process of one thread, as a test's may have others."""
    program = f"""
import os, signal, sys, time
from policygraph.sandbox import Allowance, boxed, landlock, seal
from pathlib import Path, PosixPath
{before}
def work():
{code}
told = boxed(work, {allowance or Allowance(900 * MB, 5, 5.0, 1000)!r})
print(told.ending.name, told.message.decode(), told.signal)
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("none left")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    first, rest = done.stdout.splitlines()
    assert rest == "none left"
    return first.strip()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("    return b'answer'", "DONE answer"),
        ("    raise ArithmeticError", "FAILED"),
        ("    os.abort()", "ABORTED  SIGABRT"),
        ("    os.kill(os.getpid(), signal.SIGSEGV)", "CRASHED  SIGSEGV"),
        ("    os.kill(os.getpid(), signal.SIGKILL)", "TOO_MUCH_WORK  SIGKILL"),
        ("    return b'x' * 3000000", "TOO_LONG"),
        ("    return str(len(bytearray(2 << 30))).encode()", "FAILED"),
        ("    seal(50 << 20); bytearray(40 << 20); return b'fits'", "DONE fits"),
        ("    seal(50 << 20); bytearray(60 << 20)", "FAILED"),
    ],
)
def test_how_a_child_ends_is_told(code: str, told: str) -> None:
    if "seal" in code and not sys.platform.startswith("linux"):
        pytest.skip("needs the size of a process as Linux tells it")
    assert outcome(code) == told


def test_a_child_that_waits_or_works_for_ever_is_ended() -> None:
    assert outcome("    time.sleep(60)", Allowance(900 * MB, 5, 0.3, 1000)) == "TOO_SLOW"
    assert outcome("    while True: pass", Allowance(900 * MB, 1, 30.0, 1000)).startswith("TOO_MUCH_WORK")
    closes = "    os.close(3)\n    signal.pause()"
    assert outcome(closes, Allowance(900 * MB, 5, 0.3, 1000)) == "TOO_SLOW"


@pytest.mark.skipif(not landlock.version(), reason="needs Landlock")
@pytest.mark.parametrize("before", ["landlock._allow = lambda *given: False", "landlock._RESTRICT_SELF = 9999"])
def test_a_child_that_cannot_be_confined_does_not_work(before: str) -> None:
    allowance = Allowance(900 * MB, 5, 5.0, 1000, (Path("/etc"),))
    assert outcome("    return b'worked'", allowance) == "DONE worked"
    assert outcome("    return b'worked'", allowance, before) == "FAILED"


def test_what_is_missing_has_messages() -> None:
    every = {"no_process_limits", "no_memory_limit", "may_outlive", "no_landlock", "old_landlock"}
    assert set(missing_protections()) <= every
    assert every <= set(vocabulary("messages")["messages"])


def test_a_system_without_landlock_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert "no_landlock" in missing_protections()
    landlock.give_up_files_and_network()
    assert (tmp_path / "x").write_text("still writes") == 12
    monkeypatch.setattr(landlock, "version", lambda: 3)
    assert "old_landlock" in missing_protections()
