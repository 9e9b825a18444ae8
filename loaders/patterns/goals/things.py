"""What can be reached: the names before and behind the words of an end state."""

from __future__ import annotations

import re

from .words import ends, one_of, otherwise

CLOSED = "”’）) "
"""Marks that may stand between a name and the end of a stretch."""
_LONGEST = 60
"""Longest name of what is to be reached, in characters."""
_PREFIX = 24
"""Longest stretch (a place, a body, a field) before a state that has its object behind it, in characters."""
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2}")
_NO_NAME = ("以来", "之后", "之前", "正", "正在", "推进", "推动", "实现", "向", "为")
"""Ends of stretches that are no name."""
_BESIDE = re.compile(r"并(?![轨网行])|同时")
_SAME_AIM = re.compile(r"的?(?:奋斗)?目标$")
_EMPTY = re.compile(r"(?:健全|完善)(?!的)")
"""建立健全X and 建立完善X say no more than 完善."""
_FITTING = re.compile(r"与[^，]{2,24}?相(?:适应|匹配|协调|衔接)的")
"""与基本实现现代化相适应的…: what something fits is not reached by it."""
_WHO_DID = re.compile(r"[^的]{2,6}的(?:企业|单位|项目|机构|人员|地区|地方|部门)")
"""完成转制的企业: those that did it."""
_PLANNED = re.compile(r"规划|目标|计划")


def without_trail(text: str, start: int, end: int) -> int:
    """The end of a name without the adverbs and modal verbs between it and its state."""
    while (found := ends("trail").search(text, start, end)) is not None and found.start() > start:
        end = found.start()
    return end


def reachable(text: str, start: int, end: int) -> bool:
    """Whether a stretch can be what is to be reached: a noun, not too long, not led up to by something else."""
    name = text[start : without_trail(text, start, end)].strip()
    if not 2 <= len(name) <= _LONGEST or not _NOUN.search(name) or otherwise().match(name):
        return False
    return not text.endswith(_NO_NAME, start, end)


def may_precede(text: str, start: int, end: int) -> bool:
    """Whether what stands before a state with its object leaves it one: nothing, a place, a body, a noun."""
    name = text[start:end].strip()
    if not name:
        return True
    led = otherwise().match(name) or one_of("elsewhere").search(name)
    return len(name) <= _PREFIX and name[-1] not in "的正" and not led


def object_end(text: str, start: int, end: int, built: bool, state: re.Pattern[str]) -> int | None:
    """Where what follows a verb ends, if it can be what is reached and nothing is said of it in turn; else None.

    built: it must be something that is built. state: what would make a state of its own of it.
    """
    beside = _BESIDE.search(text, start, end)
    name = text[start : beside.start() if beside else end].rstrip(CLOSED)
    if not name.endswith("目标任务"):
        name = _SAME_AIM.sub("", name)
    if not 2 <= len(name) <= _LONGEST or not _NOUN.search(name) or state.search(_FITTING.sub("", name)):
        return None
    if name[0] in "的后前时于在" or _EMPTY.match(name) or one_of("uncounted").match(name):
        return None
    if ends("vague").search(name.removesuffix("工作")) or _WHO_DID.fullmatch(name):
        return None
    return None if built and not ends("built_heads").search(name) else start + len(name)


def was_set(name: str, verb: str, how: str) -> bool:
    """Whether what was completed had been set before; what is celebrated (圆满完成) only where it says so."""
    if one_of("ceremonial").search(how) or one_of("concludes").fullmatch(verb):
        return _PLANNED.search(name) is not None
    return verb != "完成" or ends("matters").search(name.removesuffix("工作").rstrip(CLOSED)) is not None
