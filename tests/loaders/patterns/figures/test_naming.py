"""How the name of a subject is written."""

from __future__ import annotations

import pytest

from policygraph.loaders.patterns.figures.naming import restored, tidy


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (" 示范企业，", "示范企业"), ("的示范企业的", "示范企业"), ("其中全省示范企业", "示范企业"),
        ("5G 基站", "5G基站"),
        ("GDP growth rate", "GDP growth rate"), ("", ""), ("口岸今年共发生火灾", "口岸发生火灾"),
        ("引水工程自全面通水以来", "引水工程"), ("不到两天过火面积", "过火面积"),
        ("旅游收入可能", "旅游收入"), ("东部湖区曾", "东部湖区"), ("补扣期限最长", "补扣期限"),
        ("其他成员国贸易额", "其他成员国贸易额"),
        ("相当于节约能源", "节约能源"), ("上报有关情况（最迟", "上报有关情况"), ("居家隔离”", "居家隔离"),
        ("中央财政五年累计补助资金", "中央财政补助资金"), ("东西部共建园区", "东西部共建园区"),
        ("棚户区改造在去年", "棚户区改造"),
        ("土地承包到期后", "土地承包"), ("点建议", "建议"),
    ],
)  # fmt: skip
def test_tidy(name: str, expected: str) -> None:
    assert tidy(name) == expected


@pytest.mark.parametrize(
    ("name", "before", "expected"),
    [
        ("省级", "国家级服务标准化试点", "省级服务标准化试点"), ("市级", "企业技术中心", "市级企业技术中心"),
        ("示范项目", "服务型制造示范企业", "服务型制造示范项目"), ("示范平台", "示范企业", "示范平台"),
        ("带动就业人数", "服务型制造示范企业", "带动就业人数"), ("省级示范项目", "国家级示范企业", "省级示范项目"),
        ("确诊病例", "本土新冠肺炎确诊病例", "新冠肺炎确诊病例"), ("增长面", "利润增长的行业", "增长面"),
    ],
)  # fmt: skip
def test_restored(name: str, before: str, expected: str) -> None:
    assert restored(name, before) == expected
