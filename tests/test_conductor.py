"""Building a folder: the same bytes, what is reused, replaced, kept and refused, and kills at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.conductor import Build, build
from policygraph.graph import open_graph
from policygraph.schema.errors import RunError, StoreError
from policygraph.schema.facts import Figure

REPORT = """示例司工作总结

一、{before}年工作情况
认定国家绿色工厂{first}家。科技部支持示范平台{second}个，培训骨干{third}人次。
二、{after}年工作思路
培育示范企业{third}家，实施示范工程。

{after}年1月20日
"""
PAGE = (
    "<html><head><title>示例园区开园</title></head><body><h1>示例园区开园</h1><p>2022年11月11日，南京市举办开园大会，"
    "引进企业20家，投资30亿元。</p><p>{}</p></body></html>"
).format("会议要求，各级各部门要加强统筹协调，完善工作机制，认真抓好各项任务的落实，推动园区建设不断取得新的成效。" * 8)


def report(number: int) -> str:
    return REPORT.format(
        before=2010 + number, after=2011 + number, first=number + 30, second=number + 12, third=number * 7 + 50
    )


def fill(folder: Path, count: int = 6) -> None:
    """Documents of several formats and encodings in two folders, as many reports as asked."""
    (folder / "总结").mkdir(parents=True)
    for number in range(count):
        (folder / "总结" / f"{number}.txt").write_bytes(report(number).encode("utf-8" if number % 2 else "gb18030"))
    (folder / "园区.html").write_text(PAGE, encoding="utf-8")
    (folder / "规划.md").write_text(
        "# 常州市智能装备产业发展行动计划（2023—2025年）\n\n## 一、发展目标\n\n"
        "到2025年，全市智能装备产业规模达到2000亿元，培育示范企业80家。形成特色鲜明、布局合理的产业体系。\n",
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of eight documents."""
    fill(tmp_path / "资料")
    return tmp_path / "资料"


def facts(path: Path, key: str) -> list[dict[str, object]]:
    with open_graph(path) as graph:
        return [fact.row() for fact in graph.facts(document=key)]


def refused(built: Build) -> dict[str, tuple[str, str]]:
    return {r.key: (r.error, r.notice.said("en")) for r in built.report.refused}


