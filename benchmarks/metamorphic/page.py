"""docs/metamorphic.md: what agrees, and what does not for which reason, without a sentence of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..quality.table import Table
from .agreement import Outcome, Tally
from .exceptions import kind_of, kinds

HEAD = """\
# Same content, same facts

Written by `python -m benchmarks.metamorphic`; do not edit by hand. Each document is written anew with the same content
(in the other script, in another format, with other signs and numerals, in lines of other widths, its lists in another
order, beside an unrelated document) and read again. A case is a figure of either reading; it agrees where value, unit,
year, status and subject are the same in both. One that differs in year, status or subject alone is one case; one that
only one reading has is a case too.
"""


def page(run: Mapping[str, str], parts: Iterable[tuple[str, Sequence[Outcome]]]) -> str:
    """The whole page. run: what the run was, by name. parts: a title and the outcomes of each set of documents."""
    parts = list(parts)
    tables = [Table("This run", "", ("what", "value"), tuple(run.items())), _meanings()]
    tables += [agreement_table(title, found) for title, found in parts]
    tables.append(_kinds_table())
    tables += [disagreements_table(f"Disagreements: {title}", found) for title, found in parts]
    return "\n".join([HEAD, *(table.markdown() for table in tables)])


def agreement_table(title: str, found: Sequence[Outcome]) -> Table:
    """A row for each transformation, a column for each genre: how many cases agree, of how many, and their share."""
    tally = Tally()
    for outcome in found:
        tally.add(outcome)
    names = list(dict.fromkeys(outcome.transformation for outcome in found))
    genres = sorted({outcome.comparison.genre for outcome in found})
    rows = tuple((name, *(_cell(tally, name, genre) for genre in (*genres, "all"))) for name in names)
    return Table(f"Agreement: {title}", "", ("transformation", *genres, "all"), rows)


def disagreements_table(title: str, found: Iterable[Outcome]) -> Table:
    """A row for each transformation and document that do not agree in every figure."""
    rows = [
        (o.transformation, o.comparison.document, f"{o.comparison.agreed} of {o.comparison.cases}",
         kind_of(o.transformation, o.comparison.document) or "not explained yet")
        for o in found
        if o.comparison.agreed < o.comparison.cases
    ]  # fmt: skip
    return Table(title, "", ("transformation", "document", "agree", "kind"), tuple(sorted(rows)))


def _cell(tally: Tally, name: str, genre: str) -> str:
    share = tally.share(name, genre)
    return "–" if share is None else f"{tally.agreed[name, genre]}/{tally.cases[name, genre]} {100 * share:.1f} %"


def _kinds_table() -> Table:
    rows = tuple((str(kind["kind"]), str(kind["reason"])) for kind in kinds())
    return Table("Kinds of exceptions", "", ("kind", "reason"), rows)


def _meanings() -> Table:
    rows = (
        ("script …", "The file converted by OpenCC to that configuration's script."),
        ("format …", "The same text as .txt, .md, .html, .docx (Word's headings and tables), .pdf (28 characters a "
                     "line, 22 lines a page, ruled tables)."),
        ("digits, signs, quotes", "Digits and punctuation in the other width; quotation marks of a typewriter."),
        ("numerals …", "Arabic and Han numerals exchanged where a well-read writer could: not in years, dates, names, "
                       "ranges, quotations, headings and tables. A numeral inside a subject changes with it."),
        ("lines …", "Hard line breaks at a width in characters: paragraphs indented, spaced by a blank line, flush "
                    "(neither), or cut (flush; numbers are broken and signs begin lines, but Latin words stay whole)."),
        ("list order", "The items of each list turned round under their labels."),
        ("unrelated document", "All documents in one folder with those of another kind: the facts of their graph."),
    )  # fmt: skip
    return Table("Transformations", "", ("name", "what it does"), rows)
