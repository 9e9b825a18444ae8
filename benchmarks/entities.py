"""Recognition of names, judged on the annotated paragraphs: exact spans by type, for the rules, the network, both.

    python -m benchmarks.entities ../shared                      # the rules, what each kind of rule adds, and words
    python -m benchmarks.entities ../shared --network FOLDER     # with a network that has not seen the annotation
    python -m benchmarks.entities ../shared --folds FOLDER       # the same, and trained further by folds over documents

FOLDER is what `policygraph train --stop rules` writes: a network that has learned from ../shared/raw alone, so that
it may be judged on every document of ../shared/corpus. With --folds it learns from the annotation of four fifths of the
documents and is judged on the others; documents that share most of their sentences stay together.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path

from policygraph.loaders.language import (
    Reader,
    aliases,
    gazetteer,
    language,
    people,
    quoted,
    sessions,
    suffixes,
    titles,
)  # fmt: skip
from policygraph.loaders.language.mentions import mentions_of
from policygraph.loaders.language.network.joining import joining
from policygraph.loaders.language.network.recognizer import Recognizer
from policygraph.loaders.language.network.segmenter import shipped
from policygraph.loaders.language.reading import ReadSentence
from policygraph.loaders.reading import read
from policygraph.loaders.structure import structure
from policygraph.training.annotation import TYPES, Span, annotated, paragraphs
from policygraph.training.sentences import seen

from .entity_folds import found_by_folds

KINDS = {
    "gazetteer": gazetteer.COMPONENT,
    "endings": suffixes.COMPONENT,
    "titles": titles.COMPONENT,
    "short forms": aliases.COMPONENT,
    "quoted names": quoted.COMPONENT,
    "people": people.COMPONENT,
    "congresses": sessions.COMPONENT,
}
"""The rules that the table of what each adds takes away one by one; known names and indicators are two more."""


@dataclass(frozen=True)
class Judged:
    """One sentence of an annotated paragraph: what was marked in it, and what was read."""

    document: str
    read: ReadSentence
    marked: tuple[Span, ...]


def judged(corpus: Path, reader: Reader) -> list[Judged]:
    """Every sentence of the annotated paragraphs, read in its document."""
    by_document = defaultdict(list)
    for paragraph in paragraphs():
        by_document[paragraph.document].append(paragraph)
    found = []
    for key, marked in by_document.items():
        document = structure(read(corpus / key, key))
        sentences = {id(s.sentence): s for a in document.articles for s in reader.read(a, document).sentences}
        for paragraph in marked:
            for sentence, spans in annotated(document, paragraph):
                found.append(Judged(key, sentences[id(sentence)], spans))
    return found


Found = Callable[[Judged], list[Span]]
"""What the network finds in a sentence."""


class Score:
    """Exact spans: right, found and marked, by type and over all."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.marked: Counter[str] = Counter()

    def add(self, found: Iterable[Span], marked: Iterable[Span]) -> Score:
        """Counts one sentence."""
        one, other = set(found), set(marked)
        for counts, spans in ((self.right, one & other), (self.found, one), (self.marked, other)):
            for *_, kind in spans:
                counts[kind] += 1
                counts["all"] += 1
        return self

    def f1(self, kind: str = "all") -> float:
        """Harmonic mean of precision and recall, 0 where nothing was found or marked."""
        return 2 * self.right[kind] / ((self.found[kind] + self.marked[kind]) or 1)

    def row(self, name: str) -> str:
        """One line: F1 by type, then over all types F1, precision and recall."""
        precision = self.right["all"] / (self.found["all"] or 1)
        recall = self.right["all"] / (self.marked["all"] or 1)
        shares = " ".join(f"{self.f1(kind):>12.3f}" for kind in TYPES)
        return f"{name:<22}{shares}{self.f1():>10.3f}{precision:>8.3f}{recall:>8.3f}"


HEAD = f"{'':<22}{' '.join(f'{kind:>12}' for kind in TYPES)}{'all':>10}{'P':>8}{'R':>8}"


def score(sentences: Sequence[Judged], spans: Callable[[Judged], Iterable[Span]]) -> Score:
    """The score of a way to find spans."""
    total = Score()
    for one in sentences:
        total.add(spans(one), one.marked)
    return total


def rules(one: Judged, without: tuple[str, ...] = ()) -> list[Span]:
    """What the rules find, those of some kinds aside."""
    return [(m.start, m.end, m.type) for m in mentions_of(one.read, without)]


