"""The command, as a process of its own: what it prints where, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = """2020年示范工作总结

　　一、2020年工作回顾

　　2020年，工业和信息化部新认定国家技术创新示范企业63家。建成智能制造示范工厂110家，培育专精特新企业近千家。

　　二、2021年工作思路

　　建设智能制造示范工厂200家左右。

2021年1月15日
"""
PLAN = """某省智能制造三年行动计划（2022—2024年）

　　到2024年，全省建成智能制造示范工厂300家以上，关键工序数控化率达到65%。
"""

MAIN = "import sys; from policygraph.cli import main; sys.exit(main())"


def run(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command in an English locale, unless `variables` say otherwise."""
    environment = os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "100"} | variables
    command = [
        sys.executable,
        "-c",
        "import sys; from policygraph.cli import main; sys.exit(main())",
        *map(str, arguments),
    ]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=120, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documents")
    (path / "报告.txt").write_text(REPORT, encoding="utf-8")
    (path / "计划.txt").write_text(PLAN, encoding="gb18030")
    return path


@pytest.fixture(scope="module")
def graph(folder: Path) -> Path:
    path = folder.parent / "written.pg"
    built = run("build", folder, "-o", path, "--workers", "1")
    assert (built.returncode, built.stdout) == (0, ""), built.stderr
    assert f"The graph is in {path}" in " ".join(built.stderr.split())
    return path


def test_build_says_what_it_did_and_what_it_reused(folder: Path, graph: Path) -> None:
    again = run("build", folder, "-o", graph, "--lang", "zh")
    assert again.returncode == 0
    lines = [line.split() for line in again.stderr.splitlines()]
    assert ["文件", "2"] in lines
    assert ["其中沿用（未改动）", "2"] in lines
    assert any(line[:1] == ["数字（计划）"] for line in lines)


