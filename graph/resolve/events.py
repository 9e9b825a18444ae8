"""Events: the series, and which of it: its number, year and place."""

from __future__ import annotations

import re

import cn2an

from .form import Context, Form, Note, note
from .places import leading
from .series import edition_of
from .short_forms import expanded
from .spelling import folded

_NUMBER = re.compile("第?(?<![0-9])([0-9]{1,3})(届|次|期|轮)(?=.)")
_SESSION = re.compile("第?([0-9]{1,3})届(?=[^0-9])")
_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年?(?=[^0-9]|$)")
_PARTY = re.compile("^党的([一二三四五六七八九十]{1,3}|[0-9]{1,2})大$|^中国共产党第([0-9]{1,2})次全国代表大会$")
_PLENUM = re.compile(
    "^(?:党的|中国共产党|中共)第?([一二三四五六七八九十0-9]{1,3})届(?:中央委员会)?"
    "第?([一二三四五六七八九0-9])(?:次全体会议|中全会)$"
)
_GAMES = re.compile("^第?([一二三四五六七八九十]{1,3}|[0-9]{1,2})届?(冬|运)会?$")
"""十四冬, 十五运会: the national games, by number."""
_SHORT = re.compile("^第?[0-9]*次?(?:全体)?会议$|^大会$|^会议$|^论坛$|^峰会$")


def read_event(name: str, context: Context) -> Form:
    """An event. Its number is its edition, and its year where it has no number; both may stand."""
    text, notes, parts = folded(name), list[Note](), dict[str, str]()
    if match := _GAMES.match(text):
        text = f"第{_digits(match[1])}届全国{'冬季' if match[2] == '冬' else ''}运动会"
        notes.append(note("short_form", short=name, full=text))
    if found := _party(text):
        return found
    place, rest = leading(text)
    hosted = place is not None and place.name != "中国" and rest.startswith("第") and len(rest) > 5
    if hosted and place is not None:
        parts["region"], text = place.path, rest
    text, more = expanded(text, "Event")
    notes += more
    numbers = [f"{m[1]}{m[2]}" for m in _NUMBER.finditer(text)]
    text = _NUMBER.sub("", text)
    if numbers:
        parts["edition"] = "和".join(numbers)
    if match := _YEAR.search(text):
        parts["date"] = match[1]
        text = text[: match.start()] + text[match.end() :]
    if text.startswith("第") and numbers:
        text = text[1:]
    if len(numbers) < 2 and (known := edition_of(text, _first(numbers), _year(parts))):
        series, edition = known
        said = [] if numbers else [note("short_form", short=name, full=f"第{edition.number}届{series}")]
        return Form(series, {"edition": f"{edition.number}届"}, (*notes, *said))
    if context.date and "edition" not in parts and "date" not in parts:
        parts["said_on"] = context.date
    text = text.replace("的", "").replace("大会大会", "大会")
    vague = None
    if _SHORT.match(text) or len(text) < 4:
        parts["beside"] = folded(context.issuer) if context.issuer else ""
        vague = None if context.issuer else note("too_short", words=name)
        if not parts["beside"]:
            del parts["beside"]
    elidable = frozenset({"date", "region"}) if "edition" in parts else frozenset()
    return Form(text, parts, tuple(notes), vague, elidable)


def _party(text: str) -> Form | None:
    """党的二十大, 党的二十届三中全会 and their full names."""
    if match := _PARTY.match(text):
        which = _digits(match[1] or match[2])
        said = (note("short_form", short=text, full=f"中国共产党第{which}次全国代表大会"),) if match[1] else ()
        return Form("中国共产党全国代表大会", {"edition": f"{which}次"}, said)
    if match := _PLENUM.match(text.replace("中国共产党中央委员会", "中国共产党")):
        which = f"{_digits(match[1])}届和{_digits(match[2])}次"
        said = (note("short_form", short=text, full=f"中国共产党中央委员会全体会议{which}"),)
        return Form("中国共产党中央委员会全体会议", {"edition": which}, said)
    return None


def _first(numbers: list[str]) -> int | None:
    return int(numbers[0][:-1]) if numbers else None


def _year(parts: dict[str, str]) -> int | None:
    return int(parts["date"]) if "date" in parts else None


def _digits(numeral: str) -> str:
    return numeral if numeral.isdecimal() else str(cn2an.cn2an(numeral, "smart"))