def test_the_same_bytes_for_any_number_of_workers_and_for_a_rerun(folder: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    first = build(folder, tmp_path / "1.pg", workers=1, progress=lambda *step: steps.append(step))
    second = build(folder, tmp_path / "2.pg", workers=2)
    whole = (tmp_path / "1.pg").read_bytes()
    assert whole == (tmp_path / "2.pg").read_bytes()
    assert first.report.documents == second.report.documents == 8
    assert first.report.facts == second.report.facts >= 8 * 3
    assert first.report.changed
    assert first.report.reused == ()
    keys = sorted(["园区.html", "规划.md", *(f"总结/{n}.txt" for n in range(6))])
    assert list(first.report.added) == keys
    assert steps == [(n, 8, key) for n, key in enumerate(keys, 1)]
    before = (tmp_path / "1.pg").stat()
    again = build(folder, tmp_path / "1.pg", workers=1)
    after = (tmp_path / "1.pg").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert list(again.report.reused) == keys
    assert (again.report.added, again.report.replaced, again.report.changed) == ((), (), False)
    assert again.report.facts == first.report.facts
    assert sorted(p.name for p in tmp_path.glob("*.pg*")) == ["1.pg", "2.pg"]


def test_what_the_graph_holds_of_a_document(folder: Path, tmp_path: Path) -> None:
    built = build(folder, tmp_path / "x.pg", workers=1)
    with open_graph(built.report.path) as graph:
        document = graph.document("总结/2.txt")
        text = graph.original("总结/2.txt")
        figures = [f for f in graph.facts(document="总结/2.txt") if isinstance(f, Figure)]
        assert graph.verify().problems == ()
    assert text == report(2)
    assert (document.format, document.encoding.lower().replace("-", "")) == ("txt", "gb18030")
    assert document.info.date is not None
    assert document.info.date.value == "2013-01-20"
    assert [(f.subject, f.value, f.year, f.status) for f in figures] == [
        ("国家绿色工厂", 32, 2012, "achieved"), ("示范平台", 14, 2012, "achieved"), ("骨干", 64, 2012, "achieved"),
        ("示范企业", 64, 2013, "planned"),
    ]  # fmt: skip
    for figure in figures:
        assert text[figure.evidence.char_start : figure.evidence.char_end] == figure.evidence.quote


def test_changed_vanished_and_new_files(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.pg"
    build(folder, path, workers=1)
    kept = facts(path, "总结/1.txt")
    old = facts(path, "总结/0.txt")
    (folder / "总结/0.txt").write_text(report(0).replace("30家", "31家"), encoding="utf-8")
    (folder / "总结/5.txt").unlink()
    (folder / "总结/7.txt").write_text(report(7), encoding="utf-8")
    built = build(folder, path, workers=1).report
    assert (built.replaced, built.forgotten, built.added) == (("总结/0.txt",), ("总结/5.txt",), ("总结/7.txt",))
    assert len(built.reused) == 6
    assert built.documents == 8
    assert facts(path, "总结/1.txt") == kept
    assert facts(path, "总结/5.txt") == []
    new = facts(path, "总结/0.txt")
    assert next(row["value"] for row in old if row["kind"] == "figure") == 30
    assert next(row["value"] for row in new if row["kind"] == "figure") == 31
    build(folder, tmp_path / "fresh.pg", workers=1)
    assert path.read_bytes() == (tmp_path / "fresh.pg").read_bytes()  # how it came about leaves no trace


def test_a_file_that_can_no_longer_be_read_keeps_its_facts_marked_stale(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.pg"
    build(folder, path, workers=1)
    old = facts(path, "总结/3.txt")
    assert old
    (folder / "总结/3.txt").write_bytes(b"")
    built = build(folder, path, workers=1)
    assert built.report.stale == ("总结/3.txt",)
    assert list(refused(built)) == ["总结/3.txt"]
    assert facts(path, "总结/3.txt") == old
    with open_graph(path) as graph:
        assert [d.key for d in graph.documents() if d.stale] == ["总结/3.txt"]
    again = build(folder, path, workers=1).report
    assert not again.changed
    assert again.stale == ("总结/3.txt",)
    (folder / "总结/3.txt").write_bytes(report(3).encode())
    mended = build(folder, path, workers=1)
    assert (mended.report.stale, mended.report.refused) == ((), ())
    with open_graph(path) as graph:
        assert not any(d.stale for d in graph.documents())


def test_a_document_says_the_same_with_others_beside_it(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "all.pg", workers=1)
    lone = tmp_path / "lone"
    (lone / "总结").mkdir(parents=True)
    shutil.copy(folder / "总结/4.txt", lone / "总结/4.txt")
    build(lone, tmp_path / "lone.pg", workers=1)
    assert facts(tmp_path / "lone.pg", "总结/4.txt") == facts(tmp_path / "all.pg", "总结/4.txt")


def test_hidden_files_link_loops_and_other_kinds(folder: Path, tmp_path: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/notes.txt").write_text(report(9), encoding="utf-8")
    (folder / "总结/.草稿.txt").write_text(report(9), encoding="utf-8")
    (folder / "总结/again").symlink_to(folder, target_is_directory=True)
    (folder / "总结/self").symlink_to(folder / "总结/self")
    (folder / "表.xlsx").write_bytes(b"PK")
    (folder / "README").write_text("nothing", encoding="utf-8")
    built = build(folder, tmp_path / "x.pg", workers=1)
    assert built.report.documents == 8
    assert built.report.refused == ()
    assert built.skipped == ("README", "总结/self", "表.xlsx")


def test_a_folder_without_documents_gives_an_empty_graph(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    built = build(tmp_path / "empty", tmp_path / "x.pg")
    assert (built.report.documents, built.report.facts, built.report.changed) == (0, 0, True)
    assert not build(tmp_path / "empty", tmp_path / "x.pg").report.changed


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is no folder; expected a folder of"):
        build(tmp_path / "missing", tmp_path / "x.pg")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_graph_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.pg").write_text("my notes", encoding="utf-8")
    with pytest.raises(StoreError):
        build(folder, tmp_path / "x.pg", workers=1)
    assert (tmp_path / "x.pg").read_text(encoding="utf-8") == "my notes"


# Files that cannot be used: one clear line each, the rest is built.


def protected_pdf() -> bytes:
    """A PDF under the standard security handler whose entries no known password fits."""
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00><00>]"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
    ]  # fmt: skip
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size 4 /Root 1 0 R {lock} >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


BAD: dict[str, Callable[[], bytes]] = {
    "空白.txt": lambda: b"",
    "二进制.txt": lambda: bytes(range(256)) * 400,
    "无编码.txt": lambda: bytes((n * n * 31 + n // 7) % 251 + 1 for n in range(200_000)),
    "长行.txt": lambda: "工作".encode() * 8_738_134,  # one line of 50 MB
    "损坏.pdf": lambda: b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog",
    "加密.pdf": protected_pdf,
    "损坏.docx": lambda: b"PK\x03\x04 and nothing more",
}  # fmt: skip


def test_files_that_cannot_be_used(folder: Path, tmp_path: Path) -> None:
    for name, made in BAD.items():
        (folder / name).write_bytes(made())
    (folder / "断链.txt").symlink_to(folder / "nowhere.txt")
    (folder / "自链.txt").symlink_to(folder / "自链.txt")
    (folder / "文件夹.txt").mkdir()
    (folder / "文件夹.txt/内.txt").write_bytes(report(8).encode())
    built = build(folder, tmp_path / "x.pg", workers=1)
    told = refused(built)
    assert sorted(told) == sorted([*BAD, "断链.txt", "自链.txt"])
    for error, message in told.values():
        assert error in ("UnreadableDocument", "UnsafeDocument", "DocumentLimit")
        assert len(message) > 20
        assert "\n" not in message
        assert str(tmp_path) not in message
    assert told["长行.txt"][0] == "UnsafeDocument"
    assert "password" in told["加密.pdf"][1]
    assert "empty" in told["空白.txt"][1]
    assert built.report.documents == 9
    assert "文件夹.txt/内.txt" in built.report.added
    assert build(folder, tmp_path / "x.pg", workers=1).report.changed is False


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_read_permission(folder: Path, tmp_path: Path) -> None:
    (folder / "总结/0.txt").chmod(0)
    built = build(folder, tmp_path / "x.pg", workers=1)
    assert list(refused(built)) == ["总结/0.txt"]
    assert "permission" in refused(built)["总结/0.txt"][1]
    assert built.report.documents == 7


# The command as a person runs it, and SIGKILL at random moments.

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
    (folder / "损坏.pdf").write_bytes(BAD["损坏.pdf"]())
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


def test_a_caller_needs_no_guard_for_its_workers(tmp_path: Path) -> None:
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
def test_nothing_outlives_a_killed_build(tmp_path: Path) -> None:
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
def test_killed_at_random_moments(tmp_path: Path) -> None:
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


def test_two_names_that_read_alike_are_two_documents(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("总结.txt".encode(), "总结.txt".encode("gb18030")):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        path.write_text("2022年，新建示范平台20个。\n", encoding="utf-8")
    first = build(folder, tmp_path / "x.pg", workers=1)
    assert first.report.documents == 2
    again = build(folder, tmp_path / "x.pg", workers=1)
    assert (again.report.changed, len(again.report.reused)) == (False, 2)


def test_a_folder_that_cannot_be_listed_keeps_what_was_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.txt", "sub/b.txt"):
        (folder / name).write_text(f"2022年，新建示范平台{len(name)}个。\n", encoding="utf-8")
    assert build(folder, tmp_path / "x.pg", workers=1).report.documents == 2
    listing = os.scandir

    def closed(path: str) -> object:
        if os.fspath(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", closed)  # root may list every folder
    report = build(folder, tmp_path / "x.pg", workers=1).report
    assert (report.documents, report.forgotten, report.stale) == (2, (), ("sub/b.txt",))
    assert [r.key for r in report.refused] == ["sub/", "sub/b.txt"]
    assert "cannot be listed (Permission denied)" in report.refused[0].notice.said("en")


def test_a_rule_that_fails_costs_only_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from policygraph.loaders import pipeline

    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"2022年，{name}市新建示范平台20个。\n", encoding="utf-8")
    sound = pipeline.load

    def failing(source: object, settings: object) -> object:
        if getattr(source, "key", "") == "a.txt":
            raise IndexError("no such clause")
        return sound(source, settings)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "load", failing)
    report = build(folder, tmp_path / "x.pg", workers=1).report
    assert report.documents == 1
    assert [(r.key, r.error) for r in report.refused] == [("a.txt", "ReadingDefect")]
    assert "IndexError" in report.refused[0].notice.said("en")
