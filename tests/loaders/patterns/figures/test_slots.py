"""Where each number of a sentence stands, and which stretch is its own."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.context import ScopedSentence
from policygraph.loaders.patterns.figures.slots import Slot, slots

Scoped = Callable[..., ScopedSentence]


def stretches(sentence: ScopedSentence) -> list[tuple[str, str, str]]:
    """What stands left of each number, the number, and what stands right of it."""
    text = sentence.read.text
    return [(text[s.left : s.quantity.start], s.quantity.text, text[s.quantity.end : s.right]) for s in slots(sentence)]


def test_one_number_owns_its_clause(scoped: Scoped) -> None:
    assert stretches(scoped("去年，新建示范园区20个以上，效果良好。")) == [("新建示范园区", "20个以上", "")]


def test_a_list_is_parted_at_its_joints(scoped: Scoped) -> None:
    assert stretches(scoped("认定示范企业40家、示范平台25个和示范项目60个。")) == [
        ("认定示范企业", "40家", ""), ("示范平台", "25个", ""), ("示范项目", "60个", ""),
    ]  # fmt: skip


def test_nouns_behind_their_numbers(scoped: Scoped) -> None:
    assert stretches(scoped("培育30家龙头企业、50家骨干企业。")) == [
        ("培育", "30家", "龙头企业"), ("", "50家", "骨干企业"),
    ]  # fmt: skip


def test_places_in_the_clause(scoped: Scoped) -> None:
    found: tuple[Slot, ...] = slots(scoped("新建园区20个、平台30个，培训5000人次。"))
    assert [s.number for s in found] == [0, 1, 0]
    assert found[0].clause is found[1].clause
    assert found[2].clause is not found[0].clause


def test_a_number_inside_a_modifier(scoped: Scoped) -> None:
    first, second = slots(scoped("实施投资超5000万元的技改项目150个。"))
    assert (first.modifies, second.modifies) == (True, False)
    assert second.left == first.left  # the modifier is part of what the second counts


def test_numbers_that_are_no_figures_have_no_slot(scoped: Scoped) -> None:
    assert [s.quantity.text for s in slots(scoped("第三届大会发布5G应用案例20个，历时3天。"))] == ["20个"]


def test_a_sentence_without_numbers(scoped: Scoped) -> None:
    assert slots(scoped("加强统筹协调。")) == ()
