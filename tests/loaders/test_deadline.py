"""The limit on the time that one document may take."""

from __future__ import annotations

import re
import signal
import threading

import pytest

from policygraph.loaders import deadline as module
from policygraph.loaders.deadline import deadline
from policygraph.schema.errors import DocumentLimit


def test_a_search_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.2)
    with pytest.raises(DocumentLimit, match="more than 0 s"), deadline(0):
        re.search(r"(?:9|9)+$", "9" * 60 + "家")


def test_the_alarm_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(1000):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > module.SECONDS - 5
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) == before


def test_in_another_thread_nothing_is_limited() -> None:
    done: list[bool] = []

    def work() -> None:
        with deadline(0):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
