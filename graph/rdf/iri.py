"""IRIs of nodes, facts and documents, under one base."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from rdflib import URIRef

from ...schema.facts import Entity
from ...schema.ontology import BASE, ontology


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes IRIs under a base, and reads those of entities back. Names keep their Chinese characters."""

    base: str = BASE

    def term(self, prefixed: str) -> URIRef:
        """An ontology term by its prefixed name (pg:issues, eli:title)."""
        return URIRef(ontology().iri(prefixed, self.base))

    def entity(self, kind: str, name: str) -> URIRef:
        """A node by type and name; a document by its key."""
        return URIRef(f"{self.base}{kind}/{_escaped(name)}")

    def fact(self, identifier: str) -> URIRef:
        """The n-ary node of a fact."""
        return URIRef(f"{self.base}fact/{identifier}")

    def named(self, iri: str) -> Entity:
        """The entity that `entity` made the IRI of. Raises ValueError for any other IRI."""
        kind, slash, name = iri.removeprefix(self.base).partition("/")
        if not iri.startswith(self.base) or not slash or kind not in ontology().types:
            raise ValueError(f"<{iri}> is no entity under {self.base}; expected {self.base}<type>/<name>")
        return Entity(unquote(name), kind)


def _escaped(name: str) -> str:
    return "".join(c if _plain(c) else quote(c, safe="") for c in name)


def _plain(character: str) -> bool:
    # RFC 3987: unreserved ASCII and ucschar stand as they are; isprintable leaves out controls and unassigned ones.
    if character < "\u0080":
        return character.isalnum() or character in "-._~"
    ucschar = "\u00a1" <= character <= "\ud7ff" or "\uf900" <= character <= "\uffef" or character >= "\U00010000"
    return ucschar and character.isprintable()
