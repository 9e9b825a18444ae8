"""Who may ask: programs and pages of this computer that know its address, no page of another site."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Of every answer. Styles may stand in elements, for the editor sets them; a script may not."""


class Guard:
    """Passes on what is addressed to this computer by name and comes from no other site.

    A name that another site lets point to this computer (DNS rebinding) shows in Host; a page of another site shows in
    Origin or Sec-Fetch-Site, which it cannot change.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        names = ["127.0.0.1", "localhost", "[::1]"]
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers 421 or 403 itself, else as the application does."""
        if scope["type"] != "http":
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, sent)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self._hosts:
            return PlainTextResponse("this address is not that of the endpoint\n", 421)
        origins = headers.getlist("origin")
        if any(origin.lower() not in self._origins for origin in origins):
            return PlainTextResponse("pages of other sites may not ask\n", 403)
        site = headers.get("sec-fetch-site", "none")
        opens_page = scope["method"] == "GET" and scope["path"] == "/" and headers.get("sec-fetch-mode") == "navigate"
        if site not in ("none", "same-origin") and not opens_page:
            return PlainTextResponse("pages of other sites may not ask\n", 403)
        return None
