"""The commands of this room."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from policygraph import __version__
from policygraph.loaders.confidence.model import WEIGHTS
from policygraph.loaders.pipeline import rules_version
from policygraph.schema.errors import PolicyGraphError, RunError

from . import __doc__ as room
from . import verdicts
from .bootstrap import DRAWS
from .confidence import confidence_tables
from .decisions import decisions_table
from .documents import Document, read_documents
from .evaluation import evaluate
from .judged import judged
from .logistic import available, write_models
from .page import page, provenance_table
from .sampling import KINDS, draw_facts, draw_paragraphs
from .showing import shown_fact, shown_mistake, shown_paragraph
from .table import Table
from .tables import Tables

CHECKOUT = Path(__file__).resolve().parents[2]
SHARED = CHECKOUT.parent / "shared"
PAGE = CHECKOUT / "docs" / "quality.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 2 could not."""
    options = _parser().parse_args(argv)
    try:
        options.run(options)
    except (PolicyGraphError, OSError) as error:
        print(f"quality: {error}", file=sys.stderr)
        return 2
    return 0


def _evaluate(options: argparse.Namespace) -> None:
    began = time.perf_counter()
    if not available() and not options.no_page and options.page.resolve() == PAGE:
        raise RunError("scikit-learn is not installed and the page would lack what it judges; "
                       "expected it (the extra test), or --no-page")
    if options.sentences:
        _outside_of_the_checkout(options.sentences)
    scorer = options.scorer or options.gold.parent / "score" / "score.py"
    found = evaluate(options.gold, options.corpus, scorer, options.workers)
    tables = Tables(found, options.seed, options.draws)
    listed, worst = tables.mistakes(options.worst)
    shown: list[Table] = [
        *tables.scores(),
        *confidence_tables(judged(found.documents), options.seed),
        decisions_table(found.documents, options.seed, options.draws),
    ]
    for table in (provenance_table(), *shown):
        print(table.text())
    sentences = "\n\n".join(shown_mistake(n, mistake) for n, mistake in enumerate(worst, 1))
    print(f"\n== {listed.title}\n{listed.note}\n\n{sentences}")
    if options.sentences:
        options.sentences.write_text(sentences + "\n", encoding="utf-8")
    run = {
        "date": dt.date.today().isoformat(),
        "version of the package": __version__,
        "version of the rules": rules_version(),
        "annotated documents": str(len(found.documents)),
        "intervals": f"bootstrap over documents, 95 %, {options.draws} draws, seed {options.seed}",
    }
    if not options.no_page:
        options.page.write_text(page(run, [*shown, listed]), encoding="utf-8")
    print("\n" + "; ".join(f"{name} {value}" for name, value in run.items()))
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)


def _decisions(options: argparse.Namespace) -> None:
    scorer = options.scorer or options.gold.parent / "score" / "score.py"
    found = evaluate(options.gold, options.corpus, scorer, options.workers)
    print(decisions_table(found.documents, options.seed, options.draws).text())


def _train(options: argparse.Namespace) -> None:
    scorer = options.scorer or options.gold.parent / "score" / "score.py"
    facts = judged(evaluate(options.gold, options.corpus, scorer, options.workers).documents)
    write_models(facts, CHECKOUT / "loaders" / "confidence" / WEIGHTS)
    print(f"learned from {len(facts)} judged facts")


def _sample(options: argparse.Namespace) -> None:
    if options.verdicts and options.verdicts.exists():
        raise RunError(f"{options.verdicts} exists; expected a new file, so that no verdict is lost")
    sample = draw_facts(_documents(options), options.facts, options.seed, options.kind)
    for one in sample:
        print(shown_fact(one) + "\n")
    if options.verdicts:
        verdicts.write(verdicts.unjudged(sample), options.verdicts)


def _paragraphs(options: argparse.Namespace) -> None:
    drawn = draw_paragraphs(_documents(options), options.count, options.seed)
    for number, paragraph in enumerate(drawn, 1):
        print(shown_paragraph(number, paragraph) + "\n")


def _verdict(options: argparse.Namespace) -> None:
    lines = verdicts.judge(verdicts.read(options.file), options.number.lstrip("#"), options.wrong, options.note)
    verdicts.write(lines, options.file)


def _verdicts(options: argparse.Namespace) -> None:
    for table in verdicts.summary(verdicts.read(options.file)):
        print(table.text())


def _documents(options: argparse.Namespace) -> list[Document]:
    folder = options.corpus or SHARED / ("raw" if options.raw else "corpus")
    found = [d for d in read_documents(folder, None, options.workers) if not options.genre or d.genre in options.genre]
    if not found:
        genres = " or ".join(options.genre) if options.genre else "any genre"
        raise RunError(f"no document of {genres} in {folder}; expected documents in folders of such names")
    return found


def _outside_of_the_checkout(path: Path) -> None:
    if path.resolve().is_relative_to(CHECKOUT):
        raise RunError(f"{path} lies in the checkout, which holds no sentence of the documents; name a file elsewhere")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.quality", description=room, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.set_defaults(run=_evaluate)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold", help="a folder of annotation, or of such folders")
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus", help="the folder of the annotated documents")
    parser.add_argument("--scorer", type=Path, help="score.py; without it the one in the folder score beside the gold")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page that is written")
    parser.add_argument("--no-page", action="store_true", help="write no page")
    parser.add_argument("--worst", type=int, default=20, metavar="N", help="how many mistakes are shown")
    parser.add_argument("--sentences", type=Path, metavar="FILE", help="the mistakes with their sentences go here too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draws", type=int, default=DRAWS, help="of the bootstrap")
    parser.add_argument("--workers", type=int, default=1, help="processes that read at once")
    commands = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        own = commands.add_parser(name, help=text, description=text)
        own.set_defaults(run=run)
        return own

    command("decisions", _decisions, "the rules' single decisions against small models, across documents")
    command("train", _train, "learns the confidence that the package ships from the gold")
    sample = command("sample", _sample, "facts drawn at random, the same number of each genre")
    sample.add_argument("--facts", type=int, default=200, metavar="N")
    sample.add_argument("--kind", choices=KINDS, help="only these")
    sample.add_argument("--verdicts", type=Path, metavar="FILE", help="a new table for the verdicts")
    paragraphs = command("paragraphs", _paragraphs, "paragraphs with numbers and what was found in them")
    paragraphs.add_argument("--count", type=int, default=40, metavar="N")
    for own in (sample, paragraphs):
        own.add_argument("--seed", type=int, default=1)
        own.add_argument("--genre", nargs="+", help="only these folders of the corpus")
        folder = own.add_mutually_exclusive_group()
        folder.add_argument("--raw", action="store_true", help="from ../shared/raw instead of ../shared/corpus")
        folder.add_argument("--corpus", type=Path, help="from this folder")
        own.add_argument("--workers", type=int, default=1, help="processes that read at once")
    verdict = command("verdict", _verdict, "one fact judged: the named fields wrong, its other core fields right")
    verdict.add_argument("file", type=Path)
    verdict.add_argument("number", help="of the fact in the sample")
    verdict.add_argument("--wrong", nargs="+", default=[], metavar="FIELD")
    verdict.add_argument("--note", default="")
    command("verdicts", _verdicts, "the verdicts summed up").add_argument("file", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
