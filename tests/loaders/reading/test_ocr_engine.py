"""The recognizer itself: from its own wheel, on one thread, without the network."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policygraph.loaders.reading import ocr_engine, ocr_version
from policygraph.loaders.reading.ocr_server import SETTINGS

LINE = "2021年新建示范工厂20家"
READ = """
import json, os, sys
used = []
asks = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
sys.addaudithook(lambda event, given: used.append(event) if event in asks else None)
from PIL import Image
import numpy
from policygraph.loaders.reading.ocr_engine import load_engine
engine = load_engine()
(_, text, score), = engine(numpy.asarray(Image.open(sys.argv[1]).convert("RGB"))[:, :, ::-1].copy())
threads = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1
print(json.dumps([text, score, threads, used]))
"""


def test_it_reads_on_one_thread_and_asks_no_network(draw_page: Callable[..., Any], tmp_path: Path) -> None:
    draw_page([(40, 40, LINE)], (800, 120)).save(tmp_path / "line.png")
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}\n{READ}", str(tmp_path / "line.png")],
        env=SETTINGS, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    text, score, threads, asked = json.loads(run.stdout.splitlines()[-1])
    assert (text, threads, asked) == (LINE, 1, [])
    assert 0.9 < score <= 1


def test_without_the_extra_there_is_no_recognizer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    assert ocr_version() is None


def test_a_wheel_without_models_is_an_error_and_no_download(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    monkeypatch.setattr(ocr_engine, "files", lambda package: tmp_path)
    with pytest.raises(FileNotFoundError, match="0 models of kind det in the package rapidocr"):
        ocr_engine._model("det")
