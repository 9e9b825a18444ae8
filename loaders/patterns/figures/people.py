"""The subjects of numbers of people and households: those who do something, to whom it happens, who are sent."""

from __future__ import annotations

import re

from .subject import Around, Subject, named, start_of
from .words import listed, one_of

PEOPLE = ("人次", "人", "名", "户次", "户")
"""Units in which people and households are counted."""


def sent(a: Around) -> Subject | None:
    """总台共投入2500人: people by what they are sent for."""
    if a.slot.quantity.unit not in PEOPLE or a.right.text or a.left.carrier not in (None, "超", "超过", "共", "已"):
        return None
    sends = one_of("sends").search(a.text, a.slot.clause.start, a.slot.quantity.start)
    if sends is None or a.text[sends.end() : a.slot.quantity.start].strip("了约近超过"):
        return None
    name = f"{sends.group()}{'人次' if a.slot.quantity.unit == '人次' else '人员'}"
    return Subject(name, sends.start(), a.slot.quantity.end, sends.group(), None, False)


def doing(a: Around) -> Subject | None:
    """600万人实现脱贫: people by what they do."""
    unit = a.slot.quantity.unit
    alone = not a.left.noun.text and not a.after.strip("，。；、 ")
    done = a.left.verb is not None and (a.left.verb.endswith("安置") or listed(a.left.verb, "undergone"))
    if alone and done and unit in ("人次", "人", None):
        name = f"{a.left.verb}{unit if unit == '人次' else '人口'}"  # 紧急转移安置900万人次
        return named(name, start_of(a.left, a.slot.quantity.start), a.slot.quantity.end, a.left, False)
    if unit not in PEOPLE or not re.match(r"[\u4e00-\u9fff]{4,}", a.after):
        return None
    name = f"{a.after}的{'人次' if unit == '人次' else '人员'}"
    return named(name, start_of(a.left, a.slot.quantity.start), a.slot.right, a.left, True)


def befallen(a: Around) -> Subject | None:
    """3名警员死亡: those to whom it happened, by what they are."""
    if a.slot.quantity.unit not in (*PEOPLE, "位"):
        return None
    befell = one_of("befell").pattern
    if them := re.match(f"(?:{befell})(?:[或和](?:{befell}))*(?=、|$)", a.right.text):
        end = a.right.start + them.end()
        return Subject(f"{them.group()}人员", a.slot.quantity.start, end, them.group(), None, True)
    who = re.fullmatch(f"(?P<who>[^、，在或]{{2,}}?)(?P<what>{befell})", a.right.text)
    if who is None or re.search(f"中$|{befell}", who["who"]):
        return None
    return Subject(f"{who['what']}的{who['who']}", a.slot.quantity.start, a.right.end, who["what"], None, True)


def undergoing(a: Around) -> Subject:
    """6人受伤, 30万户断电: those to whom it happened."""
    unit, happened = a.slot.quantity.unit, a.right.text.rstrip("后")
    if unit == "例":
        return Subject(f"{happened}病例", a.slot.quantity.start, a.right.end, happened, None, True)
    name = f"{happened}{'户数' if unit in ('户', '户次') else '人次' if unit == '人次' else '人员'}"
    return Subject(name, a.slot.quantity.start, a.right.end, happened, None, True)
