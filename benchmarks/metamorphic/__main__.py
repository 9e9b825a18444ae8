"""The command of this room."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from policygraph import __version__
from policygraph.loaders.pipeline import rules_version

from . import __doc__ as room
from .agreement import NAMES, Outcome, agreement
from .compare import Comparison
from .document import documents
from .exceptions import kind_of, kinds
from .page import agreement_table, page

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLES = CHECKOUT / "examples" / "corpus"
SHARED = CHECKOUT.parent / "shared"
PAGE = CHECKOUT / "docs" / "metamorphic.md"
IN_PDF = "format .pdf"
"""The one transformation that needs a package which the project itself does not."""


def main(argv: Sequence[str] | None = None) -> int:
    """Compare and print; 0 done, 2 could not."""
    options = _parser().parse_args(argv)
    sets = [("corpus and examples", [EXAMPLES, SHARED / "corpus"])]
    if options.folders:
        sets = [("folders named", options.folders)]
    if options.raw:
        sets.append(("raw documents", [SHARED / "raw"]))
    absent = [str(folder) for _, folders in sets for folder in folders if not folder.is_dir()]
    if absent:
        print(f"metamorphic: {', '.join(absent)}: no such folder", file=sys.stderr)
        return 2
    names = [name for name in NAMES if name.startswith(tuple(options.only))]
    if IN_PDF in names and find_spec("reportlab") is None:
        print(f"metamorphic: {IN_PDF} needs reportlab, which is not installed; expected the extra test: "
              "pip install '.[test]' -c constraints.txt", file=sys.stderr)  # fmt: skip
        return 2
    run = {
        "date": dt.date.today().isoformat(),
        "version of the package": __version__,
        "version of the rules": rules_version(),
    }
    unrelated = documents(EXAMPLES)
    parts: list[tuple[str, list[Outcome]]] = []
    for title, folders in sets:
        some = [d for folder in folders for d in documents(folder) if options.documents in d.key]
        found = sorted(agreement(some, unrelated, names, options.workers), key=lambda o: NAMES.index(o.transformation))
        print(agreement_table(title, found).text(), flush=True)
        for outcome in found:
            show(outcome.transformation, outcome.comparison, options.disagreements)
        parts.append((title, found))
    if not (options.folders or options.documents or options.no_page or options.only != [""]):
        options.page.write_text(page(run, parts), encoding="utf-8")
        for line in to_settle(found for _, outcomes in parts for found in outcomes):
            print(f"metamorphic: {line}", file=sys.stderr)
    return 0


def to_settle(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """What exceptions.yaml does not fit: disagreements without a kind, and kinds that nothing is of any more."""
    met = set()
    for outcome in outcomes:
        name, found = outcome.transformation, outcome.comparison
        if found.agreed < found.cases:
            met.add(kind := kind_of(name, found.document))
            if kind is None:
                yield f"{name}, {found.document}: {found.agreed} of {found.cases} agree, no kind in exceptions.yaml"
    for known in kinds():
        if known["kind"] not in met:
            yield f"nothing is {known['kind']} any more: take it out of exceptions.yaml"


def show(name: str, comparison: Comparison, most: int) -> None:
    """The first figures that stand on one side only: - of the base, + of the changed file."""
    if not most or comparison.agreed == comparison.cases:
        return
    print(f"  {name} | {comparison.document} | {comparison.agreed} of {comparison.cases}")
    for mark, side in (("-", comparison.base_only), ("+", comparison.changed_only)):
        for figure in side[:most]:
            print(f"    {mark} {figure.start:>6} {' '.join(map(str, figure.said))}   {figure.quote!r}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.metamorphic", description=room, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--raw", action="store_true", help="../shared/raw too")
    parser.add_argument("--only", nargs="+", default=[""], metavar="NAME")
    parser.add_argument("--documents", default="", metavar="PART")
    parser.add_argument("--disagreements", type=int, default=0, metavar="N")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page that is written")
    parser.add_argument("--no-page", action="store_true", help="write no page")
    parser.add_argument("--workers", type=int, default=1, help="processes that read at once")
    return parser


if __name__ == "__main__":
    sys.exit(main())
