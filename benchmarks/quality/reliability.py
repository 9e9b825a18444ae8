"""Whether a confidence means what it says, and whether it tells right from wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts whose confidence lies in low..high (the last bin holds 1): how many, mean confidence, share right."""

    low: float
    high: float
    facts: int
    confidence: float
    right: float


def reliability(confidences: Sequence[float], right: Sequence[bool], bins: int = BINS) -> list[Bin]:
    """The bins of equal width that hold a fact, lowest first."""
    members: dict[int, list[tuple[float, bool]]] = {}
    for confidence, correct in zip(confidences, right, strict=True):
        members.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, correct))
    return [
        Bin(n / bins, (n + 1) / bins, len(some), fmean(c for c, _ in some), fmean(correct for _, correct in some))
        for n, some in sorted(members.items())
    ]


def calibration_error(confidences: Sequence[float], right: Sequence[bool], bins: int = BINS) -> float:
    """Expected calibration error: the mean distance of confidence and share right over bins, weighted by facts.

    After Guo et al. 2017, On Calibration of Modern Neural Networks. 0 without facts.
    """
    found = reliability(confidences, right, bins)
    return sum(b.facts * abs(b.confidence - b.right) for b in found) / max(1, len(confidences))


def auroc(confidences: Sequence[float], right: Sequence[bool]) -> float | None:
    """How likely a right fact has a higher confidence than a wrong one, ties counted half; None without both kinds.

    The area under the ROC curve as the Mann-Whitney statistic over ranks.
    """
    positives = sum(right)
    negatives = len(right) - positives
    if not positives or not negatives:
        return None
    order = sorted(zip(confidences, right, strict=True))
    ranks, at = 0.0, 0
    while at < len(order):
        end = at
        while end < len(order) and order[end][0] == order[at][0]:
            end += 1
        ranks += sum(correct for _, correct in order[at:end]) * (at + 1 + end) / 2
        at = end
    return (ranks - positives * (positives + 1) / 2) / (positives * negatives)
