"""Hard line breaks undone: the width, what marks a paragraph, headings that fill their line."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from policygraph.benchmarks.metamorphic.typesetting import wrapped
from policygraph.loaders.reading import read_bytes
from policygraph.loaders.structure.lines import split_lines
from policygraph.loaders.structure.sentences import sentence_spans
from policygraph.loaders.structure.setting import Setting, measured, setting
from policygraph.loaders.structure.wrapping import unbroken

PARAGRAPHS = (
    "一、工业运行平稳回升",
    "全市规模以上工业企业完成增加值1246.8亿元，同比增长7.3%，增速比上年同期提高1.9个百分点，高于全省平均水平。"
    "其中，装备制造业增长11.2%，占规模以上工业的比重达到38.6%。",
    "二、创新能力稳步增强",
    "新建市级企业技术中心24家，累计达到213家；全社会研发投入占地区生产总值的比重为2.94%。组织实施“揭榜挂帅”项目15项，"
    "带动企业投入4.2亿元。（市科技局负责）",
    "三、营商环境持续优化",
    "推进“一网通办”，政务服务事项网上可办率超过98%，企业开办时间压缩至0.5个工作日以内，办理建筑许可的环节减少6个。",
    "四、民生福祉持续增进",
    "城镇新增就业5.7万人，登记失业率控制在3.2%以内，居民人均可支配收入增长5.9%，其中农村居民增长7.1%。",
    "改造老旧小区137个，惠及居民4.6万户；新增普惠性幼儿园学位8200个，新建改建村卫生室96所，养老床位增至2.3万张，基本公共"
    "服务的均等化水平进一步提高，群众的获得感明显增强。",
    "五、安全生产形势稳定",
    "排查整治各类隐患1.4万处，生产安全事故起数和死亡人数分别下降8.5%和11.3%，连续六年实现“双下降”，没有发生重大事故。",
)


def lines_of(text: str) -> list[str]:
    source = read_bytes(text.encode(), "a.txt")
    return [line.value for line in unbroken(split_lines(source.main), source.original)]


def setting_of(text: str) -> Setting | None:
    source = read_bytes(text.encode(), "a.txt")
    return setting(measured(split_lines(source.main), source.original))


def sentences_of(lines: Iterable[str]) -> list[str]:
    return [line[a:b] for line in lines for a, b in sentence_spans(line)]


def broken(width: int, first: str = "", between: str = "\n", indent: int = 0) -> str:
    """The paragraphs in lines of one width. indent: columns that their first lines are shorter by."""
    shorter = indent or len(first)
    return between.join(first + "\n".join(wrapped(paragraph, width, shorter)) for paragraph in PARAGRAPHS)


@pytest.mark.parametrize("width", [16, 20, 23, 28, 31, 37, 44])
@pytest.mark.parametrize(
    ("first", "between", "indent", "marked", "hidden"),
    [("\u3000\u3000", "\n", 0, "indent", 0), ("", "\n\n", 0, "gap", 0), ("", "\n", 0, None, 0), ("", "\n", 2, None, 2)],
    ids=["indented", "spaced", "flush", "indents lost"],
)
def test_paragraphs_come_back(
    width: int, first: str, between: str, indent: int, marked: str | None, hidden: float
) -> None:
    text = broken(width, first, between, indent)
    how = setting_of(text)
    assert how is not None
    assert how.slack == 0
    assert (how.marked, how.indent) in {(marked, hidden), (marked, 0.0)}
    lines = lines_of(text)
    if marked:
        assert lines == list(PARAGRAPHS)
    else:  # where a full line ends a sentence nothing tells whether the paragraph ends too
        assert sentences_of(lines) == sentences_of(PARAGRAPHS)


def test_the_width_counts_what_was_written_not_what_is_read() -> None:
    """Full-width digits were set as wide as they are, though they are read as narrow ones."""
    written = [paragraph.translate(WIDE_DIGITS) for paragraph in PARAGRAPHS]
    text = "\n".join("\n".join(wrapped(paragraph, 23)) for paragraph in written)
    assert setting_of(text) == Setting(23.0)
    assert sentences_of(lines_of(text)) == sentences_of(PARAGRAPHS)


WIDE_DIGITS = str.maketrans("0123456789.", "０１２３４５６７８９．")


def test_whole_paragraphs_are_left_alone() -> None:
    text = "\n".join(PARAGRAPHS)
    assert setting_of(text) is None
    assert lines_of(text) == list(PARAGRAPHS)


def test_lines_of_one_sentence_each_are_left_alone() -> None:
    lines = [f"第{n}季度完成投资{n * 37}亿元，新开工项目{n + 20}个。" for n in "一二三四" for n in (1, 2, 3)]
    assert setting_of("\n".join(lines)) is None


def test_a_number_that_did_not_fit_stands_on_the_next_line() -> None:
    """The line is six columns short of the others, and yet it was broken."""
    lines = [
        "各地累计安排技术改造专项资金，支持的项目总投资为",
        "123456.78万元，其中设备投资占六成以上，软件和服务投资",
        "占两成，其余为配套工程，全部项目在明年年底以前建成并且",
        "投入使用，届时新增产值超过三百亿元，带动就业两万人。",
    ]
    assert lines_of("\n".join(lines)) == ["".join(lines)]


TEXT = 2 * (
    "推动制造业高端化智能化绿色化发展，建设一批先进制造业集群，培育更多的单项冠军企业和专精特新企业，带动产业链升级。"
)


@pytest.mark.parametrize(
    ("head", "following"),
    [
        ("关于推动先进制造业集群培育工作的通知", "工信部规〔2021〕12号"),
        ("先进制造业集群培育工作推进会议在京召开", "新华社北京6月5日电 （记者 李某）先进制造业集群工作推进会议召开。"),
        ("先进制造业集群培育工作推进会议在京召开", "先进制造业集群培育工作推进会议今天召开。会议部署了下一步工作。"),
        ("先进制造业集群培育工作推进会议在京召开", "日前，有关部门召开推进会议。会议部署了下一步工作。"),
        ("先进制造业集群培育工作推进会议在京召开", "工业主管部门今天（6月5日）召开会议。会议部署了下一步工作。"),
        ("全市推动先进制造业集群培育工作总体方案", "一、总体要求"),
        ("图3先进制造业集群在全市各区的空间布局", "3.2.1 建设先进制造业集群"),
    ],
    ids=["number", "dateline", "repeated", "lead", "lead with who", "heading", "caption"],
)
def test_a_title_that_fills_its_line_stays_apart(head: str, following: str) -> None:
    width = len(head)
    text = "\n".join([head, *wrapped(following, width), *wrapped(TEXT, width)])
    assert lines_of(text)[0] == head


def test_headings_that_fill_their_line_are_known_by_the_others() -> None:
    heads = ["一、总体要求", "二、重点任务", "三、全面提升产业集群创新能力和影响力", "四、保障措施"]
    width = len(heads[2])
    text = "\n".join(line for head in heads for line in [head, *wrapped(TEXT, width)])
    assert [line for line in lines_of(text) if line != TEXT] == heads


def test_a_full_line_that_ends_a_sentence_goes_on_unless_paragraphs_are_single_sentences() -> None:
    sentence = "加快布局未来产业。"
    long = "支持企业建设研发机构并且与高校共同培养人才，推动更多成果落地转化。"
    width = 2 * len(sentence)
    inside = (sentence * 2 + long) * 3
    assert lines_of("\n".join(wrapped(inside, width))) == [inside]
    single = [sentence * 2, long, sentence, long, "抓好示范应用。", long]
    lines = lines_of("\n".join(line for part in single for line in wrapped(part, width)))
    assert lines[:2] == single[:2]


@pytest.mark.parametrize(
    "items",
    [
        ("教育，全年新建公办中小学40所", "医疗，全年新建社区医院3家", "养老，新建养老中心12家",
         "住房，全年改造老旧小区26个"),
        ("全市新建中小学40所，改造12所", "全市新建医院3家，改造卫生院5家", "全市新建公路80公里，改造桥梁6座"),
    ],
)  # fmt: skip
def test_items_that_are_no_sentences_stay_apart(items: tuple[str, ...]) -> None:
    lines = ["示例市2023年民生实事完成情况", *items]
    assert lines_of("\n".join(lines)) == lines


def test_a_setting_is_no_wider_than_a_page() -> None:
    lines = [*(f"第{n}次会议审议了{n}项议题，提出了{n}条意见。会后印发纪要{n}份" for n in range(40)), "x" * 100_000]
    found = setting_of("\n".join(lines))
    assert found is None or found.width <= 150
