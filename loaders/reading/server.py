"""The reading process: one beside each process that reads, with one thread, which forks a box for each file.

A box forked from here costs some milliseconds, starts from a small process whatever the caller has loaded, and
never from a process with threads.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import struct
import sys

from ...schema.errors import DocumentError
from .box import answer
from .reader import read_bytes

LENGTH = struct.Struct(">Q")
READY = b"READING\n"
"""What the process says when it can be asked; nothing else comes unasked."""


def main() -> None:
    """Answer requests (one JSON object a line) on standard input with messages on standard output, until it closes."""
    out = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not mix with the messages
    os.set_inheritable(out, False)
    _warm_up()
    os.write(out, READY)
    with contextlib.suppress(BrokenPipeError):  # the caller ended while a file was read
        for line in sys.stdin.buffer:
            message = memoryview(answer(json.loads(line)))
            header = memoryview(LENGTH.pack(len(message)))
            for view in (header, message):
                while view:
                    view = view[os.write(out, view) :]


def _warm_up() -> None:
    """Load every reader and its data files once: a box can open no file."""
    for key, data in _samples():
        with contextlib.suppress(DocumentError):
            read_bytes(data, key)
    gc.collect()
    gc.freeze()


def _samples() -> list[tuple[str, bytes]]:
    import docx

    document = docx.Document()
    document.add_paragraph("工作報告")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "项目"
    file = io.BytesIO()
    document.save(file)
    page = "<html><head><title>报告</title></head><body><p>" + "全年工作总结。" * 40 + "</p></body></html>"
    # too little for the first way of telling the main text: the second one loads word lists of its own
    short = "<html><body><h1>会议召开</h1><p>2022年11月11日，会议在示例市召开，签约项目20个。</p></body></html>"
    return [
        ("short.html", short.encode()),
        ("a.txt", "工作報告".encode()),
        ("a.txt", "工作报告".encode("utf-8-sig")),
        ("a.txt", "工作报告".encode("utf-16")),
        ("a.txt", "工作报告".encode("big5", "replace")),
        ("a.txt", "工作报告".encode("gb18030")),
        ("a.txt", bytes(range(128, 256)) * 4),
        ("a.md", "---\ntitle: 报告\n---\n# 报告\n\n一 <p>二</p>".encode()),
        ("a.html", page.encode()),
        ("a.docx", file.getvalue()),
        ("a.pdf", b"%PDF-1.4 broken"),
    ]
