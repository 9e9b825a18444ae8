"""jionlp as a peer: its extractors of money and of times. It has none for other numbers in running text.

It is imported in the peer's environment only.
"""

import datetime as dt
from typing import Any

import jionlp  # type: ignore[import-not-found]


def quantities(text: str) -> list[dict[str, Any]]:
    """Every sum of money; a vague one (100余亿元) comes as a range."""
    answers = []
    for found in jionlp.ner.extract_money(text, with_parsing=True):
        number = found["detail"]["num"]
        ends = [float(end) for end in ([number] if isinstance(number, str) else number) if end]
        answers.append({"value": ends[0], "high": ends[1] if len(ends) > 1 else None, "unit": found["detail"]["case"]})
    return answers


def periods(text: str, day: dt.datetime) -> list[list[int]]:
    """The year in which each time ends, the day's where it is open; a text on which jionlp fails has none."""
    base = {"year": day.year, "month": day.month, "day": day.day}
    try:
        times = jionlp.ner.extract_time(text, time_base=base, with_parsing=True)
    except Exception:  # it raises what its parsers run into
        return []
    ends = [found["detail"]["time"][-1] for found in times if found["type"] in ("time_point", "time_span")]
    return [[int(end[:4]) if end[:4].isdigit() else day.year] for end in ends]
