"""A small corpus with its annotation, both written for these tests, in which every kind of mistake occurs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from policygraph.benchmarks.quality.documents import Document, read_documents
from policygraph.benchmarks.quality.evaluation import Evaluation, evaluate

TEXTS = {
    "reports/own_report.txt": """2020年示范工作总结

　　2020年，工业和信息化部新认定国家技术创新示范企业63家，建成智能制造示范工厂110家。

　　2020年，工业和信息化部印发《示范工厂建设指南》。全年培训技术人员3200人次。

2021年1月15日
""",
    "reports/own_summary.txt": """2021年示范工作总结

　　2021年，工业和信息化部建成智能制造示范工厂120家，发放补助资金2亿元。

　　2021年，工业和信息化部建成智能制造示范工厂130家。

2022年1月15日
""",
    "plans/own_plan.txt": """江苏省示范工厂建设计划

　　到2025年，全省建成智能制造示范工厂500家，数字化车间比例达到65%。

江苏省工业和信息化厅
2021年3月1日
""",
}
RANGES = {"own_summary.txt": [1, 4]}
MINISTRY = {"name": "工业和信息化部", "type": "Agency", "aliases": ["工信部"]}


def figure(quote: str, value: float, unit: str, subject: str, year: int, **other: object) -> dict[str, Any]:
    return {
        "kind": "figure", "quote": quote, "value": value, "unit": unit, "cmp": "eq", "measure": "new",
        "subject": subject, "aliases": [], "action": None, "agent": "工业和信息化部", "plan": None, "year": year,
        "status": "achieved", "region": None, **other,
    }  # fmt: skip


PLANNED = {"plan": "江苏省示范工厂建设计划", "agent": "江苏省", "region": "江苏省"}
GOLD = {
    "own_report.txt": [
        figure("新认定国家技术创新示范企业63家", 63, "家", "国家技术创新示范企业", 2019),  # wrong on purpose
        figure("建成智能制造示范工厂110家", 110, "家", "智能制造示范工厂", 2020),
        figure("全年培训技术人员3200人次", 3200, "人次", "技术人员", 2020, optional=True),
        figure("示范工厂建设指南", 3, "项", "指南", 2020),  # nothing to be found
        {"kind": "relation", "quote": "新认定国家技术创新示范企业", "subject": MINISTRY, "predicate": "recognises",
         "object": {"name": "国家技术创新示范企业", "type": "Organization"}, "year": 2020, "status": "achieved"},
        {"kind": "relation", "quote": "印发《示范工厂建设指南》", "subject": MINISTRY, "predicate": "issues",
         "object": {"name": "示范工厂建设指南", "type": "Plan"}, "year": 2020, "status": "planned"},  # wrong on purpose
    ],
    "own_summary.txt": [figure("建成智能制造示范工厂120家", 120, "家", "智能制造示范工厂", 2021)],
    "own_plan.txt": [
        figure("建成智能制造示范工厂500家", 500, "家", "智能制造示范工厂", 2025, **PLANNED),  # the status is wrong
        figure("数字化车间比例达到65%", 65, "%", "数字化车间比例", 2025, measure="share", status="planned",
               optional=True, **PLANNED),
    ],
}  # fmt: skip


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with corpus/ and gold/own/."""
    folder = tmp_path_factory.mktemp("quality")
    for key, text in TEXTS.items():
        path = folder / "corpus" / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "gold" / "own").mkdir(parents=True)
    (folder / "gold" / "own" / "ranges.json").write_text(json.dumps(RANGES), encoding="utf-8")
    for name, records in GOLD.items():
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (folder / "gold" / "own" / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def read(own: Path) -> list[Document]:
    """The small corpus, read."""
    return list(read_documents(own / "corpus"))


@pytest.fixture(scope="session")
def evaluation(own: Path, shared: Path) -> Evaluation:
    """The small corpus scored by the scorer beside the checkout."""
    return evaluate(own / "gold", own / "corpus", shared / "score" / "score.py")