def test_build_refuses_what_cannot_be_read_and_says_so(folder: Path, tmp_path: Path) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    (mixed / "a.txt").write_bytes((folder / "报告.txt").read_bytes())
    (mixed / "empty.txt").write_bytes(b"")
    (mixed / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of the kind")
    built = run("build", mixed, "-o", tmp_path / "mixed.pg")
    assert built.returncode == 1
    assert "Files that could not be used (2)" in built.stderr
    assert "broken.pdf: unreadable:" in built.stderr
    assert "empty.txt: unreadable:" in built.stderr
    assert run("documents", tmp_path / "mixed.pg", "--csv").stdout.count("a.txt") == 1
    again = run("build", mixed, "-o", tmp_path / "mixed.pg", LC_ALL="zh_CN.UTF-8")
    assert "  empty.txt：无法读取：文件是空的；请换成有内容的文件" in again.stderr
    assert "  broken.pdf：无法读取：PDF 已损坏，打不开（程序提示：" in again.stderr


def test_notices_are_said_in_the_language_of_who_reads_them(folder: Path, tmp_path: Path) -> None:
    marred = tmp_path / "marred"
    marred.mkdir()
    (marred / "a.txt").write_bytes((folder / "报告.txt").read_bytes() + b"\xff\n")
    built = run("build", marred, "-o", tmp_path / "marred.pg", "--lang", "zh")
    assert "提示（1 条）" in built.stderr
    assert "  a.txt：可能缺少文字：有 1 个字符已损坏（按 utf-8 读取）；请对照原文，或重新下载" in built.stderr
    (row,) = json.loads(run("documents", tmp_path / "marred.pg", "--json").stdout)
    (notice,) = row["notices"]
    assert (notice["code"], notice["details"]) == ("broken_characters", {"count": 1, "encoding": "utf-8"})
    assert notice["message"].startswith("text may be missing: broken characters (1, read as utf-8);")
    assert row["partial"] == row["notices"]
    (line,) = csv.DictReader(io.StringIO(run("documents", tmp_path / "marred.pg", "--csv", "--lang=zh").stdout[1:]))
    assert (
        line["notices"] == line["partial"] == "可能缺少文字：有 1 个字符已损坏（按 utf-8 读取）；请对照原文，或重新下载"
    )


def test_build_of_no_folder_cannot(tmp_path: Path) -> None:
    failed = run("build", tmp_path / "none", "-o", tmp_path / "x.pg", "--lang", "zh")
    assert failed.returncode == 2
    assert "policygraph: 错误" in failed.stderr
    assert "不是文件夹" in failed.stderr
    assert not (tmp_path / "x.pg").exists()


def test_lineage_prints_a_table_with_document_date_and_quote(graph: Path) -> None:
    shown = run("lineage", graph, "智能制造示范工厂", "--lang", "zh")
    assert shown.returncode == 0
    assert "智能制造示范工厂：沿革" in shown.stdout
    assert "建成智能制造示范工厂110家" in shown.stdout
    assert "报告.txt" in shown.stdout
    assert "2021-01-15" in shown.stdout


def test_lineage_as_json_is_a_list_of_rows(graph: Path, folder: Path) -> None:
    rows = json.loads(run("lineage", graph, "智能制造示范工厂", "--from", "2020", "--to", "2021", "--json").stdout)
    figures = [(r["year"], r["status"], r["predicate"], r["value"], r["unit"]) for r in rows if r["value"]]
    assert figures == [(2020, "achieved", "achieves", 110, "家"), (2021, "planned", "targets", 200, "家")]
    keys = "year status predicate subject object value high unit cmp measure agent plan doc date quote via"
    for row in rows:
        assert set(keys.split()) <= row.keys()
        assert REPORT[row["char_start"] : row["char_end"]] == row["quote"]


def test_undated_facts_are_listed_apart(graph: Path) -> None:
    rows = json.loads(run("lineage", graph, "智能制造示范工厂", "--undated", "--json").stdout)
    assert [r["year"] for r in rows] == [None] * len(rows)


def test_lineage_says_what_it_leaves_out(graph: Path) -> None:
    every = json.loads(run("lineage", graph, "智能制造示范工厂", "--json").stdout)
    assert all(row["confidence"] < 1 for row in every)
    sure = run("lineage", graph, "智能制造示范工厂", "--min-confidence", "1", "--lang", "zh")
    assert "没有符合条件的记载" in sure.stdout
    assert f"另有 {len(every)} 条记载置信度低于 1.0，未列入" in sure.stderr


def test_listings_have_headings(graph: Path) -> None:
    assert run("documents", graph, "--lang", "en").stdout.startswith("Documents of the graph\n")
    assert run("query", graph, "--lang", "en").stdout.startswith("Questions of the library\n")


def test_lineage_as_csv_is_for_excel(graph: Path) -> None:
    text = run("lineage", graph, "国家技术创新示范企业", "--csv", LC_ALL="C", PYTHONUTF8="0").stdout
    assert text.startswith("\ufeff")
    assert "63" in [row["value"] for row in csv.DictReader(io.StringIO(text[1:]))]


def test_lineage_writes_its_picture(graph: Path, tmp_path: Path) -> None:
    drawn = run("lineage", graph, "智能制造示范工厂", "--picture", tmp_path / "line.svg")
    assert (drawn.returncode, drawn.stdout) == (0, "")
    assert (tmp_path / "line.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert str(tmp_path / "line.svg") in drawn.stderr
    assert run("lineage", graph, "智能制造示范工厂", "--picture", tmp_path / "line.png").returncode == 2


def test_an_unknown_name_offers_near_ones(graph: Path) -> None:
    failed = run("lineage", graph, "智能制造示范厂", "--lang=zh")
    assert (failed.returncode, failed.stdout) == (2, "")
    assert "智能制造示范工厂" in failed.stderr


def test_query_lists_the_questions_and_asks_one(graph: Path) -> None:
    listed = json.loads(run("query", graph, "--json").stdout)
    assert "plan_targets" in [row["name"] for row in listed]
    rows = json.loads(run("query", graph, "plan_targets", "plan=某省智能制造三年行动计划", "--json").stdout)
    assert (2024, 300.0, "家", "ge") in [(r["year"], r["value"], r["unit"], r["cmp"]) for r in rows]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "there is no question 'nope'. Known: agency_hierarchy"),
        (["plan_targets"], "needs the parameter plan"),
        (["plan_targets", "某计划"], "'某计划' is no parameter; write parameter=value"),
    ],
)
def test_query_says_what_is_wrong(graph: Path, arguments: list[str], said: str) -> None:
    failed = run("query", graph, *arguments)
    assert failed.returncode == 2
    assert said in failed.stderr


