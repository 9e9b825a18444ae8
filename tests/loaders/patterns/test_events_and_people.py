"""hosts, located_in, holds_post, part_of, participates, succeeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .conftest import Relations, Triples

NEWS = "科技动态\n\n{}\n"
REPORT = "工业和信息化部科技司2020年工作总结\n\n2020年，科技司{}\n"


def test_an_event_has_hosts_and_a_place(triples: Triples) -> None:
    found = triples(
        NEWS.format(
            "2022年5月10日，第三届中国轻工机械大会在江苏苏州开幕。本次大会由工业和信息化部、江苏省人民政府共同主办。"
        )
    )
    event = "第三届中国轻工机械大会"
    assert {
        (event, "located_in", "江苏省苏州市"),
        ("工业和信息化部", "hosts", event),
        ("江苏省人民政府", "hosts", event),
    } <= found


def test_a_partner_hosts_too(triples: Triples) -> None:
    found = triples(REPORT.format("会同中国机械工业联合会召开2020年全国机械质量大会。"))
    assert {who for who, predicate, _ in found if predicate == "hosts"} == {
        "工业和信息化部科技司",
        "中国机械工业联合会",
    }


def test_a_center_lies_where_the_text_says(triples: Triples) -> None:
    found = triples(NEWS.format("位于湖南株洲的中部陶瓷创新基地发展迅速。"))
    assert ("中部陶瓷创新基地", "located_in", "湖南省株洲市") in found


def test_regions_before_the_verb_are_places_and_not_who_acts(triples: Triples) -> None:
    found = triples(NEWS.format("国家发展改革委在京津冀、贵州布局建设国家轻工数据中心。"))
    assert {(a, b) for a, predicate, b in found if predicate == "located_in"} == {
        ("国家轻工数据中心", "京津冀"),
        ("国家轻工数据中心", "贵州省"),
    }
    assert {who for who, predicate, _ in found if predicate == "launches"} == {"国家发展和改革委员会"}


def test_a_person_holds_a_post_at_a_body(relations: Relations) -> None:
    found = [r for r in relations(NEWS.format("工业和信息化部副部长辛国斌出席开幕式。")) if r.predicate == "holds_post"]
    assert [(r.subject.name, r.object.name, r.post, r.status) for r in found] == [
        ("辛国斌", "工业和信息化部", "副部长", None)
    ]
    assert found[0].row()["object"] == {"name": "工业和信息化部副部长", "type": "Agency"}


def test_a_department_is_part_of_its_ministry(triples: Triples) -> None:
    assert ("工业和信息化部科技司", "part_of", "工业和信息化部") in triples(REPORT.format("开展工作。"))


def test_a_bare_kind_stands_for_the_programme_named_before(triples: Triples) -> None:
    found = triples(NEWS.format("近日，上海市启动轻工机械重大科技专项。该专项由同济大学牵头，复旦大学、上海大学参与。"))
    project = "轻工机械重大科技专项"
    assert ("同济大学", "leads", project) in found
    assert {who for who, predicate, thing in found if (predicate, thing) == ("participates", project)} == {
        "复旦大学",
        "上海大学",
    }


def test_who_is_supported_takes_part(triples: Triples) -> None:
    head = "国务院关于加快轻工机械发展的若干意见\n\n2019年3月2日\n\n一、支持企业\n\n"
    text = head + "支持有条件的农机龙头企业参与国家重点研发计划。\n"
    assert ("农机龙头企业", "participates", "国家重点研发计划") in triples(text)


def test_a_class_does_not_succeed_a_class(triples: Triples) -> None:
    found = triples(REPORT.format("帮助省级工业设计中心升级为国家工业设计中心。"))
    assert not [t for t in found if t[1] == "succeeds"]


def test_an_amendment_succeeds_what_it_amends(triples: Triples) -> None:
    found = triples(REPORT.format("印发《关于修订〈轻工产业指导目录（2015年本）〉的决定》。"))
    assert ("关于修订〈轻工产业指导目录（2015年本）〉的决定", "succeeds", "轻工产业指导目录（2015年本）") in found


def test_an_event_issues_what_it_publishes(triples: Triples) -> None:
    found = triples(
        NEWS.format("2022年6月1日，首届中国轻工机械博览会在南京举办。博览会发布了《2022年轻工机械投资指南》。")
    )
    assert ("首届中国轻工机械博览会", "issues", "2022年轻工机械投资指南") in found


def test_the_place_of_a_meeting_is_no_host(triples: Triples) -> None:
    found = triples(NEWS.format("在广东佛山举行的全国轻工科技座谈会上，工信部总工程师陈因讲话。"))
    assert ("全国轻工科技座谈会", "located_in", "广东省佛山市") in found
    assert not [t for t in found if t[1] == "hosts"]


def test_an_anniversary_founds_nothing(triples: Triples) -> None:
    assert not [t for t in triples(NEWS.format("上海市举行轻工协会成立70周年庆祝活动。")) if t[1] == "launches"]


def test_an_event_is_named_in_full(triples: Triples) -> None:
    bulletin = "央视网消息（新闻联播）：{}\n"
    for words, event in (
        ("《轻工史话》英文版推介会29日在江苏苏州举行。", "《轻工史话》英文版推介会"),
        ("第九届中国—中亚轻工博览会今天在江苏苏州开幕。", "第九届中国—中亚轻工博览会"),
        ("民革十四届二中全会在江苏苏州召开。", "民革十四届二中全会"),
    ):
        found = {who for who, predicate, _ in triples(bulletin.format(words)) if predicate == "located_in"}
        assert found == {event}


def test_what_is_said_of_an_event_is_no_part_of_its_name(triples: Triples) -> None:
    found = triples(NEWS.format("中国机械工业联合会主办的全国轻工技能大赛在江苏苏州开赛。"))
    assert ("中国机械工业联合会", "hosts", "全国轻工技能大赛") in found


def test_what_news_report_is_done_whatever_their_names_say(relations: Relations) -> None:
    text = "央视网消息（新闻联播）：\n\n2026年6月3日\n\n近日，江苏举行“开局‘十五五’”专题新闻发布会。\n"
    found = [r for r in relations(text) if r.predicate == "hosts"]
    assert [(r.status, r.year) for r in found] == [("achieved", 2026)]


def test_a_person_before_the_verb_acts_for_the_last_post(triples: Triples) -> None:
    text = "中共中央政治局常委、国务院总理李强7月12日下午主持召开轻工企业座谈会，听取意见。"
    found = triples(f"央视网消息（新闻联播）：{text}\n")
    assert {who for who, predicate, _ in found if predicate == "hosts"} == {"国务院"}


def test_an_event_is_held_in_the_year_that_it_names(relations: Relations) -> None:
    text = "动态\n\n2022年1月15日\n\n近日，由江苏省政府、教育部共同主办的2021世界陶瓷大会在南京开幕。\n"
    held = [r for r in relations(text) if r.predicate == "hosts"]
    assert {(r.subject.name, r.object.name) for r in held} == {
        ("江苏省人民政府", "2021世界陶瓷大会"), ("教育部", "2021世界陶瓷大会"),
    }  # fmt: skip
    assert {r.year for r in held} == {2021}
