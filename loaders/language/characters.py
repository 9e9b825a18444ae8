"""The canonical Doc: one token a character, white space included, so that token and character offsets are one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

TOKENIZER = "policygraph.characters.v1"


class _Numbers(dict[str, int]):
    """A character's number in the vocabulary, by which spaCy makes a token faster than by the character itself."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings

    def __missing__(self, character: str) -> int:
        number: int = self._strings.add(character)
        self[character] = number
        return number


class Characters:
    """Makes a Doc whose i-th token is the i-th character. spaCy's own char mode swallows spaces."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._numbers = _Numbers(vocab)

    def __call__(self, text: str) -> Doc:
        words: list[Any] = list(map(self._numbers.__getitem__, text))  # spaCy's own types know of strings only
        return Doc(self.vocab, words=words, spaces=[False] * len(text))

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to store: spaCy asks every tokenizer."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> Characters:
        """Nothing to restore."""
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        """Nothing to store."""

    def from_disk(self, path: Any, **kwargs: Any) -> Characters:
        """Nothing to restore."""
        return self


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]  # spaCy's registry has no types
def characters() -> Callable[[Language], Characters]:
    """The tokenizer's maker, as spaCy's configuration names it."""
    return lambda nlp: Characters(nlp.vocab)
