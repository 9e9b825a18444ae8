"""The recognising process: beside each process that reads scans, with one thread, which forks a box for each page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from ...sandbox import serve
from ...schema.errors import UnreadableDocument
from .box import message
from .limits import Limits
from .ocr_engine import Engine, load_engine
from .ocr_image import load_formats, page_image
from .ocr_layout import in_reading_order
from .ocr_lines import OcrLine
from .ocr_upright import upright
from .wire import pack_error, pack_lines

SETTINGS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "ORT_DISABLE_TELEMETRY": "1"}
"""Environment of the process: a fork copies one thread, and what waits for the others would wait for ever. The last is
for those who put in a later onnxruntime than the extra does: nothing is ever reported over the network."""


def main() -> None:
    """The recognising process, until standard input closes."""
    serve(_load)


def recognised_lines(data: bytes, suffix: str, page: int, engine: Engine) -> list[OcrLine]:
    """The lines of one page of a file in reading order, in this process. Raises as `page_image`."""
    image, box = page_image(data, suffix, page)
    parts, back = upright(image, engine)
    return [
        OcrLine(part.text, after, box(back(part.quad)), round(min(part.score, 1.0), 4))
        for part, after in in_reading_order(parts)
    ]


def _load() -> Callable[[dict[str, Any]], bytes]:
    try:
        engine = load_engine()
        load_formats()
    except Exception as error:  # it does not start on this machine: said of the pages, and the others are read
        unusable = pack_error(UnreadableDocument("ocr_unusable", pages="", reason=" ".join(str(error).split())[:300]))
        return lambda request: unusable

    def answer(request: dict[str, Any]) -> bytes:
        page, suffix = request["page"], PurePosixPath(request["key"]).suffix.lower()

        def work(data: bytes) -> bytes:
            return pack_lines(recognised_lines(data, suffix, page, engine))

        return message(Path(request["path"]), Limits(**request["limits"]), work)

    return answer
