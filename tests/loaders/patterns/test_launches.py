"""launches, and the centers listed by their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Relations, Triples

REPORT = "工业和信息化部科技司2020年工作总结\n\n2020年，科技司{}\n"


def launched(found: set[tuple[str, str, str]]) -> set[str]:
    return {thing for _, predicate, thing in found if predicate == "launches"}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "新认定建设氢能装备、智能农机、工业母机3家国家制造业创新中心。",
            {"氢能装备国家制造业创新中心", "智能农机国家制造业创新中心", "工业母机国家制造业创新中心"},
        ),
        (
            "组建深海装备、量子信息等2个领域国家制造业创新中心。",
            {"深海装备国家制造业创新中心", "量子信息国家制造业创新中心"},
        ),
        (
            "统筹组织核高基、工业母机等国家科技重大专项。",
            {"核高基国家科技重大专项", "工业母机国家科技重大专项"},
        ),
        ("实施轻工配件耐久性“护航工程”和“提速计划”。", {"轻工配件耐久性“护航工程”", "轻工配件耐久性“提速计划”"}),
        ("建设布局合理、各有侧重的国家级车联网先导区。", {"国家级车联网先导区"}),
        ("加强轻工检测公共服务平台建设。", {"轻工检测公共服务平台"}),
        ("推进轻工机械标准化试点和轻工机械强基工程。", {"轻工机械标准化试点", "轻工机械强基工程"}),
        ("推行“双随机、一公开”。", {"“双随机、一公开”"}),
        ("建设检测、认证、许可公共服务平台。", {"检测、认证、许可公共服务平台"}),
    ],
)
def test_lists_are_read_in_full(triples: Triples, words: str, names: set[str]) -> None:
    assert launched(triples(REPORT.format(words))) == names


@pytest.mark.parametrize(
    "words",
    [
        "加强协调，完善机制，开展研究。",
        "推进重点项目，落实各项工作。",
        "加快建设制造强国。",
        "围绕实施重大战略抓好工作。",
    ],
)
def test_generic_work_is_nothing(triples: Triples, words: str) -> None:
    assert launched(triples(REPORT.format(words))) == set()


def test_places_tell_centers_apart(triples: Triples) -> None:
    found = triples(REPORT.format("支持浙江宁波、四川成都创建国家级车联网先导区。"))
    assert launched(found) == {"浙江宁波国家级车联网先导区", "四川成都国家级车联网先导区"}
    assert {(a, b) for a, predicate, b in found if predicate == "located_in"} == {
        ("浙江宁波国家级车联网先导区", "浙江省宁波市"),
        ("四川成都国家级车联网先导区", "四川省成都市"),
    }


def test_the_evidence_runs_from_the_verb_to_the_thing(relations: Relations) -> None:
    text = REPORT.format("组建深海装备、量子信息等2个领域国家制造业创新中心，成效明显。")
    found = [r for r in relations(text) if r.predicate == "launches"]
    assert {r.evidence.quote for r in found} == {"组建深海装备、量子信息等2个领域国家制造业创新中心"}
    assert {(r.subject.name, r.year, r.status) for r in found} == {("工业和信息化部科技司", 2020, "achieved")}
    assert {r.evidence.char_start for r in found} == {text.index("组建")}


def test_a_shared_ending_is_restored(triples: Triples) -> None:
    head = "政府工作报告\n\n——2019年3月5日在第十三届全国人民代表大会第二次会议上\n\n国务院总理 李克强\n\n"
    text = head + "一、2018年工作回顾\n\n全面开展清河、护林、净滩保卫战。组建应急管理部。\n"
    assert {("国务院", "launches", n) for n in ("清河保卫战", "护林保卫战", "净滩保卫战", "应急管理部")} <= triples(
        text
    )


def test_who_is_supported_acts(triples: Triples) -> None:
    text = (
        "国务院关于加快轻工机械发展的若干意见\n\n2019年3月2日\n\n一、支持企业发展\n\n鼓励地方设立轻工机械专项资金。\n"
    )
    assert ("地方", "launches", "轻工机械专项资金") in triples(text)


WORK_REPORT = (
    "政府工作报告\n\n——2021年3月5日在第十三届全国人民代表大会第四次会议上\n\n国务院总理 李克强\n\n"
    "一、2020年工作回顾\n\n"
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("高标准建设雄安新区。", {"雄安新区"}),
        ("海南自贸试验区启动建设。", {"海南自贸试验区"}),
        ("轻工提质行动全面启动。", {"轻工提质行动"}),
        ("有序推进东部山区“柴改气”“油改电”。", {"东部山区“柴改气”", "“油改电”"}),
        ("建立困难群众生活补贴和护理补贴制度。", {"困难群众生活补贴制度", "护理补贴制度"}),
        ("为实施轻工提质行动，加强协调。", set()),
        ("网络强国建设取得进展。", set()),
    ],
)
def test_a_report_names_what_was_set_going(triples: Triples, words: str, names: set[str]) -> None:
    found = {t for t in triples(WORK_REPORT + words + "\n") if t[1] == "launches"}
    assert found == {("国务院", "launches", name) for name in names}


def test_a_zone_that_was_set_up_does_not_act_next(triples: Triples) -> None:
    found = triples(WORK_REPORT + "海南自贸试验区启动建设。实施轻工提质行动。\n")
    assert ("国务院", "launches", "轻工提质行动") in found


@pytest.mark.parametrize(
    "words",
    [
        "要破解推进中存在的“梗阻”问题。",
        "在轻工基地建设、轻工质量提升工程等方面给予支持。",
        "在实施轻工提质行动上下更大功夫。",
        "希望各方共同实施轻工提质行动。",
        "取消违规设立的轻工发展基金。",
        "坚决打好这场攻坚战。",
        "开展一系列重大行动。",
        "确保重点项目建设顺利推进。",
    ],
)
def test_circumstances_wishes_and_what_was_ended_set_nothing_going(triples: Triples, words: str) -> None:
    assert not {t for t in triples(WORK_REPORT + words + "\n") if t[1] == "launches"}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("开展扩大开放窗口试点。", {"扩大开放窗口试点"}),
        ("启动五大重点绿化工程。", {"五大重点绿化工程"}),
        ("新设辽宁、河南自贸试验区。", {"辽宁自贸试验区", "河南自贸试验区"}),
        ("建设一批青山足球场、滨海体育公园、临江国际马术中心。", {"临江国际马术中心"}),
        ("实施种业、农机、农技联动改革。", {"种业、农机、农技联动改革"}),
    ],
)
def test_a_name_is_taken_whole(triples: Triples, words: str, names: set[str]) -> None:
    assert launched(triples(WORK_REPORT + words + "\n")) == names


LOCAL = "江苏省轻工机械发展规划\n\n江苏省人民政府\n\n2022年3月1日\n\n一、重点任务\n\n"


def test_grounds_are_listed_by_their_names(triples: Triples) -> None:
    found = launched(triples(LOCAL + "加快建设青云、白石、长桥等医学园区。\n"))
    assert found == {"青云医学园区", "白石医学园区", "长桥医学园区"}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("依托轻工云平台建设轻工数字人才实训基地。", "江苏省"),
        ("各级党校要改进教学，建设轻工数字人才实训基地。", "各级党校"),
        ("郊区要完善功能，打造轻工数字人才实训基地。", "郊区"),
        ("支持轻工企业主动建设轻工数字人才实训基地。", "轻工企业"),
    ],
)
def test_who_acts_in_a_plan(triples: Triples, words: str, who: str) -> None:
    found = {s for s, predicate, thing in triples(LOCAL + words + "\n") if thing == "轻工数字人才实训基地"}
    assert found == {who}


NEWS = "央视网消息（新闻联播）：{}\n"


def test_what_is_set_up_does_not_set_up_itself(triples: Triples) -> None:
    assert not launched(triples(NEWS.format("群众看病更方便，国家创伤医学中心、国家呼吸医学中心加快建设。")))


def test_those_to_whom_it_is_done_do_not_act(triples: Triples) -> None:
    text = "巡视组将对华东轻工集团有限公司、华北轻工集团有限公司等3家企业党委开展专项检查“回头看”。"
    assert not launched(triples(NEWS.format(text)))


def test_those_who_help_do_not_lead_what_follows(triples: Triples) -> None:
    found = triples("海西市产业提质方案\n\n由市发展改革委牵头，市财政局、市科技局配合，实施陶瓷提质工程。\n")
    assert not [t for t in found if t[0] in ("市财政局", "市科技局") and t[1] == "launches"]


@pytest.mark.parametrize(
    ("words", "who", "thing"),
    [
        ("教育部欢迎社会各界参与并启动全民习字提升计划。", "教育部", "全民习字提升计划"),
        ("商务部欢迎外商扩大投资，并启动陶瓷采购年行动。", "商务部", "陶瓷采购年行动"),
        ("教育部实施加快习字教育发展三年行动。", "教育部", "加快习字教育发展三年行动"),
    ],
)
def test_what_begins_behind_others_or_with_a_verb(triples: Triples, words: str, who: str, thing: str) -> None:
    assert (who, "launches", thing) in triples(f"动态\n\n{words}\n")


@pytest.mark.parametrize(
    "words",
    [
        "江苏省支持符合条件的新型陶瓷产业项目。",
        "江苏省探索建立公众有序参与的机制和制度。",
        "教育部组织东部地区经济较发达县（市、区）与山区县开展携手促教行动。",
        "江苏省培育3家省级陶瓷中心升级为国家陶瓷创新中心。",
        "外交部敦促各方停火并启动和平计划。",
    ],
)
def test_what_is_any_of_a_kind_or_of_others_is_not_launched(triples: Triples, words: str) -> None:
    found = [t for t in triples(f"动态\n\n{words}\n") if t[1] == "launches"]
    assert not [t for t in found if t[0] != "教育部"], found
    assert ("东部地区", "launches", "携手促教行动") not in found


def test_a_shared_ending_of_two_words_is_restored(triples: Triples) -> None:
    found = triples("动态\n\n国务院实施粮油、能源矿产、金融安全战略。\n")
    assert {"粮油安全战略", "能源矿产安全战略"} <= {thing for _, predicate, thing in found if predicate == "launches"}
