"""A function's calls, watched while it runs: for what an interface takes in and does not give out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any


@contextlib.contextmanager
def watched(module: ModuleType, name: str) -> Iterator[list[tuple[tuple[Any, ...], Any]]]:
    """Every call of a function of the module while the context lasts: its arguments by place, and what it gave."""
    function = getattr(module, name)
    calls: list[tuple[tuple[Any, ...], Any]] = []

    def watching(*arguments: Any, **named: Any) -> Any:
        given = function(*arguments, **named)
        calls.append((arguments, given))
        return given

    setattr(module, name, watching)
    try:
        yield calls
    finally:
        setattr(module, name, function)