def test_language_follows_the_locale_and_the_option(graph: Path) -> None:
    assert "原文与出处" in run("lineage", graph, "智能制造示范工厂", LC_ALL="zh_CN.UTF-8").stdout
    assert "Quote and source" in run("lineage", graph, "智能制造示范工厂", "--lang", "en", LC_ALL="zh_CN.UTF-8").stdout
    assert "图谱文件" in run("lineage", "--help", "--lang", "zh").stdout


def test_a_lineage_says_how_to_ask_why_and_explain_answers(graph: Path) -> None:
    rows = json.loads(run("lineage", graph, "智能制造示范工厂", "--json").stdout)
    shown = run("lineage", graph, "智能制造示范工厂", "--lang", "zh", COLUMNS="300").stdout
    assert f"policygraph explain {graph} 编号" in shown
    told = run("explain", graph, *(row["id"][:8] for row in rows[:2]), "--lang", "zh")
    assert (told.returncode, told.stderr) == (0, "")
    for row in rows[:2]:
        assert row["id"] in told.stdout
        assert row["id"][:8] in shown
    record, other = json.loads(run("explain", graph, rows[0]["id"], rows[1]["id"], "--json").stdout)
    assert (record["id"], other["id"]) == (rows[0]["id"], rows[1]["id"])
    assert (record["quote"], record["confidence"]) == (rows[0]["quote"], rows[0]["confidence"])
    assert 0 < record["confidence"] < 1
    for told_field in record["fields"]:
        if "char_start" in told_field:
            assert REPORT[told_field["char_start"] : told_field["char_end"]] == told_field["text"]


@pytest.mark.parametrize(
    ("given", "said"), [("abc", "too short; give at least 4 digits"), ("zzzzzz", "no fact has an id that begins")]
)
def test_explain_says_what_is_wrong(graph: Path, given: str, said: str) -> None:
    failed = run("explain", graph, given)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert said in failed.stderr


def test_a_least_confidence_can_be_asked_for_everywhere(graph: Path, tmp_path: Path) -> None:
    name, asked = "智能制造示范工厂", ("query", graph, "metric_by_year", "metric=智能制造示范工厂", "--json")
    everything = json.loads(run("lineage", graph, name, "--json").stdout)
    levels = sorted({row["confidence"] for row in everything})
    assert len(levels) > 1
    least = ("--min-confidence", str(levels[-1]))
    sure = json.loads(run("lineage", graph, name, "--json", *least).stdout)
    assert 0 < len(sure) < len(everything)
    assert {row["confidence"] for row in sure} == {levels[-1]}
    kept = [row for row in json.loads(run(*asked).stdout) if row["confidence"] >= levels[-1]]
    assert json.loads(run(*asked, *least).stdout) == kept
    assert run("export", graph, tmp_path / "facts.jsonl", *least).returncode == 0
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(json.loads(line)["confidence"] >= levels[-1] for line in lines)
    for wrong in ("1.5", "-1", "much"):
        assert run("lineage", graph, name, "--min-confidence", wrong).returncode == 2


def test_documents_verify_and_export(graph: Path, tmp_path: Path) -> None:
    rows = json.loads(run("documents", graph, "--json").stdout)
    assert [(r["key"], r["nature"]) for r in rows] == [("报告.txt", "report"), ("计划.txt", "plan")]
    assert run("verify", graph).returncode == 0
    assert run("export", graph, tmp_path / "facts.jsonl").returncode == 0
    facts = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(r["facts"] for r in rows) == len(facts)
    refused = run("export", graph, tmp_path / "facts.doc")
    assert refused.returncode == 2
    assert ".jsonl" in refused.stderr


