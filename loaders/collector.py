"""Keeps Python's cycle collector out of the way while one document is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for reference cycles in the block; as before after it.

    Reading makes hundreds of thousands of small objects that live until the document is done, and no cycles: each
    search would go through all of them and free nothing.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
