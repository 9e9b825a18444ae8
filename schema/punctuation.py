"""Marks that stand in pairs: opening mark → closing mark (GB/T 15834-2011, 4.7 to 4.9 and 4.15)."""

from __future__ import annotations

QUOTATION_MARKS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
"""The corner ones are those of traditional script."""
TITLE_MARKS = {"《": "》", "〈": "〉"}
BRACKETS = {"（": "）", "(": ")", "【": "】", "〔": "〕", "［": "］", "[": "]"}
PAIRS = QUOTATION_MARKS | TITLE_MARKS | BRACKETS
OPENING, CLOSING = "".join(PAIRS), "".join(PAIRS.values())
