"""Room 1 of the street: bytes to Source."""

from .mapped import MappedText
from .reader import SUFFIXES, read_bytes
from .source import Source

__all__ = ["SUFFIXES", "MappedText", "Source", "read_bytes"]
