"""The section on confidence: reliability by bins, calibration error and AUROC, judged across documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from policygraph.schema.facts import Figure, Relation

from .crossvalidation import Learn, cross_validated, share_of_extractor
from .judged import Judged
from .logistic import available, learned
from .reliability import auroc, calibration_error, reliability
from .table import Table

MODELS: Mapping[str, Learn] = {
    "share right of the extractor (floor)": share_of_extractor,
    **({"logistic regression (shipped)": learned} if available() else {}),
}
"""What is compared, each learned anew without the documents that it is judged on; the second needs scikit-learn."""
FOLDS = 10
KINDS = {"all": (Figure, Relation), "figure": (Figure,), "relation": (Relation,)}


def confidence_tables(facts: Sequence[Judged], seed: int) -> list[Table]:
    """How models of confidence do on unseen documents; and the bins of each."""
    k = min(FOLDS, len({fact.document for fact in facts}))
    right = [fact.core for fact in facts]
    summary: list[tuple[str, ...]] = []
    bins: list[tuple[str, ...]] = []
    for name, learn in MODELS.items():
        found = cross_validated(facts, learn, k, seed)
        summary += _summaries(name, facts, found)
        bins += [
            (name, f"{b.low:.1f}–{b.high:.1f}", str(b.facts), f"{b.confidence:.3f}", f"{b.right:.3f}")
            for b in reliability(found, right)
        ]
    carried = [(fact, fact.fact.confidence) for fact in facts if fact.fact.confidence is not None]
    if carried:
        name = "as the facts carry it (its model knows these documents)"
        summary += _summaries(name, [fact for fact, _ in carried], [confidence for _, confidence in carried])
    note = (
        f"Right means: value, year, status and subject of a figure, predicate and both names of a relation. "
        f"{k} folds of documents, seed {seed}; facts outside the annotated parts are left out, an unannotated fact is "
        "wrong. " + ("" if carried else "No fact carries a confidence yet.")
    )
    head = ("model", "kind", "facts", "share right", "mean confidence", "calibration error", "AUROC")
    return [
        Table("Confidence", note.strip(), head, tuple(summary)),
        Table("Reliability", "Bins of confidence of the models above, across documents.",
              ("model", "confidence", "facts", "mean", "share right"), tuple(bins)),
    ]  # fmt: skip


def _summaries(name: str, facts: Sequence[Judged], confidences: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """One row for all facts and one for each kind."""
    for kind, types in KINDS.items():
        some = [(c, fact.core) for fact, c in zip(facts, confidences, strict=True) if isinstance(fact.fact, types)]
        if some:
            own, right = [c for c, _ in some], [correct for _, correct in some]
            area = auroc(own, right)
            yield (name, kind, str(len(some)), f"{fmean(right):.3f}", f"{fmean(own):.3f}",
                   f"{calibration_error(own, right):.3f}", "–" if area is None else f"{area:.3f}")  # fmt: skip
