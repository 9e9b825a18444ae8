"""Citations as BibTeX entries, in UTF-8 as biber and current BibTeX read it."""

from __future__ import annotations

from .csl import note
from .source import Source, kind_of

_ESCAPED = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
"""What TeX would not print as it is; of braces BibTeX counts even those behind a backslash."""


def entry(source: Source) -> str:
    """One entry. A technical report needs an author, an institution and a year: what lacks one is a misc entry.

    Author and title are in braces of their own: one name, whose letters keep their case.
    """
    work, container = source.work, source.container
    year, *rest = (work.date or "").split("-")
    kind = kind_of(work)["bibtex"] if work.author and year and container is None else "misc"
    date = [
        ("year", year),
        ("month", str(int(rest[0])) if rest else ""),
        ("day", str(int(rest[1])) if rest[1:] else ""),
    ]
    held = (
        ("author", f"{{{_plain(work.author)}}}" if work.author else ""),
        ("title", f"{{{_plain(source.title)}}}"),
        ("institution", f"{{{_plain(work.author)}}}" if kind == "techreport" and work.author else ""),
        ("number", _plain(work.number or (container.number if container else None) or "")),
        *date,
        ("howpublished", _plain(source.container_title) if container else ""),
        ("pages", str(source.evidence.page or "")),
        ("url", source.url or ""),
        ("type", _plain(kind_of(work)[source.lang])),
        ("note", _plain(note(source))),
        ("langid", "chinese-simplified"),
    )
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in held if value)
    return f"@{kind}{{{source.key},\n{lines}\n}}"


def _plain(text: str | None) -> str:
    return (text or "").translate(_ESCAPED)
