"""Numbers with their units and comparators, and numbers that state no quantity.

    >>> [(q.value, q.unit, q.cmp) for q in quantities("建成5G基站22.5万座，培育企业500家以上")]
    [(225000, '座', 'eq'), (500, '家', 'ge')]
"""

from __future__ import annotations

from ...schema.quantities import NotAFigure, Quantity
from . import amounts
from .comparators import bounded, coordinated, with_shared_unit
from .not_figures import ClosedStretches, not_a_figure
from .ranks import rank
from .shares import share
from .widths import narrow


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of the text, from left to right, none overlapping; offsets count in `text`."""
    return tuple(found for found in scan(text) if isinstance(found, Quantity))


def not_figures(text: str) -> tuple[NotAFigure, ...]:
    """Every number of the text that states no quantity, with the reason."""
    return tuple(found for found in scan(text) if isinstance(found, NotAFigure))


def scan(text: str) -> tuple[Quantity | NotAFigure, ...]:
    """Quantities and numbers that are none, from left to right, none overlapping.

    Full-width digits and spaces inside (近 100 个) are read; a line break ends every expression.
    """
    if not amounts.TRIGGER.search(text):
        return ()
    plain = narrow(text)
    closed = ClosedStretches(plain)
    found: list[Quantity | NotAFigure] = []
    done = 0  # everything left of it is read
    for trigger in amounts.TRIGGER.finditer(plain):
        start, stop = trigger.span()
        start = max(start, done)
        while start < stop:
            hit = (
                closed.at(text, start)
                or rank(text, plain, start, done)
                or share(text, plain, start, done)
                or not_a_figure(text, plain, start)
                or amounts.amount(text, plain, start, done)
            )
            if hit is None:
                start += 1
                continue
            with_shared_unit(plain, found, hit)
            if (both := bounded(text, plain, found[-1] if found else None, hit)) is not None:
                found[-1] = both
            else:
                found.append(coordinated(plain, found[-1] if found else None, hit))
            start = done = hit.end
    return tuple(found)
