"""Room 1 of the street: bytes to Source."""

from .box import missing_protections
from .boxed import close, read
from .limits import Limits
from .mapped import MappedText
from .ocr_engine import ocr_version
from .reader import PAGED, SUFFIXES, read_bytes, suffixes
from .source import Recognised, Source

__all__ = [
    "PAGED",
    "SUFFIXES",
    "Limits",
    "MappedText",
    "Recognised",
    "Source",
    "close",
    "missing_protections",
    "ocr_version",
    "read",
    "read_bytes",
    "suffixes",
]
