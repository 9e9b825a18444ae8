"""The text of a table's cells: what a row says, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

from ...schema.printable import printable
from ..confidence import doubtful
from ..table import Row, spoken
from ..wording import Words
from .excerpt import excerpt

COUNTING = frozenset({"new", "total"})
"""The measures whose figures count bodies or things; a printed figure of another measure names it."""


DOUBT = "?"
"""What stands before the first cell of a doubtful row."""
ID_DIGITS = 8
"""Digits of a fact's id that a table shows: of 10,000 facts, two share them in one graph of a hundred."""


def cell(row: Row, column: str, said: Words) -> str:
    """The text of one cell, "" where the row has nothing there; lines are separated by "\\n"."""
    return printable(_text(row, column, said))


def raw_cell(row: Row, column: str) -> str:
    """The text of a cell of a query's own column: its value, "" for None."""
    value = spoken(row.get(column))
    return "" if value is None else printable(str(value))


def first_cell(row: Row, column: str, said: Words) -> str:
    """The text of a row's first cell, which says where the row is doubtful."""
    return f"{DOUBT} {cell(row, column, said)}" if doubtful(row) else cell(row, column, said)


def _text(row: Row, column: str, said: Words) -> str:
    compose = _COMPOSED.get(column)
    if compose:
        return compose(row, said)
    value = spoken(row.get(column))
    if column in ("status", "predicate", "measure", "via", "nature", "kind", "error"):
        return said.label(column, value)
    return "" if value is None else str(value)


def years(row: Row) -> str:
    """2025, or 2021–2025 where the fact is for a stretch of years."""
    year, since = row.get("year"), row.get("since")
    return "" if year is None else f"{since}–{year}" if since and since != year else str(year)


def figure(row: Row, said: Words, prefix: str = "") -> str:
    """The figure as a person says it: 至少500家, 2–3个, 65%; a goal's own words; "" for a relation."""
    value, high = row.get(prefix + "value"), row.get(prefix + "high")
    if value is None:
        return str(row.get(prefix + "goal_text") or "")
    shown = number(value, None if high is not None else row.get(prefix + "unit"), said)
    if high is not None:
        shown += "–" + number(high, row.get(prefix + "unit"), said)
    cmp = row.get(prefix + "cmp")
    words = "" if cmp in (None, "eq", "range") else said.label("cmp", cmp)
    gap = " " if said.lang == "en" and words else ""
    return words + gap + shown


def number(value: float, unit: str | None, said: Words) -> str:
    """A number with its unit: 311.7亿元 in Chinese, 31.17 billion 元 in English; six decimals at most."""
    word, size = next(((w, s) for w, s in said.messages["magnitudes"] if abs(value) >= s), ("", 1))
    digits = format(value / size, ",.6f" if said.lang == "en" else ".6f").rstrip("0").rstrip(".")
    gap = " " if said.lang == "en" and unit and unit != "%" else ""
    return f"{digits}{word}{gap}{unit or ''}"


def _value(row: Row, said: Words) -> str:
    measure = row.get("measure") if row.get("value") is not None else None  # a goal's words say it
    return figure(row, said) + ("" if measure in (None, *COUNTING) else f" [{said.label('measure', measure)}]")


def _what(row: Row, said: Words) -> str:
    if row.get("object") is not None:
        label = said.label("predicate", row["predicate"])
        colon = "：" if said.lang == "zh" else " "  # a space would let a long name begin on a line of its own
        return f"{label}{colon}{row['object']}{row.get('post') or ''}"
    if row.get("goal_text"):
        return figure(row, said)
    text = f"{row['subject']} {figure(row, said)}"
    notes = [row.get("action") or ""]
    if row.get("measure") not in (None, *COUNTING) or not notes[0]:
        notes.append(said.label("measure", row.get("measure")))
    return text + "".join(f" [{note}]" for note in notes if note)


def _who(row: Row, said: Words) -> str:
    if row.get("object") is not None:
        return str(row["subject"])
    agent, region = row.get("agent") or "", row.get("region") or ""
    actors = [agent, f"《{row['plan']}》" if row.get("plan") else "", f"({region})" if region not in agent else ""]
    return "\n".join(a for a in actors if a)


def via(row: Row, said: Words) -> str:
    """Through what the row belongs to the thing, in brackets; "" where the fact names the thing itself."""
    return f"({said.label('via', row['via'])})" if row.get("via") else ""


def outcome(row: Row) -> Row:
    """The outcome_ fields of a row as a row of their own."""
    return {name.removeprefix("outcome_"): value for name, value in row.items() if name.startswith("outcome_")}


def _proof(row: Row, said: Words) -> str:
    return "\n".join(filter(None, (excerpt(row)[0], reference(row), via(row, said))))


def source(row: Row) -> str:
    """The document's title, where it says one, its file and its date."""
    return " · ".join(str(row[name]) for name in ("title", "doc", "date") if row.get(name))


def reference(row: Row) -> str:
    """The source with the first digits of the fact's id, by which it can be explained."""
    return " · ".join(filter(None, (source(row), str(row.get("id") or "")[:ID_DIGITS])))


def _outcome(row: Row, said: Words) -> str:
    if row.get("outcome_id") is None:
        return ""
    reached = f"{row.get('outcome_year') or ''} {figure(row, said, 'outcome_')}".lstrip()
    measure = said.label("measure", row.get("outcome_measure"))
    return reached if row.get("outcome_goal_text") else f"{reached} [{measure}]"


def _outcome_proof(row: Row, said: Words) -> str:
    return _proof(outcome(row), said) if row.get("outcome_id") else ""


def _path(row: Row, said: Words) -> str:
    """A path step by step: where it begins, then a line a fact: its predicate, what it reaches, its id."""
    lines = [str(row["start"])]
    for step in range(1, (row["steps"] or 0) + 1):
        reached = row["end_name"] if step == row["steps"] else row[f"middle_{step}"]
        verb, fact = said.label("predicate", row[f"predicate_{step}"]), str(row[f"fact_{step}"])[:ID_DIGITS]
        arrow = f"—{verb}→" if row[f"direction_{step}"] == "out" else f"←{verb}—"
        lines.append(f"{arrow} {reached} · {fact}")
    return "\n".join(lines)


def _judgement(row: Row, said: Words) -> str:
    """What became of a target, and why it is said to be so."""
    return "\n".join(filter(None, (said.label("verdict", row.get("verdict")), row.get("reason") or "")))


_COMPOSED: dict[str, Callable[[Row, Words], str]] = {
    "year": lambda row, said: years(row),
    "value": _value,
    "what": _what,
    "who": _who,
    "proof": _proof,
    "path": _path,
    "outcome": _outcome,
    "outcome_proof": _outcome_proof,
    "judgement": _judgement,
}
