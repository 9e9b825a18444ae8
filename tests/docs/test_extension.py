"""The example extension of docs/extension: installed as a package, and built with, end to end."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLE = CHECKOUT / "docs" / "extension"
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
LINES = [
    [
        (20, 20, "示例省东西部协作工作总结"),
        (20, 40, "2021年，全省建成协作园区12个，"), (110, 40.4, "引进企业80家。北京市对口支援新疆和田地区。"),
    ],
    [(20, 20, "2022年，新建协作园区5个。"), (20, 28, "来访客商增加。")],
]  # fmt: skip
TEXT = "示例省工作要点\n\n2022年，上海市继续对口支援新疆喀什地区，新建示范平台20个。\n"


def ofd(path: Path) -> None:
    """An OFD file as offices write it: each page in a part of its own, each stretch of text with its box in mm."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        about = "<ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Title>示例省东西部协作工作总结</ofd:Title></ofd:DocInfo>"
        body = f"<ofd:DocBody>{about}<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        archive.writestr("OFD.xml", f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {SPACE}>{body}</ofd:OFD>')
        pages = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(LINES)))
        root = f"<ofd:Document {SPACE}><ofd:CommonData/><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
        archive.writestr("Doc_0/Document.xml", root)
        for number, page in enumerate(LINES):
            objects = "".join(
                f'<ofd:TextObject ID="{n}" Boundary="{x} {y} 90 5" Font="1" Size="4">'
                f'<ofd:TextCode X="0" Y="4">{escape(text)}</ofd:TextCode></ofd:TextObject>'
                for n, (x, y, text) in reversed(list(enumerate(page)))  # the order in the file is not that on the page
            )
            content = f'<ofd:Content><ofd:Layer ID="9">{objects}</ofd:Layer></ofd:Content>'
            archive.writestr(f"Doc_0/Pages/Page_{number}/Content.xml", f"<ofd:Page {SPACE}>{content}</ofd:Page>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the example is installed into, as pip installs it."""
    folder = tmp_path_factory.mktemp("extension")
    shutil.copytree(EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__"))
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-deps"]
    command += ["--no-build-isolation", "--target", str(folder / "site"), str(folder / "source")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    ofd(folder / "总结.ofd")
    (folder / "要点.txt").write_text(TEXT, encoding="utf-8")
    return folder


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(site: Path) -> Command:
    """command(*arguments, installed=True): the command `policygraph` where the example is installed, or not."""

    def run(*arguments: str | Path, installed: bool = True) -> subprocess.CompletedProcess[str]:
        path = [str(site)] if installed else []
        path += filter(None, [os.environ.get("PYTHONPATH")])
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path), "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
        main = "import sys; from policygraph.cli import main; sys.exit(main())"
        return subprocess.run(
            [sys.executable, "-c", main, *map(str, arguments)],
            capture_output=True, encoding="utf-8", env=environment, timeout=300, check=False,
        )  # fmt: skip

    return run


def exported(command: Command, graph: Path, installed: bool = True) -> list[dict[str, object]]:
    out = graph.with_suffix(".jsonl")
    assert command("export", graph, out, installed=installed).returncode == 0
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_a_build_with_the_example_reads_its_format_and_finds_its_relation(
    command: Command, documents: Path, tmp_path: Path
) -> None:
    built = command("build", documents, "-o", tmp_path / "x.pg", "--workers", "1")
    assert built.returncode == 0, built.stderr
    assert "Extensions: policygraph-example 1.0 (.ofd), policygraph-example 1.0 (assists)" in built.stderr
    facts = exported(command, tmp_path / "x.pg")
    figures = {(f["doc"], f["subject"], f["value"], f["year"], f["page"]) for f in facts if f["kind"] == "figure"}
    assert figures == {
        ("总结.ofd", "协作园区", 12, 2021, 1), ("总结.ofd", "企业", 80, 2021, 1), ("总结.ofd", "协作园区", 5, 2022, 2),
        ("要点.txt", "示范平台", 20, 2022, None),
    }  # fmt: skip
    pairs = [f for f in facts if f["predicate" if "predicate" in f else "kind"] == "assists"]
    assert {(f["subject"]["name"], f["object"]["name"], f["year"], f["extractor"]) for f in pairs} == {  # type: ignore[index]
        ("北京市", "新疆维吾尔自治区和田地区", 2021, "policygraph-example:assists.verb"),
        ("上海市", "新疆维吾尔自治区喀什地区", 2022, "policygraph-example:assists.verb"),
    }
    assert {f["quote"] for f in pairs} == {"北京市对口支援新疆和田地区", "上海市继续对口支援新疆喀什地区"}
    assert command("verify", tmp_path / "x.pg", installed=False).returncode == 0
    told = command("explain", tmp_path / "x.pg", str(pairs[0]["id"]), "--lang", "en", installed=False).stdout
    assert "a rule of the extension policygraph-example [policygraph-example:assists.verb]" in told


def test_any_number_of_workers_gives_the_same(command: Command, documents: Path, tmp_path: Path) -> None:
    for name, workers in (("a.pg", "1"), ("b.pg", "2")):
        assert command("build", documents, "-o", tmp_path / name, "--workers", workers).returncode == 0
    assert (tmp_path / "a.pg").read_bytes() == (tmp_path / "b.pg").read_bytes()


def test_a_rebuild_notices_that_an_extension_came_changed_or_went(
    command: Command, documents: Path, site: Path, tmp_path: Path
) -> None:
    def reused(installed: bool = True) -> str:
        built = command("build", documents, "-o", tmp_path / "x.pg", "--workers", "1", installed=installed)
        assert built.returncode == 0, built.stderr
        (line,) = (line for line in built.stderr.splitlines() if line.startswith("of them reused"))
        return line.split()[-1]

    assert reused(installed=False) == "0"
    assert {f["doc"] for f in exported(command, tmp_path / "x.pg")} == {"要点.txt"}
    assert (reused(), reused()) == ("0", "2")
    about = site / "policygraph_example-1.0.dist-info"
    newer = about.rename(site / "policygraph_example-1.1.dist-info")
    metadata = newer / "METADATA"
    kept = metadata.read_text(encoding="utf-8")
    try:
        metadata.write_text(kept.replace("Version: 1.0", "Version: 1.1"), encoding="utf-8")
        assert (reused(), reused()) == ("0", "2")
    finally:
        metadata.write_text(kept, encoding="utf-8")
        newer.rename(about)
    assert reused(installed=False) == "0"
    assert {f["doc"] for f in exported(command, tmp_path / "x.pg")} == {"要点.txt"}


def test_a_broken_file_is_refused_with_the_name_of_the_extension(
    command: Command, documents: Path, tmp_path: Path
) -> None:
    (documents / "坏.ofd").write_bytes(b"PK\x03\x04 no archive")
    with zipfile.ZipFile(documents / "空.ofd", "w") as archive:
        archive.writestr("OFD.xml", f"<ofd:OFD {SPACE}/>")
    built = command("build", documents, "-o", tmp_path / "x.pg", "--workers", "1", "--lang", "zh")
    assert built.returncode == 1
    said = "扩展 policygraph-example 1.0 (.ofd) 在这份文件上出错（BadZipFile: File is not a zip file），文件未采用"
    assert said in built.stderr
    assert "空.ofd：无法读取：没有可读的正文" in built.stderr
    assert {f["doc"] for f in exported(command, tmp_path / "x.pg")} == {"总结.ofd", "要点.txt"}


@pytest.fixture(scope="module")
def reader() -> ModuleType:
    """The module policygraph_example.ofd of the checkout."""
    spec = importlib.util.spec_from_file_location("example_ofd", EXAMPLE / "policygraph_example" / "ofd.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_lines_are_those_of_the_layout(reader: ModuleType, tmp_path: Path) -> None:
    ofd(tmp_path / "a.ofd")
    draft = reader.read((tmp_path / "a.ofd").read_bytes())
    assert draft.original == (
        "示例省东西部协作工作总结\n2021年，全省建成协作园区12个，引进企业80家。北京市对口支援新疆和田地区。\n"
        "2022年，新建协作园区5个。\n来访客商增加。\n"
    )
    assert draft.original[draft.pages[1] :].startswith("2022年")
    assert [(name, stated.value) for name, stated in draft.headers] == [("title", "示例省东西部协作工作总结")]


def test_a_part_that_expands_too_far_is_refused(
    reader: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ofd(tmp_path / "a.ofd")
    monkeypatch.setattr(reader, "LARGEST", 100)
    with pytest.raises(ValueError, match=r"OFD\.xml has more than 100 bytes"):
        reader.read((tmp_path / "a.ofd").read_bytes())
