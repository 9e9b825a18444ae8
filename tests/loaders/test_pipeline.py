"""The whole way, for one document and for many."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policygraph
from policygraph.loaders.pipeline import (
    File,
    Loaded,
    Refused,
    Settings,
    check,
    load,
    load_file,
    load_files,
    rules_version,
)
from policygraph.loaders.reading import read_bytes
from policygraph.schema.errors import RunError
from policygraph.schema.facts import Fact, Figure, Relation

TEXTS = {
    "总结.txt": "示例司工作总结\n\n一、2017年工作情况\n认定国家绿色工厂30家。科技部支持示范平台12个。\n"
    "二、2018年工作思路\n培育示范企业50家。\n\n2018年1月20日\n",
    "规划.md": "# 常州市智能装备产业发展行动计划（2023—2025年）\n\n## 一、发展目标\n\n"
    "到2025年，全市智能装备产业规模达到2000亿元，培育示范企业80家。\n\n"
    "## 二、重点任务\n\n实施示范工程，新建企业技术中心50个。\n",
    "新闻.html": "<html><body><h1>示例园区开园</h1><p>2022年11月11日，南京市举办示例园区开园大会，引进企业20家，"
    "投资30亿元，为全市经济社会发展注入了新的动力。</p><p>"
    + "会议要求，各级各部门要加强统筹协调，完善工作机制，认真抓好各项任务的落实，推动园区建设不断取得新的成效。" * 8
    + "</p></body></html>",
    "通知.txt": "工业和信息化部关于公布示范企业名单的通知\n\n各省、自治区、直辖市工业和信息化主管部门：\n"
    "经审核，认定国家技术创新示范企业63家，现予公布。\n\n工业和信息化部\n2020年12月21日\n",
}


@pytest.fixture
def files(tmp_path: Path) -> list[File]:
    """The written documents as files, in the order of their keys."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [File(tmp_path / name, name) for name in sorted(TEXTS)]


def facts_of(outcome: Loaded | Refused) -> tuple[Fact, ...]:
    assert isinstance(outcome, Loaded)
    return outcome.facts


def test_one_document_to_its_facts() -> None:
    loaded = load(read_bytes(TEXTS["总结.txt"].encode(), "a/总结.txt"))
    figures = [f for f in loaded.facts if isinstance(f, Figure)]
    assert [(f.subject, f.value, f.year, f.status, f.agent) for f in figures] == [
        ("国家绿色工厂", 30, 2017, "achieved", None), ("示范平台", 12, 2017, "achieved", "科学技术部"),
        ("示范企业", 50, 2018, "planned", None),
    ]  # fmt: skip
    assert loaded.document.info.date is not None
    assert loaded.document.info.date.value == "2018-01-20"
    assert {f.evidence.document for f in loaded.facts} == {"a/总结.txt"}


def test_facts_are_in_the_order_of_their_places_and_none_twice(files: list[File]) -> None:
    for file in files:
        found = facts_of(load_file(file))
        places = [(f.evidence.char_start, f.evidence.char_end, f.id) for f in found]
        assert places == sorted(places)
        assert len({f.id for f in found}) == len(found)
        assert found


def test_every_quote_stands_at_its_offsets(files: list[File]) -> None:
    for file in files:
        outcome = load_file(file)
        for fact in facts_of(outcome):
            assert isinstance(outcome, Loaded)
            place = fact.evidence
            assert outcome.document.source.quote(place.char_start, place.char_end) == place.quote
            assert isinstance(fact, Figure | Relation)


def test_a_file_that_cannot_be_used_is_refused_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing more")
    for name in ("empty.txt", "broken.pdf", "missing.txt"):
        outcome = load_file(File(tmp_path / name, name))
        assert isinstance(outcome, Refused)
        assert outcome.error == "UnreadableDocument"
        assert len(str(outcome.notice)) > 20
        assert "\n" not in str(outcome.notice)
        assert str(tmp_path) not in str(outcome.notice)


SHORT = {
    "短.html": "<html><body><h1>示例园区开园</h1><p>2022年，南京市举办开园大会，引进企业20家。</p></body></html>",
    "短.md": "# 文字稿\n\n## 示例园区开园\n\n2022年，南京市引进企业20家。\n\n"
    "## 另一条\n\n工作取得进展。\n\n## 第三条\n\n会议召开。\n",
    "短.txt": "2022年，南京市引进企业20家。",
}


@pytest.mark.parametrize("name", SHORT)
def test_a_short_document_is_a_document(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SHORT[name], encoding="utf-8")
    (figure,) = [f for f in facts_of(load_file(File(tmp_path / name, name))) if isinstance(f, Figure)]
    assert (figure.subject, figure.value, figure.year, figure.region) == ("企业", 20, 2022, "南京市")


