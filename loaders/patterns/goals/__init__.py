"""Goals: targets without a number that name an end state (docs/goals.md says what a goal is)."""

from .find import find

__all__ = ["find"]
