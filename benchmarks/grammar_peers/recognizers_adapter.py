"""recognizers-text as a peer: its recognizers of numbers, ordinals, percentages, money, measures, ages and times.

It is imported in the peer's environment only.
"""

import datetime as dt
from typing import Any

from recognizers_date_time import recognize_datetime  # type: ignore[import-not-found]
from recognizers_number import (  # type: ignore[import-not-found]
    Culture,
    recognize_number,
    recognize_ordinal,
    recognize_percentage,
)
from recognizers_number_with_unit import (  # type: ignore[import-not-found]
    recognize_age,
    recognize_currency,
    recognize_dimension,
)

NUMBERS = (
    recognize_number, recognize_ordinal, recognize_percentage, recognize_currency, recognize_dimension, recognize_age,
)  # fmt: skip
UNKNOWN = "0001-01-01"
"""Stands for a day that it could not resolve."""


def quantities(text: str) -> list[dict[str, Any]]:
    """Every number, the longest where several recognizers find one; its unit is the whole expression (20公里)."""
    found = [result for job in NUMBERS for result in job(text, Culture.Chinese)]
    taken: set[int] = set()
    answers = {}
    for result in sorted(found, key=lambda result: (result.start - result.end, result.type_name == "number")):
        value, place = (result.resolution or {}).get("value"), set(range(result.start, result.end + 1))
        if value is None or place & taken:
            continue
        taken |= place
        unit = "%" if value.endswith("%") else None if result.type_name in ("number", "ordinal") else result.text
        answers[result.start] = {"value": float(value.rstrip("%").replace(",", "")), "high": None, "unit": unit}
    return [answers[start] for start in sorted(answers)]


def periods(text: str, day: dt.datetime) -> list[list[int]]:
    """The years in which each time may end; the day at which a year or month ends lies outside it."""
    answers = []
    for result in recognize_datetime(text, Culture.Chinese, reference=day):
        years = set()
        for value in (result.resolution or {}).get("values", ()):
            if value.get("end", "").startswith(UNKNOWN):
                continue
            if "end" in value:
                end = dt.date.fromisoformat(value["end"][:10])
                years.add((end - dt.timedelta(1)).year)
                if value["timex"].startswith("("):  # a stretch with stated ends: 2016-2020年 ends 2020-01-01
                    years.add(end.year)
            elif value["type"] in ("date", "datetime") and value["value"][:4].isdigit():
                years.add(int(value["value"][:4]))
        if years:
            answers.append(sorted(years))
    return answers
