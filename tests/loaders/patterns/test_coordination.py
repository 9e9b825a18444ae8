"""Verb chains, lists and endings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import scopes
from policygraph.loaders.context.context import ScopedSentence
from policygraph.loaders.language import Reader
from policygraph.loaders.patterns.coordination import members
from policygraph.loaders.patterns.triggers import LONGEST, triggers
from policygraph.loaders.patterns.wording import generic, head_of
from policygraph.loaders.reading import read_bytes
from policygraph.loaders.structure import structure


@pytest.fixture
def sentence(reader: Reader) -> Callable[[str], ScopedSentence]:
    """One sentence through the language and context stages."""

    def read(text: str) -> ScopedSentence:
        document = structure(read_bytes(f"工作总结\n\n{text}\n".encode(), "a.txt"))
        scoped = scopes(reader.read(document.articles[0], document), document)
        return next(s for s in scoped.sentences if s.read.text == text)

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究制定轻工规划，启动实施强基工程。", [(("制定",), "轻工规划"), (("启动", "实施"), "强基工程")]),
        ("开展试点工程、建设服务平台。", [(("开展",), "试点工程"), (("建设",), "服务平台")]),
        ("实施知识产权协同运用推进行动。", [(("实施",), "知识产权协同运用推进行动")]),
        ("召开新闻发布会。", [(("召开",), "新闻发布会")]),
    ],
)
def test_verbs_that_stand_together_are_one(
    sentence: Callable[[str], ScopedSentence], text: str, expected: list[tuple[tuple[str, ...], str]]
) -> None:
    found = [(t.verbs, text[t.object_start : t.object_end]) for t in triggers(sentence(text))]
    assert found == expected


def test_a_line_without_an_end_is_not_searched(sentence: Callable[[str], ScopedSentence]) -> None:
    text = "实施轻工强基工程，" * (LONGEST // 8)
    assert triggers(sentence(text)) == ()
    assert triggers(sentence("实施轻工强基工程，" * 10)) != ()


def test_a_helper_gives_the_body_that_acts(sentence: Callable[[str], ScopedSentence]) -> None:
    text = "支持行业协会开展质量评价活动。"
    last = triggers(sentence(text))[-1]
    assert last.helped is not None
    assert (last.helper, text[slice(*last.helped)], text[last.object_start : last.object_end]) == (
        "支持",
        "行业协会",
        "质量评价活动",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("强基工程、提升行动和轻工示范项目", ["强基工程", "提升行动", "轻工示范项目"]),
        ("工业产品质量控制和技术评价实验室", ["工业产品质量控制和技术评价实验室"]),
        ("困难群众生活补贴和护理补贴制度", ["困难群众生活补贴制度", "护理补贴制度"]),
        ("轻工装备、船舶装备等重大专项", ["重大专项", "轻工装备重大专项", "船舶装备重大专项"]),
        (
            "信息电子、印刷及显示、机器人等领域重大专项",
            ["重大专项", "信息电子重大专项", "印刷及显示重大专项", "机器人重大专项"],
        ),
        ("场馆安保等级评价制度", ["场馆安保等级评价制度"]),
        ("“强基行动”“提质行动”等两大行动", ["行动", "“强基行动”", "“提质行动”"]),
        ("30项关键技术和20项重大成果转化项目", ["关键技术项目", "重大成果转化项目"]),
    ],
)
def test_a_list_is_parted_where_its_things_end(
    sentence: Callable[[str], ScopedSentence], text: str, names: list[str]
) -> None:
    read = sentence(f"实施{text}。").read
    assert [m.name for m in members(read, 2, 2 + len(text))] == names


@pytest.mark.parametrize(
    ("name", "ending", "kind"),
    [
        ("轻工机械强基工程", "工程", "Program"),
        ("国家技术创新示范企业", "示范企业", "Organization"),
        ("轻工成长路线图计划2.0", "计划", "Program"),
        ("国家工业遗产（第一批）", "工业遗产", "Center"),
        ("“向企业送管理”活动", "活动", "Event"),
        ("重大软课题“新时期产业政策研究”", "重大软课题", "Program"),
    ],
)
def test_the_longest_ending_gives_the_type(name: str, ending: str, kind: str) -> None:
    head = head_of(name)
    assert head is not None
    assert (head.text, head.type) == (ending, kind)


def test_words_without_an_own_part_are_generic() -> None:
    assert generic("重点项目")
    assert not generic("轻工机械强基工程")
    assert head_of("加强协调") is None
