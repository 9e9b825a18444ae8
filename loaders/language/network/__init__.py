"""Learned entity recognition: a small spaCy network over characters and what the rules found."""
