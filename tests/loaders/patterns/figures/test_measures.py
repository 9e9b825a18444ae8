"""What kind of number it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.patterns.figures import find
from policygraph.loaders.patterns.figures.measures import is_flow

Article = Callable[..., ScopedArticle]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # new: what happened in the period
        ("新建示范平台20个。", "new"), ("认定示范企业20家。", "new"), ("培训骨干5000人次。", "new"),
        ("发布标准20项。", "new"),
        ("新增就业300万人。", "new"), ("废止文件20件。", "new"), ("对50家企业开展了诊断。", "new"),
        ("300万农村人口实现脱贫。", "new"),
        ("新建铁路500公里。", "new"), ("63家企业被认定为国家技术创新示范企业。", "new"),
        ("力争到2023年底前建成数据中心15个。", "new"),
        ("突破100种关键技术。", "new"), ("出境旅游超过1.2亿人次。", "new"),
        ("易地搬迁人口超过240万。", "new"),
        ("又有160万人进城落户。", "new"), ("先后3次下调贷款利率。", "new"),
        # total: a stock, or what has come together
        ("累计建成示范平台20个。", "total"), ("拥有国家级平台20个。", "total"), ("园区企业总数达到20家。", "total"),
        ("截至10月底，示范企业20家。", "total"), ("累计认定省级企业20家。", "total"), ("平台数量突破20个。", "total"),
        ("目前已培育企业20家。", "total"), ("累计建成铁路500公里。", "total"),
        # share, growth, change
        ("示范企业占比达到65%。", "share"), ("数控化率达到65%。", "share"), ("70%的企业实现转型。", "share"),
        ("工业增加值增长6.5%。", "growth"), ("单位能耗下降6.5%。", "growth"), ("投资增速为6.5%。", "growth"),
        ("合格率提高8个百分点。", "change"), ("办理事项减少20项。", "change"), ("价格下降300元。", "change"),
        # amount
        ("投资12亿元。", "amount"), ("形成年产50发火箭能力。", "amount"),
        ("完成绿化面积300亩。", "amount"), ("粮食产量达到6亿吨。", "amount"),
        ("公路里程达到6000公里。", "amount"),
        # rank, multiple, level
        ("发明专利授权量居全国第三位。", "rank"), ("居民收入实现翻番。", "multiple"),
        ("办理时限压缩至3个工作日。", "level"), ("创新指数达到66。", "level"),
        ("细颗粒物浓度降至30微克/立方米。", "level"), ("产业规模是2015年的3倍。", "multiple"),
        ("人均预期寿命达到78岁。", "level"), ("每百户家庭拥有电脑40台。", "level"),
        ("每千人口床位数达到8.5张。", "level"),
        ("孕产妇死亡率（1/10万）为11.2。", "level"), ("婴儿死亡率降至10/10万。", "level"),
        ("科研人员占总人口的万分之三。", "share"), ("每年认定示范企业不少于20家。", "new"),
    ],
)  # fmt: skip
def test_measure(article: Article, text: str, measure: str) -> None:
    (figure,) = find(article(text, date="2021-11-01"))
    assert figure.measure == measure


def test_a_cumulative_word_holds_for_the_members_of_its_list(article: Article) -> None:
    found = list(find(article("累计认定示范企业20家、示范园区8家；新建平台5个。", date="2021-11-01")))
    assert [f.measure for f in found] == ["total", "total", "new"]


def test_a_verb_before_a_list_after_each_respectively_holds_for_all_members(article: Article) -> None:
    found = list(find(article("分别新增省级、市级绿色工厂12家和40家。", date="2021-11-01")))
    assert [(f.action, f.measure) for f in found] == [("新增", "new"), ("新增", "new")]


def test_a_verb_that_is_its_own_noun_takes_no_verb_from_the_clause_before(article: Article) -> None:
    first, second = find(article("取消行政许可25项，减税降费约1.3万亿元。", date="2021-11-01"))
    assert (first.action, first.measure) == ("取消", "new")
    assert (second.subject, second.action, second.measure) == ("减税降费", "减税", "amount")


def test_what_is_designated_as_something_is_designated(article: Article) -> None:
    (figure,) = find(article("63家企业被认定为国家技术创新示范企业。", date="2021-11-01"))
    assert (figure.subject, figure.action) == ("国家技术创新示范企业", "认定")


@pytest.mark.parametrize(
    ("text", "direction"),
    [("工业增加值增长6.5%。", "rise"), ("合格率提高8个百分点。", "rise"), ("单位能耗下降6.5%。", "fall"),
     ("税负减轻30亿元。", None), ("办理时间压缩至3个工作日。", "fall"), ("产业规模增加到50亿元。", "rise"),
     ("降低用电成本5%。", "fall"), ("数控化率达到65%。", None)],
)  # fmt: skip
def test_direction(article: Article, text: str, direction: str | None) -> None:
    (figure,) = find(article(text, date="2021-11-01"))
    assert figure.direction == direction
    assert figure.value is not None
    assert figure.value > 0  # a fall keeps a positive value


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("认定", True),
        ("认定培育", True),
        ("脱贫", True),
        ("拥有", False),
        ("增长", False),
        ("达到", False),
        (None, False),
    ],
)
def test_is_flow(verb: str | None, expected: bool) -> None:
    assert is_flow(verb) is expected


def test_a_level_that_rises_further_changes(article: Article) -> None:
    (figure,) = find(article("到2030年，平均期望寿命再增加3岁。", date="2021-11-01"))
    assert (figure.value, figure.measure) == (3, "change")
    (figure,) = find(article("到2030年，平均期望寿命达到83岁。", date="2021-11-01"))
    assert figure.measure == "level"
