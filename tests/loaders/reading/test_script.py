"""Traditional script read as simplified."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading import read_bytes
from policygraph.loaders.reading.script import is_traditional, simplify


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("產業創新發展規劃", "产业创新发展规划"),
        ("顯著提高製造業競爭力", "显著提高制造业竞争力"),
        ("陝西省實施計劃", "陕西省实施计划"),
        ("這項工作著力推進,什么單位都可以參與後續項目", "这项工作着力推进,什么单位都可以参与后续项目"),
        ("部門間週期統計,佔比達到兩成", "部门间周期统计,占比达到两成"),
        ("數値與硏究報吿無關", "数值与研究报吿无关"),
    ],
)
def test_traditional_text_is_read_as_simplified(written: str, read: str) -> None:
    assert simplify(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "著名企业和显著成效，乾隆年间",
        "于是准备后续工作",
        "《臺灣通志》等文献由本馆收藏，供各单位研究使用",
        "Annual report 2020",
    ],
)
def test_simplified_text_is_not_altered(text: str) -> None:
    assert not is_traditional(text)
    assert simplify(text) == text


def test_text_with_some_characters_already_simplified_is_traditional() -> None:
    assert simplify("關于加快產業發展的準备工作,會后報送") == "关于加快产业发展的准备工作,会后报送"


def test_forms_for_compatibility_become_ordinary_characters() -> None:
    assert simplify("⼯业和信息化⾏动计划") == "工业和信息化行动计划"


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=80))
def test_length_never_changes(text: str) -> None:
    assert len(simplify(text)) == len(text)


def test_original_stays_traditional_and_offsets_hold() -> None:
    text = "2017年,全市新增創新中心3家。\n持續推動產業結構調整。\n"
    source = read_bytes(text.encode(), "工作.txt")
    assert source.original == text
    start = source.main.text.index("新增创新中心3家")
    place = source.main.origin(start, start + 8)
    assert source.quote(*place) == "新增創新中心3家"
