"""The command `policygraph serve`: the SPARQL endpoint on this computer's own address."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

from . import open as open_graph
from .queries import Unanswerable
from .queries.adhoc import QueryLimits, end, unprotected
from .queries.wording import Words
from .schema.notices import Notice

ADDRESS = "127.0.0.1"


def run_serve(graph: Path, port: int, seconds: float | None, said: Words) -> int:
    """Answers queries until it is interrupted; returns the exit status.

    seconds: that a query may take, None for the usual. Raises Unanswerable where the system lacks what keeps the
    queries of others in the box, or the port cannot be had; StoreError as `open`.
    """
    if lacking := unprotected():
        raise Unanswerable("adhoc_unprotected", what="; ".join(Notice(code).said(said.lang) for code in lacking))
    import uvicorn

    from .web.app import Served, application

    with open_graph(graph) as opened:
        limits = QueryLimits() if seconds is None else QueryLimits(seconds=seconds)
        served = Served(opened.sparql_store(), opened.base, limits, said.lang)
    try:
        listening = socket.create_server((ADDRESS, port))
    except OSError as error:
        raise Unanswerable("port", port=port, reason=error.strerror) from None
    with listening:
        port = listening.getsockname()[1]
        settings = uvicorn.Config(
            application(served, port), log_level="warning", access_log=False, server_header=False, lifespan="off",
            ws="none", timeout_keep_alive=5, timeout_graceful_shutdown=1, h11_max_incomplete_event_size=1 << 18,
            http="h11", proxy_headers=False,
        )  # fmt: skip
        print(said.say("serve.ready", path=graph, address=f"http://{ADDRESS}:{port}/"), file=sys.stderr, flush=True)
        try:
            uvicorn.Server(settings).run(sockets=[listening])
        except KeyboardInterrupt:
            pass
        finally:
            end()
    return 0
