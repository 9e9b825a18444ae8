"""What all tests share."""

from __future__ import annotations

import ctypes
import importlib.util
import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from policygraph.conductor import Build, build
from policygraph.loaders.reading import ocr_version

_DEAR = frozenset({"built_folder", "neo4j_server", "neo4j_servers"})
"""Fixtures that are made once a run, and take long to make."""
GLYPHS = Path(__file__).parent / "data" / "glyphs.otf"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Which tests one of several processes takes together: a file's, and all that share what is dear to make."""
    if config.pluginmanager.hasplugin("xdist"):
        dear = {item.path for item in items if not _DEAR.isdisjoint(getattr(item, "fixturenames", ()))}
        for item in items:
            item.add_marker(pytest.mark.xdist_group("dear" if item.path in dear else str(item.path)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and gold annotation beside the checkout; tests that need it are skipped without."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("no ../shared/corpus beside the checkout")
    return folder


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Build]:
    """built_folder(folder): a build of a folder of documents, made once a run. Whoever asks for it only reads it."""
    made: dict[Path, Build] = {}

    def built(folder: Path) -> Build:
        if folder not in made:
            made[folder] = build(folder, tmp_path_factory.mktemp("built") / "built.pg", workers=2)
        return made[folder]

    return built


@pytest.fixture(scope="session")
def draw_page() -> Callable[..., Any]:
    """draw_page(lines, …): lines of text drawn on white paper as a Pillow image, as a scanner sees a page.

    lines: (left, top, text) in pixels. size: of the paper in pixels. height: of a character. The font holds the
    characters of the tests; a text with another one is an error of the test. Skipped without the extra, whose
    recogniser is to read it.
    """
    if ocr_version() is None:
        pytest.skip("the extra policygraph[ocr] is not installed")
    from PIL import Image, ImageDraw, ImageFont

    def drawn(lines: Iterable[tuple[int, int, str]], size: tuple[int, int] = (1000, 700), height: int = 34) -> Any:
        font = ImageFont.truetype(GLYPHS, height)
        page = Image.new("L", size, 255)
        for left, top, text in lines:
            unknown = [c for c in text if c != " " and font.getmask(c).getbbox() == font.getmask("\uffff").getbbox()]
            assert not unknown, f"no glyph for {unknown}: add them to tests/data/glyphs.otf"
            ImageDraw.Draw(page).text((left, top), text, font=font, fill=20)
        return page

    return drawn


@pytest.fixture(scope="session")
def scanned() -> Callable[..., bytes]:
    """scanned(page, …): Pillow images as the pages of a PDF without a text layer, at 150 dots per inch."""

    def made(*pages: Any) -> bytes:
        file = io.BytesIO()
        pages[0].save(file, "PDF", resolution=150, save_all=True, append_images=pages[1:])
        return file.getvalue()

    return made


@pytest.fixture(scope="session")
def with_text_layer() -> Callable[..., bytes]:
    """with_text_layer(pdf, page, rows): the PDF with rows of ASCII text on a page, unseen unless `seen` is true."""
    import pypdfium2 as pdfium

    def written(data: bytes, number: int, rows: Iterable[str], seen: bool = False) -> bytes:
        document = pdfium.PdfDocument(data)
        page = document[number]
        for n, row in enumerate(rows):
            text = pdfium.raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 9)
            codes = (row + "\0").encode("utf-16-le")
            pdfium.raw.FPDFText_SetText(text, (ctypes.c_ushort * (len(codes) // 2)).from_buffer_copy(codes))
            if not seen:
                pdfium.raw.FPDFTextObj_SetTextRenderMode(text, pdfium.raw.FPDF_TEXTRENDERMODE_INVISIBLE)
            pdfium.raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 20, 20 + 20 * n)
            pdfium.raw.FPDFPage_InsertObject(page, text)
        page.gen_content()
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return written


@pytest.fixture(scope="session")
def neo4j_servers() -> ModuleType:
    """The module tests/neo4j_server/server.py: how a Neo4j server is started."""
    place = Path(__file__).parent / "neo4j_server" / "server.py"
    spec = importlib.util.spec_from_file_location("neo4j_server", place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def neo4j_cache(request: pytest.FixtureRequest) -> Path:
    """A folder of the checkout for the artefacts of the server, kept from run to run."""
    return request.config.cache.mkdir("neo4j")  # type: ignore[union-attr]


@pytest.fixture(scope="session")
def new_neo4j_server(
    neo4j_servers: ModuleType, neo4j_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Any]]:
    """new_neo4j_server(start=True): a server of the caller's own, started; stopped at the end at the latest.

    Where none can be had the test is skipped with the reason; with POLICYGRAPH_REQUIRE_NEO4J=1 it fails.
    """
    started = []

    def made(start: bool = True) -> Any:
        try:
            server = neo4j_servers.new_server(tmp_path_factory.mktemp("neo4j") / "home", neo4j_cache)
        except neo4j_servers.Unavailable as error:
            reason = f"no Neo4j server: {error}"
            if os.environ.get("POLICYGRAPH_REQUIRE_NEO4J") == "1":
                pytest.fail(reason)
            pytest.skip(reason)
        started.append(server)
        if start:
            server.start()
        return server

    yield made
    for server in started:
        server.close()


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest, neo4j_servers: ModuleType) -> Any:
    """A real Neo4j server for the whole run: uri, user, password, driver(), empty(). Tests empty it first.

    POLICYGRAPH_TEST_NEO4J="URI USER PASSWORD" names one that is there already; the tests remove what it holds, so it
    must be empty, or filled by them. Else one is started, as `new_neo4j_server` says.
    """
    if not (named := os.environ.get("POLICYGRAPH_TEST_NEO4J")):
        return request.getfixturevalue("new_neo4j_server")()
    return neo4j_servers.named_server(*named.split())
