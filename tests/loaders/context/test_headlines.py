"""The year and status that the story below a headline states for its number."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.schema.facts import Figure

Figures = Callable[..., list[Figure]]
KEY = "news_20240322.md"
NEWS = """# 国内联播快讯

央视网消息（新闻联播）：今天（2024年3月22日），多项数据发布。

**{headline}**

{story}
"""


def told(figures: Figures, headline: str, story: str) -> list[tuple[int | None, str | None]]:
    return [(f.year, f.status) for f in figures(NEWS.format(headline=headline, story=story), KEY)]


def test_a_headline_takes_the_year_of_its_story(figures: Figures) -> None:
    story = "据了解，截至2023年12月，甲类用户达10.92亿人。"
    found = figures(NEWS.format(headline="甲类用户达10.92亿人", story=story), KEY)
    assert [(f.year, f.status) for f in found] == [(2023, "achieved"), (2023, "achieved")]
    assert found[0].year_source == "inherited: paragraph"
    assert dict(found[0].bases)["year"].rule == "headlines.with_stories"
    assert dict(found[0].bases)["year"].text == "截至2023年12月"


def test_it_takes_what_is_to_be_done_too(figures: Figures) -> None:
    assert told(figures, "乙省加开列车253列", "铁路部门计划加开列车253列。") == [(2024, "planned"), (2024, "planned")]


def test_a_year_of_its_own_stays(figures: Figures) -> None:
    found = told(figures, "2022年甲类用户达9亿人", "2023年，甲类用户达9亿人。")
    assert found == [(2022, "achieved"), (2023, "achieved")]


def test_another_thing_with_the_same_number_tells_nothing(figures: Figures) -> None:
    assert told(figures, "甲类用户达50万人", "2021年，乙市游客50万人。") == [(2024, "achieved"), (2021, "achieved")]
