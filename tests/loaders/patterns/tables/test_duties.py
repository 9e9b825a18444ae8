"""Tables of responsibility."""

from __future__ import annotations

from collections.abc import Callable

Triples = Callable[..., set[tuple[object, ...]]]
Build = Callable[..., object]
HEAD = ["序号", "重点任务", "责任单位", "完成时限"]


def duties(triples_of: Triples, written: Build, rows: list[list[object]]) -> set[tuple[object, ...]]:
    document = written("绍兴市2023年政务服务工作要点", ["现将工作要点明确如下。"], [(["任务分工表"], rows)])
    return {t for t in triples_of(document) if t[1] in ("leads", "participates")}


def test_bodies_task_and_deadline(triples_of: Triples, written: Build) -> None:
    found = duties(triples_of, written, [HEAD, ["1", "推行“一件事”集成办理", "市大数据局、市公安局", "2024年6月底前"]])
    assert found == {
        ("绍兴市大数据发展管理局", "leads", "推行“一件事”集成办理", 2024, "planned"),
        ("绍兴市公安局", "leads", "推行“一件事”集成办理", 2024, "planned"),
    }


def test_a_cell_that_spans_tasks_names_bodies_for_each(triples_of: Triples, written: Build) -> None:
    rows = [HEAD, ["1", "建设政务大厅", ("市财政局", 2, 1), "2023年"], ["2", "改造便民中心", None, "长期坚持"]]
    assert {(t[2], t[3]) for t in duties(triples_of, written, rows)} == {("建设政务大厅", 2023), ("改造便民中心", 2023)}


def test_roles_told_inside_the_cell(triples_of: Triples, written: Build) -> None:
    rows = [
        ["任务", "任务分工"],
        ["清理证明事项", "市司法局牵头，市民政局、市教育局配合"],
        ["规范中介服务", "牵头单位：市审计局；配合单位：市水利局"],
    ]
    assert {t[:3] for t in duties(triples_of, written, rows)} == {
        ("绍兴市司法局", "leads", "清理证明事项"), ("绍兴市民政局", "participates", "清理证明事项"),
        ("绍兴市教育局", "participates", "清理证明事项"), ("绍兴市审计局", "leads", "规范中介服务"),
        ("绍兴市水利局", "participates", "规范中介服务"),
    }  # fmt: skip


def test_all_and_everybody_lead_nothing(triples_of: Triples, written: Build) -> None:
    row = ["1", "做好宣传引导", "各县（市、区）政府，市级有关部门", "2023年"]
    assert duties(triples_of, written, [HEAD, row]) == set()


def test_a_long_cell_is_named_by_its_first_clause(triples_of: Triples, written: Build) -> None:
    text = "1.深化商事登记改革。2023年底前，将企业开办时间压缩到一个工作日以内，推动更多事项网上办理、掌上办理。"
    assert {t[2] for t in duties(triples_of, written, [HEAD, ["1", text, "市商务局", ""]])} == {"深化商事登记改革"}
