"""Single decisions of the figure rules against small models trained on the rules' own features.

numbers: every annotated number with what the rules saw; one file a decision makes cases of them; models: what is
trained; comparison: the rule against the models across folds; report: the table.
"""

from __future__ import annotations

from .report import decisions_table

__all__ = ["decisions_table"]
