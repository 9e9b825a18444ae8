"""Files made by the tests: PDF, .docx, and the hostile ones."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import docx
import pytest


def pdf_bytes(pages: list[list[str]], *, title: str = "", trailer: str = "") -> bytes:
    """A PDF of Chinese lines: one Type 0 font that no file embeds, text as UCS-2 codes."""
    objects: list[bytes] = []
    count = len(pages)
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(count))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>"
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>"
    )
    objects.append(
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    )
    for lines in pages:
        shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td\n" for line in lines)
        content = f"BT /F1 12 Tf 60 780 Td\n{shown}ET".encode()
        number = len(objects) + 2
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    if title:
        objects.append(f"<< /Title <FEFF{title.encode('utf-16-be').hex()}> >>".encode())
        trailer += f" /Info {len(objects)} 0 R"
    return assemble_pdf(objects, trailer)


def drawn_pdf_bytes(words: list[tuple[float, float, str]], drawing: str) -> bytes:
    """A PDF of one page: words at their places (x, y from the lower left corner), and a drawing in PDF's operators."""
    shown = "".join(f"1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj\n" for x, y, text in words)
    content = f"{drawing}\nBT /F1 12 Tf\n{shown}ET".encode()
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>"
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            font,
            b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>",
            b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
            b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        ]
    )


def assemble_pdf(objects: list[bytes], trailer: str = "") -> bytes:
    """The numbered objects (object 1 is the catalogue) as a PDF file with its table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def flate_bomb_pdf(megabytes: int, layers: int = 2) -> bytes:
    """A PDF whose page content expands to so many MB, deflated `layers` times over."""
    content = b"BT /F1 12 Tf " + b"0 0 Td " * (megabytes * 150_000) + b"ET"
    for _ in range(layers):
        content = zlib.compress(content, 9)
    filters = " ".join(["/FlateDecode"] * layers)
    return assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
            b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(content), filters.encode(), content),
        ]
    )


def self_referring_pdf() -> bytes:
    """A page whose forms draw each other many times over: 16 of them, 8 times each, never end."""
    forms = 16
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /F0 5 0 R >> >> >>",
        b"<< /Length 6 >>\nstream\n/F0 Do\nendstream",
    ]
    for number in range(forms):
        target = 5 + (number + 1) % forms
        content = f"/F{number + 1} Do ".encode() * 8
        objects.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length {len(content)} "
            f"/Resources << /XObject << /F{number + 1} {target} 0 R >> >> >>\nstream\n".encode()
            + content
            + b"\nendstream"
        )
    return assemble_pdf(objects)


def docx_bytes(fill: Callable[[docx.document.Document], None]) -> bytes:
    """A .docx that `fill` writes."""
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same .docx with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, content if part.filename == name else old.read(part))
    return out.getvalue()


def docx_body(inside: bytes, prolog: bytes = b"") -> bytes:
    """A .docx whose document part is made of these bytes."""
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    part = (
        b"<?xml version='1.0'?>" + prolog + b"<w:document " + space + b"><w:body>" + inside + b"</w:body></w:document>"
    )
    return docx_with_part(docx_bytes(lambda d: None), "word/document.xml", part)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "expanding.docx": lambda: docx_body(b"<w:p><w:r><w:t>A</w:t></w:r></w:p>" * 3_000_000),
    "entity.docx": lambda: docx_body(
        b"<w:p><w:r><w:t>A&x;B</w:t></w:r></w:p>", b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    ),
    "laughs.docx": lambda: docx_body(
        b"<w:p><w:r><w:t>&i;</w:t></w:r></w:p>",
        b'<!DOCTYPE w:document [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8))
        + b"]>",
    ),
    "deep.docx": lambda: docx_body(b"<w:p>" * 100_000 + b"</w:p>" * 100_000),
    "deep.html": lambda: b"<div>" * 100_000 + "文".encode() + b"</div>" * 100_000,
    "line.html": lambda: b"<p>" + "工作".encode() * 9_000_000 + b"</p>",
    "attributes.html": lambda: b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + ">文</p>".encode(),
    "paragraphs.html": lambda: b"<p>" * 400_000 + "文".encode(),
    "comments.html": lambda: b"<!--" * 500_000,
    "scripts.html": lambda: b"<script>" * 300_000,
    "self.pdf": self_referring_pdf,
    "bomb.pdf": lambda: flate_bomb_pdf(400),
    "broken_xref.pdf": lambda: (
        pdf_bytes([["关于工作的通知"]]).replace(b"xref", b"xxxx").replace(b"/Root 1 0 R", b"/Root 9 0 R")
    ),
    "line.txt": lambda: "工作".encode("gb18030") * 12_500_000,
    "long_line.txt": lambda: "工作".encode("gb18030") * 1_500_000,
    "noise.txt": lambda: bytes((n * n * 31 + n // 7) % 251 + 1 for n in range(200_000)),
    "binary.txt": lambda: bytes(range(256)) * 400,
    "picture.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "scan.txt": lambda: pdf_bytes([["关于工作的通知"]]),
    "letter.md": lambda: docx_body(b"<w:p><w:r><w:t>A</w:t></w:r></w:p>"),
    "empty.txt": lambda: b"",
    "blank.md": lambda: b" \n\n\t",
}
"""Name of the file → its bytes."""


@pytest.fixture(scope="session")
def hostile() -> dict[str, Callable[[], bytes]]:
    """The hostile files by name."""
    return HOSTILE


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """`pdf_bytes`: pages as lists of lines to a PDF file."""
    return pdf_bytes


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    """`docx_bytes`: a function that fills a document, to a .docx file."""
    return docx_bytes


@pytest.fixture(scope="session")
def docx_of_body() -> Callable[..., bytes]:
    """`docx_body`: the XML inside the body, to a .docx file."""
    return docx_body


@pytest.fixture(scope="session")
def part_replaced() -> Callable[..., bytes]:
    """`docx_with_part`."""
    return docx_with_part


@pytest.fixture(scope="session")
def protected_pdf() -> bytes:
    """A PDF under the standard security handler whose entries no known password fits."""
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00><00>]"
    return pdf_bytes([["关于工作的通知"]], trailer=lock)


@pytest.fixture(scope="session")
def drawn_pdf() -> Callable[..., bytes]:
    """drawn_pdf(words, drawing): see `drawn_pdf_bytes`."""
    return drawn_pdf_bytes
