"""Minimal errors in true condensations, kind by kind; ``scripts/corrupt.py`` makes them."""
