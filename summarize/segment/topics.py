"""What lies outside the points, cut by topic into passages of ordinary size.

The best segmentation is found by dynamic programming over the cost of every cut and every
length, as Heinonen (1998, "Optimal multi-paragraph text segmentation by dynamic programming")
does, with the block comparison of TextTiling (Hearst 1997) as the cost of a cut and a lower one
at a paragraph's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.segment.cohesion import gaps, stems
from summarize.segment.frame import is_vocative
from summarize.segment.ground import Ground

_USUAL = 5.0
_LONGEST = 12
_FORBIDDEN = 1e6


def passages(ground: Ground, start: int, end: int) -> Iterator[range]:
    """The sentences ``start`` to ``end`` as runs of three to nine, wherever the text allows."""
    if start >= end:
        return
    costs = _cut_costs(ground, start, end)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, end - start + 1):
        best.append(min(_ways(best, costs, stop)))
    cuts = [end - start]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    for a, b in pairwise(cuts):
        yield range(start + a, start + b)


def _ways(
    best: Sequence[tuple[float, int]], costs: Sequence[float], stop: int
) -> Iterator[tuple[float, int]]:
    for begin in range(max(0, stop - _LONGEST), stop):
        yield best[begin][0] + costs[begin] + _length_cost(stop - begin), begin


def _length_cost(length: int) -> float:
    """Nothing between three and nine sentences, more the further outside."""
    if length < 3:
        return 0.35 * (3 - length)
    return 0.02 * abs(length - _USUAL) + (0.3 * (length - 9) if length > 9 else 0.0)


def _cut_costs(ground: Ground, start: int, end: int) -> list[float]:
    """The cost of a passage's beginning at each sentence."""
    similar = [0.0, *gaps([stems(ground.words[i]) for i in range(start, end)])]
    return [_cut_cost(ground, i, start, similar[i - start]) for i in range(start, end)]


def _cut_cost(ground: Ground, index: int, start: int, similarity: float) -> float:
    if index == start:
        return 0.0
    if is_vocative(ground, index - 1):
        return _FORBIDDEN
    within = 0.0 if ground.sentences[index].number == 1 else 0.6
    return 0.2 + similarity + within
