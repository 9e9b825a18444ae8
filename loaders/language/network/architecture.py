"""The network's layers: hashed embeddings of the columns, then convolutions (spaCy's MaxoutWindowEncoder)."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from . import columns as features

EMBEDDING = "policygraph.ColumnEmbedding.v1"


@registry.architectures(EMBEDDING)  # type: ignore[untyped-decorator]  # spaCy's registry has no types
def column_embedding(width: int, columns: list[str], rows: list[int], widths: list[int]) -> Model[Any, Any]:
    """One hashed table for each of the named columns, joined and brought to `width` by a Maxout layer.

    rows, widths: the size of each table. Keys that fall on one row share it: no character is stored as such.
    """
    places = [features.COLUMNS.index(name) for name in columns]
    tables: list[Model[Any, Any]] = [
        HashEmbed(size, count, column=at, seed=8 + at, dropout=0.0)
        for at, (count, size) in enumerate(zip(rows, widths, strict=True))
    ]
    joined = concatenate(*tables) if len(tables) > 1 else tables[0]
    mixed: Model[Any, Any] = with_array(Maxout(width, sum(widths), nP=3, dropout=0.0, normalize=True))
    embedded: Model[Any, Any] = chain(_extract(places), list2ragged(), with_array(joined), mixed, ragged2list())
    embedded.set_dim("nO", width)
    return embedded


def _extract(places: list[int]) -> Model[list[Doc], Any]:
    """Docs → the wanted columns of each."""

    def forward(model: Model[list[Doc], Any], docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        asarray: Any = model.ops.asarray2i
        return [asarray(features.of(doc)[:, places], dtype="uint64") for doc in docs], lambda _: []

    return Model("extract_columns", forward)
