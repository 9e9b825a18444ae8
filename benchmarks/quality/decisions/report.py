"""The table of decisions: what the rule decides right, what models do, and which of them is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from policygraph.schema.errors import RunError

from ..evaluation import Scored
from ..kinship import kin
from ..logistic import available
from ..table import Table
from . import agent, is_figure, measure, status, subject
from .case import Case
from .comparison import FOLDS, Comparison, compare
from .models import MODELS
from .numbers import Number, annotated, numbers

_OF_FIGURES: Mapping[str, Callable[..., Iterator[Case]]] = {
    "planned or achieved": status.cases,
    "which measure": measure.cases,
    "which noun is the subject": subject.cases,
    "who is the agent": agent.cases,
}
HEAD = ("decision", "cases", "right one among the options", "rule right", *(f"{name} right" for name in MODELS),
        "better model against the rule", "95 %", "verdict")  # fmt: skip
NOTE = (
    "May a model decide instead of the rule? Criterion, set beforehand: the better of two small models (logistic "
    "regression, tree) over the rules' own features decides more cases right, and the 95 % interval of the difference "
    "a case, by a paired bootstrap over groups of documents, lies above 0. Otherwise the rule is kept. Models are "
    "judged on folds of documents that they have not seen, those that share a sentence always in the same fold, and "
    "their settings are chosen within the other folds; the rules were written while these documents were read. Cases: "
    "numbers of running text in the annotated parts, of figures those that the scorer matches and that are not "
    "optional; tables are decided by head and column. Right: as the scorer compares the field. Better model: how many "
    "cases only it decides right (+) and only the rule does (−)."
)


def decisions_table(documents: Sequence[Scored], seed: int, draws: int) -> Table:
    """One row a decision. Without scikit-learn only the rules' counts are given."""
    found = numbers(documents)
    groups = kin({d.document.key: [p.sentence.text.text for p in d.document.passages] for d in documents})
    names = {groups[d.document.key] for d in documents}
    rows = [_row(name, cases, groups, seed, draws) for name, cases in decisions(found).items()]
    note = f"{NOTE} {min(FOLDS, len(names))} folds of {len(names)} groups, seed {seed}."
    return Table("Decisions", note, HEAD, tuple(rows))


def decisions(found: Sequence[Number]) -> Mapping[str, list[Case]]:
    """The cases of every decision by its name."""
    figures = annotated(found)
    return {"is the number a figure": list(is_figure.cases(found))} | {
        name: list(cases(figures)) for name, cases in _OF_FIGURES.items()
    }


def _row(name: str, cases: Sequence[Case], groups: Mapping[str, str], seed: int, draws: int) -> tuple[str, ...]:
    right = sum(case.options[case.rule].right for case in cases)
    possible = sum(any(option.right for option in case.options) for case in cases)
    head = (name, str(len(cases)), str(possible), str(right))
    missing = tuple("–" for _ in range(len(HEAD) - len(head) - 1))
    if not available():
        return (*head, *missing, "rule kept: no scikit-learn")
    try:
        found = compare(cases, groups, MODELS, seed, draws)
    except RunError:  # cases of one group of documents
        return (*head, *missing, "rule kept: too few documents")
    return (*head, *(str(found.models[model]) for model in MODELS), *_difference(found))


def _difference(found: Comparison) -> tuple[str, str, str]:
    said = f"+{found.gained} −{found.lost} ({found.best}, {found.difference:+.3f})"
    low, high = found.interval or (0.0, 0.0)
    return said, f"{low:+.3f} to {high:+.3f}", f"{found.best} model used" if found.beaten else "rule kept"
