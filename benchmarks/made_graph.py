"""A made graph file of any number of facts, with degrees as a real corpus has them, for measuring the engines.

    python benchmarks/made_graph.py OUT.pg [--facts 10000] [--seed 1]

Documents of some hundred sentences each, every one of them a fact with its quote, go through `graph.Builder` one after
another: the file is a real one, and the memory of writing it grows with the names in it, not with its facts.
What is as in a real corpus (4,000 facts of 40 documents were counted): a few programs, agencies and metrics are named
very often and most once or twice; each predicate has its share; a plan sets the same target for several years and other
documents state the same figure again, agreeing or not, so that many pairs of nodes have several edges; stages and
editions succeed one another without a cycle; cities are part of provinces; one center in fifty is another in quotes,
which resolution makes one; two agencies are bodies of the reform of 2018, for nobody follows made ones; every node type
and predicate occurs.
The same number and seed give the same file, byte by byte. Names and sentences are made up.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from policygraph.graph import Builder, BuildReport, StoredDocument
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.facts import Entity, Evidence, Fact, Figure, Relation

FIRST, LAST = 2006, 2025
"""Years of the documents."""
FACTS_A_DOCUMENT = (20, 180)
"""Fewest and most facts of a document."""

_STEMS = [a + b for a, b in zip("甲乙丙丁戊己庚辛壬癸" * 6, "子丑寅卯辰巳午未申酉戌亥" * 5, strict=True)]
_FIELDS = (
    "制造业", "智能制造", "工业互联网", "集成电路", "新材料", "新能源", "生物医药", "节水",
    "大数据", "人工智能", "区块链", "机器人", "航空", "船舶", "轨道交通", "农业机械",
    "粮食", "种业", "渔业", "林业", "水利", "应急", "消防", "养老",
    "托育", "医疗", "教育", "文化", "旅游", "体育", "物流", "外贸",
    "金融", "中小企业", "乡村", "城镇", "环保", "矿产", "海洋", "气象",
)  # fmt: skip
_ACTIONS = ("专项行动", "示范工程", "试点", "培育计划", "提升工程")
_STAGES = ("", "二期", "三期", "四期")
_COUNTED = (("数量", "个"), ("项目数", "项"), ("投入", "元"), ("覆盖率", "%"))
_MEASURED = (("产值", "元"), ("增速", "%"), ("企业数", "家"), ("从业人员", "人"), ("专利", "件"))
_REFORMED = {1: "国家卫生和计划生育委员会", 2: "国家卫生健康委员会"}
_PROVINCES = 36
_EDITIONS = 4


@dataclass(frozen=True)
class World:
    """The things that a graph of so many facts speaks of: names by type and number, 0 for the one named most."""

    facts: int
    sizes: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        n = self.facts
        sizes = {"Region": _PROVINCES * 11, "Agency": max(80, n // 500), "Organization": max(80, n // 50),
                 "Person": max(40, n // 100), "Event": max(40, n // 100), "Plan": max(40, n // 80),
                 "Program": max(80, n // 20), "Center": max(60, n // 40), "Metric": max(120, n // 8)}  # fmt: skip
        object.__setattr__(self, "sizes", sizes)

    def entity(self, kind: str, number: int) -> Entity:
        """One thing."""
        return Entity(getattr(self, f"_{kind.lower()}")(number), kind)

    def unit(self, metric: int) -> str:
        """The unit of a metric."""
        return self._noun(metric)[1]

    def _region(self, number: int) -> str:
        province = f"{_STEMS[number % _PROVINCES]}省"
        return province if number < _PROVINCES else f"{province}{_STEMS[number // _PROVINCES]}市"

    def _agency(self, number: int) -> str:
        if number in _REFORMED:
            return _REFORMED[number]
        place, fields = divmod(number, len(_FIELDS))
        return f"{self._region(place - 1) if place else '国家'}{_FIELDS[fields]}局"

    def _organization(self, number: int) -> str:
        return f"{_stem(number)}{_FIELDS[number % len(_FIELDS)]}研究院"

    def _person(self, number: int) -> str:
        return f"赵{_stem(number)}"

    def _event(self, number: int) -> str:
        return f"{_stem(number)}{_FIELDS[number % len(_FIELDS)]}大会"

    def _plan(self, number: int) -> str:
        series, edition = divmod(number, _EDITIONS)
        year = FIRST + 5 * edition
        return f"{_stem(series)}{_FIELDS[series % len(_FIELDS)]}发展规划（{year}—{year + 4}年）"

    def _program(self, number: int) -> str:
        if number < len(_FIELDS):  # the classes that centers are of
            return f"国家{_FIELDS[number]}创新中心"
        base, stage = divmod(number, len(_STAGES))
        return f"{_stem(base)}{_FIELDS[base % len(_FIELDS)]}{_ACTIONS[base % len(_ACTIONS)]}{_STAGES[stage]}"

    def _center(self, number: int) -> str:
        if number % 50 == 49:
            return f"“{self._center(number - 1)}”"
        return f"{_stem(number)}国家{_FIELDS[number % len(_FIELDS)]}创新中心"

    def _metric(self, number: int) -> str:
        noun = self._noun(number)[0]
        if number % 3 == 0:  # what a program counts; the first programs have most of them
            program = int((number * 0.6180339887 % 1) ** 3 * self.sizes["Program"])
            return f"{self._program(program)}{_stem(number)}{noun}" if number % 2 else f"{self._program(program)}{noun}"
        return f"{_stem(number)}{_FIELDS[number % len(_FIELDS)]}{noun}"

    def _noun(self, number: int) -> tuple[str, str]:
        nouns = _COUNTED if number % 3 == 0 else _MEASURED
        return nouns[number // 3 % len(nouns)]


def _stem(number: int) -> str:
    """A word of its own for every number."""
    rest, last = divmod(number, len(_STEMS))
    return (_stem(rest - 1) if rest else "") + _STEMS[last]


class Writer:
    """Writes documents one after another; the same seed writes the same ones."""

    def __init__(self, world: World, seed: int) -> None:
        self._world, self._random = world, random.Random(seed)
        self._figures: list[tuple[Entity, int, int, float]] = []  # the last stated: holder, metric, year, value

    def document(self, number: int, most: int) -> tuple[StoredDocument, list[Fact]]:
        """The document of a number with at most so many facts."""
        plan = self._world.entity("Plan", number % self._world.sizes["Plan"])
        year = FIRST + number % (LAST - FIRST + 1)
        key = f"made/{year}/{number:07}.txt"
        lines, facts, at = [f"{plan.name}\n"], [], len(plan.name) + 1
        for _ in range(min(most, self._random.randint(*FACTS_A_DOCUMENT))):
            make = self._random.choices(_MAKERS, _SHARES)[0]
            quote, fact = make(self, plan, year)
            facts.append(fact(Evidence(key, quote, f"{quote}。", at, at + len(quote))))
            lines.append(f"{quote}。\n")
            at += len(quote) + 2
        text = "".join(lines)
        issuer = self._one("Agency").name
        info = DocumentInfo(
            key, title=Stated(plan.name, "masthead", 0), date=Stated(f"{year}-{number % 12 + 1:02}-15", "signature"),
            issuer=Stated(issuer, "signature"), nature=Stated("plan", "title"), char_end=len(text),
        )  # fmt: skip
        digest = hashlib.sha256(text.encode()).hexdigest()
        return StoredDocument(info=info, sha256=digest, format="txt", rules="made", original=text), facts

    def target(self, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
        """A planned figure of the plan; sometimes the next year's of a metric that it has already."""
        return self._figure(plan, year + self._random.randint(1, 5), "planned", "到{}年{}达到{}{}", plan=plan.name)

    def outcome(self, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
        """An achieved figure of a body; sometimes one that another document has stated."""
        holder = self._one(self._random.choices(("Agency", "Region", "Organization", "Center"), (6, 3, 2, 1))[0])
        return self._figure(holder, year - 1, "achieved", "{}年{}达到了{}{}", agent=holder.name)

    def forecast(self, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
        """A forecast of an organization."""
        return self._figure(self._one("Organization"), year + 3, "forecast", "预计{}年{}为{}{}")

    def _figure(
        self, holder: Entity, year: int, status: str, words: str, **more: str
    ) -> tuple[str, Callable[[Evidence], Fact]]:
        chance = self._random.random()
        if self._figures and chance < 0.25:  # again: the same holder's next year, or another's word on that very year
            told, metric, then, value = self._random.choice(self._figures)
            if status == "achieved" and chance < 0.1:
                holder, year = told, then
                value = value if chance < 0.06 else value + 1.0
            else:
                value = round(value * 1.1, 2)
        else:
            metric, value = self._number("Metric"), round(self._random.lognormvariate(5, 2), 1) + 1.0
        self._figures = [*self._figures[-60:], (holder, metric, year, value)]
        name, unit = self._world.entity("Metric", metric).name, self._world.unit(metric)

        def fact(evidence: Evidence) -> Fact:
            return Figure(
                evidence, "made.figure", year, status, "stated", value=value, unit=unit, cmp="eq", measure="total",
                subject=name, holder=holder.name, holder_type=holder.type, **more,  # type: ignore[arg-type]
            )  # fmt: skip

        return words.format(year, name, value, unit), fact

    def relation(
        self, predicate: str, source: Entity, target: Entity, year: int | None, status: str | None,
        post: str | None = None,
    ) -> tuple[str, Callable[[Evidence], Fact]]:
        """A relation and its words."""

        def fact(evidence: Evidence) -> Fact:
            given = "stated" if year else None
            return Relation(evidence, f"made.{predicate}", year, status, given, source, predicate, target, post)

        return f"{year or ''}{source.name}{predicate}{target.name}{post or ''}", fact

    def _number(self, kind: str) -> int:
        """Few are named very often: the cube of an even chance."""
        return int(self._random.random() ** 3 * self._world.sizes[kind])

    def _one(self, kind: str) -> Entity:
        return self._world.entity(kind, self._number(kind))


Maker = Callable[[Writer, Entity, int], tuple[str, Callable[[Evidence], Fact]]]


def _between(predicate: str, sources: str, targets: str, status: str | None = None, post: str | None = None) -> Maker:
    """Relations of a predicate between types, the first of each the most frequent; an empty source: the plan itself."""

    def make(self: Writer, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
        source = self._one(_usual(self, sources)) if sources else plan
        stated = None if predicate in ("located_in", "part_of") else year
        return self.relation(predicate, source, self._one(_usual(self, targets)), stated, status, post)

    return make


def _usual(writer: Writer, kinds: str) -> str:
    names = kinds.split()
    return names[min(int(writer._random.expovariate(1.5)), len(names) - 1)]


def _issued(self: Writer, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
    return self.relation("issues", self._one("Agency"), plan, year, "achieved")


def _implemented(self: Writer, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
    """A plan and one of those before it, the first most often: no cycle, few ways from one plan to another."""
    source = self._random.randrange(1, self._world.sizes["Plan"])
    ends = self._world.entity("Plan", source), self._world.entity("Plan", int(self._random.random() ** 2 * source))
    return self.relation("implements", *ends, year, None)


def _succeeded(self: Writer, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
    """The next stage or edition after the one before: no cycle."""
    kind, steps = self._random.choice((("Program", len(_STAGES)), ("Plan", _EDITIONS)))
    number = self._random.randrange(self._world.sizes[kind])
    number += number % steps == 0
    first = max(number, len(_FIELDS) + 1 if kind == "Program" else 1)
    first += first % steps == 0
    ends = self._world.entity(kind, first), self._world.entity(kind, first - 1)
    return self.relation("succeeds", *ends, year, None)


def _contained(self: Writer, plan: Entity, year: int) -> tuple[str, Callable[[Evidence], Fact]]:
    """A city of its province, or a larger number's body of a smaller one's: no cycle."""
    if self._random.random() < 0.5:
        number = self._random.randrange(_PROVINCES, self._world.sizes["Region"])
        ends = self._world.entity("Region", number), self._world.entity("Region", number % _PROVINCES)
    else:
        kind = self._random.choice(("Agency", "Organization"))
        number = max(1, self._number(kind))
        ends = self._world.entity(kind, number), self._world.entity(kind, self._random.randrange(number))
    return self.relation("part_of", *ends, None, None)


_MAKERS: tuple[Maker, ...] = (
    Writer.outcome, Writer.target, Writer.forecast, _between("deploys", "", "Program Center Event", "planned"),
    _between("launches", "Agency Organization Region", "Program Center Organization", "achieved"),
    _between("leads", "Agency Organization", "Program Center", None), _issued,
    _between("holds_post", "Person", "Agency Organization", None, "主任"),
    _between("hosts", "Agency Region Organization", "Event", "achieved"),
    _between("located_in", "Center Event Organization", "Region"), _implemented,
    _between("recognises", "Agency Region", "Center Organization Program", "achieved"),
    _between("participates", "Organization Agency", "Program Event Center", None), _contained, _succeeded,
)  # fmt: skip
_SHARES = (220, 210, 8, 180, 130, 100, 45, 30, 20, 18, 16, 12, 10, 10, 6)


def documents(facts: int, seed: int = 1) -> Iterator[tuple[StoredDocument, list[Fact]]]:
    """Documents that hold so many facts together."""
    writer, number, left = Writer(World(facts), seed), 0, facts
    while left:
        document, found = writer.document(number, left)
        yield document, found
        number, left = number + 1, left - len(found)


def make(path: Path, facts: int, seed: int = 1) -> BuildReport:
    """Writes the graph file; `path` must be free."""
    with Builder(path, {"rules": f"made {facts} {seed}"}) as builder:
        for document, found in documents(facts, seed):
            builder.add(document, found)
        return builder.publish()


def main() -> None:
    """Writes one file and says what is in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--facts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.perf_counter()
    report = make(options.path, options.facts, options.seed)
    took, size = time.perf_counter() - began, options.path.stat().st_size / 1e6
    print(f"{options.path}: {report.documents} documents, {report.facts} facts, {report.entities} things, "
          f"{size:.0f} MB; {took:.1f} s, {report.facts / took:.0f} facts/s")  # fmt: skip


if __name__ == "__main__":
    main()
