"""Persons with their posts and bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.language import Name
from policygraph.schema.vocabulary import vocabulary

Read = Callable[..., tuple[Name, ...]]


def persons(names: tuple[Name, ...]) -> list[tuple[str, str | None, str | None]]:
    """(name, body, post) of each person."""
    return [(n.canonical, n.body, n.post) for n in names if n.type == "Person"]


def test_persons_in_a_list(names_of: Read) -> None:
    text = "科技部副部长李四、安徽省省长王小明、中国科学院院长张建国参加座谈"
    names = names_of(text)
    assert persons(names) == [
        ("李四", "科学技术部", "副部长"),
        ("王小明", "安徽省", "省长"),
        ("张建国", "中国科学院", "院长"),
    ]
    assert [(n.start, n.end) for n in names if n.type == "Person"] == [(6, 8), (14, 17), (25, 28)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("工信部总工程师陈五主持会议", ("陈五", "工业和信息化部", "总工程师")),
        ("国务院总理 李小明", ("李小明", "国务院", "总理")),
        ("国家主席张三发表贺词", ("张三", "中华人民共和国", "主席")),
        ("中共中央总书记、国家主席、中央军委主席张三。", ("张三", "中共中央", "总书记")),
        ("江苏省委常委、常务副省长王小刚出席", ("王小刚", "江苏省", "委常委、常务副省长")),
        ("中国驻德国大使吴六致辞", ("吴六", "中国", "驻德国大使")),
        ("法国总统马小龙表示", ("马小龙", "法国", "总统")),
        ("专家咨询委员会主任赵小云院士指出", ("赵小云", "专家咨询委员会", "主任")),
        ("常州市科技局局长李明对此进行解读", ("李明", "常州市科学技术局", "局长")),
    ],
)
def test_posts_and_bodies(names_of: Read, text: str, person: tuple[str, str | None, str]) -> None:
    assert persons(names_of(text)) == [person]


def test_a_post_without_a_body_is_of_the_region_of_the_text(names_of: Read) -> None:
    text = "省委常委、常务副省长王小刚出席"
    assert persons(names_of(text, province="江苏省")) == [("王小刚", "江苏省", "委常委、常务副省长")]
    assert persons(names_of(text)) == [("王小刚", None, "省委常委、常务副省长")]


def test_a_post_of_an_unknown_place_is_nobodys_of_the_text(names_of: Read) -> None:
    assert persons(names_of("某某镇市长王建国出席", city="常州市", province="江苏省")) == [("王建国", None, "市长")]
    assert persons(names_of("市长王建国出席", city="常州市", province="江苏省")) == [("王建国", "常州市", "市长")]


def test_a_person_named_once_is_known_afterwards(names_of: Read) -> None:
    assert persons(names_of("科技部部长王小刚接受采访。", "谈到规划，王小刚指出三点。")) == [
        ("王小刚", "科学技术部", None)  # the post is proven only where it stands beside the name
    ]
    assert persons(names_of("科技部部长王磊接受采访。", "王磊指出三点。")) == [("王磊", "科学技术部", None)]
    assert persons(names_of("科技部部长王磊接受采访。", "王磊落的石块。")) == []


def test_the_post_may_follow(names_of: Read) -> None:
    assert persons(names_of("同王小明主席会谈")) == [("王小明", None, "主席")]


def test_a_general_secretary_is_of_the_central_committee_where_the_vocabulary_has_the_name(names_of: Read) -> None:
    for holder in vocabulary("posts")["held_by"]["总书记"]:
        assert persons(names_of(f"重温{holder}总书记的讲话")) == [(holder, "中共中央", "总书记")]


@pytest.mark.parametrize(
    "text",
    [
        "局长办公会研究决定",
        "代表大会召开",
        "部长级会议",
        "院长和书记共同负责",
        "委员会副主任单位",
        "省长质量奖",
        "总书记强调",
        "总书记都牵挂着群众",
        "中国代表呼吁停火",
        "主席团成员",
    ],
)
def test_posts_without_a_person(names_of: Read, text: str) -> None:
    assert persons(names_of(text)) == []


def test_another_partys_general_secretary_is_not_of_the_central_committee(names_of: Read) -> None:
    assert [body for _, body, _ in persons(names_of("同阮小七总书记举行会谈"))] in ([], [None])


def test_a_mayor_is_of_a_city_and_of_no_province(names_of: Read) -> None:
    assert persons(names_of("市长王建国出席", province="江苏省")) == [("王建国", None, "市长")]
    assert persons(names_of("市长王建国出席", province="上海市")) == [("王建国", "上海市", "市长")]
    assert persons(names_of("副省长王建国出席", province="上海市")) == [("王建国", None, "副省长")]


def test_a_name_of_two_characters_is_the_person_again_where_it_attends(names_of: Read) -> None:
    assert [n.text for n in names_of("市长李平出席会议。", "李平主持座谈。") if n.type == "Person"] == ["李平"]