def taken_away(corpus: Path) -> Iterable[str]:
    """The table of what each kind of rule adds: the score without it, the others reading as they do without it."""
    reader = language()
    for name, component in KINDS.items():
        with reader.nlp.select_pipes(disable=component):
            yield score(judged(corpus, reader), rules).row(f"without {name}")
    read = judged(corpus, reader)
    for name, kind in (("metrics", "metric"), ("known names", "known")):
        yield score(read, partial(rules, without=(kind,))).row(f"without {name}")
    yield from scored("ends at words only", read, partial(at_words, widen=False))
    yield from scored("widened to words", read, partial(at_words, widen=True))


def at_words(one: Judged, widen: bool) -> list[Span]:
    """The mentions of the rules that begin and end where words do; the others left out, or widened to their words."""
    ends = [0, *accumulate(len(word) for word in shipped().words(one.read.text))]
    found = []
    for start, end, kind in rules(one):
        first, last = max(e for e in ends if e <= start), min(e for e in ends if e >= end)
        if widen or (first, last) == (start, end):
            found.append((first, last, kind))
    return found


def consulted(one: Judged) -> bool:
    """Whether the mistakes of the rules in this document were read while the rules were written; half of them were."""
    return hashlib.sha256(one.document.encode()).digest()[-1] % 2 == 0


def scored(name: str, sentences: Sequence[Judged], spans: Callable[[Judged], Iterable[Span]]) -> Iterable[str]:
    """The row of a way to find spans, and those of the documents that were consulted and of the others."""
    yield score(sentences, spans).row(name)
    yield score([s for s in sentences if consulted(s)], spans).row("  consulted half")
    yield score([s for s in sentences if not consulted(s)], spans).row("  other half")


def apart(name: str, sentences: Sequence[Judged], spans: Found, others: Found) -> str:
    """Of the spans of one that touch none of the others: how many are right and how many wrong, by type."""
    counts: Counter[tuple[str, bool]] = Counter()
    for one in sentences:
        taken = others(one)
        for span in spans(one):
            if not any(s < span[1] and span[0] < e for s, e, _ in taken):
                counts[span[2], span in one.marked] += 1
    shares = " ".join(f"{f'{counts[kind, True]}/{counts[kind, False]}':>12}" for kind in TYPES)
    return f"{name:<22}{shares}"


def both(one: Judged, network: Found) -> list[Span]:
    """The mentions of the rules and what joins them."""
    taken = mentions_of(one.read)
    names = joining(one.read.text, taken, [*one.read.names, *one.read.nested], network(one))
    return [*((m.start, m.end, m.type) for m in taken), *((n.start, n.end, n.type) for n in names)]


def compared(sentences: Sequence[Judged], network: Found) -> Iterable[str]:
    """The rows of a network: alone, what it adds, and joined with the rules."""
    yield from scored("network", sentences, network)
    yield apart("only it: right/wrong", sentences, network, rules)
    yield apart("only rules: right/wr.", sentences, rules, network)
    yield from scored("rules and network", sentences, lambda one: both(one, network))


def alone(sentences: Sequence[Judged], folder: Path) -> Found:
    """A network as it is."""
    recognizer = Recognizer(folder)
    tables = [seen(one.read, recognizer.segmenter)[0] for one in sentences]
    spans = recognizer.find((one.read.text, table) for one, table in zip(sentences, tables, strict=True))
    found = {(s.document, s.read.text): one for s, one in zip(sentences, spans, strict=True)}
    return lambda one: found[one.document, one.read.text]


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--network", type=Path, metavar="FOLDER")
    parser.add_argument("--folds", type=Path, metavar="FOLDER")
    parser.add_argument("--no-gold", action="store_true", help="learn by folds without the names of the gold")
    options = parser.parse_args(argv)
    corpus = options.shared / "corpus"
    sentences = judged(corpus, language())
    print(f"{len(paragraphs())} paragraphs, {sum(len(s.marked) for s in sentences)} mentions, exact spans")
    print(HEAD)
    print(*scored("rules", sentences, rules), sep="\n", flush=True)
    lines: Iterable[str] = taken_away(corpus)
    if options.network is not None:
        lines = compared(sentences, alone(sentences, options.network))
    elif options.folds is not None:
        found = found_by_folds(options.shared, options.folds, not options.no_gold)
        lines = compared(sentences, lambda one: found[one.document, one.read.text])
    for line in lines:
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
