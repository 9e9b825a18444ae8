"""Readers and pattern loaders that other packages add, by entry points of the group `policygraph.loaders`.

An entry point named as a suffix (`.ofd`) is a reader: a function of a file's bytes that gives a `reading.draft.Draft`.
One with any other name is a pattern loader: a function of a `context.ScopedArticle` that gives figures and relations.
Which there are is read from the packages' metadata; a package is imported only in a process that uses it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any

from ..schema.errors import DocumentError, ReadingDefect, RunError
from ..schema.facts import Fact, Figure, Relation
from ..schema.notices import Notice

if TYPE_CHECKING:  # the readers' room imports this module
    from .context import ScopedArticle

GROUP = "policygraph.loaders"
_SUFFIX = re.compile(r"\.[a-z0-9]{1,16}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,60}")
_LONGEST = 200
"""Characters of an error's text that a message repeats."""


@dataclass(frozen=True, slots=True, order=True)
class Extension:
    """One entry point: `package` and `version` of its distribution, its `name`, and `value` as module:function."""

    package: str
    version: str
    name: str
    value: str

    @property
    def reads(self) -> bool:
        """Whether it is a reader, whose name is the suffix that it reads."""
        return self.name.startswith(".")

    def __str__(self) -> str:
        return f"{self.package} {self.version} ({self.name})"


@cache
def extensions() -> tuple[Extension, ...]:
    """Every extension that is installed, by package and name. Raises RunError for a name that is none."""
    found = []
    for point in entry_points(group=GROUP):
        package = point.dist.name if point.dist else point.module
        made = Extension(package, point.dist.version if point.dist else "", point.name, point.value)
        if not (_SUFFIX if made.reads else _NAME).fullmatch(made.name):
            raise RunError(
                f"the package {package} adds {made.name!r} to policygraph; expected a suffix in lower case (.ofd) for "
                "a reader, or a name of lower-case letters, digits and _ for a pattern loader: repair or uninstall it"
            )
        found.append(made)
    return tuple(sorted(found))


def readers(own: Collection[str]) -> dict[str, Extension]:
    """The reader of each suffix that is added to the `own` ones.

    A suffix that policygraph reads itself stays with it; of two packages that add one, that whose name comes first in
    the alphabet has it.
    """
    found: dict[str, Extension] = {}
    for extension in extensions():
        if extension.reads and extension.name not in own:
            found.setdefault(extension.name, extension)
    return found


def passed_over(own: Collection[str]) -> tuple[Notice, ...]:
    """What is to be said of the readers that do not read, because another has their suffix."""
    used = readers(own)
    found = []
    for extension in extensions():
        reader = used.get(extension.name)
        if extension.reads and reader != extension:
            by = "policygraph" if reader is None else str(reader)
            details = {"extension": str(extension), "suffix": extension.name, "used": by}
            found.append(Notice("extension_passed_over", details))
    return tuple(found)


@cache
def loaded(extension: Extension) -> Callable[[Any], Any]:
    """The function of an extension.

    Raises RunError, naming the package, where it cannot be imported or is no function of one thing.
    """
    remedy = f"repair the package {extension.package}, or uninstall it"
    try:
        made = EntryPoint(extension.name, extension.value, GROUP).load()
    except Exception as error:  # whatever a foreign module does when it is imported
        raise RunError(
            f"the extension {extension} cannot be imported ({told(error)}); expected {extension.value}: {remedy}"
        ) from error
    if not callable(made) or not _takes_one(made):
        given = "the file's bytes" if extension.reads else "a ScopedArticle"
        raise RunError(f"the extension {extension} is {made!r}; expected a function of {given}: {remedy}")
    return made  # type: ignore[no-any-return]


def check() -> None:
    """Imports every extension. Raises RunError, naming the package, where one is broken."""
    for extension in extensions():
        loaded(extension)


def facts_by_extensions(article: ScopedArticle) -> Iterator[Fact]:
    """The facts that the pattern loaders of other packages find in an article.

    Each carries the package's name before its own rule in `extractor`.
    Raises ReadingDefect, naming the extension, where one fails or gives something else than facts.
    """
    for extension in extensions():
        if extension.reads:
            continue
        try:
            for fact in loaded(extension)(article):
                if not isinstance(fact, Figure | Relation):
                    raise TypeError(f"{type(fact).__name__} found; expected Figure or Relation")
                yield replace(fact, extractor=f"{extension.package}:{fact.extractor}")
        except DocumentError:
            raise
        except Exception as error:  # whatever fails on this text must not cost the other documents
            raise ReadingDefect("extension_failed", extension=str(extension), error=told(error)) from error


def told(error: Exception) -> str:
    """Class and text of an error that an extension raised, for a message."""
    return f"{type(error).__name__}: {error}"[:_LONGEST].rstrip(": ")


def _takes_one(made: Callable[..., Any]) -> bool:
    try:
        inspect.signature(made).bind(None)
    except TypeError:
        return False
    except ValueError:  # a function written in C that does not tell its parameters
        return True
    return True
