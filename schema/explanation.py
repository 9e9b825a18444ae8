"""Why a fact says what it says: its sentence, and for each field the words, their place and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .basis import Basis
from .documents import DocumentInfo
from .facts import Entity, Fact, Figure, Relation
from .labels import field_label, value_label
from .languages import language
from .marks import Mark, Quoting, marks
from .ontology import ontology
from .vocabulary import vocabulary

_FIGURE = (
    "subject", "goal_text", "value", "measure", "action", "agent", "plan", "year", "status", "region", "span",
    "base_year", "direction", "binding", "estimated", "holder", "stated_by",
)  # fmt: skip
_RELATION = ("subject", "predicate", "object", "post", "year", "status")
_UNTOLD = (None, False, ("span", "end"))
"""Values that say nothing beside their field's name."""


@dataclass(frozen=True, slots=True)
class Told:
    """One field of a fact: its value as a person says it, and what it rests on (None: nothing is kept of that)."""

    field: str
    label: str
    value: str
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A fact explained. It prints as plain text and as HTML in a notebook.

    lang: "zh" or "en". title, date: of the article or file that it stands in; None where it does not say, or where only
    the fact is at hand. marks: places in the sentence. fields: those that say something, in order.
    """

    fact: Fact
    lang: str
    title: str | None
    date: str | None
    marks: tuple[Mark, ...]
    fields: tuple[Told, ...]

    @property
    def document(self) -> str:
        """The document's title, date and path."""
        return " · ".join(filter(None, (self.title, self.date, self.fact.evidence.document)))

    @property
    def place(self) -> str:
        """Where the quote stands in the original, and how sure its characters are where they come from an image."""
        evidence = self.fact.evidence
        parts = [self.say("page", page=evidence.page)] if evidence.page is not None else []
        parts.append(self.say("place", start=evidence.char_start, end=evidence.char_end))
        if evidence.ocr_score is not None:
            parts.append(self.say("recognised", score=f"{evidence.ocr_score:.2f}"))
        return " · ".join(parts)

    @property
    def heading(self) -> str:
        """What kind of fact it is, and its id."""
        return self.say(self.fact.kind, id=self.fact.id)

    @property
    def confidence(self) -> str:
        """The confidence to two digits, or that nothing has judged it."""
        return self.say("not_judged") if self.fact.confidence is None else f"{self.fact.confidence:.2f}"

    def say(self, key: str, **values: object) -> str:
        """A text of vocabularies/explanation.yaml in this language."""
        text: str = vocabulary("explanation")["texts"][key][self.lang]
        return text.format(**values)

    def rule(self, rule: str) -> str:
        """What a rule goes by, and its name."""
        return self.say("rule", why=rule_text(rule, self.lang), rule=rule)

    def because(self, basis: Basis) -> str:
        """A basis in one sentence: where, the words and their place, the rule."""
        where = vocabulary("explanation")["wheres"][basis.where][self.lang]
        why = self.rule(basis.rule)
        if basis.text is None:
            return self.say("basis_without_words", where=where, why=why)
        if basis.char_start is None or basis.char_end is None:
            return self.say("basis_without_place", where=where, words=basis.text, why=why)
        place = self.say("place", start=basis.char_start, end=basis.char_end)
        return self.say("basis", where=where, words=basis.text, place=place, why=why)

    def record(self) -> dict[str, Any]:
        """The explanation as plain data, texts in its language."""
        evidence = self.fact.evidence
        return {
            "id": self.fact.id, "kind": self.fact.kind,
            "document": evidence.document, "title": self.title, "date": self.date, "page": evidence.page,
            "sentence": evidence.sentence, "quote": evidence.quote,
            "char_start": evidence.char_start, "char_end": evidence.char_end,
            "box": evidence.box, "ocr_score": evidence.ocr_score,
            "marks": [{"kind": m.kind, "start": m.start, "end": m.end} for m in self.marks],
            "fields": [
                {"field": told.field, "label": told.label, "value": told.value}
                | ({**told.basis.record(), "why": rule_text(told.basis.rule, self.lang)} if told.basis else {})
                for told in self.fields
            ],
            "extractor": self.fact.extractor, "why": rule_text(self.fact.extractor, self.lang),
            "confidence": self.fact.confidence,
        }  # fmt: skip

    def __str__(self) -> str:
        from .explanation_forms import plain

        return plain(self)

    def _repr_html_(self) -> str:
        from .explanation_forms import html

        return html(self)


def explain(
    fact: Fact, lang: str | None = None, info: DocumentInfo | None = None, quoting: Quoting | None = None
) -> Explanation:
    """Explain a fact in a language (None: the user's).

    info: what the article or file that it stands in says of itself. quoting: of the original (see `marks`).
    """
    lang = language(lang)
    title, date = (info.title, info.date) if info else (None, None)
    return Explanation(
        fact, lang, title.value if title else None, date.value if date else None, marks(fact, quoting),
        tuple(_told(fact, lang)),
    )  # fmt: skip


def rule_text(rule: str, lang: str) -> str:
    """What a rule or model goes by, in a language; of a rule of an extension (package:rule) whose it is."""
    known = vocabulary("rules").get(rule)
    if known is not None:
        return str(known[lang])
    texts, package = vocabulary("explanation")["texts"], rule.partition(":")[0]
    text: str = texts["extension" if package != rule else "unknown_rule"][lang]
    return text.format(package=package)


def _told(fact: Fact, lang: str) -> list[Told]:
    bases, record = dict(fact.bases), "relation" if isinstance(fact, Relation) else "figure"
    found = []
    for field in _RELATION if isinstance(fact, Relation) else _FIGURE:
        value = getattr(fact, field)
        if value in _UNTOLD or (field, value) in _UNTOLD:
            continue
        label = field_label(field, lang, record, "fact") or field
        found.append(Told(field, label[:1].upper() + label[1:], _said(fact, field, value, lang), bases.get(field)))
    return found


def _said(fact: Fact, field: str, value: Any, lang: str) -> str:
    if isinstance(value, Entity):
        if field == "object" and isinstance(fact, Relation) and fact.post is not None:
            return f"{value.name}{fact.post}"  # body and post, as the flat export has it
        return f"{value.name} · {getattr(ontology().types[value.type].label, lang)}"
    if field == "value" and isinstance(fact, Figure):
        return _number(fact, lang)
    if field == "year" and isinstance(fact, Figure) and fact.since is not None and fact.since != value:
        return f"{fact.since}–{value}"
    if field == "estimated":
        return str(vocabulary("explanation")["texts"]["yes"][lang])
    return value_label(field, value, lang) or str(value) if isinstance(value, str) else str(value)


def _number(figure: Figure, lang: str) -> str:
    ends = [f"{number:,.6f}".rstrip("0").rstrip(".") for number in (figure.value, figure.high) if number is not None]
    compared = "" if figure.cmp in ("eq", "range") else f"{value_label('cmp', figure.cmp, lang)} "
    return compared + "–".join(ends) + (f" {figure.unit}" if figure.unit else "")
