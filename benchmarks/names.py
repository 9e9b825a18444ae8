"""How many of the gold's names the language stage finds, by type; and what it finds beside them, to be read by eye.

    python benchmarks/names.py ../shared seeds wider [--misses Program] [--spurious Program] [--only NAME]

A gold name counts where it, or one of its aliases, stands in its own quote. It is found where a name of the sentences
that the quote touches has it, or one of its aliases, as canonical name (brackets and quotation marks aside); the
object of holds_post where a person's body and post make it. --misses lists what is not found, --spurious the
outermost names of a type that no gold name of the document resembles.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import opencc

from policygraph.loaders.language import Name, ReadSentence, language
from policygraph.loaders.reading import read
from policygraph.loaders.structure import structure

_MARKS = re.compile(r"[\s《》“”\"'‘’（）()〈〉<>·、,，。:：\-—－]+")
_SIMPLE = opencc.OpenCC("tw2s")


def plain(text: str) -> str:
    """Simplified, without brackets, quotation marks and white space: what names are compared by."""
    return _MARKS.sub("", _SIMPLE.convert(text))


def gold(folder: Path) -> dict[str, list[dict[str, object]]]:
    """Relations by document."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    for path in sorted(folder.glob("*.jsonl")):
        document = re.sub(r"(\.part\d+)?\.jsonl$", "", path.name)
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["kind"] == "relation":
                found[document].append(record)
    return found


def wanted(relations: list[dict[str, object]]) -> Iterator[tuple[str, str, frozenset[str], str]]:
    """(type, quote, forms, name) of every gold name that stands in its quote, once a quote."""
    seen = set()
    for relation in relations:
        quote = plain(str(relation["quote"]))
        for side in ("subject", "object"):
            end = relation[side]
            assert isinstance(end, dict)
            forms = frozenset(plain(n) for n in [end["name"], *end.get("aliases", [])])
            if (quote, end["name"]) in seen or not any(form in quote for form in forms):
                continue
            seen.add((quote, end["name"]))
            optional = " optional" if relation.get("optional") else ""
            yield end["type"] + optional, quote, forms, end["name"]


def written(name: Name) -> set[str]:
    """The forms under which a found name counts."""
    forms = {plain(name.canonical)}
    if name.post:
        forms.add(plain((name.body or "") + name.post))
    return forms


def main() -> None:
    """Prints the table, and the lists asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--misses", default="")
    parser.add_argument("--spurious", default="")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    reader = language()
    for name in options.sets:
        total: Counter[str] = Counter()
        hit: Counter[str] = Counter()
        seconds = 0.0
        for document, relations in gold(options.shared / "gold" / name).items():
            if options.only not in document:
                continue
            path = next((options.shared / "corpus").rglob(document))
            structured = structure(read(path, path.name))
            started = time.perf_counter()
            articles = [reader.read(article, structured) for article in structured.articles]
            seconds += time.perf_counter() - started
            sentences = [(plain(s.text), s) for a in articles for s in a.sentences]
            known = {form for kind, _, forms, _ in wanted(relations) for form in forms}
            for kind, quote, forms, gold_name in wanted(relations):
                near = _near(quote, sentences)
                if not near:
                    continue
                total[kind] += 1
                found = {form for s in near for n in (*s.names, *s.nested) for form in written(n)}
                if found & forms:
                    hit[kind] += 1
                elif options.misses and kind.startswith(options.misses):
                    like = sorted(f for f in found if any(g[-4:] in f or f in g for g in forms))
                    print(f"{document[:14]} | {gold_name} | {quote[:70]} | {like[-4:]}")
            if options.spurious:
                for _, s in sentences:
                    for n in s.names:
                        form = plain(n.canonical)
                        if n.type == options.spurious and not any(form in k or k in form for k in known):
                            at = max(0, n.start - 12)
                            print(f"{document[:8]} {n.found_by:9} {n.canonical}  <<  {s.text[at:n.end + 6]}")
        for kind in sorted(total):
            print(f"{name:6} {kind:22} {hit[kind]:4} of {total[kind]:4}  {hit[kind] / total[kind]:.2f}")
        print(f"{name:6} language stage {seconds:.1f} s")


def _near(quote: str, sentences: list[tuple[str, ReadSentence]]) -> list[ReadSentence]:
    head, tail = quote[:14], quote[-14:]
    return [s for text, s in sentences if quote in text or (len(quote) > 14 and (head in text or tail in text))]


if __name__ == "__main__":
    main()
