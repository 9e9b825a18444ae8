"""Odd text ends too: long repeats of what patterns look for neither hang a pattern nor the way from bytes to facts.

Each half runs in a child process that ends itself, saying where it was, when one step takes longer than its limit. The
limits are many times what a slow machine needs: what they catch is a time that grows with a power of the length.
"""

from __future__ import annotations

import ast
import faulthandler
import importlib
import inspect
import itertools
import pkgutil
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from types import ModuleType

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
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "predicate": ("leads", "participates", "hosts"), "verb": (False, True), "municipality": ("北京市", "重庆市"),
}  # fmt: skip
"""What functions that make patterns are called with where the calls pass variables, by the parameter's name."""
COUNTED = {"企业9", "企业\t9\t"}
"""Texts of one sentence with thousands of figures, each of which copies its sentence: kept shorter."""
PATTERN_LIMIT = 30.0
TEXT_LIMIT = 60.0
"""Seconds; beyond them a step counts as one that does not end."""


Pattern = tuple[str, re.Pattern[str], bool]
"""Its name, itself, whether it is searched for.

One that is only ever matched where something is known to begin is not tried at every place of a text.
"""


def modules() -> dict[str, ModuleType]:
    """Every module of the loaders by its name."""
    found = pkgutil.walk_packages(loaders.__path__, f"{loaders.__name__}.")
    return {one.name: importlib.import_module(one.name) for one in found}


def patterns() -> Iterator[Pattern]:
    """Every compiled pattern that a module of the loaders keeps, as a constant or in a function with a cache."""
    known = modules()
    for path, module in known.items():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and f"\n{name} = " in source:
                uses = re.findall(rf"(?<!\w){name}(?!\w)(?!\.(?:full)?match\()", source)
                yield f"{path}.{name}", value, not name.startswith("_") or len(uses) > 1
    yield from made(known)


def made(known: Mapping[str, ModuleType]) -> Iterator[Pattern]:
    """The patterns that functions with a cache make, each with the arguments that it is called with.

    Arguments are those written in the calls; where a call passes a variable, all that ARGUMENTS has for its name.
    """
    makers = {
        f"{path}.{name}": value
        for path, module in known.items()
        for name, value in vars(module).items()
        if makes_patterns(value) and value.__module__ == path
    }
    given = written({value: path for path, value in makers.items()}, known.values())
    for path, maker in makers.items():
        name = path.rpartition(".")[2]
        source = inspect.getsource(inspect.getmodule(maker))  # type: ignore[arg-type]
        uses = re.findall(rf"(?<!\w)(?<!def ){name}\([^()]*\)(?!\.(?:full)?match\()", source)
        parameters = inspect.signature(maker).parameters
        choices = [ARGUMENTS.get(parameter, ()) for parameter in parameters]
        for arguments in sorted(given[path] | set(itertools.product(*choices)), key=repr):
            for pattern in inside(maker(*arguments)):
                yield f"{path}{arguments}", pattern, not name.startswith("_") or bool(uses)


def makes_patterns(value: object) -> bool:
    """Whether it is a function with a cache that returns patterns."""
    return hasattr(value, "cache_info") and "Pattern" in str(getattr(value, "__annotations__", {}).get("return"))


def written(
    makers: Mapping[Callable[..., object], str], some: Iterable[ModuleType]
) -> dict[str, set[tuple[object, ...]]]:
    """The arguments of the calls of these functions in the modules' sources, of calls that pass constants alone."""
    found: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for module in some:
        for call in ast.walk(ast.parse(inspect.getsource(module))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords:
                continue
            called = vars(module).get(call.func.id)
            constants = tuple(a.value for a in call.args if isinstance(a, ast.Constant))
            if isinstance(called, Hashable) and called in makers and len(constants) == len(call.args):
                found[makers[called]].add(constants)
    return found


def inside(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from inside(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from inside(one)


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
    assert "policygraph.loaders.patterns.figures.phrases._change_before()" in names


def test_no_function_that_makes_a_pattern_is_left_out() -> None:
    names = {name.partition("(")[0] for name, _, _ in patterns()}
    for path, module in modules().items():
        for name, value in vars(module).items():
            if makes_patterns(value) and value.__module__ == path:
                assert f"{path}.{name}" in names, (path, name)


def test_every_pattern_ends() -> None:
    child("patterns")


def test_every_text_ends() -> None:
    child("texts")


if __name__ == "__main__":
    {"patterns": try_patterns, "texts": try_texts}[sys.argv[1]]()
