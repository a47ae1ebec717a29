"""Lexical cohesion: how much the words of one stretch are the words of another.

The block comparison of TextTiling (Hearst 1997): cosine similarity of the counts of content
stems on both sides of a gap.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarize.data import load

_WORD = re.compile(r"[^\W\d_]{3,}")
_TABLE = load("cohesion", "en")
_SUFFIX = re.compile(rf"(?:{'|'.join(_TABLE['suffixes'])})\Z")
_FUNCTION = frozenset(_TABLE["function"].split())
_COMMON = frozenset(_TABLE["common"].split())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A crude stem: enough to hold "mediate" and "mediation" together within one statement."""
    cut = _SUFFIX.sub("", word)
    return cut if len(cut) >= 4 else word


def stems(words: str) -> Counter[str]:
    """The content stems of ``words`` with their counts, words of every statement left out."""
    found = (word.lower() for word in _WORD.findall(words))
    return Counter(stem(w) for w in found if w not in _FUNCTION and w not in _COMMON)


def subject_stems(words: str) -> frozenset[str]:
    """The stems of all words that name a subject, common ones too."""
    found = (word.lower() for word in _WORD.findall(words))
    return frozenset(stem(word) for word in found if word not in _FUNCTION)


def total(counts: Iterable[Counter[str]]) -> Counter[str]:
    """The sum of several counts."""
    added: Counter[str] = Counter()
    for one in counts:
        added.update(one)
    return added


def cosine(left: Counter[str], right: Counter[str]) -> float:
    """The cosine of two counts, 0.0 where one of them is empty."""
    if len(right) < len(left):
        left, right = right, left
    dot = sum(count * right[word] for word, count in left.items() if word in right)
    if not dot:
        return 0.0
    norms = (math.sqrt(sum(count * count for count in one.values())) for one in (left, right))
    return dot / math.prod(norms)


def gaps(counts: Sequence[Counter[str]], block: int = 3) -> list[float]:
    """For each gap before sentence 1, 2, …: the similarity of the blocks around it."""
    return [
        cosine(total(counts[max(0, i - block) : i]), total(counts[i : i + block]))
        for i in range(1, len(counts))
    ]
