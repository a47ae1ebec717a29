"""Scores: predictions against references, pure functions from rows to numbers."""
