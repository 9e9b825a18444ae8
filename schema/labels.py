"""What fields and their values are called, by the ontology."""

from __future__ import annotations

from .ontology import Label, ontology

_RECORDS = ("fact", "relation", "figure", "evidence", "document")
"""The order in which a field's name is looked for among the ontology's records."""


def field_label(name: str, lang: str, *records: str) -> str | None:
    """What a field is called in a language; None where the ontology has none of that name.

    records: the records to look in, in order; all of them by default.
    """
    fields = ontology().fields
    label = next((fields[of, name].label for of in records or _RECORDS if (of, name) in fields), None)
    return None if label is None else _in(label, lang)


def value_label(field: str, value: str, lang: str) -> str | None:
    """What a predicate, or a value of a field with choices, is called (status planned is 计划); None for any other."""
    known = ontology()
    if field == "predicate" and value in known.predicates:
        return _in(known.predicates[value].label, lang)
    for (_, name), term in known.fields.items():
        if name == field and value in term.values:
            return _in(term.values[value], lang)
    return None


def _in(label: Label, lang: str) -> str:
    return label.zh if lang == "zh" else label.en
