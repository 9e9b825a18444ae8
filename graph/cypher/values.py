"""What goes into a query of the embedded Cypher engine and what comes out, as plain Python values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from itertools import chain, zip_longest
from typing import Any

from ...schema.errors import QueryError

_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


def given(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as the engine takes them: text, numbers, booleans, None, lists of these.

    Raises QueryError, with the name of the parameter, for any other value.
    """
    return {name: _given(name, value) for name, value in parameters.items()}


def _given(name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        if not _SMALLEST <= value <= _LARGEST:
            raise QueryError(f"parameter {name} is {value}; expected a whole number of 64 bits")
        return value
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise QueryError(f"parameter {name} is {value!r}; expected a text without half characters") from error
        return value
    if isinstance(value, list | tuple):
        return [_given(name, one) for one in value]
    raise QueryError(f"parameter {name} is of type {type(value).__name__}; expected a text, number or list")


def plain(value: Any) -> Any:
    """A value of a result: int, float, str, bool, None or a list of these.

    A node or relationship gives its id, a path the ids along it; a date ISO text; a map a dict of plain values.
    """
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Decimal):  # sums of integers are 128 bits wide, which come as Decimal
        return int(value) if value.as_tuple().exponent == 0 else float(value)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        if "_LABEL" in value and "_ID" in value:
            return value.get("id")
        if value.keys() == {"_NODES", "_RELS"}:
            return _along(value["_NODES"], value["_RELS"])
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _along(nodes: list[Any], edges: list[Any]) -> list[Any]:
    """A whole path has a node more than edges and begins with it, one of edges alone has the nodes between them."""
    pairs = zip_longest(nodes, edges) if len(nodes) > len(edges) else zip_longest(edges, nodes)
    return [plain(one) for one in chain.from_iterable(pairs) if one is not None]
