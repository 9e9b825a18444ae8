"""policygraph: Chinese policy documents as a knowledge graph in which every fact keeps its year, status and proof.

>>> import policygraph as pg
>>> g = pg.build("corpus/")            # or pg.open("corpus.pg")       # doctest: +SKIP
>>> g.lineage("国家制造业创新中心", 2017, 2022)                          # doctest: +SKIP
>>> pg.quantities("培育企业500家以上")[0].value
500
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .schema.errors import (
    DocumentError,
    DocumentLimit,
    ExportError,
    InvalidFact,
    PolicyGraphError,
    QueryError,
    RunError,
    ServerError,
    StoreError,
    UnreadableDocument,
    UnsafeDocument,
    VocabularyError,
)
from .schema.explanation import Explanation
from .schema.facts import Entity, Evidence, Figure, Relation
from .schema.notices import Notice
from .schema.periods import Period
from .schema.quantities import Quantity

if TYPE_CHECKING:  # each function imports what it needs: reading a graph must not wait for the NER pipeline to load
    from .conductor import Progress
    from .graph.resolve import Resolution
    from .loaders.language.mentions import Mention
    from .queries import PolicyGraph

__version__ = "0.1.0"
__all__ = [
    "DocumentError", "DocumentLimit", "Entity", "Evidence", "Explanation", "ExportError", "Figure", "InvalidFact",
    "Notice", "Period", "PolicyGraphError", "Quantity", "QueryError", "Relation", "RunError", "ServerError",
    "StoreError", "UnreadableDocument", "UnsafeDocument", "VocabularyError", "__version__", "build", "mentions",
    "open", "periods", "quantities", "resolve", "words",
]  # fmt: skip


def build(
    folder: Path | str,
    out: Path | str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    model: str | None = None,
    network: str | None = None,
) -> PolicyGraph:
    """Read every document under a folder into a graph file and open it.

    A document that has not changed since the last build is not read again.

    out: the graph file; None for the folder's name with .pg in the current directory. workers: processes that read at
    once, None for one a processor. progress: called as progress(done, of, key) after each document. model: an installed
    spaCy model whose entities are added to the names that the rules find. network: "shipped" for the trained network
    that comes with the package, or the folder of another: it adds names that the rules do not find.
    What the build did, refused documents included, is in the result's `built`.
    Raises RunError where there is no such folder, model or network, StoreError where the graph file cannot be used.
    """
    from .conductor import build as conduct
    from .loaders.pipeline import Settings
    from .queries import PolicyGraph

    built = conduct(folder, out, workers, progress, Settings(model, network))
    return PolicyGraph(built.report.path, built)


def open(path: Path | str) -> PolicyGraph:
    """Open a graph file for reading. Raises StoreError where it is absent, foreign, newer or damaged."""
    from .queries import PolicyGraph

    return PolicyGraph(path)


def resolve(names: Iterable[str], type: str, **context: str | None) -> Resolution:
    """Which of the names mean one thing: 工信部 and 工业和信息化部 do, 吉林省 and 吉林市 do not.

    type: of all the names (docs/entities.md). context: issuer, region, date, body, post of the texts that they stand
    in; of two names, each also with _a or _b for one of them. Raises QueryError for an unknown type or context.
    """
    from .graph.resolve import resolve as resolved

    return resolved(names, type, **context)


def mentions(text: str, network: str | None = None) -> tuple[Mention, ...]:
    """Every mention of a name in a text, from left to right, with its type and offsets into the text.

    The types are Agency, Organization, Person, Region, Plan, Program, Center, Event and Metric (docs/entities.md).
    network: as in build. Raises RunError where there is no such network.
    """
    from .loaders.pipeline import Settings, check, reader_for

    settings = Settings(network=network)
    check(settings)
    return reader_for(settings).mentions(text)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, by the segmenter that comes with the package; joined they are the text."""
    from .loaders.language.network.segmenter import shipped

    return tuple(shipped().words(text))


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text, from left to right, with offsets into it: 近千家, 22.5万座, 百分之三.

    Numbers that state no quantity (5G, 〔2018〕42号, 第43期, dates) are not among them.
    """
    from .loaders.language.quantities import quantities as read

    return read(text)


def periods(text: str, on: dt.date | None = None) -> tuple[Period, ...]:
    """Every time expression of a text, from left to right, with offsets into it: 到2025年, “十四五”期间, 近三年, 去年.

    on: the day the text was written; without it the year of 今年, 去年 and the like is None.
    """
    from .loaders.language.periods import periods as read

    return read(text, on)
