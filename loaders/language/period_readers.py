"""One matched time expression read as a Period; one function for each form of period_forms.py."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from ...schema.periods import Period
from . import numerals
from .period_forms import PLANS, WORDS

Years = tuple[int | None, int | None, str, bool, int | None]
"""since, year, kind, relative, month: what a reader finds."""

_PLAN_NAME = re.compile(r"[^，。；、\n]{0,24}?(?:规划|计划|纲要|方案)|普法")
_CHANGE = re.compile(r"[^，。；\n]{0,40}?(?:增|降|升|提高|扩大|缩|减少|达到|跃|到)")
_REACHED = frozenset("高加升降长大低少落减增缩")  # last characters of the verbs before 到: 提高到, 下降到
_LIST = re.compile("[、和]")
_QUARTER_MONTH = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def read(match: re.Match[str], text: str, on: dt.date | None) -> tuple[Period, ...]:
    """The periods that a match of period_forms.PERIOD states; none where its words turn out to mean no time."""
    name = next(form for form in _READERS if match[form] is not None)
    if name == "range" and (listed := _listed(match, text)):
        return listed
    years = _READERS[name](match, on)
    if years is None:
        return ()
    since, year, kind, relative, month = years
    if since is not None and year is not None and since > year:
        since, year = (since, None) if kind == "since" else (None, year)
    start, end = match.span()
    while text[start].isspace():
        start += 1
    return (Period(start, end, text[start:end], year, since, kind, relative, month),)


def _listed(match: re.Match[str], text: str) -> tuple[Period, ...]:
    """2018年、2021年: two times and no stretch; none where the years follow each other or are no list."""
    between = match.string[match.end("r1"):match.start("r2")]
    first, last = _number(match["r1"]), _number(match["r2"])
    if not _LIST.search(between) or last < 1000 or last == first + 1:
        return ()
    start, stop = match.start("r1"), match.end("r1") + len(_LIST.split(between)[0])
    begin, end = match.start("r2"), match.end()
    kind = "deadline" if match[0].endswith(("底", "末")) else "during"
    return (Period(start, stop, text[start:stop], first, None, "during"),
            Period(begin, end, text[begin:end], last, None, kind))


def _year(match: re.Match[str], on: dt.date | None) -> Years | None:
    before = match["before"] or ""
    if before in ("到", "至") and _neighbor(match, -1) in _REACHED and _neighbor(match, 1) == "的":
        before = ""  # 提高到2020年的50%: 到 is the verb's
    return _dated(_number(match["y"]), before, match["ypart"] or "", match["yafter"] or "", on, False,
                  _month(match, "y"), match)


def _relative(match: re.Match[str], on: dt.date | None) -> Years | None:
    offset: int = WORDS["relative"][match["rw"]]
    year = on.year + offset if on else None
    return _dated(year, match["rb"] or "", match["rpart"] or "", match["rafter"] or "", on, True,
                  _month(match, "r"), match)


def _dated(year: int | None, before: str, part: str, after: str, on: dt.date | None, relative: bool,
           month: int | None, match: re.Match[str]) -> Years | None:
    """A year with the words around it."""
    if after in ("以来", "来", "起", "开始", "至今", "迄今") or before == "自":
        return year, on.year if on else None, "since", True, month
    if before in ("从", "由"):  # 从2015年的53下降到32: where a change begins
        kind = "base" if _CHANGE.match(match.string, match.end()) else "during"
        return None, year, kind, relative, month
    compared = after == "相比" or after.startswith("为") or after.endswith("基础上")  # 为基期
    if compared or before in ("比", "较", "高于", "低于", "与", "同"):
        return None, year, "base", relative, month
    if before.startswith("截"):
        return None, year, "as_of", relative, month
    if before in ("到", "至") or after.endswith("前") or part.endswith(("底", "末", "内")):
        return None, year, "deadline", relative, month
    return None, year, "during", relative, month


def _range(match: re.Match[str], on: dt.date | None) -> Years | None:
    first = _number(match["r1"])
    last = _number(match["r2"]) if len(match["r2"]) == 4 else first // 100 * 100 + int(match["r2"])
    if last <= first:
        return None
    return first, last, "during", False, None


def _dates(match: re.Match[str], on: dt.date | None) -> Years | None:
    first, month = _number(match["d1"]), _number(match["d3"])
    last = _number(match["d2"]) if match["d2"] else first
    return first if last > first else None, last, "during", False, month if 1 <= month <= 12 else None


def _iso(match: re.Match[str], on: dt.date | None) -> Years | None:
    return None, int(match["i1"]), "during", False, int(match["i2"])


def _plan(match: re.Match[str], on: dt.date | None) -> Years | None:
    first, last = PLANS[match["p"]]
    tail, before = match["pt"] or "", match["pb"] or ""
    if match["py"]:
        count = numerals.han(match["py"][1]) or 1
        first, last = (last - count + 1, last) if match["py"][0] == "后" else (first, first + count - 1)
        return first, last, "during", False, None
    if not tail:
        quoted = bool(match["pq"])
        if not quoted or _PLAN_NAME.match(match.string, match.end()):
            return None
        return first, last, "during", False, None
    if tail == "以来":
        return first, on.year if on else None, "since", True, None
    if before.startswith("截"):
        return None, last, "as_of", False, None
    if tail in ("末", "期末", "末期"):
        return None, last, "base" if before in ("比", "较") else "deadline", False, None
    if tail.startswith("开局") or tail in ("初", "之初"):
        return None, first, "during", False, None
    if tail.startswith("收官"):
        return None, last, "during", False, None
    compared = before in ("比", "较") or tail.endswith("基础上")
    return first, last, "base" if compared else "during", False, None


def _span(match: re.Match[str], on: dt.date | None) -> Years | None:
    count = numerals.read(match["sn"])
    if not count or count > 200:
        return None
    n, before, after = int(count), (match["sb"] or "").rstrip("的"), match["sa"] or ""
    today = on.year if on else None
    if before == "每":
        return None, None, "each", False, None
    if before in ("未来", "今后", "此后", "往后"):
        return today, None if today is None else today + n - 1, "during", True, None  # N years with this one
    spent = before in ("用", "再用", "经过") and (match["st"] or "时间" in match[0] or "努力" in match[0])
    if spent or after in ("内", "之内", "以内"):
        return None, None if today is None else today + n, "deadline", True, None
    if after in ("前", "之前"):
        return None, None if today is None else today - n, "base", True, None
    if before in ("最近", "近", "过去", "这", "连续", "前", "头") or after in ("以来", "来", "间"):
        if (before in ("前", "头") and not after) or n == 0:
            return None
        if n == 1:
            return None, today, "during", True, None  # 过去一年
        return None if today is None else today - n + 1, today, "during", True, None
    return None


def _nth_plan(match: re.Match[str], on: dt.date | None) -> Years | None:
    """第十四个五年规划期间 as “十四五”期间."""
    if match["np"] + "五" not in PLANS:
        return None
    first, last = PLANS[match["np"] + "五"]
    if match["nt"] == "以来":
        return first, on.year if on else None, "since", True, None
    return (None, last, "deadline", False, None) if match["nt"].endswith("末") else (first, last, "during", False, None)


def _decade(match: re.Match[str], on: dt.date | None) -> Years | None:
    """20世纪90年代 is 1990 to 1999; without a century the years are those of the twentieth, from 五十年代 on."""
    century, tens = match["dc"], _number(match["dd"])
    if century is None and tens < 50:
        return None
    number = 20 if century is None or century[0] == "上" else _number(century.rstrip("世纪 "))
    first = (number - 1) * 100 + tens
    if match[0].endswith(("以来", "起")):
        return first, on.year if on else None, "since", True, None
    return first, first + 9, "during", False, None


def _event(match: re.Match[str], on: dt.date | None) -> Years | None:
    return WORDS["events"][match["e"]], on.year if on else None, "since", True, None


def _named(match: re.Match[str], on: dt.date | None) -> Years | None:
    return None, WORDS["named"][match["nm"]], "deadline", False, None


def _base(match: re.Match[str], on: dt.date | None) -> Years | None:
    return None, on.year - 1 if on else None, "base", True, None


def _each(match: re.Match[str], on: dt.date | None) -> Years | None:
    return None, None, "each", False, None


def _months(match: re.Match[str], on: dt.date | None) -> Years | None:
    month = _number(match["mz"] or match["ma"])
    if not 1 <= month <= 12:
        return None
    before, text = match["mb"] or "", match[0]
    late = before or match["mt"] or text.endswith(("底", "末"))
    kind = "as_of" if before.startswith("截") else "deadline" if late else "during"
    return None, on.year if on else None, kind, True, month


def _quarter(match: re.Match[str], on: dt.date | None) -> Years | None:
    kind = "as_of" if match["qb"] == "截至" else "deadline" if match["qb"] or match[0].endswith("末") else "during"
    return None, on.year if on else None, kind, True, _QUARTER_MONTH[match["q"]]


def _first_months(match: re.Match[str], on: dt.date | None) -> Years | None:
    month = _number(match["fm"])
    return (None, on.year if on else None, "during", True, month) if 1 <= month <= 12 else None


def _near_month(match: re.Match[str], on: dt.date | None) -> Years | None:
    before, late = match["nb"] or "", match["na"] or match[0].endswith(("底", "末"))
    kind = "as_of" if before.startswith("截") else "deadline" if late or before in ("到", "至") else "during"
    kind = "base" if before in ("比", "较", "与", "同") else kind
    if on is None:
        return None, None, kind, True, None
    years, month = divmod(on.month - 1 + WORDS["months"][match["nw"]], 12)
    return None, on.year + years, kind, True, month + 1


def _stretch(match: re.Match[str], on: dt.date | None) -> Years | None:
    first, last = WORDS["stretches"][match[0]]
    return (on.year + first, on.year + last, "during", True, None) if on else (None, None, "during", True, None)


def _alone(match: re.Match[str], on: dt.date | None) -> Years | None:
    word, before, after = match["a"], match["ab"] or "", match["at"] or ""
    year, month = on.year if on else None, WORDS["parts"][word]
    if after == "以来":
        return year, year, "since", True, month
    if before == "截至":
        return None, year, "as_of", True, month
    if before in ("比", "较"):
        return None, year, "base", True, month
    late = before or after or word in ("年底", "年末", "年终", "年内")
    return None, year, "deadline" if late else "during", True, month


def _now(match: re.Match[str], on: dt.date | None) -> Years | None:
    return None, on.year if on else None, "as_of", True, None


def _recent(match: re.Match[str], on: dt.date | None) -> Years | None:
    return None, on.year if on else None, "during", True, None


def _month(match: re.Match[str], form: str) -> int | None:
    """The month in which a year's part ends: 1-9月 is 9, 前三季度 is 9, 上半年 is 6, 底 is None."""
    stated = match[f"{form}mb"] or match[f"{form}ma"] or match[f"{form}mf"]
    if stated:
        value = _number(stated)
        return value if 1 <= value <= 12 else None
    part = match[f"{form}part"] or ""
    if part.endswith("季度"):
        return next(_QUARTER_MONTH[c] for c in part if c in _QUARTER_MONTH)
    return {"上半年": 6, "下半年": 12}.get(part)


def _neighbor(match: re.Match[str], side: int) -> str:
    """The character before (-1) or behind (1) the match; empty at the text's end."""
    place = match.start() - 1 if side < 0 else match.end()
    return match.string[place] if 0 <= place < len(match.string) else ""


def _number(text: str) -> int:
    """A year or a small number, Arabic or Han (二〇三五, 十二)."""
    if text.isdigit() and text.isascii():
        return int(text)
    value = numerals.han(text)
    if value is None and len(text) == 4:
        value = int("".join(str(numerals.DIGITS[c]) for c in text))
    return value or 0


_READERS: dict[str, Callable[[re.Match[str], dt.date | None], Years | None]] = {
    "range": _range, "dates": _dates, "iso": _iso, "year": _year, "plan": _plan, "nth": _nth_plan,
    "decade": _decade, "span": _span, "event": _event,
    "named": _named, "base": _base, "rel": _relative, "each": _each, "month": _months, "quarter": _quarter,
    "near": _near_month, "months": _first_months, "stretch": _stretch,
    "alone": _alone, "recent": _recent, "now": _now,
}
