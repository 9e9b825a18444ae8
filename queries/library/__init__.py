"""The questions, a folder each: question.yaml says what is asked, `answer` in __init__.py answers it over the graph."""
