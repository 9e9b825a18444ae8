"""IRIs of nodes, facts and documents, under one base."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from ...schema.facts import Entity
from ...schema.ontology import BASE, ontology

_FACT, _VERDICT = "fact", "verdict"


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes IRIs under a base, and reads them back. Names keep their Chinese characters."""

    base: str = BASE

    def term(self, prefixed: str) -> str:
        """An ontology term by its prefixed name (pg:issues, eli:title)."""
        return ontology().iri(prefixed, self.base)

    def prefixes(self) -> dict[str, str]:
        """What each prefix of the ontology stands for, by prefix in order."""
        return {prefix: self.term(f"{prefix}:") for prefix in sorted(ontology().prefixes)}

    def entity(self, kind: str, name: str) -> str:
        """A node by type and name; a document by its key."""
        return f"{self.base}{kind}/{_escaped(name)}"

    def node(self, identifier: str) -> str:
        """A node of the property graph by its id, "Type/name"."""
        kind, _, name = identifier.partition("/")
        return self.entity(kind, name)

    def fact(self, identifier: str) -> str:
        """The n-ary node of a fact."""
        return f"{self.base}{_FACT}/{identifier}"

    def verdict(self, identifier: str) -> str:
        """The node of the verdict on a target, by the id of the target's fact."""
        return f"{self.base}{_VERDICT}/{identifier}"

    def named(self, iri: str) -> Entity:
        """The entity that `entity` made the IRI of. Raises ValueError for any other IRI."""
        kind, slash, name = iri.removeprefix(self.base).partition("/")
        if not iri.startswith(self.base) or not slash or kind not in ontology().types:
            raise ValueError(f"<{iri}> is no entity under {self.base}; expected {self.base}<type>/<name>")
        return Entity(unquote(name), kind)

    def identifier(self, iri: str) -> str:
        """The id of the node ("Type/name") or of the fact that an IRI stands for; any other IRI as it is."""
        kind, slash, name = iri.removeprefix(self.base).partition("/")
        if not slash or not iri.startswith(self.base):
            return iri
        if kind == _FACT:
            return name
        return f"{kind}/{unquote(name)}" if kind in ontology().types else iri


def _escaped(name: str) -> str:
    made = "".join(c if _plain(c) else quote(c, safe="") for c in name)
    # a last segment of dots alone is a step in a path, and readers of Turtle end a name before its last dot
    return f"{made[:-1]}%2E" if made.endswith(".") else made


def _plain(character: str) -> bool:
    # RFC 3987: unreserved ASCII and ucschar stand as they are; isprintable leaves out controls and unassigned ones.
    # Above U+E0000 are variation selectors, which are no ucschar, then nothing that is assigned, then private use.
    if character < "\u0080":
        return character.isalnum() or character in "-._~"
    basic = "\u00a1" <= character <= "\ud7ff" or "\uf900" <= character <= "\uffef"
    ucschar = basic or "\U00010000" <= character < "\U000e0000"
    return ucschar and character.isprintable()
