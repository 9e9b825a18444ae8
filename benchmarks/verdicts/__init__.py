"""What the verdicts on targets are worth, and what they cost."""
