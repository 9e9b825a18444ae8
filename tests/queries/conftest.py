"""A small graph written for the tests: five documents by nobody, with sentences in the manner of real ones."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import networkx as nx
import pytest

from policygraph.graph import Builder, StoredDocument
from policygraph.queries import PolicyGraph, Table
from policygraph.queries.engines import ENGINES
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.facts import Entity, Evidence, Figure, Relation

TEXTS = {
    "a/2017总结.txt": (
        "2017年科技司工作总结", "2018-01-10", "report",
        "全年组建光电芯片国家制造业创新中心、数控机床国家制造业创新中心2家国家制造业创新中心。"
        "会同财政部认定国家技术创新示范企业70家。批复省级制造业创新中心48家。"
        "批准行业标准2011项，废止推荐性行业标准2749项。2018年拟建设国家制造业创新中心3家左右。"
        "国家制造业创新中心由工业和信息化部归口管理。",
    ),
    "a/2020总结.txt": (
        "2020年科技司工作总结", "2021-01-15", "report",
        "新认定国家特种纤维创新中心等4家国家制造业创新中心。下达行业标准计划1991项，批准行业标准1580项。"
        "建成示范工厂320家。公布智能制造“揭榜”名单，千山机床入选。"
        "首批数字化示范车间120个通过验收。",
    ),
    "规划.txt": (
        "“十四五”智造规划", "2021-12-28", "plan",
        "到2025年，建成示范工厂500家以上。“十四五”期间新增国家制造业创新中心5家。工业软件市场满足率达到50%。"
        "实施装备提升工程，由装备司牵头。本规划由工业和信息化部、财政部联合印发。",
    ),
    "江苏.txt": (
        "江苏省智造三年行动计划（2022—2024年）", "2022-01-05", "plan",
        "到2024年，全省培育示范工厂300家。苏州市建成5G工厂40家。基本补齐短板。省工业和信息化厅负责示范工厂建设。",
    ),
    "2023简报.txt": (
        "智造简报", "2023-03-01", "newsletter",
        "截至2022年底，全国建成示范工厂421家。江苏省示范工厂已有210家。预计2023年工业软件市场满足率为38%。",
    ),
    "2018简讯.txt": (
        "活动与任职简讯", "2018-05-10", "news",
        "智造大会在南京市开幕，由江苏省人民政府主办，千山机床参展。李明任工业和信息化部科技司司长。"
        "光电芯片国家制造业创新中心设在武汉市。新规划接续旧规划。旧规划落实总纲。总纲落实新规划。",
    ),
}  # fmt: skip
ISSUERS = {"2018简讯.txt": "工业和信息化部、财政部"}

MIIT, KJS, MOF = "工业和信息化部", "工业和信息化部科技司", "财政部"
CENTERS = "国家制造业创新中心"
PLAN = "“十四五”智造规划"
JIANGSU = "江苏省智造三年行动计划（2022—2024年）"


FAIR = ("智造大会", "Event")
NEW, OLD, OUTLINE = ("新规划", "Plan"), ("旧规划", "Plan"), ("总纲", "Plan")


def evidence(key: str, quote: str) -> Evidence:
    text = TEXTS[key][3]
    start = text.index(quote)
    sentence = next(s + "。" for s in text.split("。") if quote in s + "。")
    return Evidence(key, quote, sentence, start, start + len(quote))


def figure(
    key: str,
    quote: str,
    subject: str,
    value: float | None,
    unit: str | None,
    year: int | None,
    status: str,
    *,
    cmp: str = "eq",
    measure: str = "new",
    agent: str | None = None,
    plan: str | None = None,
    **more: object,
) -> Figure:
    holder, kind = (
        (plan, "Plan") if plan and status == "planned" else (agent, "Agency") if agent else (TEXTS[key][0], "Document")
    )
    return Figure(
        evidence(key, quote),
        "tests.written",
        year,
        status,
        "stated" if year else None,
        value,
        unit,
        cmp,
        measure,
        subject,
        agent=agent,
        plan=plan,
        holder=holder,
        holder_type=kind,
        **more,
    )  # type: ignore[arg-type]


def relation(
    key: str,
    quote: str,
    subject: tuple[str, str],
    predicate: str,
    target: tuple[str, str],
    year: int | None,
    status: str | None,
    post: str | None = None,
) -> Relation:
    return Relation(
        evidence(key, quote),
        "tests.written",
        year,
        status,
        "stated" if year else None,
        Entity(*subject),
        predicate,
        Entity(*target),
        post,
    )


def written_facts() -> list[Figure | Relation]:
    y17, y20, plan, js, news, brief = TEXTS
    named = "组建光电芯片国家制造业创新中心、数控机床国家制造业创新中心2家国家制造业创新中心"
    four = "新认定国家特种纤维创新中心等4家国家制造业创新中心"
    kjs, miit = (KJS, "Agency"), (MIIT, "Agency")
    joint = "由工业和信息化部、财政部联合印发"
    return [
        figure(y17, named, CENTERS, 2, "家", 2017, "achieved", agent=KJS, action="组建"),
        relation(y17, named, kjs, "launches", ("光电芯片国家制造业创新中心", "Center"), 2017, "achieved"),
        relation(y17, named, kjs, "launches", ("数控机床国家制造业创新中心", "Center"), 2017, "achieved"),
        relation(
            y17,
            "光电芯片国家制造业创新中心",
            ("光电芯片国家制造业创新中心", "Center"),
            "part_of",
            (CENTERS, "Program"),
            None,
            None,
        ),
        figure(
            y17,
            "认定国家技术创新示范企业70家",
            "国家技术创新示范企业",
            70,
            "家",
            2017,
            "achieved",
            agent=f"{KJS}、{MOF}",
            action="认定",
        ),
        relation(
            y17,
            "会同财政部认定国家技术创新示范企业70家",
            kjs,
            "recognises",
            ("国家技术创新示范企业", "Organization"),
            2017,
            "achieved",
        ),
        relation(
            y17,
            "财政部认定国家技术创新示范企业70家",
            (MOF, "Agency"),
            "recognises",
            ("国家技术创新示范企业", "Organization"),
            2017,
            "achieved",
        ),
        figure(
            y17,
            "批复省级制造业创新中心48家",
            "省级制造业创新中心",
            48,
            "家",
            2017,
            "achieved",
            agent=KJS,
            action="批复",
        ),
        figure(y17, "批准行业标准2011项", "行业标准", 2011, "项", 2017, "achieved", agent=KJS, action="批准"),
        figure(
            y17,
            "废止推荐性行业标准2749项",
            "废止的推荐性行业标准",
            2749,
            "项",
            2017,
            "achieved",
            agent=KJS,
            action="废止",
        ),
        figure(
            y17,
            "建设国家制造业创新中心3家左右",
            CENTERS,
            3,
            "家",
            2018,
            "planned",
            cmp="about",
            agent=KJS,
            action="建设",
        ),
        relation(y17, "国家制造业创新中心由工业和信息化部归口管理", miit, "leads", (CENTERS, "Center"), None, None),
        figure(y20, four, CENTERS, 4, "家", 2020, "achieved", agent=KJS, action="新认定"),
        relation(y20, four, kjs, "launches", ("国家特种纤维创新中心", "Center"), 2020, "achieved"),
        relation(y20, four, kjs, "recognises", (CENTERS, "Center"), 2020, "achieved"),
        figure(y20, "下达行业标准计划1991项", "行业标准计划", 1991, "项", 2020, "achieved", agent=KJS, action="下达"),
        figure(y20, "批准行业标准1580项", "行业标准", 1580, "项", 2020, "achieved", agent=KJS, action="批准"),
        figure(
            y20,
            "建成示范工厂320家",
            "示范工厂",
            320,
            "家",
            2020,
            "achieved",
            measure="total",
            agent=MIIT,
            action="建成",
        ),
        relation(
            y20,
            "千山机床入选",
            ("千山机床", "Organization"),
            "participates",
            ("智能制造“揭榜”名单", "Program"),
            2020,
            "achieved",
        ),
        figure(y20, "首批数字化示范车间120个", "首批数字化示范车间", 120, "个", 2020, "achieved", agent=MIIT),
        figure(
            plan,
            "建成示范工厂500家以上",
            "示范工厂",
            500,
            "家",
            2025,
            "planned",
            cmp="ge",
            measure="total",
            plan=PLAN,
            action="建成",
        ),
        figure(
            plan,
            "“十四五”期间新增国家制造业创新中心5家",
            CENTERS,
            5,
            "家",
            2025,
            "planned",
            since=2021,
            plan=PLAN,
            action="新增",
        ),
        figure(
            plan,
            "工业软件市场满足率达到50%",
            "工业软件市场满足率",
            50,
            "%",
            2025,
            "planned",
            measure="share",
            plan=PLAN,
            action="达到",
        ),
        relation(plan, "实施装备提升工程", (PLAN, "Plan"), "deploys", ("装备提升工程", "Program"), 2025, "planned"),
        relation(
            plan,
            "实施装备提升工程，由装备司牵头",
            ("工业和信息化部装备司", "Agency"),
            "leads",
            ("装备提升工程", "Program"),
            2025,
            "planned",
        ),
        relation(plan, "工业和信息化部、财政部联合印发", miit, "issues", (PLAN, "Plan"), 2021, "achieved"),
        relation(plan, joint, (MOF, "Agency"), "issues", (PLAN, "Plan"), 2021, "achieved"),
        figure(
            js,
            "全省培育示范工厂300家",
            "示范工厂",
            300,
            "家",
            2024,
            "planned",
            measure="total",
            plan=JIANGSU,
            region="江苏省",
            agent="江苏省",
            action="培育",
        ),
        figure(
            js,
            "苏州市建成5G工厂40家",
            "5G工厂",
            40,
            "家",
            2024,
            "planned",
            measure="total",
            plan=JIANGSU,
            region="苏州市",
            agent="苏州市",
            action="建成",
        ),
        figure(
            js,
            "基本补齐短板",
            "短板",
            None,
            None,
            2024,
            "planned",
            measure="level",
            plan=JIANGSU,
            region="江苏省",
            goal_text="基本补齐短板",
        ),
        relation(
            js,
            "省工业和信息化厅负责示范工厂建设",
            ("江苏省工业和信息化厅", "Agency"),
            "leads",
            ("示范工厂建设", "Program"),
            2024,
            "planned",
        ),
        figure(
            news,
            "截至2022年底，全国建成示范工厂421家",
            "示范工厂",
            421,
            "家",
            2022,
            "achieved",
            measure="total",
            action="建成",
        ),
        figure(
            news,
            "江苏省示范工厂已有210家",
            "示范工厂",
            210,
            "家",
            2022,
            "achieved",
            measure="total",
            region="江苏省",
            agent="江苏省",
        ),
        figure(
            news,
            "2023年工业软件市场满足率为38%",
            "工业软件市场满足率",
            38,
            "%",
            2023,
            "forecast",
            measure="share",
            estimated=True,
        ),
        relation(brief, "由江苏省人民政府主办", ("江苏省人民政府", "Agency"), "hosts", FAIR, 2018, "achieved"),
        relation(brief, "千山机床参展", ("千山机床", "Organization"), "participates", FAIR, 2018, "achieved"),
        relation(brief, "智造大会在南京市开幕", FAIR, "located_in", ("南京市", "Region"), 2018, "achieved"),
        relation(
            brief, "李明任工业和信息化部科技司司长", ("李明", "Person"), "holds_post", kjs, 2018, "achieved", "司长"
        ),
        relation(
            brief,
            "光电芯片国家制造业创新中心设在武汉市",
            ("光电芯片国家制造业创新中心", "Center"),
            "located_in",
            ("武汉市", "Region"),
            None,
            None,
        ),
        relation(brief, "新规划接续旧规划", NEW, "succeeds", OLD, 2018, "achieved"),
        relation(brief, "旧规划落实总纲", OLD, "implements", OUTLINE, 2018, "achieved"),
        relation(brief, "总纲落实新规划", OUTLINE, "implements", NEW, 2018, "achieved"),
    ]


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph file of the written documents."""
    path = tmp_path_factory.mktemp("written") / "written.pg"
    with Builder(path) as builder:
        for key, (title, date, nature, text) in TEXTS.items():
            info = DocumentInfo(
                key,
                title=Stated(title, "masthead"),
                date=Stated(date, "signature"),
                issuer=Stated(ISSUERS[key], "masthead") if key in ISSUERS else None,
                nature=Stated(nature, "title"),
                char_end=len(text),
            )
            document = StoredDocument(
                info=info, sha256=hashlib.sha256(text.encode()).hexdigest(), format="txt", original=text
            )
            builder.add(document, [f for f in written_facts() if f.evidence.document == key])
        builder.publish()
    return path


@pytest.fixture(scope="session")
def opened(graph_file: Path) -> PolicyGraph:
    """The opened graph."""
    return PolicyGraph(graph_file)


@pytest.fixture(scope="session")
def network(opened: PolicyGraph) -> nx.MultiDiGraph[tuple[str, str]]:
    """The opened graph as networkx."""
    return opened.networkx()


@pytest.fixture(scope="session", params=ENGINES)
def ask(request: pytest.FixtureRequest, opened: PolicyGraph) -> Callable[..., Table]:
    """ask(question, **parameters): the answer of every engine that needs no server, one after the other."""
    return partial(opened.ask, engine=request.param)


@pytest.fixture(scope="session")
def rows(ask: Callable[..., Table]) -> Callable[..., list[tuple[object, ...]]]:
    """rows(question, "column column", **parameters): these columns of the answer."""

    def answered(question: str, columns: str, **parameters: object) -> list[tuple[object, ...]]:
        return [tuple(row[column] for column in columns.split()) for row in ask(question, **parameters)]

    return answered
