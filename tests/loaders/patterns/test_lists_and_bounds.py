"""Lists that share a verb or a bracket, and numbers that bound: who and what each of them is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph.loaders.language.quantities import quantities
from policygraph.loaders.pipeline import load
from policygraph.loaders.reading import read_bytes

if TYPE_CHECKING:
    from .conftest import Triples

REPORT = "海宁市2022年工作总结\n2023年1月5日\n\n一、2022年工作\n{}\n"


def figures(words: str) -> list[tuple[str, float | None, str | None]]:
    loaded = load(read_bytes(REPORT.format(words).encode(), "a.txt"))
    rows = [fact.row() for fact in loaded.facts]
    return [(r["subject"], r["value"], r["cmp"]) for r in rows if not r.get("predicate")]


def test_a_second_pair_of_numbers_goes_to_the_same_list() -> None:
    found = figures("图书馆、博物馆分别新建2座、4座，增至20座和31座。")
    assert found == [("图书馆", 2, "eq"), ("博物馆", 4, "eq"), ("图书馆", 20, "eq"), ("博物馆", 31, "eq")]


@pytest.mark.parametrize(
    ("words", "value", "high", "cmp"),
    [
        ("位居全省前五", 5, None, "le"),
        ("四成不到", 40, None, "lt"),
        ("翻一番半", 2.828427, None, "eq"),
        ("三百余", 300, None, "gt"),
        ("2万元以上8万元以下", 20_000, 80_000, "range"),
    ],
)
def test_bounds_in_words(words: str, value: float, high: float | None, cmp: str) -> None:
    assert [(q.value, q.high, q.cmp) for q in quantities(words)] == [(value, high, cmp)]


@pytest.mark.parametrize(
    "words",
    ["邮政编码314400。", "三产结构为1.8:40.2:58.0。", "处2万元以上8万元以下罚款。",
     "建成客运港二期。", "无一家超过30人的培训点。"],
)
def test_rules_parts_and_phases_are_no_figures(words: str) -> None:
    assert figures(words) == []


def test_a_row_of_numbers_without_its_head_says_nothing() -> None:
    assert figures("粮食产量（万吨）\t30\t35\t预期性") == []


@pytest.mark.parametrize(
    "words",
    ["实施“绿廊”工程，由市林业局牵头，市财政局配合。", "由市林业局牵头，市财政局配合，实施“绿廊”工程。"],
)
def test_who_leads_what_the_sentence_sets_going(triples: Triples, words: str) -> None:
    found = triples(REPORT.format(words))
    assert any(t[1:] == ("leads", "“绿廊”工程") for t in found)
    assert any(t[1:] == ("participates", "“绿廊”工程") for t in found)


def test_a_repeal_behind_its_titles(triples: Triples) -> None:
    text = "海西市关于废止部分文件的决定\n海西市人民政府\n2021年5月6日\n\n决定对《陶瓷管理办法》等3件文件予以废止。\n"
    assert any(t[1:] == ("succeeds", "陶瓷管理办法") for t in triples(text))
    text = (
        "海西市财政局关于印发《海西市补助办法》的通知\n2021年5月6日\n\n"
        "《海西市奖励办法》（海财〔2015〕8号）自本通知印发之日起废止。\n"
    )
    assert ("海西市补助办法", "succeeds", "海西市奖励办法") in triples(text)
