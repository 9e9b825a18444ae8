"""Speed of reading, of finding facts and names, and of the whole build, each on one core, beside peers.

    python benchmarks/speed.py [FOLDER …]

Without folders: examples/corpus, and ../shared/corpus and ../shared/raw where they are present. The unit is
characters of main text (simplified, without markup) per second of processor time, the children's included.
The number grammar has its own benchmark, grammar.py; memory has memory.py.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import spacy
import trafilatura
from spacy.language import Language
from spacy.matcher import PhraseMatcher

from policygraph.conductor import build
from policygraph.folder import list_folder
from policygraph.loaders.language import Reader, gazetteer, language
from policygraph.loaders.language.candidates import Scope
from policygraph.loaders.language.pipeline import article_scope
from policygraph.loaders.pipeline import DEFAULTS, SHIPPED, Settings, load
from policygraph.loaders.reading import SUFFIXES, Source, close, read, read_bytes
from policygraph.loaders.structure import StructuredDocument, structure
from policygraph.schema.errors import DocumentError

CHECKOUT = Path(__file__).resolve().parents[1]
DEFAULT = (CHECKOUT / "examples" / "corpus", CHECKOUT.parent / "shared" / "corpus", CHECKOUT.parent / "shared" / "raw")


@dataclass(frozen=True)
class Document:
    """One readable file of a folder, with what reading and structure gave."""

    path: Path
    key: str
    data: bytes
    source: Source
    structured: StructuredDocument

    @property
    def size(self) -> int:
        """Characters of main text."""
        return len(self.source.main)


def documents(folder: Path) -> list[Document]:
    """Every document of the folder that can be read, in the order of names."""
    found = []
    for file in list_folder(folder).of(SUFFIXES):
        key, data = file.key, file.path.read_bytes()
        try:
            source = read_bytes(data, key)
        except DocumentError as error:
            print(f"  left out: {key}: {error}", file=sys.stderr)
            continue
        found.append(Document(file.path, key, data, source, structure(source)))
    return found


def processor() -> float:
    """Seconds of processor time of this process and of the children it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def measure(name: str, characters: int, job: Callable[[], object]) -> None:
    """Runs the job once and prints its speed."""
    began, clock = processor(), time.perf_counter()
    note = job()
    took, elapsed = processor() - began, time.perf_counter() - clock
    said = f"; {note}" if note else ""
    print(f"  {name:<58} {characters / took / 1e6:8.3f} M characters/s  ({took:.2f} s, clock {elapsed:.2f} s{said})")


def each(items: Iterable[Document], job: Callable[[Document], object]) -> Callable[[], None]:
    """The job over every document, its results dropped."""

    def run() -> None:
        for item in items:
            job(item)

    return run


def reading(found: list[Document]) -> None:
    """Bytes to main text, format by format; trafilatura alone beside the reader of HTML, which uses it."""
    for suffix in sorted({d.path.suffix.lower() for d in found}):
        some = [d for d in found if d.path.suffix.lower() == suffix]
        size = sum(d.size for d in some)
        measure(f"reading {len(some)} {suffix}", size, each(some, lambda d: read_bytes(d.data, d.key)))
        if suffix in {".html", ".htm"}:
            peer = each(some, lambda d: trafilatura.extract(d.data, favor_precision=True))
            measure("  peer: trafilatura.extract, no places in the original", size, peer)

    def boxed() -> None:
        for d in found:
            read(d.path, d.key)
        close()  # its processor time counts once it has been waited for

    measure(f"reading all {len(found)} in the box, its start included", sum(d.size for d in found), boxed)


def facts(found: list[Document]) -> None:
    """Bytes to facts without storing them, one document after another in this process."""

    def run() -> str:
        return f"{sum(len(load(read_bytes(d.data, d.key)).facts) for d in found)} facts"

    load(found[0].source)  # the patterns are compiled once
    measure("reading to facts", sum(d.size for d in found), run)


def names(found: list[Document], reader: Reader) -> None:
    """Sentences to names: the whole pipeline, the gazetteer alone, and spaCy's PhraseMatcher with the same forms."""
    sentences = [s.text.text for d in found for a in d.structured.articles for s in a.sentences]
    size = sum(map(len, sentences))
    measure("structure", size, each(found, lambda d: structure(d.source)))

    def pipeline() -> str:
        count = 0
        for d in found:
            for article in d.structured.articles:
                known = article_scope(article, d.structured)
                count += sum(len(reader.text(s.text.text, known).spans["names"]) for s in article.sentences)
        return f"{count} names"

    measure("names: the whole pipeline", size, pipeline)
    measure("  of it: making the Doc, one token a character", size, lambda: make_docs(reader.nlp, sentences))
    forms = sorted({e.form for e in gazetteer.entries()})
    measure(f"  of it: the gazetteer, {len(forms)} forms", size, lambda: look_up(sentences))
    nlp = spacy.blank("zh")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("NAME", [nlp.make_doc(form) for form in forms])
    measure("  peer: spaCy PhraseMatcher, same forms, its Docs made", size, lambda: match(nlp, matcher, sentences))


def make_docs(nlp: Language, sentences: list[str]) -> None:
    """The Docs alone."""
    for sentence in sentences:
        nlp.make_doc(sentence)


def look_up(sentences: list[str]) -> str:
    """The gazetteer alone."""
    return f"{sum(len(gazetteer.find(s, Scope())) for s in sentences)} names"


def match(nlp: Language, matcher: PhraseMatcher, sentences: list[str]) -> str:
    """The peer: every match, overlapping ones too."""
    return f"{sum(len(matcher(nlp.make_doc(s))) for s in sentences)} matches"


def whole(folder: Path, size: int, name: str = "build, one worker", settings: Settings = DEFAULTS) -> None:
    """The folder to a published graph file, one worker."""

    def job() -> str:
        with tempfile.TemporaryDirectory() as out:
            report = build(folder, Path(out) / "x.pg", workers=1, settings=settings).report
        close()
        return f"{report.documents} documents, {report.facts} facts, {len(report.refused)} refused"

    measure(name, size, job)


def main() -> None:
    """Runs every measurement on every folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[p for p in DEFAULT if p.is_dir()])
    reader = language()
    reader.text("工业和信息化部")  # the vocabularies are read once
    for folder in parser.parse_args().folders:
        found = documents(folder)
        size = sum(d.size for d in found)
        print(f"{folder}: {len(found)} documents, {size} characters")
        reading(found)
        facts(found)
        names(found, reader)
        whole(folder, size)
        whole(folder, size, "build with the network, one worker", Settings(network=SHIPPED))


if __name__ == "__main__":
    main()
