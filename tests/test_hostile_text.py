"""Odd text ends too: long repeats of what patterns look for neither hang a pattern nor the way from bytes to facts.

Each half runs in a child process that ends itself, saying where it was, when one step takes longer than its limit. The
limits are many times what a slow machine needs: what they catch is a time that grows with a power of the length.
"""

from __future__ import annotations

import faulthandler
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator

from policygraph import loaders
from policygraph.loaders.pipeline import load
from policygraph.loaders.reading import read_bytes

LENGTH = 20_000
UNITS = (
    "9", " ", "\t", "\n", "约", "（", "（）", "、", "企业、", "企业9", "9家", "9.", "一\n", "—", ".", "…", "等", "部",
    "科技部", "部门", "于5月1日", "汉 ", "- ", "# ", "[", "《", "“五大",
)  # fmt: skip
TEXTS = (
    "9", "科技部" + " " * 1_000, "约", "（", "（科技部", "“五大", "企业、", "《规划", "科技部", "一\n", "科技部\n", "—",
    "9.", "2025年，科技部支持企业建设创新中心，", "企业9", "企业\t9\t",
)  # fmt: skip
COUNTED = {"企业9", "企业\t9\t"}
"""Texts of one sentence with thousands of figures, each of which copies its sentence: kept shorter."""
PATTERN_LIMIT = 30.0
TEXT_LIMIT = 60.0
"""Seconds; beyond them a step counts as one that does not end."""


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Every compiled pattern that a module of the loaders keeps: its name, itself, whether it is searched for.

    One that is only ever matched where something is known to begin is not tried at every place of a text.
    """
    for found in pkgutil.walk_packages(loaders.__path__, f"{loaders.__name__}."):
        module = importlib.import_module(found.name)
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and f"\n{name} = " in source:
                uses = re.findall(rf"(?<!\w){name}(?!\w)(?!\.(?:full)?match\()", source)
                yield f"{found.name}.{name}", value, not name.startswith("_") or len(uses) > 1


def try_patterns() -> None:
    for name, pattern, searched in patterns():
        faulthandler.dump_traceback_later(PATTERN_LIMIT, exit=True)
        for unit in UNITS:
            print(name, repr(unit), flush=True)
            for end in ("x", "。"):
                text = (unit * LENGTH)[:LENGTH] + end
                pattern.match(text)
                pattern.fullmatch(text)
                for _ in pattern.finditer(text if searched else text[-LENGTH // 50 :]):
                    pass


def try_texts() -> None:
    for unit in TEXTS:
        length = LENGTH // 4 if unit in COUNTED else LENGTH
        repeated = (unit * length)[:length]
        text = f"科技部关于支持创新的通知\n各单位：\n科技部支持企业建设中心。\n{repeated}\n到2025年，建成30个中心。\n"
        for suffix in (".txt", ".md"):
            faulthandler.dump_traceback_later(TEXT_LIMIT, exit=True)
            print(repr(unit[:20]), suffix, flush=True)
            load(read_bytes(text.encode(), f"odd{suffix}"))


def child(half: str) -> None:
    ended = subprocess.run([sys.executable, __file__, half], capture_output=True, text=True, timeout=900)
    assert ended.returncode == 0, f"{ended.stdout[-200:]}\n{ended.stderr[-2_000:]}"


def test_patterns_are_found() -> None:
    names = {name for name, _, _ in patterns()}
    assert len(names) > 150
    assert "policygraph.loaders.patterns.wording._CLOSING" in names


def test_every_pattern_ends() -> None:
    child("patterns")


def test_every_text_ends() -> None:
    child("texts")


if __name__ == "__main__":
    {"patterns": try_patterns, "texts": try_texts}[sys.argv[1]]()
