"""The SPARQL 1.1 protocol, read only, and a page to ask queries (an ASGI application)."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ..graph.rdf.iri import Iris
from ..queries.adhoc import QueryLimits, QueryRefused, sparql_document
from ..queries.adhoc.tokens import MOST_CHARACTERS
from ..schema.errors import PolicyGraphError
from .description import SYNTAXES, description
from .forms import KNOWN, wanted, wants_page
from .guard import Guard

MOST_BYTES = 12 * MOST_CHARACTERS
"""The longest request: a query of the longest, each character of three bytes, each byte as %E4, and some more."""
MOST_WAITING = 32
"""So many queries are asked or wait at once; further ones are told to come again."""
_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_STATUS = {
    "adhoc_slow": 500, "adhoc_memory": 500, "adhoc_rows": 500, "adhoc_bytes": 500, "adhoc_crashed": 500,
    "adhoc_lost": 500, "adhoc_long": 413, "adhoc_media": 406,
}  # fmt: skip
"""The protocol's 500, "the service refuses to execute the query", where the query itself is one; otherwise 400."""


@dataclass(frozen=True)
class Served:
    """What is asked: the store on disk, the base of its IRIs, the limits of one query, the language of messages."""

    store: Path
    base: str
    limits: QueryLimits
    lang: str = "en"


def application(served: Served, port: int) -> Starlette:
    """The application; port: where it listens, for only what is addressed to it there is answered."""
    endpoint = _Endpoint(served, f"http://127.0.0.1:{port}/sparql")
    page = Path(str(files(__package__).joinpath("page")))
    return Starlette(
        routes=[
            Route("/", lambda request: FileResponse(page / "index.html"), methods=["GET"]),
            Route("/prefixes", lambda request: JSONResponse(Iris(served.base).prefixes()), methods=["GET"]),
            Route("/sparql", endpoint.answer, methods=["GET", "POST"]),
            Mount("/page", StaticFiles(directory=page)),
        ],
        middleware=[Middleware(Guard, port=port)],
        exception_handlers={HTTPException: _failed, Exception: _failed},
    )


async def _failed(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
    return PlainTextResponse("the endpoint failed on this request\n", 500)


class _Endpoint:
    def __init__(self, served: Served, address: str) -> None:
        self._served, self._address = served, address
        self._waiting = threading.BoundedSemaphore(MOST_WAITING)

    async def answer(self, request: Request) -> Response:
        """One request of the protocol."""
        accept = ",".join(request.headers.getlist("accept"))
        query = await _query(request)
        if query is None:
            return self._described(accept)
        media = wanted(accept)
        if not media:
            raise HTTPException(406, f"expected one of {', '.join(KNOWN)}")
        if not self._waiting.acquire(blocking=False):
            raise HTTPException(503, "too many queries at once", {"Retry-After": "5"})
        try:
            return await run_in_threadpool(self._answered, query, media)
        finally:
            self._waiting.release()

    def _answered(self, query: str, media: list[str]) -> Response:
        served = self._served
        try:
            found = sparql_document(served.store, query, served.base, media, served.limits)
        except QueryRefused as error:
            return PlainTextResponse(error.said(served.lang) + "\n", _STATUS.get(error.code, 400))
        except PolicyGraphError as error:
            return PlainTextResponse(f"{error}\n", 500)
        return Response(found.content, headers={"Content-Type": _typed(found.media), "Cache-Control": "no-store"})

    def _described(self, accept: str) -> Response:
        """The service description, or for a browser the page."""
        if wants_page(accept):
            return Response(status_code=303, headers={"Location": "/"})
        media = next((form for form in wanted(accept) if form in SYNTAXES), None)
        if media is None:
            raise HTTPException(406, f"expected one of {', '.join(SYNTAXES)}")
        return Response(description(self._address, media), headers={"Content-Type": _typed(media)})


def _typed(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


async def _query(request: Request) -> str | None:
    """The query of a request; None for a GET that asks none. Raises HTTPException for what the protocol forbids."""
    pairs = _parameters(request.url.query)
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in (_FORM, _QUERY):
            raise HTTPException(415, f"Content-Type is {kind or 'missing'}; expected {_FORM} or {_QUERY}")
        body = await _body(request)
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError as error:
            raise HTTPException(400, f"the body is not UTF-8 ({error.reason} at byte {error.start})") from None
        pairs += _parameters(text) if kind == _FORM else [("query", text)]
    for name, _ in pairs:
        if name == "update" or name.startswith("using-"):
            raise HTTPException(400, "this endpoint answers queries only; updates are refused")
        if name in ("default-graph-uri", "named-graph-uri"):
            raise HTTPException(400, f"{name} is not supported; write FROM or FROM NAMED in the query")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1 or (not queries and request.method == "POST"):
        raise HTTPException(400, f"{len(queries)} parameters called query; expected one")
    return queries[0] if queries else None


def _parameters(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=20)
    except ValueError:
        raise HTTPException(400, "the parameters cannot be read; expected name=value pairs of UTF-8") from None


async def _body(request: Request) -> bytes:
    parts, size = [], 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > MOST_BYTES:
                raise HTTPException(413, f"the request is longer than {MOST_BYTES} bytes")
            parts.append(part)
    except ClientDisconnect:
        raise HTTPException(400, "the request ended early") from None
    return b"".join(parts)
