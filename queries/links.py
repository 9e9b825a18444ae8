"""Which bodies and metrics belong to a thing, so that its lineage tells of them too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..schema.vocabulary import vocabulary
from .names import Node, bare
from .statements import Graph, is_figure, touching

VIA = ("part_of", "measures")

LISTING = frozenset({"launches", "recognises"})
"""The predicates whose objects a document names one by one beside their class (新认定建设A、B、C 3家…中心)."""


@dataclass(frozen=True)
class Link:
    """Why a node belongs to a thing.

    via: "part_of" or "measures". fact: id of the part_of fact that says so; None where the link is derived from the
    names (首批X counts X) or from one sentence that lists the bodies and counts their class.
    """

    via: str
    fact: str | None = None


def linked(graph: Graph[Node], things: list[Node]) -> dict[Node, Link]:
    """The nodes one step away from `things`: their parts as stated, then what is derived."""
    found: dict[Node, Link] = {}
    for node, _, data in graph.in_edges([thing for thing in things if thing in graph], data=True):
        if data["predicate"] in VIA and (not data["derived"] or _counts(data)):
            found.setdefault(node, Link(data["predicate"], data.get("id")))
    wanted = {bare(name) for _, name in things}
    for node in graph:
        if node not in found and bare(node[1]) not in wanted and core(node[1]) in wanted:
            found[node] = Link("measures" if node[0] == "Metric" else "part_of")
    for node in graph:
        if node[0] == "Center" and any(of_class(bare(node[1]), name) for name in wanted):
            found.setdefault(node, Link("part_of"))
    for node in listed(graph, things):
        found.setdefault(node, Link("part_of"))
    return {node: link for node, link in found.items() if node not in things}


def _counts(data: dict[str, Any]) -> bool:
    """Whether a derived measures edge is of this very thing: before its name the metric's holds qualifiers alone.

    The metric 升级为X的省级Y measures X, and X研发投入 too; 国家技术创新示范企业 does not measure a 示范企业.
    """
    before = _qualifiers()[0]
    rest = bare(data.get("before") or "")
    while rest and (match := before.match(rest) or _BECOMING.match(rest)):
        rest = rest[match.end() :]
    return data["predicate"] == "measures" and not rest


# what is counted where bodies become the thing: 升级为X的…, 入选X的…
_BECOMING = re.compile("(?:拟|将|已)?(?:升级|认定|评定|确定|命名|创建|遴选|培育|建设)?(?:为|成为|成)|入选|获批")


@cache
def core(name: str) -> str:
    """The bare name of what a metric or class counts: 首批百项X, 推荐性X, 废止的X and X数量 all give X."""
    before, after = _qualifiers()
    text = bare(name)
    while (match := before.match(text) or after.search(text)) and len(match[0]) < len(text):
        text = text[match.end() :] if match.start() == 0 else text[: match.start()]
    return text


def listed(graph: Graph[Node], things: list[Node]) -> list[Node]:
    """The bodies that a document lists one by one where it counts or names their class.

    Such a body is launched or recognised in the very words in which the class is counted, and its name ends as the
    class's does and is of the same level: 国家A创新中心 and A国家制造业创新中心 of 国家制造业创新中心.
    """
    names = {bare(name) for _, name in things}
    places = {
        (r["document"], r["char_start"], r["char_end"])
        for _, r in touching(graph, things)
        if is_figure(r) or r["predicate"] in LISTING
    }
    found = set()
    for _, node, data in graph.edges(data=True):
        listing = data["predicate"] in LISTING and (data["document"], data["char_start"], data["char_end"]) in places
        if listing and any(_named_after(bare(node[1]), name) for name in names):
            found.add(node)
    return sorted(found)


def of_class(body: str, kind: str) -> bool:
    """Whether a center's name says that it is one of a designated class: A国家制造业创新中心 of 国家制造业创新中心.

    The class must name its level, and nothing before it may be of another level or tie two things together.
    """
    before = body.removesuffix(kind)
    return bool(before) and before != body and _LEVEL.match(kind) is not None and not _OTHER.search(before)


_OTHER = re.compile("[省市县区州]级|地方|[的为和与、]")


def _named_after(body: str, kind: str) -> bool:
    if body == kind:
        return False
    if body.endswith(kind):
        return True
    level = _LEVEL.match(kind)
    shared = _shared_end(body, kind)
    return level is not None and body.startswith(level[0]) and len(shared) >= 4


_LEVEL = re.compile("国家级?|全国|[省市县区]级")


def _shared_end(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


@cache
def _qualifiers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = vocabulary("qualifiers")
    acts, prefixes = "|".join(sorted(data["acts"], key=len, reverse=True)), "|".join(data["prefixes"])
    numeral = "[0-9〇零一二两三四五六七八九十百千万几数]"
    before = re.compile(
        f"第?{numeral}*[首一二三四五六七八九十0-9]批次?(?!准|发)"  # 首批, 第三批, but not 批准
        f"|(?:19|20)[0-9]{{2}}年度?"  # 2018年
        f"|{numeral}+[个家项座名种类件条]"  # 百项, 千家
        f"|[已新]?(?:{acts})(?:了|过)?的|[已新](?:{acts})"  # 废止的, 已认定的, 新认定
        f"|(?:{prefixes})"
    )
    return before, re.compile(f"(?:{'|'.join(data['suffixes'])})$")
