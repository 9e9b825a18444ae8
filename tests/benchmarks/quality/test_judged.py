"""Every found fact of the annotated parts with what the gold says of it."""

from __future__ import annotations

from policygraph.benchmarks.quality.evaluation import Evaluation
from policygraph.benchmarks.quality.judged import judged
from policygraph.schema.facts import Figure


def test_unannotated_facts_are_wrong_optional_ones_are_checked_and_those_outside_left_out(
    evaluation: Evaluation,
) -> None:
    facts = judged(evaluation.documents)
    figures = {one.fact.value: (one.core, one.full) for one in facts if isinstance(one.fact, Figure)}
    assert figures == {
        63: (False, False),  # another year
        110: (True, True),
        3200: (True, True),  # optional
        120: (True, True),
        200000000: (False, False),  # not annotated
        500: (False, False),  # another status
        65: (True, True),  # optional
    }
    relations = {one.fact.predicate: (one.core, one.full) for one in facts if not isinstance(one.fact, Figure)}
    assert relations == {"recognises": (True, True), "issues": (True, False)}  # its status


def test_features_tell_the_rules_behind_a_fact_and_nothing_of_the_gold(evaluation: Evaluation) -> None:
    (one,) = (o for o in judged(evaluation.documents) if isinstance(o.fact, Figure) and o.fact.value == 500)
    assert one.features["kind"] == "figure"
    assert one.features["year where"] == dict(one.fact.bases)["year"].where
    assert one.features["subject stands"] == "quote"
    assert one.features["years from the document's"] == 4.0
    assert all(isinstance(value, str | float) for value in one.features.values())
    assert one.fact.evidence.quote not in one.features.values()
