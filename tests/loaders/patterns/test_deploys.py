"""deploys and leads: what a plan names, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .conftest import Relations, Triples

PLAN = """江苏省轻工机械高质量发展行动方案

江苏省人民政府

2022年3月1日

一、总体要求

根据《“十四五”智能制造发展规划》，制定本方案。

二、重点任务

（一）龙头企业引领工程。实施轻工机械强基工程、品种提升行动。（省工业和信息化厅、省财政厅负责）

（二）加强人才培养。建设轻工机械公共服务平台。（责任单位：省教育厅、省科技厅）
"""
NAME = "江苏省轻工机械高质量发展行动方案"


def test_a_plan_deploys_what_its_text_and_headings_name(triples: Triples) -> None:
    found = {thing for who, predicate, thing in triples(PLAN) if predicate == "deploys" and who == NAME}
    assert found == {"龙头企业引领工程", "轻工机械强基工程", "品种提升行动"}


def test_a_region_sets_up_the_centers_of_its_plan(triples: Triples) -> None:
    assert ("江苏省", "launches", "轻工机械公共服务平台") in triples(PLAN)


def test_responsible_bodies_lead_the_task_above(relations: Relations) -> None:
    found = {(r.subject.name, r.object.name, r.evidence.quote) for r in relations(PLAN) if r.predicate == "leads"}
    first, second = "（省工业和信息化厅、省财政厅负责）", "责任单位：省教育厅、省科技厅"
    assert found == {
        ("江苏省工业和信息化厅", "龙头企业引领工程", first),
        ("江苏省财政厅", "龙头企业引领工程", first),
        ("江苏省教育厅", "加强人才培养", second),
        ("江苏省科学技术厅", "加强人才培养", second),
    }


def test_a_plan_implements_its_ground_and_has_an_issuer(triples: Triples) -> None:
    found = triples(PLAN)
    assert (NAME, "implements", "“十四五”智能制造发展规划") in found
    assert ("江苏省人民政府", "issues", NAME) in found


def test_numbered_items_are_tasks_of_their_own(triples: Triples) -> None:
    text = (
        "国务院办公厅关于印发轻工机械工作分工的通知\n\n2018年9月1日\n\n一、主要措施\n\n"
        "1.推进轻工机械标准化改革，2018年底前完成。（市场监管总局牵头，工业和信息化部、相关部门按职责分工负责）\n\n"
        "2.建立轻工机械信用制度，加强监督。（发展改革委负责）\n"
    )
    assert {t for t in triples(text) if t[1] == "leads"} == {
        ("国家市场监督管理总局", "leads", "推进轻工机械标准化改革"),
        ("工业和信息化部", "leads", "推进轻工机械标准化改革"),
        ("国家发展和改革委员会", "leads", "建立轻工机械信用制度"),
    }


def test_news_tells_what_a_plan_deploys(relations: Relations) -> None:
    text = (
        "科技动态\n\n近日，工业和信息化部、财政部、商务部等八部门联合印发《“十四五”轻工机械发展规划》。"
        "《规划》部署了轻工装备攻关行动、轻工标准领航行动等两大行动。\n"
    )
    found = relations(text)
    assert {r.subject.name for r in found if r.predicate == "issues"} == {"工业和信息化部", "财政部", "商务部"}
    deployed = {(r.object.name, r.status) for r in found if r.predicate == "deploys"}
    assert deployed == {("轻工装备攻关行动", "planned"), ("轻工标准领航行动", "planned")}
