"""The querying process: beside each process that asks ad hoc queries, it forks a box for each.

An index is opened in the box, not before: the engines' threads and locks do not live through a fork, and opening takes
some 15 ms (ladybug) and 25 ms (Oxigraph). The index may be read while it is opened; after that no file at all, for the
box may then have no more files open (sandbox.seal).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from ...sandbox import MEGABYTE, Ending, Outcome, boxed, seal, serve
from ...schema.errors import QueryError
from .answers import Failure, Meter, packed_document, packed_rows
from .limits import QueryLimits

_NO_MEMORY = (
    "bad_alloc", "unable to allocate memory", "buffer pool is full", "cannot allocate memory", "mmap for size",
)  # fmt: skip


def main() -> None:
    """The querying process, until standard input closes."""
    serve(_start)


def _start() -> Callable[[dict[str, Any]], bytes]:
    warm: set[str] = set()

    def answer(request: dict[str, Any]) -> bytes:
        language, index, limits = request["language"], Path(request["index"]), QueryLimits(**request["limits"])
        if language not in warm:
            _WARM_UP[language]()
            warm.add(language)
        work = partial(_ASK[language], index, request, limits)
        try:
            outcome = boxed(lambda: _done(work, limits), limits.allowance(index))
        except MemoryError:
            return Failure("adhoc_memory", megabytes=limits.memory_bytes // MEGABYTE).packed()
        return outcome.message if outcome.ending is Ending.DONE else _failure(outcome, limits).packed()

    return answer


def _cypher(index: Path, request: dict[str, Any], limits: QueryLimits) -> bytes:
    from ...graph.cypher import CypherIndex

    opened = CypherIndex(index)  # never closed: the process ends
    seal(limits.memory_bytes)
    names, rows = opened.stream(request["text"], request["parameters"])
    return packed_rows(names, rows, limits)


def _sparql(index: Path, request: dict[str, Any], limits: QueryLimits) -> bytes:
    from ...graph.rdf.iri import Iris
    from ...graph.rdf.streamed import RESULT_FORMS, read_only, streamed, written

    store, iris, media = read_only(index), Iris(request["base"]), request["media"]
    seal(limits.memory_bytes)
    if not media:
        names, rows = streamed(store, request["text"], iris)
        return packed_rows(names, rows, limits)
    meter = Meter(limits)
    chosen = written(store, request["text"], iris, media, cast(IO[bytes], meter), meter.row)
    if chosen is None:
        raise Failure("adhoc_media", known=", ".join(RESULT_FORMS))
    return packed_document(chosen, b"".join(meter.parts))


def _warm_cypher() -> None:
    from ...graph.cypher.warming import warm_up

    warm_up()


def _warm_sparql() -> None:
    from ...graph.rdf.streamed import warm_up

    warm_up()


_ASK: dict[str, Callable[[Path, dict[str, Any], QueryLimits], bytes]] = {"cypher": _cypher, "sparql": _sparql}
_WARM_UP: dict[str, Callable[[], None]] = {"cypher": _warm_cypher, "sparql": _warm_sparql}


def _done(work: Callable[[], bytes], limits: QueryLimits) -> bytes:
    """In the box: the message of the work, whatever becomes of it."""
    memory = Failure("adhoc_memory", megabytes=limits.memory_bytes // MEGABYTE)
    try:
        return work()
    except Failure as failure:
        return failure.packed()
    except MemoryError:
        return memory.packed()
    except (SyntaxError, QueryError, RuntimeError, ValueError, OSError, OverflowError) as error:  # the engines' own
        if any(sign in str(error).lower() for sign in _NO_MEMORY):
            return memory.packed()
        return Failure("adhoc_failed", message=str(error) or type(error).__name__).packed()


def _failure(outcome: Outcome, limits: QueryLimits) -> Failure:
    match outcome.ending:
        case Ending.TOO_SLOW | Ending.TOO_MUCH_WORK:
            return Failure("adhoc_slow", seconds=limits.seconds)
        case Ending.TOO_LONG:
            return Failure("adhoc_bytes", megabytes=limits.answer_bytes / MEGABYTE)
        case Ending.FAILED:
            return Failure("adhoc_memory", megabytes=limits.memory_bytes // MEGABYTE)
        case _:
            return Failure("adhoc_crashed", signal=outcome.signal, megabytes=limits.memory_bytes // MEGABYTE)
