"""Agencies: every written form of the central bodies and of what the regions call theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .vocabulary import alternation, vocabulary

_UNIT = re.compile(r"[一-龥]{2,10}?(?:处|局|办公室|中心)(?=相关|有关|负责|副?处长|副?局长|副?主任|[、，。）]|$)")
"""中小企业局, 服务体系建设处 after the body they belong to."""


@dataclass(frozen=True, slots=True)
class Body:
    """One central body or one of its departments.

    name: in full. type: node type. ministry: name of the body whose department it is, None for a body itself.
    """

    name: str
    type: str
    ministry: str | None = None


@cache
def bodies() -> dict[str, Body]:
    """Written form → body: names, short names, each also with its departments (工信部科技司)."""
    found: dict[str, Body] = {}
    for entry in vocabulary("agencies"):
        name, kind = entry["name"], entry.get("type", "Agency")
        for form in (name, *entry.get("short", ())):
            found.setdefault(form, Body(name, kind))
            for department in entry.get("departments", ()):
                found.setdefault(form + department, Body(name + department, kind, name))
    return found


@cache
def departments() -> dict[str, frozenset[str]]:
    """Name of a department → the bodies that have one of that name."""
    found: dict[str, set[str]] = {}
    for entry in vocabulary("agencies"):
        for department in entry.get("departments", ()):
            found.setdefault(department, set()).add(entry["name"])
    return {department: frozenset(owners) for department, owners in found.items()}


@dataclass(frozen=True, slots=True)
class LocalEnding:
    """What follows a region: `canonical` is the full ending (工信厅 → 工业和信息化厅), `end` where it stops.

    as_written: the body keeps its region as the text writes it (上海海关).
    """

    canonical: str
    end: int
    as_written: bool = False


def local_ending(text: str, start: int) -> LocalEnding | None:
    """The body of a region that is named from `start` on (人民政府, 科技局, 委办公厅); None where there is none."""
    match = _endings().match(text, start)
    if match is None:
        return None
    if body := match["body"]:
        return LocalEnding(_bodies()[body], match.end(), body in vocabulary("local_agencies")["as_written"])
    field, kind = match["field"], match["kind"]
    full = field if kind.endswith("部门") else _fields()[field]
    return LocalEnding(full + _kinds()[kind], match.end())


def inner_unit(text: str, start: int) -> int | None:
    """Where the unit of a local body ends that is named from `start` on (服务体系建设处); None where there is none."""
    match = _UNIT.match(text, start)
    return match.end() if match else None


@cache
def _bodies() -> dict[str, str]:
    return dict(vocabulary("local_agencies")["bodies"])


@cache
def _fields() -> dict[str, str]:
    return {form: full for full, short in vocabulary("local_agencies")["fields"].items() for form in (full, *short)}


@cache
def _kinds() -> dict[str, str]:
    kinds = vocabulary("local_agencies")["kinds"]
    return {form: form if full == "部门" else full for full, forms in kinds.items() for form in (full, *forms)}


@cache
def _endings() -> re.Pattern[str]:
    """人民政府, 科技局, 卫生健康委; not 政府采购, 委员, 科委员会 cut short."""
    return re.compile(
        rf"(?:(?P<field>{alternation(_fields())})(?P<kind>{alternation(_kinds())})|(?P<body>{alternation(_bodies())}))"
        r"(?<!政府(?=采购|投资|债|性|网|补贴|资金|引导|购买|工作报告))(?<!委(?=员|托|派|任|内))(?<!局(?=面|部|势))"
    )
