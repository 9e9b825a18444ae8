"""Seconds and memory of resolving 1 000 to 100 000 names, made from regions, fields of work and classes.

python -m policygraph.benchmarks.resolution.speed
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections.abc import Iterator

from ...graph.resolve.decisions import automatic
from ...schema.facts import Entity
from ...schema.regions import regions
from ...schema.vocabulary import vocabulary

SIZES = (1_000, 10_000, 100_000)
_TOPICS = (
    "智能制造", "稀土功能材料", "工业互联网", "车联网", "先进印染技术", "集成电路", "新能源汽车",
    "生物医药", "绿色低碳", "海洋装备",
)  # fmt: skip
_CLASSES = ("制造业创新中心", "技术创新中心", "示范基地", "先导区", "重点实验室", "工业设计中心")


def names() -> Iterator[Entity]:
    """Names without end that no two regions share, about one in three of them another form of one before it."""
    places = [name for name, region in regions().items() if region.level in ("province", "city", "district")]
    fields = [(full, short[0] if short else full) for full, short in vocabulary("local_agencies")["fields"].items()]
    made = [agencies(places, fields), centers(places), plans(places), editions()]
    return itertools.chain.from_iterable(zip(*made, strict=False))


def agencies(places: list[str], fields: list[tuple[str, str]]) -> Iterator[Entity]:
    """江苏省科学技术厅, 江苏省科技厅."""
    for (full, short), place in itertools.product(fields, places):
        yield Entity(f"{place}{full}局", "Agency")
        yield Entity(f"{place}{short}局", "Agency")


def centers(places: list[str]) -> Iterator[Entity]:
    """江苏省稀土功能材料制造业创新中心 and the same with its level elsewhere."""
    for topic, kind, place in itertools.product(_TOPICS, _CLASSES, places):
        yield Entity(f"{place}省级{topic}{kind}", "Center")
        yield Entity(f"{place}{topic}省级{kind}", "Center")


def plans(places: list[str]) -> Iterator[Entity]:
    """江苏省“十四五”智能制造发展规划 and with its years in brackets."""
    for topic, place, kind in itertools.product(_TOPICS, places, ("规划", "行动方案", "专项规划")):
        yield Entity(f"{place}“十四五”{topic}发展{kind}", "Plan")
        yield Entity(f"{place}{topic}发展{kind}（2021—2025年）", "Plan")


def editions() -> Iterator[Entity]:
    """第三届世界智能制造大会, every number of it another event."""
    for number, topic, place in itertools.product(range(1, 60), _TOPICS, range(1, 200)):
        yield Entity(f"第{number}届世界{topic}{place}号大会", "Event")
        yield Entity(f"第{number}届“世界{topic}{place}号大会”", "Event")


def main() -> None:
    """Measures each size in a process of its own."""
    if len(sys.argv) > 1:
        import resource

        things = set(itertools.islice(names(), int(sys.argv[1])))
        began = time.perf_counter()
        found = automatic(things)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{len(things):8} names  {time.perf_counter() - began:7.2f} s  {peak:6.0f} MB  {len(found):7} merges")
        return
    for size in SIZES:
        subprocess.run([sys.executable, "-m", "policygraph.benchmarks.resolution.speed", str(size)], check=True)


if __name__ == "__main__":
    main()
