"""Writes docs/codebook.md and docs/codebook.en.md from the ontology and the rules: python docs/codebook.py"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from policygraph.schema.ontology import Field, Label, Predicate, Term, ontology
from policygraph.schema.vocabulary import vocabulary

PAGES = {"zh": "codebook.md", "en": "codebook.en.md"}
WORDS = {
    "title": ("编码手册", "Codebook"),
    "head": (
        "由 `python docs/codebook.py` 根据本体和规则写出，请勿手工修改。"
        "每个变量、取值和规则的含义，供引用和复核。[English](codebook.en.md)",
        "Written from the ontology and the rules by `python docs/codebook.py`; do not edit by hand. What every "
        "variable, value and rule means, to be cited and checked. [中文](codebook.md)",
    ),
    "types": ("实体类型", "Types of entities"),
    "classes": ("表述的种类", "Kinds of statements"),
    "predicates": ("关系", "Relations"),
    "fields": ("变量", "Variables"),
    "rules": ("规则", "Rules"),
    "rules_head": (
        "每条事实都带有找到它的规则（`extractor`）和各栏所依据的规则（`bases`）；`policygraph explain` 逐条说明。",
        "Every fact carries the rule that found it (`extractor`) and those that its fields rest on (`bases`); "
        "`policygraph explain` says them of a fact.",
    ),
    "name": ("名称", "name"),
    "label": ("中文名", "label"),
    "meaning": ("含义", "meaning"),
    "ends": ("从 → 到", "from → to"),
    "status": ("状态", "status"),
    "kind": ("类型", "kind"),
    "values": ("取值", "values"),
    "derived": ("推得，非文件所述", "derived, stated by no document"),
    "rule": ("依据", "what it goes by"),
}
SECTIONS = {
    "fact": ("每条事实", "Every fact"),
    "figure": ("数值与目标", "Figures and goals"),
    "relation": ("关系", "Relations"),
    "evidence": ("依据", "Where it stands"),
    "document": ("文件", "Documents"),
    "verdict": ("目标的结果", "What became of a target"),
    "node": ("RDF 另有", "In RDF, beside these"),
}
RULES = ("rules", "verdicts")
"""The vocabularies whose entries, or whose `rules`, are rules with their wording in both languages."""


def page(lang: str) -> str:
    """The page of one language, "zh" or "en"."""

    def say(key: str) -> str:
        return WORDS[key][0 if lang == "zh" else 1]

    def text(label: Label) -> str:
        return str(getattr(label, lang))

    def defined(terms: Iterable[Term]) -> Iterator[tuple[str, ...]]:
        yield from ((f"`{term.name}`", text(term.label), text(term.definition)) for term in terms)

    known = ontology()
    named = (say("name"), say("label"), say("meaning"))
    parts = [f"# {say('title')}\n", f"{say('head')}\n"]
    parts += [f"## {say('types')}\n", table(named, defined(known.types.values()))]
    parts += [f"## {say('classes')}\n", table(named, defined(known.classes.values()))]
    head = (say("name"), say("label"), say("ends"), say("status"), say("meaning"))
    parts += [f"## {say('predicates')}\n", table(head, (_predicate(p, lang) for p in known.predicates.values()))]
    parts.append(f"## {say('fields')}\n")
    head = (say("name"), say("label"), say("kind"), say("meaning"), say("values"))
    for of, title in SECTIONS.items():
        rows = (_field(f, lang) for f in known.fields.values() if f.of == of)
        parts += [f"### {title[0 if lang == 'zh' else 1]}\n", table(head, rows)]
    parts += [f"## {say('rules')}\n", f"{say('rules_head')}\n"]
    for name in RULES:
        data = vocabulary(name)
        entries = data.get("rules", data)
        parts += [
            f"### `{name}`\n",
            table((say("name"), say("rule")), ((f"`{k}`", v[lang]) for k, v in entries.items())),
        ]
    return "\n".join(parts)


def _predicate(one: Predicate, lang: str) -> tuple[str, ...]:
    ends = f"{', '.join(one.domain)} → {', '.join(one.range)}"
    status = WORDS["derived"][0 if lang == "zh" else 1] if one.derived else one.status or ""
    return f"`{one.name}`", getattr(one.label, lang), ends, status, getattr(one.definition, lang)


def _field(one: Field, lang: str) -> tuple[str, ...]:
    values = "; ".join(f"`{name}` {getattr(label, lang)}" for name, label in one.values.items())
    return f"`{one.name}`", getattr(one.label, lang), one.kind, getattr(one.definition, lang), values


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |\n" for line in lines
    )


if __name__ == "__main__":
    for language, file in PAGES.items():
        Path(__file__).with_name(file).write_text(page(language), encoding="utf-8")
