"""OFD files (GB/T 33190-2016), in which Chinese offices exchange documents with a fixed layout: a zip of XML."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from policygraph.loaders.reading.draft import Draft
from policygraph.loaders.reading.mapped import MappedText
from policygraph.schema.documents import Stated

# All that reading needs is imported above: in the process in which a file is read, nothing can be.

LARGEST = 64 << 20
"""Bytes of one XML part; a page of text has some ten thousand."""
SAME_LINE = 1.0
"""Millimeters by which two pieces of one line may stand higher or lower."""


def read(data: bytes) -> Draft:
    """The text of a file, page by page, a line of the layout a line; its offsets count in that text.

    What raises here costs this file alone, which is then named with the extension and the error.
    """
    pages, headers = [], []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for body in _part(archive, "OFD.xml").iterfind("{*}DocBody"):
            title = (body.findtext("{*}DocInfo/{*}Title") or "").strip()
            headers += [("title", Stated(title, "document properties"))] if title else []
            root = _path("OFD.xml", body.findtext("{*}DocRoot") or "")
            for page in _part(archive, root).iterfind("{*}Pages/{*}Page"):
                content = _part(archive, _path(root, page.get("BaseLoc", "")))
                pages.append("".join(f"{line}\n" for line in _lines(content)))
    starts = tuple(sum(map(len, pages[:number])) for number in range(len(pages)))
    text = "".join(pages)
    return Draft(text, MappedText.whole(text), tuple(headers), pages=starts, paged=True)


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    if archive.getinfo(name).file_size > LARGEST:
        raise ValueError(f"{name} has more than {LARGEST} bytes")
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _path(of: str, named: str) -> str:
    """A name in a part as a path in the archive: from its root, or beside that part."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(of), named)).lstrip("/")


def _lines(page: etree._Element) -> Iterator[str]:
    """The lines of a page: its text objects from top to bottom, those at one height from left to right."""
    found = sorted((_place(text), _text(text)) for text in page.iter("{*}TextObject"))
    line: list[tuple[float, str]] = []
    height = 0.0
    for (y, x), text in found:
        if line and y - height > SAME_LINE:
            yield "".join(piece for _, piece in sorted(line))
            line = []
        height = y if not line else height
        line.append((x, text))
    if line:
        yield "".join(piece for _, piece in sorted(line))


def _place(text: etree._Element) -> tuple[float, float]:
    """Top and left of a text object, in millimeters from those of the page."""
    x, y = (text.get("Boundary") or "0 0").split()[:2]
    return float(y), float(x)


def _text(text: etree._Element) -> str:
    return "".join(code.text or "" for code in text.iter("{*}TextCode"))
