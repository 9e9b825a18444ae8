"""The graph over HTTP, for programs and browsers of the same computer."""

from .app import application

__all__ = ["application"]
