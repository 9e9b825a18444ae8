"""Figures: numbers that a document states about something a policy researcher tracks."""

from .find import find

__all__ = ["find"]
