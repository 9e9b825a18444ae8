"""A watched function does what it did, its calls are seen, and afterwards it is the same one."""

from __future__ import annotations

from types import ModuleType

import pytest

from policygraph.benchmarks.quality.watching import watched


def module() -> ModuleType:
    made = ModuleType("made")
    made.__dict__["double"] = lambda number, sign=1: 2 * number * sign
    return made


def test_calls_are_seen_and_the_function_comes_back() -> None:
    one = module()
    before = one.double
    with watched(one, "double") as calls:
        assert one.double(3, sign=-1) == -6
        assert one.double(4) == 8
    assert calls == [((3,), -6), ((4,), 8)]
    assert one.double is before


def test_an_error_gives_the_function_back_too() -> None:
    one = module()
    before = one.double
    with pytest.raises(TypeError), watched(one, "double"):
        one.double(None)
    assert one.double is before
