"""Scores of what the program makes against references, as pure functions."""
