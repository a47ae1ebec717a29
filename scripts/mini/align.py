"""Align a written clause with its sentence, word by word, to learn which words editing keeps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nltk.stem.porter import PorterStemmer

from summarize.edit.inflect import is_past_of

DELETE, KEEP, SHIFT = 0, 1, 2
_STEMMER = PorterStemmer()
_LIGHT = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "and",
        "or",
        "that",
        "which",
        "who",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "their",
        "as",
        "this",
        "these",
        "those",
        "from",
        "will",
        "would",
        "can",
        "could",
    ]
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    return str(_STEMMER.stem(word))


@lru_cache(maxsize=500_000)
def likeness(source: str, target: str) -> float:
    """How far two lower-case words are the same word: 0 to 1."""
    if not any(c.isalnum() for c in source):
        return 0.2 if source == target else 0.0
    if source == target:
        return 0.5 if source in _LIGHT else 1.0
    if is_past_of(target, source):
        return 0.6 if source in _LIGHT else 0.95
    return 0.8 if len(source) > 3 and stem(source) == stem(target) else 0.0


def align(source: Sequence[str], target: Sequence[str]) -> list[int | None]:
    """For each source word the place of its counterpart in ``target``, in order, or None.

    The alignment keeps the order of both and maximises likeness, with a bonus for words that
    stay next to each other, so that function words go with their neighbours.
    """
    rows, columns = len(source), len(target)
    free = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    tied = [[-1e9] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            score = likeness(source[i - 1], target[j - 1])
            if score:
                tied[i][j] = score + max(free[i - 1][j - 1], tied[i - 1][j - 1] + 0.35)
            free[i][j] = max(free[i - 1][j], free[i][j - 1], tied[i][j])
    return _trace(source, target, free, tied)


def _trace(
    source: Sequence[str],
    target: Sequence[str],
    free: list[list[float]],
    tied: list[list[float]],
) -> list[int | None]:
    links: list[int | None] = [None] * len(source)
    i, j, follow = len(source), len(target), False
    while i and j:
        if follow or (tied[i][j] == free[i][j] and tied[i][j] > 0):
            links[i - 1] = j - 1
            follow = tied[i - 1][j - 1] + 0.35 > free[i - 1][j - 1]
            i, j = i - 1, j - 1
        elif free[i - 1][j] >= free[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return links


def tags(source: Sequence[str], target: Sequence[str]) -> list[int]:
    """DELETE, KEEP or SHIFT (into the past) for each source word."""
    found = []
    for word, link in zip(source, align(source, target), strict=True):
        if link is None:
            found.append(DELETE)
        else:
            found.append(SHIFT if is_past_of(target[link], word) else KEEP)
    return found
