"""A question's Cypher made narrower for the embedded engine by what its parameters are.

The engine looks a node up at once by `n.id = $one` with the node's type; `n.id IN $ids`, or a node without a type, it
finds by reading every node. So `(n:A|B) /*p*/` and `(n) /*p*/`, where p is a name, mark the nodes that p names, and a
branch between UNIONs is written once for each of them; branches that cannot answer are left out. The answer is the
same, for rows that several branches give are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .directory import Names
from .questions import Bound, Question

_MOST = 8
"""Ids of one parameter for each of which a branch is written; of more the engine reads all nodes of their types."""
_UNION = re.compile(r"^UNION\n", re.MULTILINE)
_AGGREGATES = re.compile(r"\b(?:avg|collect|count|max|min|sum)\(", re.IGNORECASE)


def narrowed(
    text: str, question: Question, bound: Bound, parameters: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """The narrower text and its parameters, of a question's whole text (`texts.cypher`) and `cypher_parameters`."""
    given = dict(parameters)
    branches = _UNION.split(text)
    for parameter in question.parameters:
        if parameter.kind == "name":
            names = bound[parameter.name]
            found = [one for branch in branches for one in _branches(branch, parameter.name, names)]
            branches = found or branches[:1]
            if names is not None:
                given |= {f"{parameter.name}_{place}": one for place, one in enumerate(names.ids)}
                given[f"{parameter.name}_only"] = names.names[0]
    made = "UNION\n".join(branch if branch.endswith("\n") else branch + "\n" for branch in branches)
    used = set(re.findall(r"\$(\w+)", made))
    return made, {name: value for name, value in given.items() if name in used}


def _branches(branch: str, name: str, names: Names | None) -> Iterator[str]:
    """What is left of a branch for one parameter."""
    marked = re.compile(rf"\((\w+)((?::[A-Za-z|]+)?)\) */\*{name}\*/")
    if names is None:
        first = re.match(r"MATCH " + marked.pattern, branch)
        needed = first and re.search(rf"(?:WHERE|AND) {first[1]}\.id IN \${name}\b", branch)
        if not needed:
            # an alternative that is always true keeps the engine from beginning at another parameter's node
            yield re.sub(rf"\(\$any_{name} OR [^()]*\)", "true", branch)
        return
    if re.search(rf"\$any_{name} AND\b", branch):
        return
    branch = branch.replace(f"$any_{name} OR ", "")
    if len(names.names) == 1:
        branch = re.sub(rf"\bIN \${name}_names\b", f"= ${name}_only", branch)
    places = list(marked.finditer(branch))
    variables = {place[1] for place in places}
    allowed = [set(place[2][1:].split("|")) for place in places if place[2]]
    kinds = [(place, kind) for place, (kind, _) in enumerate(names.nodes) if all(kind in one for one in allowed)]
    optional = f"OPTIONAL MATCH {places[0][0]}" in branch if places else False
    if not places or optional or (not kinds and _AGGREGATES.search(branch)):
        yield branch
    elif len(kinds) > 1 and (len(kinds) > _MOST or len(places) > 1 or _AGGREGATES.search(branch)):
        types = "|".join(sorted({kind for _, kind in kinds}))
        yield marked.sub(rf"(\1:{types}) ", branch)
    else:
        for place, kind in kinds:
            one = marked.sub(rf"(\1:{kind}) ", branch)
            for variable in variables:
                one = re.sub(rf"(?<!NOT )\b{variable}\.id IN \${name}\b", f"{variable}.id = ${name}_{place}", one)
            yield one
