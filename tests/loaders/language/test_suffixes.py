"""Names made of a phrase and a last word: where they begin, and which phrases are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.language import Name

Read = Callable[..., tuple[Name, ...]]


def suffix_names(names: tuple[Name, ...]) -> list[str]:
    """Canonical names of those that a suffix gave away."""
    return [n.canonical for n in names if n.found_by == "suffix"]


def test_offsets_type_and_level(names_of: Read) -> None:
    text = "支持国家智能网联汽车创新中心运行"
    assert [(n.start, n.end, n.type, n.level) for n in names_of(text)] == [(2, 14, "Center", "国家")]


@pytest.mark.parametrize(("text", "name"), [
    # verbs, adverbs and particles end the phrase on the left
    ("深入实施绿色制造工程", "绿色制造工程"),
    ("今年将开展中小企业数字化赋能专项行动", "中小企业数字化赋能专项行动"),
    ("（二）自主可控工业软件应用工程", "自主可控工业软件应用工程"),
    ("由协会发起的集成电路产业创新联盟", "集成电路产业创新联盟"),
    ("遴选认定63家国家技术创新示范企业", "国家技术创新示范企业"),
    ("公布第三批制造业单项冠军企业40家", "制造业单项冠军企业"),
    ("第十届中国—东盟轻工博览会开幕", "第十届中国—东盟轻工博览会"),
    ("河南自贸试验区洛阳片区简化流程", "河南自贸试验区洛阳片区"),
    ("在武汉举办首届中国工业设计展览会", "首届中国工业设计展览会"),
    # a verb inside the phrase, or right before the suffix, belongs to it
    ("组织实施工业软件突破提升行动", "工业软件突破提升行动"),
    ("启动智能制造示范工厂建设行动", "智能制造示范工厂建设行动"),
    ("开展国家级工业设计中心认定工作", "国家级工业设计中心认定工作"),
    ("近期开展扩大自主权试点", "扩大自主权试点"),
    # a verb after a finished name opens the next one
    ("依托工业互联网平台建设数字化人才公共实训基地", "数字化人才公共实训基地"),
    # one name over 和 and 与, where neither part is a name of its own
    ("新建一批材料性能检验与寿命评价实验室", "材料性能检验与寿命评价实验室"),
    ("建设集成电路特色工艺及封装测试创新中心", "集成电路特色工艺及封装测试创新中心"),
    # years: part of an event, part of a campaign that a verb governs
    ("参加亚太经合组织第三十一次领导人非正式会议", "亚太经合组织第三十一次领导人非正式会议"),
    ("举行新中国成立70周年成就发布会", "新中国成立70周年成就发布会"),
    ("筹备召开2016年全国企业管理创新大会", "2016年全国企业管理创新大会"),
    ("联合开展2019年工业质量品牌行动", "2019年工业质量品牌行动"),
    # brackets after it
    ("公布国家工业遗产名单，认定11项国家工业遗产（第一批）", "国家工业遗产（第一批）"),
    ("编制服务业高质量发展三年行动计划（2022—2024年）", "服务业高质量发展三年行动计划（2022—2024年）"),
    # quoted parts
    ("编制东北振兴“十四五”规划", "东北振兴“十四五”规划"),
    ("推进中小企业“智改数转”云服务平台上线", "中小企业“智改数转”云服务平台"),
    ("启动重点产品可靠性“筑基工程”", "重点产品可靠性“筑基工程”"),
])
def test_where_a_name_begins(names_of: Read, text: str, name: str) -> None:
    assert name in suffix_names(names_of(text))


def test_lists_are_several_names(names_of: Read) -> None:
    text = "实施智能制造工程、绿色制造工程和质量攻关工程"
    assert suffix_names(names_of(text)) == ["智能制造工程", "绿色制造工程", "质量攻关工程"]


def test_a_level_after_and_opens_a_new_name(names_of: Read) -> None:
    text = "支持建设省级制造业创新中心和国家制造业创新中心"
    assert [(n.canonical, n.level) for n in names_of(text)] == [
        ("省级制造业创新中心", "省级"), ("国家制造业创新中心", "国家")]


def test_names_inside_a_name_are_nested(nested_of: Read, names_of: Read) -> None:
    text = "开展示范企业培育工程"
    assert suffix_names(names_of(text)) == ["示范企业培育工程"]
    text = "江苏省智能制造产业联盟成立"
    assert suffix_names(names_of(text)) == ["江苏省智能制造产业联盟"]
    assert [(n.start, n.end, n.canonical) for n in nested_of(text)] == [(0, 3, "江苏省")]


def test_the_ministry_of_a_text_owns_its_laboratories(names_of: Read) -> None:
    text = "本年认定5家部重点实验室"
    assert [(n.start, n.end, n.canonical) for n in names_of(text, ministry="工业和信息化部")] == [
        (6, 12, "工业和信息化部重点实验室")]
    assert names_of(text) == ()


@pytest.mark.parametrize(("text", "canonical"), [
    ("申报市场监管总局科技计划项目4项", "国家市场监督管理总局科技计划项目"),
    ("申报省农业农村厅良种计划项目7项", "安徽省农业农村厅良种计划项目"),
    ("省智能制造产业联盟成立", "安徽省智能制造产业联盟"),
    ("认定省级工业设计中心", "省级工业设计中心"),
    ("建设市场信用服务平台", "市场信用服务平台"),
])
def test_the_first_word_of_a_name_in_full(names_of: Read, text: str, canonical: str) -> None:
    assert canonical in suffix_names(names_of(text, province="安徽省", city="淮南市"))


@pytest.mark.parametrize("text", [
    "推动创新中心发挥作用", "加强大学生就业服务", "提升工程师队伍水平", "重点企业生产经营正常",
    "有关平台和项目运行良好", "上述三大工程进展顺利", "不断健全工作机制", "依据公司法的规定", "优化营商环境是系统工程",
])
def test_phrases_that_are_no_names(names_of: Read, text: str) -> None:
    assert suffix_names(names_of(text)) == []


def test_weak_suffixes_need_a_verb_quotes_or_a_level(names_of: Read) -> None:
    assert suffix_names(names_of("组织开展品牌培育活动")) == ["品牌培育活动"]
    assert suffix_names(names_of("这次品牌培育活动")) == []
    assert suffix_names(names_of("“质量兴市”活动影响广泛")) == ["“质量兴市”活动"]
    assert suffix_names(names_of("国家级示范项目增多")) == ["国家级示范项目"]


def test_a_count_stands_between_verb_and_name(names_of: Read) -> None:
    assert suffix_names(names_of("安排18项产业技术基础平台项目")) == ["产业技术基础平台项目"]


def test_what_is_issued_keeps_the_verb_of_its_title(names_of: Read) -> None:
    assert suffix_names(names_of("研究制定促进共同富裕行动纲要")) == ["促进共同富裕行动纲要"]
