"""Where words stand in a text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.language.occurrences import occurrences


@given(text=st.text("甲乙.", max_size=20), words=st.text("甲乙.", min_size=1, max_size=3))
def test_they_stand_where_a_pattern_of_them_finds_them(text: str, words: str) -> None:
    assert list(occurrences(text, words)) == [match.start() for match in re.finditer(re.escape(words), text)]
