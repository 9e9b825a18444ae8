"""Folders of documents written for the tests of builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.conductor import Build

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


def _report(number: int) -> str:
    return REPORT.format(
        before=2010 + number, after=2011 + number, first=number + 30, second=number + 12, third=number * 7 + 50
    )


def _fill(folder: Path, count: int = 6) -> None:
    """Documents of several formats and encodings in two folders, as many reports as asked."""
    (folder / "总结").mkdir(parents=True)
    for number in range(count):
        (folder / "总结" / f"{number}.txt").write_bytes(_report(number).encode("utf-8" if number % 2 else "gb18030"))
    (folder / "园区.html").write_text(PAGE, encoding="utf-8")
    (folder / "规划.md").write_text(
        "# 常州市智能装备产业发展行动计划（2023—2025年）\n\n## 一、发展目标\n\n"
        "到2025年，全市智能装备产业规模达到2000亿元，培育示范企业80家。形成特色鲜明、布局合理的产业体系。\n",
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def report() -> Callable[[int], str]:
    """The text of a report by its number, whose figures and years follow from it."""
    return _report


@pytest.fixture(scope="session")
def fill() -> Callable[..., None]:
    """Writes documents into a new folder: fill(folder, count=6)."""
    return _fill


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of eight documents."""
    _fill(tmp_path / "资料")
    return tmp_path / "资料"


@pytest.fixture(scope="session")
def refused() -> Callable[[Build], dict[str, tuple[str, str]]]:
    """The files that a build could not use: key → (name of the error, message)."""
    return lambda built: {r.key: (r.error, r.notice.said("en")) for r in built.report.refused}
