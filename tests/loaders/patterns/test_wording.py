"""The endings of names."""

from __future__ import annotations

import pytest

from policygraph.loaders.patterns.wording import head_of, holds_head


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("新型材料创新中心", "创新中心"),
        ("青苗工程（2021—2025年）", "工程"),
        ("重点产业“青苗行动”", "行动"),
        ("青苗工程2.0", "工程"),
        ("明显提高", None),
        ("", None),
    ],
)
def test_the_longest_ending_is_the_head_behind_what_closes_a_name(text: str, ending: str | None) -> None:
    head = head_of(text)
    assert (head.text if head is not None else None) == ending


def test_a_stretch_without_an_ending_holds_no_head() -> None:
    assert holds_head("推进青苗工程的实施")
    assert not holds_head("明显提高")
