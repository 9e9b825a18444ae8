"""The recogniser: RapidOCR with the models of its own wheel, on one thread, without the network."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

EXTRA = "policygraph[ocr]"
PACKAGES = ("rapidocr", "onnxruntime")
MOST_SIDE = 2830
"""Longest side in pixels of an image that is recognised: A3 at 171 dots per inch. A larger one is made smaller."""

_NO_MEMORY = ("bad_alloc", "allocate", "Insufficient memory")
Quad = tuple[tuple[float, float], ...]
"""Four corners in pixels from the image's upper left corner."""
Engine = Callable[[Any], list[tuple[Quad, str, float]]]
"""An image (height × width × 3 bytes, blue first) to its lines, however unsure: corners, text, score 0 to 1."""


def ocr_version() -> str | None:
    """The installed recogniser's name and version; None where the extra is not installed."""
    if any(importlib.util.find_spec(name) is None for name in PACKAGES):
        return None
    try:
        return f"{PACKAGES[0]}-{version(PACKAGES[0])}"
    except PackageNotFoundError:  # a folder of that name on the path
        return None


def load_engine() -> Engine:
    """The recogniser with its models in memory; some seconds. It raises MemoryError where an image needs too much.

    Its model that tells lines that stand on their head is left out: it turned upright ones, whose text was lost.
    It has no threads of its own, so that a process that forks may hold it. Raises whatever the libraries raise where
    they do not start, and FileNotFoundError where the models are not in the wheel: nothing is ever downloaded.
    """
    import cv2
    import numpy
    from rapidocr import RapidOCR

    cv2.setNumThreads(1)
    engine = RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            "Global.max_side_len": MOST_SIDE,
            "Det.model_path": _model("det"),
            "Rec.model_path": _model("rec"),
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )

    def lines(image: Any) -> list[tuple[Quad, str, float]]:
        try:
            found = engine(image, use_det=True, use_cls=False, use_rec=True)
        except Exception as error:  # each library has its own for want of memory
            if any(words in str(error) for words in _NO_MEMORY):
                raise MemoryError from error
            raise
        if found.txts is None or found.boxes is None:
            return []
        quads = [tuple((float(x), float(y)) for x, y in box) for box in found.boxes]
        return [(*row,) for row in zip(quads, found.txts, map(float, found.scores), strict=True)]

    # Its models are loaded when first used, which must be before the box is shut.
    blank: Any = numpy.full((64, 320, 3), 255, dtype=numpy.uint8)
    engine(blank, use_det=False, use_cls=False, use_rec=True)
    lines(blank)
    return lines


def _model(kind: str) -> str:
    models = (files("rapidocr") / "models").iterdir()
    found = [str(model) for model in models if f"_{kind}" in model.name and model.name.endswith(".onnx")]
    if len(found) != 1:
        raise FileNotFoundError(f"{len(found)} models of kind {kind} in the package rapidocr; expected one")
    return found[0]
