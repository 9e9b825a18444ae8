"""The files of a folder, as a build takes them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from .loaders.pipeline import File
from .schema.errors import RunError


@dataclass(frozen=True, slots=True)
class Folder:
    """What stands in a folder.

    files: every file below it in the order of keys; hidden ones are left out, links to folders are not followed.
    closed: folders below it that cannot be listed, as (key with "/" at the end, what the system says).
    """

    files: tuple[File, ...]
    closed: tuple[tuple[str, str], ...] = field(default=())

    def of(self, suffixes: Collection[str]) -> tuple[File, ...]:
        """The files whose suffix, in lower case and with its dot, is one of these, in the order of keys."""
        return tuple(file for file in self.files if file.path.suffix.lower() in suffixes)


def list_folder(path: Path) -> Folder:
    """List a folder and those below it. Raises RunError where the folder itself cannot be listed."""
    closed: list[tuple[str, str]] = []

    def unlistable(error: OSError) -> None:
        below = Path(error.filename or path)
        if below == path:
            raise RunError(
                f"{path} cannot be listed ({error.strerror}); expected a folder that you may read"
            ) from error
        closed.append((f"{_key(below.relative_to(path), 'utf-8')}/", error.strerror or type(error).__name__))

    found: list[Path] = []
    for root, folders, names in os.walk(path, onerror=unlistable, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        files = (Path(root, name) for name in names if not name.startswith("."))
        found += [f for f in files if f.is_file() or f.is_symlink()]
    return Folder(_with_keys(path, found), tuple(sorted(closed)))


def _with_keys(folder: Path, paths: list[Path]) -> tuple[File, ...]:
    """Files with their keys: names are read as UTF-8, else as GB18030 (archives packed in China).

    Where two names read alike, the one in UTF-8 keeps the key and the others are escaped.
    """
    alike: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        alike[_key(path.relative_to(folder), "utf-8", "gb18030")].append(path)
    files = []
    for key, group in alike.items():
        for path in group:
            own = len(group) == 1 or _key(path.relative_to(folder), "utf-8") == key
            files.append(File(path, key if own else _key(path.relative_to(folder), "utf-8")))
    return tuple(sorted(files, key=lambda f: f.key))


def _key(path: Path, *encodings: str) -> str:
    """A path as text in the first encoding that reads its bytes, else with the odd bytes escaped."""
    name = os.fsencode(path.as_posix())
    for encoding in encodings:
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", errors="backslashreplace")
