"""Lists of members, one a line."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.schema.facts import Relation

Relations = Callable[[str], list[Relation]]
TEXT = """国务院办公厅关于调整国务院某某工作领导小组组成人员的通知

各省、自治区、直辖市人民政府：

现将调整后的名单通知如下。

组　长：高　远　　国务院副总理

副组长：林立成　　国务院副秘书长

周文海　　财政部部长

成　员：吴　敏　　教育部副部长、司法部副部长

领导小组办公室设在财政部。

国务院办公厅

2020年5月6日
"""


def test_posts_and_roles(relations: Relations) -> None:
    made = [r for r in relations(TEXT) if r.predicate == "holds_post"]
    found = {(r.subject.name, r.object.name, r.post, r.year) for r in made}
    group = "国务院某某工作领导小组"
    assert found == {
        ("高远", "国务院", "副总理", 2020), ("林立成", "国务院", "副秘书长", 2020), ("周文海", "财政部", "部长", 2020),
        ("吴敏", "教育部", "副部长", 2020), ("吴敏", "司法部", "副部长", 2020), ("高远", group, "组长", 2020),
        ("林立成", group, "副组长", 2020), ("周文海", group, "副组长", 2020), ("吴敏", group, "成员", 2020),
    }  # fmt: skip


def test_one_line_alone_is_no_list(relations: Relations) -> None:
    text = "市财政局工作简报\n\n本期责编\n\n周文海　　财政部部长\n\n全市财政收入平稳增长，好于预期。\n"
    assert not [r for r in relations(text) if r.extractor.startswith("holds_post.")]