def test_any_number_of_workers_gives_the_same_in_the_same_order(files: list[File]) -> None:
    """Two workers never have more than two files each under way, however many there are."""
    alone = dict(load_files(files, workers=1))
    taken = 0

    def counted() -> Iterator[File]:
        nonlocal taken
        for file in files * 3:
            taken += 1
            yield file

    together = []
    for file, outcome in load_files(counted(), workers=2):
        together.append((file, facts_of(outcome)))
        assert taken <= len(together) + 4
    assert together == [(file, facts_of(alone[file])) for file in files * 3]
    assert taken == 12


def test_nothing_to_load() -> None:
    assert list(load_files([], workers=1)) == []
    assert list(load_files([], workers=2)) == []


@settings(max_examples=12, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_a_document_says_the_same_whatever_was_read_before(order: list[str]) -> None:
    assert {name: load(read_bytes(TEXTS[name].encode(), name)).facts for name in order} == _alone()


def _alone() -> dict[str, tuple[Fact, ...]]:
    if not _KNOWN:
        _KNOWN.update({name: load(read_bytes(text.encode(), name)).facts for name, text in TEXTS.items()})
    return _KNOWN


_KNOWN: dict[str, tuple[Fact, ...]] = {}


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(["新建园区20个。", "培训5000人次。", "增长6.5%。", "江苏省引进企业30家。"]), max_size=4)
)
def test_what_comes_later_changes_no_fact_before(sentences: list[str]) -> None:
    first = "示例司工作总结\n\n一、2020年工作情况\n新建示范平台20个，投资30亿元。\n\n二、2021年工作思路\n"
    alone = load(read_bytes(f"{first}加强统筹协调。\n\n2021年1月20日\n".encode(), "a.txt")).facts
    text = f"{first}加强统筹协调。{''.join(sentences)}\n\n2021年1月20日\n"
    beside = load(read_bytes(text.encode(), "a.txt")).facts
    end = first.index("二、")
    assert [f for f in beside if f.evidence.char_end <= end] == [f for f in alone if f.evidence.char_end <= end]
    assert len(alone) >= 2


def test_the_version_of_the_rules_follows_every_rule_and_vocabulary(tmp_path: Path) -> None:
    package = Path(policygraph.__file__).parent
    copy = tmp_path / "policygraph"
    copy.mkdir()
    shutil.copy(package / "__init__.py", copy)
    for room in ("schema", "loaders"):
        shutil.copytree(package / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    code = f"""
import sys, pathlib
sys.path.insert(0, {str(tmp_path)!r})
from policygraph.loaders.pipeline import rules_version
root = pathlib.Path({str(copy)!r})
print(rules_version())
(root / "loaders/notes.md").write_text("no rule")
print(rules_version())
with open(root / "schema/vocabularies/surnames.yaml", "a") as file:
    file.write("# more")
print(rules_version())
with open(root / "loaders/context/plans.py", "a") as file:
    file.write("# more")
print(rules_version())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    own, unchanged, vocabulary, rule = done.stdout.split()
    assert own == unchanged == rules_version()
    assert len(own) == 16
    assert int(own, 16) >= 0
    assert len({own, vocabulary, rule}) == 3


FATAL = """
import sys

if any("spawn_main" in word for word in sys.orig_argv):  # a worker, no other process
    import os, signal
    from policygraph.loaders import pipeline

    structure = pipeline.structure

    def fatal(source):
        if "致命" in source.original:
            os.kill(os.getpid(), signal.SIGKILL)
        return structure(source)

    pipeline.structure = fatal
"""
LOADS = """
import json, pathlib, sys
from policygraph.loaders.pipeline import File, Refused, load_files

files = [File(path, path.name) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]
for file, outcome in load_files(files, workers=2):
    refused = isinstance(outcome, Refused)
    told = [outcome.error, outcome.notice.said("en")] if refused else [len(outcome.facts), None]
    print(json.dumps([file.key, *told]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_worker_that_is_killed_costs_only_the_document_it_dies_on(tmp_path: Path) -> None:
    """Its workers' own interpreter kills them in the middle of a marked document."""
    (tmp_path / "sitecustomize.py").write_text(FATAL, encoding="utf-8")
    (tmp_path / "loads.py").write_text(LOADS, encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    for number in range(4):
        word = "致命" if number == 1 else "重要"
        text = f"示例司工作总结\n\n2020年，开展{word}工作，新建示范平台{number + 20}个。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, tmp_path / "loads.py", folder], env={**os.environ, "PYTHONPATH": path},
        capture_output=True, text=True, encoding="utf-8", timeout=180, check=True,
    )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [key for key, _, _ in told] == [f"{n}.txt" for n in range(4)]
    assert [what for _, what, _ in told] == [1, "DocumentLimit", 1, 1]
    assert len(told[1][2]) > 20


def test_a_model_that_is_not_installed_is_said_before_anything_is_read() -> None:
    with pytest.raises(RunError, match="no spaCy model 'zh_no_such_model' is installed"):
        check(Settings(model="zh_no_such_model"))
