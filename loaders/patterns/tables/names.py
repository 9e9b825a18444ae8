"""What a row of values is about: the name of its indicator, its part, or its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ....schema.vocabulary import vocabulary
from ...structure.cell_kinds import binding_of, compact, is_nothing, is_unit, is_value
from ...structure.labels import label_of
from ..figures.naming import tidy
from ..figures.words import one_of
from .cells import Cell
from .columns import Column
from .model import Row, Table
from .places import region_in
from .placing import RUNNING
from .values import Unit, without_unit

_MARKS = re.compile(r"^[#＃★☆▲△●◆■·•*＊—－\-\s]+|[★☆▲△*＊①-⑳\s]+$")
_FOOTNOTE = re.compile(r"(?<=[率量数比重额值例度积口入模力元员人业地])(?:\d{1,2}|[（(\[〔]注?\d{1,2}[)）\]〕])$")
_GENERAL = re.compile(r"(?:主要|重点|各类|各种)[\u4e00-\u9fff]{2,4}?(?=排放|产量|产品产量|总量|数量|面积|浓度|规模)")
_BARE_PART = 6
"""A name of so many characters without a unit of its own is a part of what stands before it."""
_MOST_PARTS = 12
"""Rows above a part among which the whole is sought."""
_AMONG = re.compile(r"^(?:其\s*中|其中之)\s*[：:]?\s*|^[#＃]\s*")
_BINDING = re.compile(r"[（(\[【](?:约束性|预期性)(?:指标)?[)）\]】]")
_PERIOD = re.compile(
    r"(?:到|至|截至|较|比|其中[：:]?)?(?:19|20)\d\d年?(?:[—–\-－~～至到]+(?:19|20)\d\d年?)?(?:底|末|度|前)?|[“\"]?十[一二三四五]五[”\"]?(?:时期|期间|末)?"
)
_TABLE_TITLE = re.compile(r"^(?:附?[表件]\s*[\d一二三四五六七八九十]*[-—\d]*[：:、.．\s]*|专栏\s*\d*\s*)")
_TITLE_TAIL = re.compile(
    r"(?:情况|任务|计划|目标|分解|指标|安排|统计|汇总|明细|一览|分配|数据|预期|完成)*(?:表|一览)?(?:[（(][^（()）]*[)）])*$"
)
_SHARED_OUT = re.compile(
    r"^.*(?:各地区?|各省区市|各县（市、区）|各[区县]（[区县市]）|各市县|各市|各区县?|各县市?|分地区|分省|分市)"
)
_RATE_END = re.compile(r"(?:率|比例|比重|占比|增速|增幅|覆盖面|程度)$")


@dataclass(frozen=True, slots=True)
class Naming:
    """What a row is about.

    name: in full, without its unit, the words of change at its end and the marks around it. written: as the cell has
    it. unit: in brackets behind it. start, end: of the cell in the row's text, both 0 for one that it shares with the
    row above. change: 增长, 降低, … where the name ends with it. rate: it is a rate itself. flow: it names what is done
    in a period (新增, 改造). region: where the row is a place; name is then what the table counts, "" where nothing
    says that. whole: it is the sum of the others (合计), which counts what they count.
    """

    name: str
    written: str
    unit: Unit | None
    start: int
    end: int
    change: str | None = None
    rate: bool = False
    flow: bool = False
    region: str | None = None
    whole: bool = False

    def subject(self, column: Column) -> str:
        """What a value in a column measures: the row's name, with the column's own noun where it has one."""
        noun = noun_of(column)
        if self.region is not None or self.whole:
            return f"{noun}{self.name}" if column.part and noun else noun or self.name or column.head
        if column.kind == "rate":
            return f"{self.name}{column.head}"
        if column.kind == "measured" and noun and not self.name.endswith(noun):
            return f"{self.name}{noun}"
        return self.name


@lru_cache(maxsize=512)
def noun_of(column: Column) -> str:
    """What the head of a column counts or measures (1995年招生人数 gives 招生人数); "" where it says only of when."""
    head = without_unit(column.head)[0]
    head = _PERIOD.sub("", head)
    if column.kind == "measured":
        return tidy(head)
    role = re.search(r"(?:规划|预期|年度)?(?:目标|任务|计划|现状|基期|基准|完成|实际|指标)(?:值|数|情况|任务)?$", head)
    head = re.sub(r"^(?:分年度|年度|各年度|分年)", "", head[: role.start()] if role and role.start() > 5 else head)
    return tidy(head) if len(head) >= 2 and column.kind == "period" else ""


def naming(table: Table, row: Row) -> Naming | None:
    """The name of a row; None where no cell holds one."""
    cells = _flat_cells(table, row) if table.flat and table.valued else _named_cells(table, row)
    if not cells:
        return None
    if table.flat and len(cells) == 1:
        cells = [*_whole_above(table, row, cells[0]), *cells]
    last = cells[-1]
    start, end = (0, 0) if last.above else (last.start, last.end)
    region = region_in(last.sentence, last.start, last.end)
    text, unit = without_unit(_BINDING.sub("", last.text))
    if region is not None or compact(last.text) in vocabulary("tables")["sums"]:
        counted = _counted(table)
        return Naming(counted, last.text, unit, start, end, region=region, whole=region is None)
    text = _MARKS.sub("", text)
    among = _AMONG.match(text)
    name = _clean(text[among.end() :] if among is not None else text)
    whole, whole_unit = without_unit(cells[-2].text) if len(cells) > 1 else ("", None)
    parent = _clean(whole) if whole_unit is not None or (whole and unit is None and len(name) <= _BARE_PART) else ""
    if among is not None:
        parent = parent or _parent(table, row)
    change = None
    if parent and parent != name:
        parent, change = _without_change(parent)
        name, unit = _joined(parent, name), unit or whole_unit
    name, own_change = _without_change(name)
    change = own_change or change
    if len(name) < 2:
        return None
    rate = bool(_RATE_END.search(name)) or (unit is not None and unit.name in ("%", "‰"))
    return Naming(name, last.text, unit, start, end, change, rate, bool(one_of("flow").search(name)))


def _clean(name: str) -> str:
    name = _MARKS.sub("", name)
    label = label_of(name)
    if label is not None and label.kind != "ordinal" and label.end < len(name):
        name = name[label.end :]
    return tidy(_FOOTNOTE.sub("", _MARKS.sub("", name)))


def _joined(parent: str, name: str) -> str:
    """The name of a part with that of the whole, unless it ends as the whole does (居民收入, 农村居民收入).

    化学需氧量 of 主要污染物排放总量 is 化学需氧量排放总量: what the whole calls 主要… is what the part names.
    """
    if parent[-2:] == name[-2:] or parent in name:
        return name
    general = _GENERAL.match(parent)
    return f"{name}{parent[general.end() :]}" if general else f"{parent}{name}"


def _without_change(name: str) -> tuple[str, str | None]:
    """A name without the words of change at its end (单位生产总值能源消耗降低), and those words.

    They stay where nothing else is left, and where they are a noun (增长率).
    """
    match = re.search(rf"(?:年均|累计|每年)?(?P<change>{one_of('rise', 'fall').pattern})(?:幅度|比例|比率|率)?$", name)
    if match is None or match.start() < 3:
        return name, None
    change = match["change"]
    return (
        (name, change)
        if match.group().endswith("率") or change in ("增速", "增幅", "降幅", "涨幅")
        else (name[: match.start()], change)
    )


def _named_cells(table: Table, row: Row) -> list[Cell]:
    """The cells of the columns that name the row: of the indicator and its parts, else of a thing, a place, a task."""
    kinds = ("indicator", "thing", "region", "task") if table.valued else ("indicator",)
    for kind in kinds:
        cells = list(table.cells(row, kind))
        if cells:
            group = table.cells(row, "group") if kind == "indicator" and len(cells) == 1 else ()
            whole = [cell for cell in group if without_unit(cell.text)[1] is not None]
            return [*whole[-1:], *cells]
    plain = [
        cell
        for column, cell in zip(table.columns, row.cells, strict=False)
        if column.kind in (None, "group", "content") and not is_value(cell.text) and not is_nothing(cell.text)
    ]
    return plain[:1]


def _flat_cells(table: Table, row: Row) -> list[Cell]:
    """The cell that names a flat row: the last before its values that carries a unit, else the longest of them."""
    cells = [cell for cell in row.cells if not (cell is row.cells[0] and RUNNING.fullmatch(cell.text))]
    named: list[Cell] = []
    for cell in cells:
        if is_value(cell.text) or (named and (is_nothing(cell.text) or is_unit(cell.text))):
            break
        if binding_of(cell.text) is None and not is_nothing(cell.text) and not is_unit(cell.text):
            named.append(cell)
    if named and any(column.kind == "unit" for column in table.columns):
        known = next((c for c in cells if c.start >= named[-1].end), None)
        if known is not None and is_value(known.text) and len(named) > 1 and len(named[-1].text) <= 8:
            named.pop()  # a unit that the vocabulary does not know
    with_unit = [n for n, cell in enumerate(named) if without_unit(cell.text)[1] is not None]
    if with_unit:
        return named[with_unit[-1] : with_unit[-1] + 2]  # a whole with its unit, and the part that it is of
    return [max(named, key=lambda cell: len(cell.text))] if named else []


def _whole_above(table: Table, row: Row, cell: Cell) -> list[Cell]:
    """The whole that a flat row's bare name is a part of, where the row above named it with its unit; empty without."""
    if without_unit(cell.text)[1] is not None or any(column.kind == "unit" for column in table.columns):
        return []
    for other in reversed(table.rows[max(0, row.number - _MOST_PARTS) : row.number]):
        cells = _flat_cells(table, other)
        if cells and without_unit(cells[0].text)[1] is not None:
            return cells[:1] if len(cells) > 1 else []
    return []


def _counted(table: Table) -> str:
    """What a table of places counts, by its title (2021年各市改造任务分解表)."""
    for caption in reversed(table.captions):
        title = _TABLE_TITLE.sub("", caption.read.text.strip())
        title = _TITLE_TAIL.sub("", _PERIOD.sub("", title))
        title = _SHARED_OUT.sub("", title).strip(
            "的年 ：:"
        )
        if 2 <= len(title) <= 30 and not title.startswith(("单位", "注")):
            return tidy(title)
    return ""


def _parent(table: Table, row: Row) -> str:
    """The name of the nearest row above that is no part of another; "" where none is near."""
    for other in reversed(table.rows[max(0, row.number - _MOST_PARTS) : row.number]):
        cells = _named_cells(table, other) if not table.flat else _flat_cells(table, other)
        if cells and not _AMONG.match(_MARKS.sub("", cells[-1].text)):
            return _clean(without_unit(cells[-1].text)[0])
    return ""
