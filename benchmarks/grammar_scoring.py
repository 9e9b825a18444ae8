"""Whether an answer to a case of grammar_cases/ is right: in every field, or in the fields that a peer gives too."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]
MONEY = frozenset(("元", "美元", "欧元", "英镑", "日元", "港元", "澳门元", "韩元", "卢布"))
PARTS = {"%": 100, "‰": 1000, "‱": 10000}


def full_quantities(case: Case, read: list[dict[str, Any]]) -> bool:
    """Every quantity in value, high, unit and cmp, and no other."""
    wanted = case["read"]
    return len(read) == len(wanted) and all(
        _near(q["value"], w["value"]) and _near(q["high"], w.get("high"))
        and q["unit"] == w.get("unit") and q["cmp"] == w.get("cmp", "eq")
        for q, w in zip(read, wanted, strict=True)
    )


def full_periods(case: Case, read: list[dict[str, Any]]) -> bool:
    """Every time in year, since and kind, and no other."""
    wanted = [(w.get("year"), w.get("since"), w["kind"]) for w in case["read"]]
    return [(p["year"], p["since"], p["kind"]) for p in read] == wanted


def values(wanted: list[dict[str, Any]], read: list[dict[str, Any]]) -> bool:
    """Every quantity in value, and in unit where the reader gives one, among the numbers read, in their order.

    Other numbers may stand between them: a reader of numbers finds those of dates and names too. The ends of a range
    may come as two numbers, a share as a part of one (三分之二 as 0.667), per mille as per cent.
    """
    return any(_among(w, r) for w, r in ((wanted, read), (_ends(wanted), read), (wanted, _ends(read))))


def _among(wanted: list[dict[str, Any]], read: list[dict[str, Any]]) -> bool:
    rest = iter(read)
    return all(any(_alike(r, w) for r in rest) for w in wanted)


def years(wanted: list[dict[str, Any]], read: list[list[int]]) -> bool:
    """The years in which the times end; times without a year (每年) are left out on both sides.

    A stretch may come as its first and its last year, one that runs to now as its first year alone, and the years from
    today on may be counted from this one or from the next.
    """
    stated = [w for w in wanted if "year" in w or "since" in w]
    ends = [{w.get("year"), w.get("or"), w["since"] if w["kind"] == "since" else None} - {None} for w in stated]
    firsts = {w["since"] for w in stated if "since" in w}
    without_firsts = [options for options in read if len(read) == len(ends) or not firsts & set(options)]
    return len(without_firsts) == len(ends) and all(
        set(options) & right for options, right in zip(without_firsts, ends, strict=True)
    )


def money(case: Case) -> list[dict[str, Any]]:
    """The sums of money among a case's quantities."""
    return [w for w in case["read"] if w.get("unit") in MONEY]


def _ends(numbers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each end of a range as a number of its own."""
    return [n | {"value": end, "high": None} for n in numbers for end in (n["value"], n.get("high")) if end is not None]


def _alike(read: dict[str, Any], wanted: dict[str, Any]) -> bool:
    unit, right = read["unit"], wanted.get("unit") or ""
    values = {wanted["value"], wanted["value"] * 1000 if right.startswith("千") else wanted["value"]}  # 3千米: 3000
    if right in PARTS:
        values = {wanted["value"] / PARTS[right] * (100 if unit == "%" else 1)} | (set() if unit == "%" else values)
    elif unit is not None and right.split("/")[0] not in unit and (unit, right) != ("%", "个百分点"):
        return False
    if wanted.get("high") and not _near(read["high"], wanted["high"]):
        return False
    return any(_near(read["value"], value) for value in values)


def _near(a: float | None, b: float | None) -> bool:
    return a == b or (a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(b)))
