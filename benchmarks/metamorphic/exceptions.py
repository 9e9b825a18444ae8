"""The kinds of disagreements that are known, with their reasons (exceptions.yaml)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("exceptions.yaml")


def kinds() -> list[Mapping[str, Any]]:
    """Each kind: its name, the reason, and where it occurs."""
    found: list[Mapping[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def kind_of(transformation: str, document: str) -> str | None:
    """The kind of a disagreement by transformation (or the beginning of its name) and document; None where unknown."""
    name = document.rsplit(".", 1)[0]
    for kind in kinds():
        for place in kind["where"]:
            beginnings: Sequence[str] = place["transformations"]
            if place["document"].rsplit(".", 1)[0] == name and transformation.startswith(tuple(beginnings)):
                return str(kind["kind"])
    return None
