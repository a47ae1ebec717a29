"""What lies outside the points, cut by topic into passages of ordinary size.

The best segmentation is found by dynamic programming over the cost of every cut and every
length, as Heinonen (1998, "Optimal multi-paragraph text segmentation by dynamic programming")
does, with the block comparison of TextTiling (Hearst 1997) as the cost of a cut and a lower one
at a paragraph's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import fmean

from summarize.segment.cohesion import gaps
from summarize.segment.ends import carries_on, is_vocative
from summarize.segment.ground import Ground
from summarize.segment.headings import is_heading

_USUAL = 5.5
_LONGEST = 12
_WORDS_IN_SENTENCE = 25
_FORBIDDEN = 1e6
_WITHIN = 0.6
_CARRIED = 0.3


def passages(
    ground: Ground, start: int, end: int, announcement: int | None = None
) -> Iterator[range]:
    """The sentences ``start`` to ``end`` as runs of three to nine, wherever the text allows.

    Long sentences count for more than one. The sentence ``announcement`` begins no run.
    """
    if start >= end:
        return
    costs = _cut_costs(ground, start, end)
    if announcement is not None and start < announcement < end:
        costs[announcement - start] = _FORBIDDEN
    counts = (words.count(" ") + 1 for words in ground.words[start:end])
    words = [0, *accumulate(counts)]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, end - start + 1):
        best.append(min(_ways(best, costs, words, stop)))
    cuts = [end - start]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    for a, b in pairwise(cuts):
        yield range(start + a, start + b)


def _ways(
    best: Sequence[tuple[float, int]], costs: Sequence[float], words: Sequence[int], stop: int
) -> Iterator[tuple[float, int]]:
    for begin in range(max(0, stop - _LONGEST), stop):
        length = max(stop - begin, (words[stop] - words[begin]) / _WORDS_IN_SENTENCE)
        yield best[begin][0] + costs[begin] + _length_cost(length), begin


def _length_cost(length: float) -> float:
    """Nothing at the usual length, more the further from it."""
    return 0.5 * ((length - _USUAL) / _USUAL) ** 2


def _cut_costs(ground: Ground, start: int, end: int) -> list[float]:
    """The cost of a passage's beginning at each sentence: low at a dip of cohesion."""
    similar = gaps(ground.stems[start:end])
    mean = fmean(similar) if similar else 0.0
    return [0.0] + [
        _cut_cost(ground, index, value - mean)
        for index, value in enumerate(similar, start=start + 1)
    ]


def _cut_cost(ground: Ground, index: int, rise: float) -> float:
    if is_vocative(ground, index - 1) or is_heading(ground, index - 1):
        return _FORBIDDEN
    within = ground.has_paragraphs and ground.sentences[index].number > 1
    carried = carries_on(ground, index)
    return 0.1 + rise + (_WITHIN if within else 0.0) + (_CARRIED if carried else 0.0)
