"""The sentences to learn from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from policygraph.loaders.language import language
from policygraph.loaders.language.network.columns import COLUMNS, starts_and_ends
from policygraph.training.annotation import TYPES
from policygraph.training.sentences import LONGEST, SHORTEST, Example, by_gold, documents

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "corpus"


def test_examples_show_what_the_rules_find(examples: list[Example]) -> None:
    assert len({e.document for e in examples}) == len(list(documents(EXAMPLES)))
    assert sum(len(e.spans) for e in examples) > 80
    for e in examples:
        assert SHORTEST <= len(e.text) < LONGEST
        assert e.table.shape == (len(e.text), len(COLUMNS))
        assert sorted(starts_and_ends(e.table[:, COLUMNS.index("mention")])) == [(a, b) for a, b, _ in e.spans]
        assert {kind for *_, kind in e.spans} <= set(TYPES)


def test_names_of_the_gold_are_found_in_their_document_the_longest_first(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "corpus" / "seeds")
    center = "国家制造业创新中心"
    rows = [
        {
            "kind": "relation", "predicate": "launches",
            "subject": {"name": "科技司", "type": "Agency", "aliases": []},
            "object": {"name": center, "type": "Center", "aliases": ["创新中心", "中心"]},
        },
        {
            "kind": "relation", "predicate": "holds_post",
            "subject": {"name": "科技司", "type": "Agency"}, "object": {"name": "创新", "type": "Program"},
        },
        {"kind": "figure", "subject": center},
    ]  # fmt: skip
    gold = tmp_path / "gold" / "seeds"
    gold.mkdir(parents=True)
    for name in ("2017_review_2018_plan.txt.part1.jsonl", "absent.txt.jsonl"):
        (gold / name).write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    found = list(by_gold(tmp_path, language(), None))
    assert {e.document for e in found} == {"seeds/2017_review_2018_plan.txt"}
    marked = [(e.text[a:b], kind) for e in found for a, b, kind in e.spans]
    assert (center, "Center") in marked
    assert ("创新", "Program") not in marked
    for e in found:
        assert all(one[1] <= other[0] for one, other in zip(e.spans, e.spans[1:], strict=False))
