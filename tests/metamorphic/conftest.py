"""The documents whose readings are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.benchmarks.metamorphic.document import Document, documents


@pytest.fixture(scope="session")
def examples() -> list[Document]:
    """The example corpus."""
    return documents(Path(__file__).resolve().parents[2] / "examples" / "corpus")
