"""An index (a file or a folder) that lies beside its graph file, in one piece or not at all.

What is asked of a graph by an engine of its own (Cypher) is asked of such an index. The graph file is the truth: an
index tells by its key what it was made from, and is made again where that has changed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from ..schema.errors import StoreError
from .lock import BuildLock
from .publish import sync_folder
from .store import Graph

T = TypeVar("T")

_PATIENCE = 3600.0
"""Seconds to wait for another process that builds the same index; one of 1 M facts takes some minutes."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# what the nodes, edges and tables of an index follow from beside the graph file, by folder of this package
_RULES = {
    "graph": (".py", ".sql"), "graph/cypher": (".py",), "graph/rdf": (".py",), "graph/verdicts": (".py",),
    "schema/ontology": (".yaml",),
}  # fmt: skip
_RULE_FILES = ("schema/vocabularies/qualifiers.yaml", "schema/vocabularies/verdicts.yaml")


def index_key(graph: Graph, *engine: str) -> str:
    """Hexadecimal digits that change with what the graph holds and with the rules that make an index of it.

    engine: what tells one version of the engine's files from another.
    """
    parts = (graph.content, _rules(), *engine)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def whole_index(
    graph: Path, suffix: str, opened: Callable[[Path], T | None], build: Callable[[Path], None],
    folder: Path | None = None,
) -> T:  # fmt: skip
    """The index of a graph file, opened; built first where none of the places for it has one that is not stale.

    opened: gives the index in a file or folder, None where there is none, or a stale or damaged one. build: writes it
    to a path in a folder that is its own; it becomes the index by rename. suffix: of its name (".cypher").
    folder: where the index lies instead of beside the graph file; otherwise a folder that cannot be written is passed
    over for the user's cache, and that for a temporary folder.

    Two processes that want it at once build it once. Raises StoreError where no place can be written or the disk is
    full.
    """
    places = [Place(folder.absolute() / (graph.name + suffix))] if folder else [*_places(graph, suffix)]
    for place in places:
        if place.trusted() and (found := opened(place.path)) is not None:
            return found
    for place in places:
        if place.writable():
            return _made(place.path, opened, build)
    tried = ", ".join(str(place.path.parent) for place in places)
    raise StoreError(f"no index of {graph} can be written in {tried}; expected a folder to write in, name another")


@dataclass(frozen=True)
class Place:
    """Where an index may lie. private: in a folder that must be this user's alone, since anybody could make it."""

    path: Path
    private: bool = False

    def trusted(self) -> bool:
        """Whether nobody else can have put a file there; a shared folder is as good as the graph file in it."""
        if not self.private or not hasattr(os, "getuid"):
            return True
        try:
            found = self.path.parent.lstat()
        except OSError:
            return False
        return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o022

    def writable(self) -> bool:
        """Whether an index may be built there; a folder that is missing is made, for this user alone."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return False
        return self.trusted() and os.access(self.path.parent, os.W_OK | os.X_OK)


def _made(path: Path, opened: Callable[[Path], T | None], build: Callable[[Path], None]) -> T:
    lock = BuildLock(path.with_name(path.name + ".lock"), wait=_PATIENCE)
    try:
        if (found := opened(path)) is not None:
            return found  # another process has built it while we waited
        beginning = path.name + ".building-"
        for left in [one for one in path.parent.iterdir() if one.name.startswith(beginning)]:
            shutil.rmtree(left, ignore_errors=True)  # a killed build's: whoever has the lock is the only one to build
        _build(beginning, path, build)
        if (found := opened(path)) is None:
            raise StoreError(f"{path} was built but cannot be opened; check the disk")
        return found
    finally:
        lock.release()


def _build(beginning: str, path: Path, build: Callable[[Path], None]) -> None:
    try:
        # a name of its own, so that no process that a killed build left behind can write here
        with tempfile.TemporaryDirectory(prefix=beginning, dir=path.parent, ignore_cleanup_errors=True) as work:
            fresh = Path(work, path.name)
            build(fresh)
            for one in fresh.rglob("*") if fresh.is_dir() else [fresh]:
                if one.is_file():
                    with one.open("rb+") as file:
                        os.fsync(file.fileno())
            if path.is_dir():  # no rename replaces a folder that holds something
                path.rename(Path(work, "stale"))
            fresh.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        what = "make room on the disk" if error.errno in _FULL else "check the folder and the disk"
        raise StoreError(f"the index {path} cannot be written ({error.strerror}); {what} and ask again") from error


def _places(graph: Path, suffix: str) -> Iterator[Place]:
    graph = graph.absolute()
    yield Place(graph.with_name(graph.name + suffix))
    mark = hashlib.sha256(os.fsencode(graph)).hexdigest()[:12]
    named = f"{mark}-{graph.name}{suffix}"
    cached = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with suppress(RuntimeError):  # nobody's home
        yield Place((Path(cached) if cached else Path.home() / ".cache") / "policygraph" / "indexes" / named)
    user = f"-{os.getuid()}" if hasattr(os, "getuid") else ""
    yield Place(Path(tempfile.gettempdir()) / f"policygraph{user}" / named, private=True)


@cache
def _rules() -> str:
    digest = hashlib.sha256()
    package = files(__package__.rpartition(".")[0])
    for name, file in sorted(_rule_files(package)):
        content = file.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _rule_files(package: Traversable) -> Iterator[tuple[str, Traversable]]:
    for folder, suffixes in _RULES.items():
        for file in package.joinpath(*folder.split("/")).iterdir():
            if file.name.endswith(suffixes):
                yield f"{folder}/{file.name}", file
    for name in _RULE_FILES:
        yield name, package.joinpath(*name.split("/"))
