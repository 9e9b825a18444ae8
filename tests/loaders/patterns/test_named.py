"""What the two ends of a relation rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph.schema.basis import Basis
from policygraph.schema.facts import Relation

if TYPE_CHECKING:
    from .conftest import Relations

REPORT = "工业和信息化部科技司2020年工作总结\n\n2020年，科技司组织{}\n"
NOTICE = "海南省人民政府关于印发《海南省新材料产业发展规划（2021—2025年）》的通知\n\n实施新材料强基工程。\n"


def one(found: list[Relation], predicate: str, name: str) -> tuple[Basis, Basis]:
    """The bases of subject and object of the first relation to a thing."""
    made, *_ = [r for r in found if r.predicate == predicate and r.object.name == name]
    bases = dict(made.bases)
    return bases["subject"], bases["object"]


def test_names_stand_where_their_bases_say(relations: Relations) -> None:
    text = REPORT.format("实施轻工机械强基工程。")
    subject, thing = one(relations(text), "launches", "轻工机械强基工程")
    assert (subject.where, subject.rule, subject.text) == ("clause", "names.gazetteer", "科技司")
    assert (thing.where, thing.text) == ("clause", "轻工机械强基工程")
    for basis in (subject, thing):
        assert text[basis.char_start : basis.char_end] == basis.text


def test_a_restored_name_rests_on_the_words_of_its_list(relations: Relations) -> None:
    text = REPORT.format("认定氢能装备、智能农机2家国家制造业创新中心。")
    _, thing = one(relations(text), "launches", "氢能装备国家制造业创新中心")
    assert thing.rule == "coordination.restored"
    assert thing.text is not None
    assert "氢能装备" in thing.text
    assert text[thing.char_start : thing.char_end] == thing.text


def test_an_inherited_plan_is_the_plan_of_the_title(relations: Relations) -> None:
    subject, thing = one(relations(NOTICE), "deploys", "新材料强基工程")
    assert (subject.where, subject.rule) == ("title", "origin.title")
    assert thing.where == "clause"


def test_an_issuer_that_the_title_names(relations: Relations) -> None:
    subject, thing = one(relations(NOTICE), "issues", "海南省新材料产业发展规划（2021—2025年）")
    assert subject.text == "海南省人民政府"
    assert NOTICE[thing.char_start : thing.char_end] == thing.text == "《海南省新材料产业发展规划（2021—2025年）》"


@pytest.mark.parametrize("text", [REPORT.format("举办第三届新材料大会，印发《新材料产业发展指南》。"), NOTICE])
def test_every_relation_says_what_both_ends_rest_on(relations: Relations, text: str) -> None:
    found = relations(text)
    assert found
    for made in found:
        assert {"subject", "object"} <= dict(made.bases).keys()
