"""Writes docs/fields.md from the ontology: python docs/fields.py > docs/fields.md"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policygraph.schema.ontology import Field, Label, Predicate, Term, ontology

HEAD = """\
# What the columns mean · 各栏的意思

Written from the ontology by `python docs/fields.py`; do not edit by hand. The flat export (`policygraph export
X.pg facts.jsonl` or `facts.csv`) and the rows of `--json` and `--csv` carry these names.
"""
SECTIONS = (
    ("fact", "Every fact · 每条事实"),
    ("figure", "Figures and goals · 数值与目标"),
    ("relation", "Relations · 关系"),
    ("evidence", "Where it stands · 依据"),
    ("document", "Documents · 文件"),
    ("node", "In RDF, beside these · RDF另有"),
    ("verdict", "Verdicts on targets (derived) · 目标评判（推得）"),
)


def page() -> str:
    """The whole page."""
    terms = ontology()
    parts = [HEAD]
    for of, title in SECTIONS:
        rows = fields(of, terms.fields.values())
        parts.append(f"## {title}\n\n" + table(("column", "中文", "meaning", "意思"), rows))
    kinds = (*terms.types.values(), *terms.classes.values())
    parts.append("## Types · 类型\n\n" + table(("name", "中文", "meaning", "意思"), map(row, kinds)))
    parts.append("## Relations by name · 各种关系\n\n" + table(
        ("name", "中文", "from → to", "meaning", "意思"), predicates(terms.predicates)))  # fmt: skip
    return "\n".join(parts)


def fields(of: str, every: Iterable[Field]) -> Iterable[tuple[str, ...]]:
    """The rows of one record's fields; a choice says its values."""
    for field in every:
        if field.of == of:
            name, chinese, english, simplified = row(field)
            yield name, chinese, english + choices(field.values, "en"), simplified + choices(field.values, "zh")


def choices(values: Mapping[str, Label], language: str) -> str:
    """The values of a choice with their labels."""
    said = "; ".join(f"`{name}` {getattr(label, language)}" for name, label in values.items())
    return f" ({said})" if said and language == "en" else f"（{said}）" if said else ""


def row(term: Term) -> tuple[str, str, str, str]:
    """Name, Chinese label and both definitions."""
    return f"`{term.name}`", term.label.zh, term.definition.en, term.definition.zh


def predicates(every: Mapping[str, Predicate]) -> Iterable[tuple[str, ...]]:
    """The rows of the predicates with what they join."""
    for one in every.values():
        name, chinese, english, simplified = row(one)
        yield name, chinese, f"{', '.join(one.domain)} → {', '.join(one.range)}", english, simplified


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    print(page(), end="")
