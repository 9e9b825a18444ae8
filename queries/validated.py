"""What the SHACL shapes say about a graph file or an RDF file, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph import open_graph
from .wording import Words

if TYPE_CHECKING:
    from ..graph.rdf.validation import Finding

_SHOWN = 5
"""Facts that an unusual end is shown with; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Validated:
    """The lines to print, and whether no rule is broken."""

    lines: tuple[str, ...]
    conforms: bool


def validated(path: Path, said: Words) -> Validated:
    """Holds a file against the shapes: as RDF where its suffix says so (.ttl .trig .nq .jsonld .rdf), else as a graph.

    Raises StoreError where it cannot be read.
    """
    from ..graph.rdf.validation import RDF_FORMATS, validate_file, validate_graph  # pyshacl takes a second to import

    if path.suffix.lower() in RDF_FORMATS:
        found = validate_file(path)
    else:
        with open_graph(path) as graph:
            found = validate_graph(graph)
    broken = [finding for finding in found.findings if not finding.warning]
    warnings = [finding for finding in found.findings if finding.warning]
    lines = [said.say("validate.broken", path=path, count=len(broken), facts=found.facts)] if broken else []
    lines += [_line(finding, said) for finding in broken]
    if not broken:
        lines.append(said.say("validate.sound", path=path, facts=found.facts))
    if warnings:
        lines += [said.say("validate.warnings", count=len(warnings)), *(_line(finding, said) for finding in warnings)]
    return Validated(tuple(lines), found.conforms)


def _line(finding: Finding, said: Words) -> str:
    details = dict(finding.details)
    if finding.rule == "ends":
        details["predicate"] = said.label("predicate", details["predicate"])
        details["end"] = said.label("end", details["end"])
        more = said.say("validate.more", count=len(finding.facts) - _SHOWN) if len(finding.facts) > _SHOWN else ""
        details["facts"] = ", ".join(finding.facts[:_SHOWN]) + more
    return f"{finding.node}: " + said.label("finding", finding.rule).format(**details)
