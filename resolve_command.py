"""The commands `policygraph resolve` and `policygraph entities`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .graph import Builder, open_graph
from .graph.resolve import Decision, Match, classes, personal, resolve
from .graph.resolve.grouping import FAMILIES
from .queries.wording import Unanswerable, Words
from .schema.facts import Entity
from .schema.printable import printable

_NAMES = {"review": 0, "merge": 2, "split": 2, "undo": 2, "show": 1}
_VERDICTS = {"merge": "same", "split": "different", "undo": "same"}


def run_resolve(names: list[str], kind: str, context: list[str], as_json: bool, said: Words) -> int:
    """Prints the verdict on every pair and, of more than two names, the groups. Returns the exit status."""
    if len(names) < 2:
        raise Unanswerable("resolve_names", action="resolve", expected="2+", found=len(names))
    given = {}
    for pair in context:
        key, sign, value = pair.partition("=")
        if not sign or key.removesuffix("_a").removesuffix("_b") not in ("issuer", "region", "date", "body", "post"):
            raise Unanswerable("resolve_context", given=pair)
        given[key] = value
    found = resolve(names, kind, **given)
    if as_json:
        matches = [_match_record(m, said) for m in found.matches]
        print(json.dumps({"groups": found.groups, "matches": matches}, ensure_ascii=False, indent=2))
        return 0
    for m in found.matches:
        verdict, reason = said.label("verdict", m.verdict), m.reason(said.lang)
        shown = {"verdict": verdict, "reason": reason, "rule": m.rule, "confidence": m.confidence}
        line = said.say("resolve.line", a=m.a, b=m.b, **shown)
        print(printable(line))
    if len(names) > 2:
        for group in found.groups:
            print(printable(said.say("resolve.group", names=" | ".join(group))))
    return 0


def _match_record(m: Match, said: Words) -> dict[str, object]:
    return {
        "a": m.a, "b": m.b, "type": m.type, "verdict": m.verdict, "rule": m.rule, "evidence": m.reason(said.lang),
        "confidence": m.confidence,
    }  # fmt: skip


def run_entities(
    path: Path, action: str, names: list[str], kind: str | None, by: str | None, as_json: bool, said: Words
) -> int:
    """Shows or changes the decisions of a graph file. Returns the exit status.

    merge and split write a person's decision, undo takes it back; the graph file is published anew at once, and the
    next build keeps what persons decided.
    """
    if len(names) != _NAMES[action]:
        raise Unanswerable("resolve_names", action=action, expected=_NAMES[action], found=len(names))
    with open_graph(path) as graph:
        held, heads = list(graph.decisions()), classes(graph)
    if action in _VERDICTS:
        decision = personal(*_ends(heads, names[0], names[1], kind), _VERDICTS[action], by)
        with Builder(path) as builder:
            done = True
            if action == "undo":
                done = builder.undo(decision)
            else:
                builder.decide(decision)
            builder.publish()
        print(said.say("resolve.done", path=path) if done else said.say("resolve.nothing"), file=sys.stderr)
        return 0
    if action == "show":
        shown = _bearers(heads, names[0], kind)
        held = [d for d in held if {d.a, d.b} & {m for m in heads if heads[m] in {heads[one] for one in shown}}]
        if not as_json:
            _show(shown, heads, said)
    held.sort(key=lambda d: (d.source == "rule", d.confidence, d.a.type, d.a.name, d.b.name))
    if as_json:
        print(json.dumps([{**d.record(), "reason": d.reason(said.lang)} for d in held], ensure_ascii=False, indent=2))
        return 0
    for decision in held:
        print(printable(_line(decision, said)))
    return 0


def _line(d: Decision, said: Words) -> str:
    return said.say(
        "resolve.decision", a=d.a.name, type_a=said.label("type", d.a.type), b=d.b.name,
        type_b=said.label("type", d.b.type), verdict=said.label("verdict", d.verdict),
        reason=d.reason(said.lang), rule=d.rule, confidence=d.confidence, date=d.date, by=f", {d.by}" if d.by else "",
    )  # fmt: skip


def _show(shown: list[Entity], heads: dict[Entity, Entity], said: Words) -> None:
    for head in sorted({heads[one] for one in shown}, key=lambda e: (e.type, e.name)):
        others = [m.name for m in heads if heads[m] == head and m != head]
        key = "resolve.stands" if others else "resolve.alone"
        kind = said.label("type", head.type)
        print(printable(said.say(key, name=head.name, type=kind, members=" | ".join(sorted(others)))))


def _bearers(heads: dict[Entity, Entity], name: str, kind: str | None) -> list[Entity]:
    found = sorted((e for e in heads if e.name == name and kind in (None, e.type)), key=lambda e: e.type)
    if not found:
        raise Unanswerable("resolve_unknown", name=name)
    return found


def _ends(heads: dict[Entity, Entity], one: str, other: str, kind: str | None) -> tuple[Entity, Entity]:
    """The two things of these names: of one type, else of types that name one kind of thing."""
    first, second = _bearers(heads, one, kind), _bearers(heads, other, kind)
    pairs = [(a, b) for a in first for b in second if a.type == b.type] or [
        (a, b) for a in first for b in second if FAMILIES.get(a.type, a.type) == FAMILIES.get(b.type, b.type)
    ]
    if len(pairs) != 1:
        raise Unanswerable("resolve_unknown", name=other)
    return pairs[0]
