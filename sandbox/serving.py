"""The loop of a helper process: one beside each process that needs boxes, with one thread, which forks them.

A box forked from there costs some milliseconds, starts from a small process whatever the caller has loaded, and never
from a process with threads.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import struct
import sys
from collections.abc import Callable
from typing import Any

LENGTH = struct.Struct(">Q")
READY = b"READING\n"
"""What the process says when it can be asked; nothing else comes unasked."""


def serve(start: Callable[[], Callable[[dict[str, Any]], bytes]]) -> None:
    """Answer requests (one JSON object a line) on standard input with messages on standard output, until it closes.

    start: loads what a box needs, for a box can open no file, and gives the function that answers.
    """
    out = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not mix with the messages
    os.set_inheritable(out, False)
    answers = start()
    gc.collect()
    gc.freeze()
    os.write(out, READY)
    with contextlib.suppress(BrokenPipeError):  # the caller ended while it was answered
        for line in sys.stdin.buffer:
            body = memoryview(answers(json.loads(line)))
            header = memoryview(LENGTH.pack(len(body)))
            for view in (header, body):
                while view:
                    view = view[os.write(out, view) :]
