"""Waiting for another build."""

from __future__ import annotations

import threading
import time

import pytest

from policygraph.graph.lock import BuildLock
from policygraph.schema.errors import StoreError


def test_who_waits_has_the_lock_once_it_is_released(tmp_path):
    path = tmp_path / "x.pg.lock"
    taken, told = threading.Event(), []

    def build():
        held = BuildLock(path)
        taken.set()
        time.sleep(0.3)
        told.append("done")
        held.release()

    other = threading.Thread(target=build)
    other.start()
    taken.wait()
    lock = BuildLock(path, wait=60)
    assert told == ["done"]
    other.join()
    with pytest.raises(StoreError, match="another build is writing"):
        BuildLock(path)
    lock.release()
    BuildLock(path).release()
    assert not path.exists()


def test_who_has_waited_long_enough_is_told(tmp_path):
    held = BuildLock(tmp_path / "x.pg.lock")
    with pytest.raises(StoreError, match=r"another build is writing .*x\.pg "):
        BuildLock(tmp_path / "x.pg.lock", wait=0.1)
    held.release()


def test_what_cannot_be_a_lock_is_said_at_once(tmp_path):
    (tmp_path / "x.pg.lock").mkdir()
    began = time.monotonic()
    with pytest.raises(StoreError, match=r"cannot be"):
        BuildLock(tmp_path / "x.pg.lock", wait=60)
    assert time.monotonic() - began < 30
