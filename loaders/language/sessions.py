"""Congresses and sessions by their number: 党的二十大, 十九届五中全会, 第十三届全国人民代表大会第一次会议."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from .candidates import names, text_of
from .reading import Name

COMPONENT = "policygraph_sessions"

_HAN = "[一二三四五六七八九十]"
_HINTS = ("届", "党的", "中共", "中国共产党")
"""Without one of these no congress and no session stands in a text."""
_SESSION = re.compile(
    rf"(?:党的|中共)(?P<congress>{_HAN}{{1,3}})大(?!以来|报告|精神|会)"
    rf"|(?:党的|中共)?(?P<committee>{_HAN}{{1,3}})届(?P<plenum>{_HAN})中全会"
    rf"|中国共产党第{_HAN}{{1,3}}次全国代表大会"
    rf"|第{_HAN}{{1,3}}届全国人民代表大会(?:第{_HAN}次会议)?"
    rf"|(?:全国人大|全国政协|政协)?{_HAN}{{1,3}}届(?:全国人大|全国政协|全国委员会)?常委会第{_HAN}{{1,3}}次(?:主席)?会议"
    rf"|(?P<npc>{_HAN}{{1,3}})届全国人大(?P<npc_session>{_HAN})次会议"
)

_OTHER_PARTY = re.compile(
    r"(?:民建|民革|民盟|民进|台盟|九三学社|致公党|农工党|[一-龥]{2,4}(?:省委|市委|区党委|区委|县委))$"
)
"""Committees other than the Central Committee of the Communist Party, which count their sessions too."""


def find(text: str) -> list[Name]:
    """Every congress and session, with its full name: 党的二十大 is 中国共产党第二十次全国代表大会."""
    if not any(word in text for word in _HINTS):
        return []
    found = []
    for match in _SESSION.finditer(text):
        canonical, start = match[0], match.start()
        other = _OTHER_PARTY.search(text, max(0, start - 8), start)
        if other is not None and (match["committee"] or canonical.startswith("中国共产党")):
            whole = text[other.start() : match.end()]
            found.append(Name(other.start(), match.end(), whole, whole, "Event", "event"))
            continue
        if number := match["congress"]:
            canonical = f"中国共产党第{number}次全国代表大会"
        elif number := match["committee"]:
            canonical = f"党的{number}届{match['plenum']}中全会"
        elif number := match["npc"]:
            canonical = f"第{number}届全国人民代表大会第{match['npc_session']}次会议"
        found.append(Name(match.start(), match.end(), match[0], canonical, "Event", "event"))
    return found


@Language.component(COMPONENT)
def sessions(doc: Doc) -> Doc:
    """Adds every congress and session to the candidates."""
    names(doc).extend(find(text_of(doc)))
    return doc
