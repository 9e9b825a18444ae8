"""Who answers for a paragraph, by the bracket that it ends with (（A、B负责）, （责任单位：A、B）)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...schema.basis import Basis
from ..language.reading import ReadSentence
from .actors import ACTORS
from .context import Inherited, read_in

_BRACKET = re.compile(
    r"[（(](?:(?P<label>(?:责任|牵头|主要责任|主责)(?:单位|部门)|牵头)[：:])?(?P<bodies>[^（）()：:]{2,200}?)"
    r"(?P<by>(?:按(?:照)?(?:各自)?职责)?(?:分工)?(?:共同)?(?:牵头)?负责)?(?P<first>[。；;，,](?:列|排)(?:在)?第一[^（）()]{0,20})?[)）]\s*[。；]?\s*$"
)
_UNNAMED = re.compile(r"^各|有关|相关")
_OTHERS = re.compile(r"(?:各|有关|相关)(?:部门|单位|机构)")
_FIRST_LEADS = re.compile(r"(?:列|排)(?:在)?第一位?(?:者|的)?(?:为|是)牵头")


def responsible(sentences: Iterable[ReadSentence]) -> dict[int, tuple[Inherited, Basis]]:
    """The bodies that answer for each paragraph of an article with the words that name them, by the paragraph's number.

    Where the article says that the first body of a list leads (列第一位者为牵头单位), only that one.
    """
    found: dict[int, tuple[Inherited, Basis]] = {}
    first_leads = False
    for sentence in sentences:
        first_leads = first_leads or bool(_FIRST_LEADS.search(sentence.text))
        match = _BRACKET.search(sentence.text[-260:])
        if match is None or not (match["label"] or match["by"]):
            continue
        shift = max(0, len(sentence.text) - 260)
        start, end = match.start("bodies") + shift, match.end("bodies") + shift
        names = [
            n for n in sentence.names
            if start <= n.start and n.end <= end and n.type in ACTORS
            and not _UNNAMED.search(n.canonical) and not _OTHERS.match(sentence.text, n.end)
        ]  # fmt: skip
        listed = list(dict.fromkeys(n.canonical for n in names))
        if listed:
            kept = listed[:1] if first_leads and match["by"] else listed
            named = Inherited("、".join(kept), "Agency", "paragraph", (start, end))
            by = read_in(sentence, start, end, "paragraph", "responsible.bracket")
            found[sentence.sentence.paragraph] = named, by
    return found
