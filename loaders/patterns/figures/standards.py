"""The subjects of standards and limits that a rule sets for something."""

from __future__ import annotations

import re

from .subject import Around, Subject, named
from .words import one_of

_SETS = re.compile(r"\s*的?(?P<what>标准|限额|额度|比例|幅度|上限)内?(?P<does>[\u4e00-\u9fff]{2,8})$")


def at_standard(a: Around) -> Subject | None:
    """按照每月1000元的标准定额扣除: what is set, and for what."""
    found = _SETS.match(a.after) if not a.left.carrier else None
    if found is None or not one_of("set_acts").search(found["does"]):
        return None
    end = a.slot.quantity.end + found.end()
    return named(f"{found['does']}{found['what']}", a.slot.quantity.start, end, a.left, True)
