"""Page furniture: numbers, running heads, stray index figures."""

from __future__ import annotations

from policygraph.loaders.reading import MappedText, read_bytes
from policygraph.loaders.reading.furniture import without_furniture

LINE = "各单位要把这项工作摆上重要位置细化任务分工压实工作责任"
WORDS = "工作任务目标措施企业园区项目平台标准质量人才资金土地能源环境"


def line(number: int) -> str:
    """A full line of a hard-broken text, each number another one."""
    return "".join(WORDS[(number * 7 + k * k * (number % 11 + 1)) % len(WORDS)] for k in range(28)) + "的"


def clean(text: str, *, paged: bool | None = None) -> str:
    return without_furniture(MappedText.whole(text), (), paged).text


def test_glued_numbers_leave_and_lines_stay_broken() -> None:
    pages = ["".join(f"{n if k == 0 else ''}{line(n * 20 + k)}\n" for k in range(20)) for n in range(1, 8)]
    assert clean("".join(pages)) == "".join(f"{line(n)}\n" for n in range(20, 160))


def test_numbers_on_lines_of_their_own() -> None:
    text = f"{line(1)}\n- 3 -\n{line(2)}\n第 4 页 共 20 页\n{line(3)}\n— 5 —\n"
    assert clean(text) == f"{line(1)}\n{line(2)}\n{line(3)}\n"


def test_running_heads_that_repeat_at_the_ends_of_pages() -> None:
    pages = [
        f"某市第十四个五年规划\n{line(4 * n)}\n{line(4 * n + 1)}\n{line(4 * n + 2)}\n{line(4 * n + 3)}\n— {n} —\n"
        for n in range(1, 7)
    ]
    assert clean("".join(pages)) == "某市第十四个五年规划\n" + "".join(f"{line(n)}\n" for n in range(4, 28))


def test_a_line_that_repeats_elsewhere_stays() -> None:
    pages = [
        f"{line(4 * n)}\n{line(4 * n + 1)}\n主要措施\n{line(4 * n + 2)}\n{line(4 * n + 3)}\n— {n} —\n"
        for n in range(1, 7)
    ]
    assert clean("".join(pages)).count("主要措施") == 6


def test_an_index_figure_between_two_full_lines_is_stray() -> None:
    text = "- 1 -\n" + f"{LINE}\n" * 5 + f"细颗粒物（PM ）年平均浓度在二〇二五年以前下降至\n2.5\n{LINE}\n"
    assert "\n2.5\n" not in clean(text)


def test_web_text_is_not_touched() -> None:
    text = f"{LINE}\n- 3 -\n{LINE}\n"
    assert clean(text, paged=False) == text


def test_quotes_across_a_page_break_still_lead_back() -> None:
    text = "".join(f"{n if k == 0 else ''}{line(n * 20 + k)}\n" for n in range(1, 8) for k in range(20))
    source = read_bytes(text.encode(), "规划.txt")
    assert source.original == text
    start = source.main.text.index(line(60))
    place = source.main.origin(start, start + 29)
    assert source.quote(*place) == line(60)
    assert source.original[place[0] - 1] == "3"
    before = source.main.origin(start - 5, start + 5)
    assert source.quote(*before) == f"{line(59)[-4:]}\n3{line(60)[:5]}"


def test_bare_numbers_at_the_ends_of_known_pages() -> None:
    text = f"{line(1)}\n\n3\n\f{line(2)}\n12个\n{line(3)}\n4\n\f{line(4)}\n2025\n"
    assert clean(text).split() == [line(1), line(2), "12个", line(3), line(4), "2025"]
