"""How good the facts are: the gold scored with intervals, samples read by eye, and decisions judged by folds.

    python -m benchmarks.quality [--gold ../shared/gold] [--corpus ../shared/corpus]   scores; writes docs/quality.md
    python -m benchmarks.quality train                                                the confidence of facts, learned
    python -m benchmarks.quality decisions                                            rules against models, by folds
    python -m benchmarks.quality sample --facts 200 --seed 1 [--verdicts FILE.tsv]     facts to be read
    python -m benchmarks.quality verdict FILE.tsv NUMBER [--wrong FIELD …]             what a reader says of one
    python -m benchmarks.quality verdicts FILE.tsv                                     their summary
    python -m benchmarks.quality paragraphs --count 40 --seed 1                        paragraphs, for what was missed

Run from the checkout. What counts as right is decided by the scorer beside the gold (score/score.py), which is
imported from its file; nothing of it is repeated here.
"""
