"""Files that cannot be used: one clear line each, the rest is built."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.conductor import Build, build

Report = Callable[[int], str]
Refused = Callable[[Build], dict[str, tuple[str, str]]]


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


def test_files_that_cannot_be_used(folder: Path, tmp_path: Path, report: Report, refused: Refused) -> None:
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
def test_a_file_without_read_permission(folder: Path, tmp_path: Path, refused: Refused) -> None:
    (folder / "总结/0.txt").chmod(0)
    built = build(folder, tmp_path / "x.pg", workers=1)
    assert list(refused(built)) == ["总结/0.txt"]
    assert "permission" in refused(built)["总结/0.txt"][1]
    assert built.report.documents == 7


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
