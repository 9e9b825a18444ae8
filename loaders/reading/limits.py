"""How much one file may cost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...sandbox import MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one file's reading.

    memory_bytes: address space of the reading process, of which about 100 MB are the program itself.
    cpu_seconds, wall_seconds: processor time and time on the clock.
    text_bytes, binary_bytes: size on disk of .txt, .md, .html, and of .pdf, .docx and images. The longest plans and
    yearbooks have 2 MB of text; 16 MB is five million characters.
    page_memory_bytes, page_seconds: address space and processor time of recognising one page; by the clock it may take
    twice as long, for the machine may be busy. ocr_pages: so many pages of a file are recognised.
    """

    memory_bytes: int = 1024 * MEGABYTE
    cpu_seconds: int = 20
    wall_seconds: float = 20.0
    text_bytes: int = 16 * MEGABYTE
    binary_bytes: int = 128 * MEGABYTE
    page_memory_bytes: int = 3072 * MEGABYTE
    page_seconds: int = 60
    ocr_pages: int = 1000

    def of_page(self) -> Limits:
        """The limits of the box that recognises one page."""
        return replace(
            self,
            memory_bytes=self.page_memory_bytes,
            cpu_seconds=self.page_seconds,
            wall_seconds=2.0 * self.page_seconds,
        )
