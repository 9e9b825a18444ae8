"""Scans: characters right, time and memory of recognising pages, each in its box.

    python benchmarks/scans.py --font FONT [--index N] [--pages N] [--dots N] [--slant DEGREES] [FOLDER]

Pages of A4 in body text of 16 and 10.5 points are set from the documents of FOLDER (../shared/corpus unless named) in
a font of yours that has Chinese characters (--index: which one of a collection), drawn at 200 dots per inch, grayed,
blurred, strewn with noise, slanted by up to half a degree, packed as JPEG, and read as a PDF of images. A character is
right where the shortest edit leaves it; white space, and whether a mark is full or half width, do not count.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policygraph.loaders.reading import read, read_bytes
from policygraph.loaders.reading.ocr_engine import load_engine, ocr_version
from policygraph.loaders.reading.ocr_server import recognised_lines
from policygraph.schema.errors import DocumentError

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SIZES = (16.0, 10.5)
_SAME = str.maketrans("“”‘’", "\"\"''")


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and main text of each text file, from its middle on."""
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".md")):
        try:
            text = read_bytes(path.read_bytes(), path.name).main.text
        except DocumentError:
            continue
        yield path.name, text[text.find("\n", len(text) // 2) + 1 :]


def printed(text: str, points: float, chance: random.Random, given: argparse.Namespace) -> tuple[Any, str]:
    """A page as a scanner gives it, and the text that it shows."""
    import numpy
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    width, height, margin = (int(inches * given.dots) for inches in (8.27, 11.69, 1.1))
    size = round(points * given.dots / 72)
    face = ImageFont.truetype(given.font, size, index=given.index)
    page = Image.new("L", (width, height), 255)
    pen, shown, top = ImageDraw.Draw(page), [], margin
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        rest = "\u3000\u3000" + paragraph
        while rest and top + size < height - margin:
            count = (width - 2 * margin) // size
            while count < len(rest) and face.getlength(rest[: count + 1]) <= width - 2 * margin:
                count += 1
            pen.text((margin, top), rest[:count], font=face, fill=30)
            shown.append(rest[:count])
            rest, top = rest[count:], top + int(1.7 * size)
    page = page.rotate(chance.uniform(-given.slant, given.slant), resample=Image.Resampling.BICUBIC, fillcolor=255)
    dots = numpy.asarray(page.filter(ImageFilter.GaussianBlur(given.dots / 330))).astype(float)
    dots += numpy.random.default_rng(chance.randrange(1000)).normal(0, 9, dots.shape)
    return Image.fromarray(dots.clip(0, 255).astype("uint8")), "\n".join(shown)


def bare(text: str) -> str:
    """Without white space and the width of marks."""
    return unicodedata.normalize("NFKC", "".join(text.split())).translate(_SAME)


def edits(a: str, b: str) -> int:
    """The least number of characters to put in, take out or change."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(before + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]


def costs(scan: bytes) -> tuple[str, ...]:
    """Seconds of processor time, and at their highest resident memory and address space in MB, of one page."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        engine = load_engine()
        before = time.process_time()
        recognised_lines(scan, ".pdf", 0, engine)
        seconds = time.process_time() - before
        status = Path("/proc/self/status").read_text() if sys.platform == "linux" else "VmPeak: 0 kB"
        peak = int(status.split("VmPeak:")[1].split()[0]) >> 10
        os.write(into, f"{seconds:.1f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} {peak}".encode())
        os._exit(0)
    os.close(into)
    told = os.read(out, 99).decode().split()
    os.waitpid(child, 0)
    return tuple(told)


def main() -> int:
    """0; 2 where the extra or the folder is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--font", required=True)
    parser.add_argument("--index", type=int, default=0)
    parser.add_argument("--pages", type=int, default=6)
    parser.add_argument("--dots", type=int, default=200)
    parser.add_argument("--slant", type=float, default=0.5)
    given = parser.parse_args()
    if ocr_version() is None or not given.folder.is_dir():
        print("needs the extra policygraph[ocr] and a folder of documents", file=sys.stderr)
        return 2
    chance = random.Random(1)
    documents = list(texts(given.folder))
    right = shown = 0
    scan = b""
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, text) in enumerate(chance.sample(documents, min(given.pages, len(documents)))):
            points = SIZES[number % len(SIZES)]
            page, want = printed(text, points, chance, given)
            file = io.BytesIO()
            page.save(file, "PDF", resolution=given.dots)
            scan = file.getvalue()
            path = Path(folder, "scan.pdf")
            path.write_bytes(scan)
            started = time.monotonic()
            source = read(path, path.name)
            took = time.monotonic() - started
            wrong, of = edits(bare(want), bare(source.original)), len(bare(want))
            right, shown = right + of - wrong, shown + of
            least = min((span.score for span in source.ocr), default=0.0)
            print(
                f"{points:4} points {of:5} characters {100 - 100 * wrong / of:7.2f} % right {took:5.1f} s  "
                f"least score {least:.3f}  {name}"
            )
    print(f"together {shown} characters {100 * right / shown:.2f} % right")
    if hasattr(os, "fork"):
        print("the last page: {} s of processor time, {} MB resident, {} MB of address space".format(*costs(scan)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
