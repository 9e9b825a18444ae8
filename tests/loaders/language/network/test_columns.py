"""What the network sees of each character."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.language import Name, Reader
from policygraph.loaders.language.mentions import Mention
from policygraph.loaders.language.network.columns import COLUMNS, columns, of, starts_and_ends, write

CHARACTER, PAIR, MENTION, NAME, WORD = range(len(COLUMNS))


def test_digits_and_marks_are_read_alike() -> None:
    assert np.array_equal(columns("（2021）,"), columns("(１９０７)，"))
    assert columns("一")[0, CHARACTER] != columns("二")[0, CHARACTER]


def test_a_pair_is_the_character_and_the_one_after_it() -> None:
    one, other = columns("规划"), columns("规章")
    assert one[0, CHARACTER] == other[0, CHARACTER]
    assert one[0, PAIR] != other[0, PAIR]


def test_a_mention_is_told_by_place_type_and_rule() -> None:
    tables = [
        columns("财政部印发", [Mention(0, 3, kind, rule)])
        for kind, rule in (("Agency", "gazetteer"), ("Plan", "gazetteer"), ("Agency", "alias"))
    ]
    assert len({table[0, MENTION] for table in tables}) == 3
    for table in tables:
        assert starts_and_ends(table[:, MENTION]) == [(0, 3)]
        assert not table[3:, MENTION].any()


def test_a_name_that_is_a_mention_is_not_told_twice() -> None:
    name = Name(0, 3, "财政部", "财政部", "Agency", "gazetteer")
    assert not columns("财政部印发", [Mention(0, 3, "Agency", "gazetteer")], [name])[:, NAME].any()
    assert starts_and_ends(columns("财政部印发", [], [name])[:, NAME]) == [(0, 3)]


@given(st.lists(st.text("建设示范工厂", min_size=1, max_size=5), min_size=1, max_size=8))
def test_words_are_told_by_their_ends(words: list[str]) -> None:
    ends = np.cumsum([len(word) for word in words]).tolist()
    table = columns("".join(words), words=words)
    assert starts_and_ends(table[:, WORD]) == list(zip([0, *ends], ends, strict=False))
    assert not columns("".join(words))[:, WORD].any()


def test_columns_go_with_the_doc(reader: Reader) -> None:
    doc = reader.nlp.make_doc("财政部")
    assert np.array_equal(of(doc), columns("财政部"))
    told = columns("财政部", [Mention(0, 3, "Agency", "gazetteer")])
    write(doc, told)
    assert of(doc) is told
