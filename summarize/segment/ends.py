"""Where the last point of an enumeration ends.

The other points end where the next begins. The last ends with its subject: at a paragraph's end
in a text with paragraphs, at a sentence's end elsewhere, judged by what the next sentence opens
with, by lexical cohesion and by the length of the points before it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from summarize.segment.chains import Chain
from summarize.segment.cohesion import cosine, stems, total
from summarize.segment.ground import Ground
from summarize.segment.markers import Marker


def last_end(ground: Ground, chain: Chain, limit: int, markers: Sequence[Marker] = ()) -> int:
    """The index after the last sentence of the chain's last point, at most ``limit``.

    ``markers`` are all of the statement: one that the chain does not count may end the point.
    """
    start = chain.last
    if chain.markers[0].style != "word" and _one_paragraph_each(ground, chain):
        return min(limit, _paragraph_end(ground, start))
    left = {marker.sentence for marker in markers if marker.ordinal is None and not marker.mention}
    candidates = [i for i in range(start + 1, limit) if _may_end(ground, i)]
    usual = _usual_length(chain)
    scored = [(_score(ground, start, i, usual, i in left), i) for i in candidates]
    best = max(scored, default=(0.0, limit))
    return best[1] if best[0] > 0 else limit


def _one_paragraph_each(ground: Ground, chain: Chain) -> bool:
    """Whether every point but the last is a list item: one paragraph, or one sentence."""
    return all(
        _paragraph_end(ground, a.sentence) == b.sentence for a, b in pairwise(chain.markers)
    )


def _paragraph_end(ground: Ground, index: int) -> int:
    end = index + 1
    while end < len(ground.sentences) and ground.sentences[end].number > 1:
        end += 1
    return end


def _may_end(ground: Ground, index: int) -> bool:
    return not ground.has_paragraphs or ground.sentences[index].number == 1


def _usual_length(chain: Chain) -> float:
    starts = [marker.sentence for marker in chain.markers]
    lengths = [max(1, b - a) for a, b in pairwise(starts)]
    return float(median(lengths)) if lengths else 4.0


def _score(ground: Ground, start: int, index: int, usual: float, left: bool) -> float:
    """How well the last point would end before sentence ``index``; above 0 is an end."""
    length = index - start
    return (
        (2.0 if left else _cue(ground, index))
        + 2.0 * (0.12 - _cohesion(ground, start, index))
        - 0.5 * abs(math.log(length / usual))
    )


def _cue(ground: Ground, index: int) -> float:
    words = ground.words[index]
    patterns = ground.patterns
    if patterns.closing.match(words) or patterns.thanks.match(words):
        return 2.0
    if patterns.vocative.match(words):
        return 1.5
    return 0.0


def _cohesion(ground: Ground, start: int, index: int) -> float:
    inside = total(stems(ground.words[i]) for i in range(start, index))
    after = range(index, min(index + 3, len(ground.sentences)))
    return cosine(inside, total(stems(ground.words[i]) for i in after))
