"""In which form an answer is given: what HTTP's Accept asks for, best first."""

from __future__ import annotations

from ..graph.rdf.streamed import BOOLEAN_FORMS, GRAPH_FORMS, RESULT_FORMS

ALIASES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/plain": "application/n-triples",
    "application/x-turtle": "text/turtle",
}
"""What programs ask for and mean another form by."""
KNOWN = tuple(dict.fromkeys([*BOOLEAN_FORMS, *RESULT_FORMS, *GRAPH_FORMS]))
"""Every form, the usual ones of each kind of answer first."""


def wanted(accept: str) -> list[str]:
    """The forms that an Accept header takes, the best first; all of them where it is empty.

    A part that cannot be read is passed over. RFC 9110, 12.5.1: of two ranges the more special one tells the weight.
    """
    weights = _weights(accept) or {"*/*": 1.0}
    found = []
    for place, form in enumerate(KNOWN):
        names = [form, *(alias for alias, meant in ALIASES.items() if meant == form)]
        exact = [weights[name] for name in names if name in weights]
        ranges = [weights[name] for name in (f"{form.partition('/')[0]}/*", "*/*") if name in weights]
        weight = max(exact) if exact else ranges[0] if ranges else 0.0
        if weight > 0:
            found.append((-weight, not exact, place, form))
    return [form for *_, form in sorted(found)]


def wants_page(accept: str) -> bool:
    """Whether a browser asks: HTML is named, and at least as much wished for as any other form."""
    weights = _weights(accept)
    page = weights.get("text/html", 0.0)
    return page > 0 and all(weight <= page for weight in weights.values())


def _weights(accept: str) -> dict[str, float]:
    weights = {}
    for part in accept.split(",")[:50]:
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((one.removeprefix("q=") for one in parameters if one.startswith("q=")), "1")
        try:
            if name:
                weights[name] = min(max(float(weight), 0.0), 1.0)
        except ValueError:
            continue
    return weights
