"""Words, by a model of spacy-pkuseg (a linear-chain CRF over characters) that was trained on policy documents."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import spacy_pkuseg

from . import SEGMENTER, SHIPPED


@cache
def shipped() -> Segmenter:
    """The segmenter that comes with the package."""
    return Segmenter(SHIPPED / SEGMENTER)


class Segmenter:
    """Divides texts into words, by the model in a folder that training/segmenter.py wrote.

    The dictionary that the library would merge words by is left out: it is no policy language, and it is a pickle.
    """

    def __init__(self, folder: Path) -> None:
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
