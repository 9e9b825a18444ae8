"""The cycle collector while a document is read."""

from __future__ import annotations

import gc

import pytest

from policygraph.loaders.collector import collector_paused


def _fail() -> None:
    assert not gc.isenabled()
    raise ValueError("a document that cannot be read")


def test_it_rests_in_the_block_and_runs_again_whatever_happens_there() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="cannot be read"), collector_paused():
        _fail()
    assert gc.isenabled()


def test_a_collector_that_rested_before_rests_after() -> None:
    gc.disable()
    try:
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
