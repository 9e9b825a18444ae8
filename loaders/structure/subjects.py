"""Who acts: the body in a report's first sentence, the speaker in a speech's title."""

from __future__ import annotations

import re
from functools import cache

from ...schema.vocabulary import alternation
from .claims import body_name, words
from .titles import same_title

# 陈某出席…会议并讲话, 李某在…大会上的致辞: name, then what he or she did, then the speech.
_SPEAKER = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{1,8}?[^省市县区部委局厅])(?:同志|将|近日|日前)?(?:出席|参加|主持|在|赴|会见|到)[^，。]{2,60}?(?:讲话|致辞|发言|演讲|报告)"
)


def speaker_of_title(title: str) -> str | None:
    """The speaker that a speech's title begins with; None for other titles."""
    match = _SPEAKER.match(title)
    return match["name"] if match else None


# …、…联合印发了《X》: who issued it, in the clause before the verb.
_ISSUED = re.compile(
    r"(?:^|[，,。\s])(?P<body>[^，,。\s]{2,60}?)(?:等[\u4e00-\u9fff\d]{1,4}部门)?(?:近日|日前)?(?:联合)?"
    r"(?:印发|发布|出台|公布|下发)了?《"
)


def issuer_of(paragraph: str, title: str) -> tuple[str, int] | None:
    """(bodies, offset) that a news agency's report names as having issued the document with this title."""
    for match in _ISSUED.finditer(paragraph):
        name = body_name(match["body"])
        if name and same_title(paragraph[match.end() :].partition("》")[0], title):
            return name, match.start("body")
    return None


@cache
def _subject() -> re.Pattern[str]:
    ends = alternation(words("department_ends"))
    verbs = alternation(words("subject_follows"))
    return re.compile(rf"(?:^|[，,。])(?P<body>[\u4e00-\u9fff]{{1,18}}?(?:{ends}))(?=(?:{verbs}))")


def subject_of(paragraph: str) -> tuple[str, int] | None:
    """(name, offset) of the body that does the work in a report's first sentence; None where none stands there.

    It begins a clause (2020年，…，工业和信息化部科技司坚持…).
    """
    end = paragraph.find("。")
    match = _subject().search(paragraph[: end if end >= 0 else len(paragraph)])
    return (match["body"], match.start("body")) if match else None
