"""Same content, same figures: agreement for each transformation and genre.

    python benchmarks/metamorphic [FOLDER …] [--only NAME …] [--documents PART] [--disagreements N]

Without folders: examples/corpus, and ../shared/corpus and ../shared/raw where they are present. Prints a table of
figures that agree (value, unit, year, status, subject) out of all of them, a row for each transformation and a column
for each genre. --only: transformations whose name begins so. --documents: only those with this in their key.
--disagreements: for each transformation and document the first N figures that stand on one side only.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from policygraph.benchmarks.metamorphic.beside import compare_beside
from policygraph.benchmarks.metamorphic.compare import Comparison, compare_pair, read
from policygraph.benchmarks.metamorphic.document import Document, documents
from policygraph.benchmarks.metamorphic.transformations import TRANSFORMATIONS

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLES = CHECKOUT / "examples" / "corpus"
DEFAULT = (EXAMPLES, CHECKOUT.parent / "shared" / "corpus", CHECKOUT.parent / "shared" / "raw")
BESIDE = "unrelated document"


def comparisons(name: str, found: list[Document]) -> list[Comparison]:
    """One transformation over all documents to which it applies."""
    if name == BESIDE:
        return list(compare_beside(found, documents(EXAMPLES)))
    pairs = [pair for document in found if (pair := TRANSFORMATIONS[name](document)) is not None]
    return [compare_pair(pair) for pair in pairs]


def show(name: str, comparison: Comparison, most: int) -> None:
    """The first figures that stand on one side only."""
    print(f"  {name} | {comparison.document} | {comparison.agreed} of {comparison.cases}")
    for mark, side in (("-", comparison.base_only), ("+", comparison.changed_only)):
        for figure in side[:most]:
            said = " ".join(map(str, figure.said))
            print(f"    {mark} {figure.start:>6} {said}   {figure.quote!r}")


def main() -> None:
    """Runs the comparisons named in the arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[p for p in DEFAULT if p.is_dir()])
    parser.add_argument("--only", nargs="*", default=[""])
    parser.add_argument("--documents", default="")
    parser.add_argument("--disagreements", type=int, default=0)
    arguments = parser.parse_args()
    found = [d for folder in arguments.folders for d in documents(folder) if arguments.documents in d.key and read(d)]
    genres = sorted({d.genre for d in found})
    print(f"{'':<22}" + "".join(f"{genre:>20}" for genre in genres) + f"{'all':>20}")
    for name in (*TRANSFORMATIONS, BESIDE):
        if not name.startswith(tuple(arguments.only)):
            continue
        agreed: Counter[str] = Counter()
        cases: Counter[str] = Counter()
        worst: defaultdict[str, list[Comparison]] = defaultdict(list)
        for comparison in comparisons(name, found):
            for column in (comparison.genre, "all"):
                agreed[column] += comparison.agreed
                cases[column] += comparison.cases
            worst[comparison.document].append(comparison)
        cells = (_cell(agreed[column], cases[column]) for column in (*genres, "all"))
        print(f"{name:<22}" + "".join(f"{cell:>20}" for cell in cells), flush=True)
        for comparison in (c for some in worst.values() for c in some):
            if arguments.disagreements and comparison.agreed < comparison.cases:
                show(name, comparison, arguments.disagreements)


def _cell(agreed: int, cases: int) -> str:
    return f"{agreed}/{cases} {100 * agreed / cases:5.1f}%" if cases else "-"


if __name__ == "__main__":
    main()
