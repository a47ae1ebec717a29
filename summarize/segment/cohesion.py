"""Lexical cohesion: how much the words of one stretch are the words of another.

The block comparison of TextTiling (Hearst 1997): cosine similarity of the counts of content
stems on both sides of a gap.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from summarize.data import load

_WORD = re.compile(r"[^\W\d_]{3,}")


class Cohesion:
    """The words of one language by their stems, from the language's data file.

    Raises FileNotFoundError for a language without one.
    """

    def __init__(self, language: str) -> None:
        table = load("cohesion", language)
        self._suffix = re.compile(rf"(?:{'|'.join(table['suffixes'])})\Z")
        self._function = frozenset(table["function"].split())
        self._left_out = self._function | frozenset(table["common"].split())
        self.stem = lru_cache(maxsize=50_000)(self._stem)

    def _stem(self, word: str) -> str:
        """A crude stem: enough to hold "mediate" and "mediation" together in one statement."""
        cut = self._suffix.sub("", word)
        return cut if len(cut) >= 4 else word

    def stems(self, words: str) -> Counter[str]:
        """The content stems of ``words`` with their counts, words of every statement left out."""
        found = (word.lower() for word in _WORD.findall(words))
        return Counter(self.stem(word) for word in found if word not in self._left_out)

    def subject_stems(self, words: str) -> frozenset[str]:
        """The stems of all words that name a subject, common ones too."""
        found = (word.lower() for word in _WORD.findall(words))
        return frozenset(self.stem(word) for word in found if word not in self._function)


@cache
def cohesion(language: str) -> Cohesion:
    """The stems of ``language``. Raises FileNotFoundError where there is no file for it."""
    return Cohesion(language)


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
