"""Same content, same facts: documents written anew in other ways, read again and compared figure by figure.

    python -m benchmarks.metamorphic                       examples and ../shared/corpus; writes docs/metamorphic.md
    python -m benchmarks.metamorphic --raw                 the same and ../shared/raw
    python -m benchmarks.metamorphic FOLDER …              these folders instead; writes no page
      --only NAME …         transformations whose names begin so
      --documents PART      documents with this in their key
      --disagreements N     the first N figures of each document that stand on one side only

Run from the checkout, with the extra test (pip install '.[test]' -c constraints.txt), whose reportlab sets the PDFs.
With --only or --documents no page is written either. When the page is written, standard error tells what
exceptions.yaml does not fit: disagreements without a kind, and kinds that nothing is of any more.
"""
