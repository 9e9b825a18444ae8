"""Words, by a model of spacy-pkuseg (a linear-chain CRF over characters) that was trained on policy documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ....schema.errors import RunError


class Segmenter:
    """Divides texts into words. Raises RunError when spacy-pkuseg is not installed.

    The dictionary that the library would merge words by is left out: it is no policy language, and it is a pickle.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import spacy_pkuseg
        except ModuleNotFoundError:
            raise RunError(
                "words need the library spacy-pkuseg, which is not installed: install policygraph[words], or train "
                "and use a network without words"
            ) from None
        self._model: Any = spacy_pkuseg.pkuseg(str(folder), user_dict=None)
        self._model.model.w = self._model.model.w.astype(np.float64)

    def words(self, text: str) -> list[str]:
        """The words in order, white space between them included: joined they are the text."""
        found, place = [], 0
        for word in self._model.cut(text):
            start = text.index(word, place)
            if start > place:
                found.append(text[place:start])
            found.append(word)
            place = start + len(word)
        return [*found, text[place:]] if place < len(text) else found
