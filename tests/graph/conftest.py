"""A small written corpus, and what builds it into a graph file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from policygraph.graph import Builder, BuildReport, Graph, StoredDocument, open_graph
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.facts import Entity, Evidence, Figure, Relation
from policygraph.schema.notices import Notice

SCANNED = Notice("ocr_missing", {"pages": "2"})
OTHER_DATE = Notice(
    "other_date", {"where": "published", "date": "2023-01-02", "used_where": "signature", "used": "2020"}
)
Written = tuple[StoredDocument, list[Figure | Relation]]

NOTICE = """关于公布示范企业名单的通知
2020年，工业和信息化部、财政部认定国家技术创新示范企业63家，比上年减少。
示例省计划到2025年建成省级智能工厂300个，支持示例市创建国家智能网联示范区。
"""
PAGE = "<p>到2025年，重点企业<b>数控化率</b>达到&nbsp;68.5%，由示例司牵头。</p>"
BULLETIN = """第一篇 科技简讯
示例中心于2019年投入1234567890.12元，张某任示例中心主任。
第二篇 展望
某机构预计2030年市场规模为2至3倍，力争全面消除隐患。
"""


def evidence(
    document: StoredDocument, quote: str, sentence: str | None = None, page: int | None = None, *recognised: Any
) -> Evidence:
    """The place of a quote, given as it stands in the original, which must hold it just once."""
    assert document.original.count(quote) == 1
    start = document.original.index(quote)
    shown = document.quote(start, start + len(quote))
    return Evidence(document.key, shown, sentence or shown, start, start + len(quote), page, *recognised)


def info(key: str, title: str | None = None, date: str | None = None, **more: object) -> DocumentInfo:
    said = {
        "title": Stated(title, "masthead", 0) if title else None,
        "date": Stated(date, "file name") if date else None,
    }
    return DocumentInfo(key, **said, **more)  # type: ignore[arg-type]


def stored(about: DocumentInfo, text: str, **more: object) -> StoredDocument:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return StoredDocument(**{"format": "txt", "rules": "r1"} | more, info=about, sha256=digest, original=text)


def notice() -> Written:
    d = stored(info("2020/通知.txt", "关于公布示范企业名单的通知", "2020-11-05"), NOTICE)
    ministry, factory = Entity("工业和信息化部", "Agency"), Entity("省级智能工厂", "Program")
    return d, [
        Figure(
            evidence(d, "认定国家技术创新示范企业63家"),
            "figures.find",
            2020,
            "achieved",
            "stated",
            value=63.0,
            unit="家",
            cmp="eq",
            measure="new",
            subject="国家技术创新示范企业",
            action="认定",
            agent="工业和信息化部、财政部",
            holder="工业和信息化部",
            holder_type="Agency",
        ),
        Figure(
            evidence(d, "到2025年建成省级智能工厂300个"),
            "figures.find",
            2025,
            "planned",
            "stated",
            value=300,
            unit="个",
            cmp="eq",
            measure="total",
            subject="首批省级智能工厂数量",
            since=2021,
            region="示例省",
            plan="示例省制造业规划",
            holder="示例省制造业规划",
            holder_type="Plan",
            base_year=2020,
            binding="expected",
            direction="rise",
        ),
        Relation(
            evidence(d, "工业和信息化部、财政部认定国家技术创新示范企业"),
            "relations.recognises",
            2020,
            "achieved",
            "stated",
            ministry,
            "recognises",
            Entity("国家技术创新示范企业", "Program"),
        ),
        Relation(
            evidence(d, "示例省计划到2025年建成省级智能工厂"),
            "relations.launches",
            2025,
            "planned",
            "stated",
            Entity("示例省", "Region"),
            "launches",
            factory,
        ),
        Relation(
            evidence(d, "关于公布示范企业名单的通知"),
            "relations.issues",
            2020,
            None,
            "inherited: document",
            ministry,
            "issues",
            Entity("关于公布示范企业名单的通知", "Document"),
        ),
    ]


def page() -> Written:
    d = stored(
        info("网页/规划.html", number=Stated("示函〔2021〕5号", "header table", 0)), PAGE, format="html", markup=True
    )
    return d, [
        Figure(
            evidence(d, "重点企业<b>数控化率</b>达到&nbsp;68.5%"),
            "figures.find",
            2025,
            "planned",
            "stated",
            value=68.5,
            unit="%",
            cmp="ge",
            cmp_text="达到",
            measure="share",
            subject="重点企业数控化率",
            stated_by="示例司",
        ),
    ]


def bulletin() -> Written:
    second = BULLETIN.index("第二篇")
    key = "简报.pdf"
    parts = (
        info(f"{key}#1", "科技简讯", "2019-12", part_of=key, char_end=second, internal=True),
        info(f"{key}#2", "展望", part_of=key, char_start=second, char_end=len(BULLETIN), second_hand=True),
    )
    about = info(key, "简报", "2020", char_end=len(BULLETIN), notices=(OTHER_DATE,))
    d = stored(
        about,
        BULLETIN,
        articles=parts,
        format="pdf",
        pages=(0, second),
        partial=(SCANNED,),
        notices=(SCANNED, OTHER_DATE),
        encoding="binary",
    )
    center = Entity("示例中心", "Center")
    return d, [
        Figure(
            evidence(d, "投入1234567890.12元", page=1),
            "figures.find",
            2019,
            "achieved",
            "stated",
            value=1234567890.12,
            unit="元",
            cmp="eq",
            measure="amount",
            subject="示例中心投入",
            agent="示例中心",
            holder="示例中心",
            holder_type="Center",
            span="cumulative",
            estimated=True,
        ),
        Figure(
            evidence(d, "市场规模为2至3倍", None, 2, (72.0, 640.5, 300.1, 655.0), 0.9871),
            "figures.find",
            2030,
            "forecast",
            "stated",
            value=2.0,
            high=3.0,
            unit="倍",
            cmp="range",
            measure="multiple",
            subject="市场规模",
            agent="某机构",
            holder="某机构",
            holder_type="Organization",
        ),
        Figure(
            evidence(d, "力争全面消除隐患", page=2),
            "figures.goals",
            None,
            "planned",
            None,
            value=None,
            unit=None,
            cmp="eq",
            measure="level",
            subject="隐患",
            goal_text="全面消除隐患",
        ),
        Relation(
            evidence(d, "张某任示例中心主任", page=1),
            "relations.holds_post",
            2019,
            None,
            "inherited: sentence",
            Entity("张某", "Person"),
            "holds_post",
            center,
            post="主任",
        ),
    ]


@pytest.fixture
def corpus() -> list[Written]:
    """Three documents in the order of their keys: a notice, a page with markup, a bulletin of two articles."""
    return [notice(), bulletin(), page()]


@pytest.fixture
def many() -> Callable[[int], list[Written]]:
    """Any number of small documents, each with three facts."""

    def made(count: int) -> list[Written]:
        documents = []
        for number in range(count):
            text = f"2021年示例省认定第{number}类示范基地{number + 3}个，到2025年达到{number * 10 + 7}个。"
            d = stored(info(f"许多/{number:04}.txt", date="2021"), text)
            facts: list[Figure | Relation] = [
                Figure(
                    evidence(d, f"示范基地{number + 3}个"),
                    "x.y",
                    2021,
                    "achieved",
                    "stated",
                    value=float(number + 3),
                    unit="个",
                    cmp="eq",
                    measure="new",
                    subject=f"第{number}类示范基地",
                    agent="示例省",
                ),
                Figure(
                    evidence(d, f"达到{number * 10 + 7}个"),
                    "x.y",
                    2025,
                    "planned",
                    "stated",
                    value=number * 10 + 7.0,
                    unit="个",
                    cmp="eq",
                    measure="total",
                    subject=f"第{number}类示范基地",
                ),
                Relation(
                    evidence(d, f"示例省认定第{number}类示范基地"),
                    "x.z",
                    2021,
                    "achieved",
                    "stated",
                    Entity("示例省", "Region"),
                    "recognises",
                    Entity(f"第{number}类示范基地", "Center"),
                ),
            ]
            documents.append((d, facts))
        return documents

    return made


@pytest.fixture
def in_order() -> Callable[[Iterable[Figure | Relation]], list[Figure | Relation]]:
    """Facts in the order in which every reader gives them: document, place, id."""

    def ordered(facts: Iterable[Figure | Relation]) -> list[Figure | Relation]:
        return sorted(facts, key=lambda f: (f.evidence.document, f.evidence.char_start, f.evidence.char_end, f.id))

    return ordered


@pytest.fixture
def build() -> Callable[..., BuildReport]:
    """Adds documents to a graph file as they come and publishes it."""

    def built(path: Path, documents: Iterable[Written], settings: dict[str, str] | None = None) -> BuildReport:
        with Builder(path, settings) as builder:
            for document, facts in documents:
                builder.add(document, facts)
            return builder.publish()

    return built


@pytest.fixture
def graph(tmp_path: Path, corpus: list[Written], build: Callable[..., BuildReport]) -> Iterable[Graph]:
    """The written corpus as an open graph file."""
    build(tmp_path / "corpus.pg", corpus)
    with open_graph(tmp_path / "corpus.pg") as opened:
        yield opened
