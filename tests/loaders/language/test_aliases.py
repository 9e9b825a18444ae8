"""Short forms that an article defines, within that article."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.language import Name

Read = Callable[..., tuple[Name, ...]]

DEFINING = "日前出台《海西陶瓷产业发展规划》（以下简称《规划》）。"
FULL = "海西陶瓷产业发展规划"


def canonical(names: tuple[Name, ...]) -> list[str]:
    """Canonical names."""
    return [n.canonical for n in names]


def test_a_defined_title(names_of: Read) -> None:
    names = names_of(DEFINING, "《规划》提出，该规划分三步走。")
    assert [(n.start, n.end, n.text, n.canonical, n.type, n.found_by) for n in names] == [
        (0, 4, "《规划》", FULL, "Plan", "alias"),
        (7, 10, "该规划", FULL, "Plan", "alias"),
    ]


def test_it_holds_where_it_is_defined(names_of: Read) -> None:
    assert canonical(names_of(DEFINING)) == [FULL, FULL]


def test_it_ends_with_the_article(names_of: Read) -> None:
    names_of(DEFINING)
    assert canonical(names_of("《规划》提出三个目标。")) == ["规划"]


def test_a_defined_word_without_brackets_is_read_everywhere(names_of: Read) -> None:
    names = names_of("江苏省产业技术研究院（以下简称“省产研院”）成立。", "企业与省产研院合作。")
    assert [(n.text, n.canonical, n.type) for n in names] == [("省产研院", "江苏省产业技术研究院", "Organization")]


def test_a_common_name_of_several_is_no_alias(names_of: Read) -> None:
    texts = ("推行信息公示制度、全过程记录制度（以下统称“两项制度”）。", "落实“两项制度”。")
    assert [n for n in names_of(*texts) if n.found_by == "alias"] == []


def test_a_title_in_brackets_is_not_read_without_them(names_of: Read) -> None:
    assert names_of(DEFINING, "系统规划设计的能力") == ()


def test_the_last_full_title_that_ends_so(names_of: Read) -> None:
    texts = ["印发《集成电路发展纲要》。", "再印发《数据要素推进计划》。"]
    assert canonical(names_of(*texts, "《推进计划》明确七项任务。")) == ["数据要素推进计划"]
    assert canonical(names_of(*texts, "该《纲要》明确七项任务。")) == ["集成电路发展纲要"]


def test_this_plan_is_the_document_itself(names_of: Read) -> None:
    title = "江苏省氢能产业发展行动计划（2022—2025年）"
    assert canonical(names_of("为加快转型，制定本行动计划。", title=title)) == [title]
    assert canonical(names_of("制定本规划。", title=title)) == []
