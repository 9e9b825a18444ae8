"""Room 6 of the street: how sure a fact is, learned from annotated documents (docs/quality.md)."""

from __future__ import annotations

from .model import judged

__all__ = ["judged"]
