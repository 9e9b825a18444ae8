"""Names without the spaces of typesetting."""

from __future__ import annotations

import pytest

from policygraph.loaders.language.spacing import joined


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2021 世界智能制造大会", "2021世界智能制造大会"),
        ("示例省 示例市 关于印发方案的通知", "示例省示例市关于印发方案的通知"),
        ("5G 基站", "5G基站"), ("Policy Research Centre", "Policy Research Centre"),
    ],
)  # fmt: skip
def test_joined(name: str, expected: str) -> None:
    assert joined(name) == expected
