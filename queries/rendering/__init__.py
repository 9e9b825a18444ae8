"""Answers as people read them: in a terminal, in a notebook, as a picture."""
