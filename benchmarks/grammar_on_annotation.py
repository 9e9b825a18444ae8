"""Speed of the number and time grammar on ../shared/corpus, and its recall on the annotated figures there.

    python benchmarks/grammar_on_annotation.py [--misses] [--extra DOCUMENT]

Prints characters per second of `scan` and `periods`, then, for each gold folder, the share of its figures whose
(value, high, unit) and whose cmp the grammar reads inside their quotes. --misses lists the others; --extra lists
the quantities of a document that no gold figure covers. Cases without documents, and peers: grammar.py.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import importlib.util
import json
import pathlib
import re
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import opencc

from policygraph.loaders.language.periods import periods
from policygraph.loaders.language.quantities import scan
from policygraph.schema.quantities import Quantity

SHARED = pathlib.Path(__file__).resolve().parents[2] / "shared"
TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")


def documents() -> dict[str, str]:
    """Every annotated or plain document by its file name, simplified, HTML without its tags."""
    simplified = opencc.OpenCC("tw2s")
    texts = {}
    for path in sorted((SHARED / "corpus").rglob("*.*")):
        if path.suffix in (".txt", ".md", ".html"):
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".html" or "<p" in text or "<table" in text:
                text = html.unescape(TAG.sub("", text))
            texts[path.name] = simplified.convert(text)
    return texts


def gold(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The annotated figures of a gold folder, each with its document's name."""
    for path in sorted((SHARED / "gold" / folder).glob("*.jsonl")):
        name = re.sub(r"(\.part\d+)?\.jsonl$", "", path.name)
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["kind"] == "figure":
                yield name, record


def annotated(folder: str, name: str, text: str) -> str:
    """The text up to the end of its annotated lines; what stands before them is blanked, so that offsets stay."""
    path = SHARED / "gold" / folder / "ranges.json"
    where = json.loads(path.read_text(encoding="utf-8")).get(name) if path.exists() else None
    if not isinstance(where, list):
        return text
    lines = text.split("\n")
    return "\n".join(line if where[0] - 1 <= n < where[1] else " " * len(line) for n, line in enumerate(lines))


def scorer() -> ModuleType:
    """The scorer, whose rule of equal numbers and units is used here."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def speed(texts: dict[str, str]) -> None:
    """Characters per second over the whole corpus, line by line."""
    lines = [line for text in texts.values() for line in text.split("\n")]
    size = sum(map(len, lines))
    day = dt.date(2021, 1, 1)
    for name, job in (("scan", scan), ("periods", lambda line: periods(line, day))):
        began = time.process_time()
        count = sum(len(job(line)) for line in lines)
        took = time.process_time() - began
        print(f"{name}: {count} found in {size} characters, {size / took / 1e6:.2f} M characters/s")


def recall(folder: str, texts: dict[str, str], misses: bool) -> tuple[float, float, dict[str, list[tuple[int, int]]]]:
    """Prints the recall of a gold folder; gives it for number and unit, for cmp, and its quotes' places by document."""
    score = scorer()
    simplified = opencc.OpenCC("tw2s")
    covered: dict[str, list[tuple[int, int]]] = {}
    cache: dict[str, list[Quantity]] = {}
    total = number = comparator = 0
    for name, record in gold(folder):
        text = texts[name]
        quote = html.unescape(simplified.convert(record["quote"]))
        if name not in cache:
            cache[name] = [q for q in scan(text) if isinstance(q, Quantity)]
        places = [m.span() for m in re.finditer(re.escape(quote), text)]
        if not places:
            print("  quote not found:", name, quote)
            continue
        covered.setdefault(name, []).extend(places)
        if re.fullmatch(r"[\d.]+", quote):
            continue  # a table cell, whose unit stands in the table's head
        inside = [q for s, e in places for q in cache[name] if q.number_start >= s and q.number_end <= e]
        wanted = (record["value"], record.get("high"))
        hits = [q for q in inside if score.same_unit(q.unit, record["unit"])
                and all(map(score.same_number, (q.value, q.high), wanted))]
        total += 1
        number += bool(hits)
        exact = any(q.cmp == record["cmp"] for q in hits)
        comparator += exact
        if misses and not exact:
            read = [(q.text, q.value, q.high, q.unit, q.cmp) for q in hits or inside]
            print("  ", "cmp" if hits else "NUMBER", name[:12], quote, "| gold", *wanted, record["unit"], record["cmp"],
                  "opt" if record.get("optional") else "", "| read", read)
    print(f"{folder}: {total} figures, number and unit {number / total:.4f}, cmp {comparator / number:.4f}")
    return number / total, comparator / number, covered


def main() -> None:
    """Runs the measurements named in the arguments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list gold figures that are not read")
    parser.add_argument("--extra", default="",
                        help="list quantities of documents with this in their name that no gold quote covers")
    arguments = parser.parse_args()
    if not SHARED.exists():
        raise SystemExit(f"{SHARED} is not there; the measurements need it")
    texts = documents()
    speed(texts)
    for folder in ("seeds", "wider"):
        _, _, covered = recall(folder, texts, arguments.misses)
        for name, places in covered.items():
            if arguments.extra and arguments.extra in name:
                for q in scan(annotated(folder, name, texts[name])):
                    if isinstance(q, Quantity) and not any(s <= q.number_start < e for s, e in places):
                        around = texts[name][max(0, q.start - 12):q.end + 10]
                        print(f"  {name[:12]} {around!r} -> {q.text} {q.value} {q.unit} {q.cmp}")


if __name__ == "__main__":
    main()
