"""Answers over the graph: the lineage view, the library of questions, and how they are shown."""

from .lineage import lineage
from .opened import PolicyGraph
from .questions import Question, question, questions
from .runner import ask
from .table import Table
from .wording import Unanswerable, words

__all__ = ["PolicyGraph", "Question", "Table", "Unanswerable", "ask", "lineage", "question", "questions", "words"]
