"""The reading process: one beside each process that reads, which forks a box for each file.

Pages are recognised by a second such process (ocr_server.py), for its libraries take much more memory.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ...sandbox import serve
from ...schema.errors import DocumentError
from .box import message
from .limits import Limits
from .ocr_engine import ocr_version
from .ocr_image import load_formats
from .ocr_lines import OcrPages
from .reader import pages_to_recognise, read_bytes
from .wire import pack, pack_pages


def main() -> None:
    """The reading process, until standard input closes."""
    serve(_warm_up)


def answer(request: dict[str, Any]) -> bytes:
    """The message for one request: to read a file with what was recognised of it, or to name its pages to recognise."""
    key, limits = request["key"], Limits(**request["limits"])
    ocr = OcrPages.from_record(request["ocr"]) if request["ocr"] is not None else None

    def work(data: bytes) -> bytes:
        if request["survey"]:
            return pack_pages(pages_to_recognise(data, key))
        return pack(read_bytes(data, key, limits, ocr))

    return message(Path(request["path"]), limits, work)


def _warm_up() -> Callable[[dict[str, Any]], bytes]:
    """Load every reader and its data files once."""
    for key, data in _samples():
        with contextlib.suppress(DocumentError):
            read_bytes(data, key)
    if ocr_version() is not None:
        load_formats()
    return answer


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
