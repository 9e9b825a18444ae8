"""Questions about texts: joint issuers, what a plan rests on, which documents there are, what proves a thing."""

from __future__ import annotations

from collections.abc import Callable

Rows = Callable[..., list[tuple[object, ...]]]
PLAN = "“十四五”智造规划"


def test_joint_plans_has_a_row_for_each_issuer(rows: Rows) -> None:
    both = [(2021, PLAN, "财政部", 2), (2021, PLAN, "工业和信息化部", 2)]
    assert rows("joint_plans", "year object subject issuers") == both
    assert rows("joint_plans", "year object subject issuers", agency="财政部") == both
    assert rows("joint_plans", "id", agency="江苏省人民政府") == []
    assert rows("joint_plans", "id", last=2020) == []


def test_plan_ancestry_reaches_each_text_of_a_cycle_once_a_direction(rows: Rows) -> None:
    assert rows("plan_ancestry", "direction steps reached predicate subject", plan="新规划") == [
        ("earlier", 1, "旧规划", "succeeds", "新规划"),
        ("earlier", 2, "总纲", "implements", "旧规划"),
        ("later", 1, "总纲", "implements", "总纲"),
        ("later", 2, "旧规划", "implements", "旧规划"),
    ]
    assert rows("plan_ancestry", "id", plan=PLAN) == []


def test_documents_of_counts_facts(rows: Rows) -> None:
    assert rows("documents_of", "key issuer facts", issuer="财政部") == [
        ("2018简讯.txt", "工业和信息化部、财政部", 8)
    ]
    assert len(rows("documents_of", "key")) == 6
    assert rows("documents_of", "key facts", thing="示范工厂") == [
        ("a/2020总结.txt", 1), ("规划.txt", 1), ("江苏.txt", 1), ("2023简报.txt", 2)
    ]  # fmt: skip
    assert rows("documents_of", "key", issuer="财政部", thing="示范工厂") == []


def test_evidence_finds_one_of_several_agents_and_regions(rows: Rows) -> None:
    assert rows("evidence", "document quote", thing="财政部") == [
        ("a/2017总结.txt", "财政部认定国家技术创新示范企业70家"),
        ("a/2017总结.txt", "认定国家技术创新示范企业70家"),  # its agents are joined: 工业和信息化部科技司、财政部
        ("规划.txt", "由工业和信息化部、财政部联合印发"),
    ]
    assert ("江苏.txt", "全省培育示范工厂300家") in rows("evidence", "document quote", thing="江苏省")
    assert len(rows("evidence", "id", thing=PLAN)) == 6  # three figures under it, one deployment, two issuers