def test_a_damaged_or_foreign_file_is_said(graph: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.pg"
    foreign.write_text("not a graph", encoding="utf-8")
    failed = run("lineage", foreign, "甲", "--lang", "zh")
    assert failed.returncode == 2
    assert "图谱文件不能使用" in failed.stderr
    assert run("lineage", tmp_path / "absent.pg", "甲").returncode == 2


def test_quantities_and_periods() -> None:
    rows = json.loads(run("quantities", "培育近千家企业，5G基站22.5万座", "--json").stdout)
    assert [(r["value"], r["unit"], r["cmp"]) for r in rows] == [(1000, "家", "lt"), (225000, "座", "eq")]
    rows = json.loads(run("periods", "去年和“十四五”期间", "--on", "2022-03-01", "--json").stdout)
    assert [(r["year"], r["since"]) for r in rows] == [(2021, None), (2025, 2021)]
    assert run("periods", "去年", "--on", "yesterday").returncode == 2


def test_wrong_use_is_told_in_the_users_language() -> None:
    assert run("nothing").returncode == 2
    assert "policygraph: 错误:" in run("lineage", "--lang", "zh").stderr
    assert run("--version").stdout.startswith("policygraph ")


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (("export", "{graph}", "x.pq", "--min-confidence", "2"), "'2'; expected a number from 0 to 1", "介于 0 和 1"),
        (("build", "folder", "--workers", "0"), "'0'; expected a whole number from 1 on", "不小于 1 的整数"),
        (("lineage", "{graph}", "甲", "--from", "去年"), "'去年'; expected a year of four digits", "四位数的年份"),
        (("periods", "去年", "--on", "2021-13-01"), "'2021-13-01'; expected a date", "应为日期，如 2021-03-05"),
    ],
)
def test_a_wrong_value_of_an_option_is_told(
    graph: Path, arguments: tuple[str, ...], english: str, chinese: str
) -> None:
    given = [word.format(graph=graph) for word in arguments]
    for lang, expected in (("en", english), ("zh", chinese)):
        failed = run(*given, "--lang", lang)
        assert (failed.returncode, failed.stdout) == (2, "")
        assert expected in failed.stderr
        assert "Traceback" not in failed.stderr


def test_a_network_is_asked_for_without_taking_the_text_for_its_folder(tmp_path: Path) -> None:
    text = "会议在北京召开，来自上海、江苏和浙江的代表参加。"
    before, after = (run("mentions", *words, "--json") for words in (("--network", text), (text, "--network")))
    assert (before.returncode, before.stderr) == (0, "")
    assert json.loads(before.stdout) == json.loads(after.stdout) != []
    failed = run("mentions", text, "--network-folder", tmp_path)
    assert failed.returncode == 2
    assert f"no network in {tmp_path}" in failed.stderr
    assert run("mentions", text, "--network", "--network-folder", tmp_path).returncode == 2


def test_a_closed_pipe_is_no_error(graph: Path) -> None:
    command = f"'{sys.executable}' -c '{MAIN}' " \
              f"query '{graph}' | true"  # fmt: skip
    ended = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert "Traceback" not in ended.stderr


def test_validate_tells_what_does_not_conform(graph: Path, tmp_path: Path) -> None:
    sound = run("validate", graph)
    assert (sound.returncode, sound.stderr) == (0, "")
    assert sound.stdout.startswith(f"{graph} conforms (facts: ")
    out = tmp_path / "facts.ttl"
    assert run("export", graph, out).returncode == 0
    assert run("validate", out, "--lang", "zh").stdout.startswith(f"{out} 符合全部规则")
    out.write_text(out.read_text(encoding="utf-8").replace("pg:value 63.0", 'pg:value "many"'), encoding="utf-8")
    broken = run("validate", out)
    assert (broken.returncode, broken.stderr) == (1, "")
    assert broken.stdout.startswith(f"{out} breaks rules in 1 places")
    assert "value is many; expected the datatype xsd:decimal" in broken.stdout
    out.write_text("no triples", encoding="utf-8")
    unread = run("validate", out)
    assert (unread.returncode, unread.stdout) == (2, "")
    assert "facts.ttl is not turtle that can be read" in unread.stderr
    assert run("validate", tmp_path / "absent.ttl").returncode == 2
