"""Marks that stand in pairs, and marks that begin no line (GB/T 15834-2011)."""

from __future__ import annotations

QUOTATION_MARKS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
"""Opening mark → closing mark, as in the other tables; the corner ones are those of traditional script."""
TITLE_MARKS = {"《": "》", "〈": "〉"}
BRACKETS = {"（": "）", "(": ")", "【": "】", "〔": "〕", "［": "］", "[": "]"}
PAIRS = QUOTATION_MARKS | TITLE_MARKS | BRACKETS
OPENING, CLOSING = "".join(PAIRS), "".join(PAIRS.values())
"""The former end no line (5.1.10)."""
NO_BEGINNING = f"，、。；：！？,.;:!?%％{CLOSING}\"'"
"""These begin no line (5.1.9)."""
