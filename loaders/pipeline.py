"""The whole way from a file to facts, for one document and for many."""

from __future__ import annotations

import hashlib
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from spacy.util import is_package

from ..schema.errors import DocumentError, DocumentLimit, ReadingDefect, RunError
from ..schema.facts import Fact
from ..schema.notices import Notice
from . import extensions
from .collector import collector_paused
from .confidence import judged
from .context import scopes
from .deadline import deadline
from .language import Reader, language, network
from .patterns import find_facts, forget_article
from .reading import Source, read
from .structure import StructuredDocument, structure
from .workers import Workers


@dataclass(frozen=True, slots=True)
class File:
    """One file to read: its path, its key (path relative to the built folder) and the hash of its bytes."""

    path: Path
    key: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """One document with what was found in it; facts in the order of their places."""

    document: StructuredDocument
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """One file that could not be used: the class of the error, and what it says."""

    error: str
    notice: Notice


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes the reading.

    model: an installed spaCy model whose entities are added, None for none. network: the network whose names are added
    to those of the rules: SHIPPED for the one that comes with the package, else the folder of one that
    `policygraph train` wrote; None for the rules alone.
    """

    model: str | None = None
    network: str | None = None


DEFAULTS = Settings()
SHIPPED = "shipped"
"""Settings.network for the network that comes with the package."""


def load(source: Source, settings: Settings = DEFAULTS) -> Loaded:
    """Structure, names, context and facts of a source that was read."""
    with collector_paused():
        return _load(source, settings)


def _load(source: Source, settings: Settings) -> Loaded:
    document = structure(source)
    reader = reader_for(settings)
    facts: list[Fact] = []
    added: list[Fact] = []
    for article in document.articles:
        scoped = scopes(reader.read(article, document), document)
        facts.extend(judged(document, article, fact) for fact in find_facts(scoped))
        added.extend(extensions.facts_by_extensions(scoped))
        forget_article()
    unique = {fact.id: fact for fact in [*added, *facts]}  # what policygraph finds itself is its own
    placed = sorted((fact.evidence.char_start, fact.evidence.char_end, id_) for id_, fact in unique.items())
    return Loaded(document, tuple(unique[id_] for _, _, id_ in placed))


def load_file(file: File, settings: Settings = DEFAULTS) -> Loaded | Refused:
    """Read a file in the box and load it within its deadline; whatever goes wrong with it becomes Refused."""
    try:
        source = read(file.path, file.key)
        with deadline(len(source.main)):
            return load(source, settings)
    except DocumentError as error:
        return _refused(error)
    except Exception as error:  # whatever fails on this text must not cost the other documents
        return _refused(ReadingDefect("rule_failed", error=type(error).__name__, place=_raised_at(error)))


def load_files(
    files: Iterable[File], workers: int = 1, settings: Settings = DEFAULTS
) -> Iterator[tuple[File, Loaded | Refused]]:
    """Every file with what came of it, in the order given whatever the number of workers.

    No more than two files a worker are under way or waiting, so that memory does not grow with their number.
    A file whose worker dies is tried once more alone, and refused when that worker dies too.
    """
    if workers <= 1:
        for file in files:
            yield file, load_file(file, settings)
        return
    queue: deque[tuple[File, Future[Loaded | Refused]]] = deque()
    pool = Workers(workers)
    remaining = iter(files)
    try:
        while True:
            while len(queue) < 2 * workers and (coming := next(remaining, None)) is not None:
                queue.append((coming, pool.submit(load_file, coming, settings)))
            if not queue:
                return
            file, future = queue.popleft()
            try:
                yield file, future.result()
            except BrokenProcessPool:
                pool.abandon()
                yield file, _alone(file, settings)
                pool = Workers(workers)
                queue = deque((waiting, pool.submit(load_file, waiting, settings)) for waiting, _ in queue)
    finally:
        pool.close()


def check(settings: Settings) -> None:
    """Raises RunError where the settings name a spaCy model that is not installed, or an extension is broken."""
    if settings.model is not None and not (is_package(settings.model) or Path(settings.model).is_dir()):
        raise RunError(
            f"no spaCy model {settings.model!r} is installed; expected the name of an installed model package or the "
            "folder of a model: install it, or build without one"
        )
    if (folder := _network(settings)) is not None:
        network.check(folder)
    extensions.check()


def rules_version(settings: Settings = DEFAULTS) -> str:
    """A hash of every rule and vocabulary that reading depends on: a document read by other rules is read again.

    What the settings add stands behind it: the name of a model, the hash of a network's files.
    Extensions are told by their packages' names and versions: one that changes needs another version to be noticed.
    """
    digest = hashlib.sha256()
    package = __package__.split(".")[0]
    for room in ("schema", "loaders"):
        for name, content in sorted(_contents(files(package) / room, room)):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    for extension in extensions.extensions():
        digest.update("\0".join((extension.package, extension.version, extension.name, extension.value)).encode())
    folder = _network(settings)
    added = (settings.model, network.fingerprint(folder) if folder is not None else None)
    return ":".join((digest.hexdigest()[:16], *filter(None, added)))


def _contents(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{prefix}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, name)
        elif entry.name.endswith((".py", ".yaml", ".json")):
            yield name, entry.read_bytes()


def _alone(file: File, settings: Settings) -> Loaded | Refused:
    with Workers(1) as pool:
        try:
            outcome: Loaded | Refused = pool.submit(load_file, file, settings).result()
            return outcome
        except BrokenProcessPool:
            return _refused(DocumentLimit("worker_died"))


def _raised_at(error: Exception) -> str:
    """Module and line of this package where an error came from."""
    frames = traceback.extract_tb(error.__traceback__)
    package = Path(__file__).parent.parent
    own = [f for f in frames if Path(f.filename).is_relative_to(package)]
    last = (own or frames)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _refused(error: DocumentError) -> Refused:
    return Refused(type(error).__name__, error.notice)


@cache
def reader_for(settings: Settings) -> Reader:
    """The reader of these settings, made once in a process."""
    return language(settings.model, _network(settings))


def _network(settings: Settings) -> Path | None:
    if settings.network is None:
        return None
    return network.SHIPPED if settings.network == SHIPPED else Path(settings.network)
