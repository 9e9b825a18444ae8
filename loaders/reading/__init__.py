"""Room 1 of the street: bytes to Source."""

from .box import missing_protections
from .boxed import close, read
from .limits import Limits
from .mapped import MappedText
from .reader import SUFFIXES, read_bytes, suffixes
from .source import Source

__all__ = [
    "SUFFIXES", "Limits", "MappedText", "Source", "close", "missing_protections", "read", "read_bytes", "suffixes",
]  # fmt: skip
