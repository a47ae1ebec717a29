"""Where the last point of an enumeration ends.

The other points end where the next begins. The last ends with its subject: at a paragraph's end
in a text with paragraphs, at a sentence's end elsewhere. Every such place is scored by its
features in a conditional logit (McFadden 1974), and the best one is taken: length beside the
points before, lexical cohesion over the gap (Hearst 1997), and how the next sentence opens. The
weights were fitted on statements with marked enumerations and rounded.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from summarize.segment.chains import Chain
from summarize.segment.cohesion import cosine, total
from summarize.segment.ground import Ground
from summarize.segment.markers import Marker

_LONGER = -1.6
_LONGEST = -0.7
_SHORTER = -0.9
_MORE_PARAGRAPHS = -1.3
_COHESION = -2.0
_TOPIC = -1.4
_GAP = -1.8
_LOOKS_BACK = 1.0
_WIDENS = 0.8
_VOCATIVE = 1.4
_CARRIES_ON = -0.6
_CUE = 1.9
_CUE_INSIDE = 0.0
_TEXT_END = 0.4
_SUB_ITEM = re.compile(r"(?:[•‣▪●◦○·*–—-]|\([a-z]{1,4}\)|[a-z]{1,3}[.)])\s")
_FURTHEST = 80
_VERY_LONG = 400


@dataclass(frozen=True)
class _Usual:
    """The lengths of the points before the last."""

    median: float
    longest: float
    words: float
    paragraphs: float


def last_end(
    ground: Ground, chain: Chain, limit: int, signs: Mapping[int, Marker], least: int = 0
) -> int:
    """The index after the last sentence of the chain's last point, ``least`` to ``limit``.

    ``signs`` are the markers that open sentences: a "finally" that the chain does not count,
    or words that close the statement, end the point.
    """
    start = chain.last
    if chain.markers[0].style != "word" and _are_items(ground, chain):
        return min(limit, _last_item_end(ground, chain))
    usual = _usual(ground, chain)
    furthest = min(limit, start + max(_FURTHEST, min(_VERY_LONG, int(4 * usual.longest))))
    furthest = max(furthest, least)
    stop = _cue_after(ground, max(start, least - 1), furthest, signs)
    scores = (
        (score, end)
        for score, end in _scores(ground, start, stop, usual, stop < furthest)
        if end >= least
    )
    return max(scores, default=(0.0, stop))[1]


def _cue_after(ground: Ground, start: int, limit: int, signs: Mapping[int, Marker]) -> int:
    """The first sentence after ``start`` that ends a last point by its words, else ``limit``."""
    count = len(ground.words)
    tail = count - max(4, count // 4)
    for index in range(start + 1, limit):
        sign = signs.get(index)
        final = sign is not None and sign.ordinal is None and sign.final
        if final or (index >= tail and closes(ground, index)) or _turns(ground, index):
            return index
    return limit


def _turns(ground: Ground, index: int) -> bool:
    """Whether an address on a line of its own, or a new capacity, begins something else."""
    return is_vocative(ground, index) or ground.patterns.turn.match(ground.words[index]) is not None


def is_vocative(ground: Ground, index: int) -> bool:
    """Whether the sentence is an address and nothing else: "Mr. President,"."""
    words = ground.words[index].strip("*_# ")
    if len(words) > 120:
        return False
    if ground.patterns.vocative.fullmatch(words):
        return True
    alone = ground.sentences[index].number == 1 and words.endswith((",", ":", ";", "!"))
    return alone and ground.patterns.addressed.search(words) is not None


def closes(ground: Ground, index: int) -> bool:
    """Whether a sentence opens with words that close a statement."""
    words, lead = ground.words[index], ground.leads[index]
    patterns = ground.patterns
    return any(one.match(words, lead) is not None for one in (patterns.closing, patterns.thanks))


def _scores(
    ground: Ground, start: int, stop: int, usual: _Usual, cued: bool
) -> Iterator[tuple[float, int]]:
    """A score for each place where the point that begins at ``start`` may end."""
    topic = total(ground.stems[start : start + 2])
    inside: Counter[str] = Counter()
    length = 0
    for index in range(start + 1, stop + 1):
        inside.update(ground.stems[index - 1])
        length += ground.words[index - 1].count(" ") + 1
        if index < stop and ground.has_paragraphs and ground.sentences[index].number > 1:
            continue
        value = _length_score(ground, start, index, length, usual)
        if index < len(ground.words):
            value += _gap_score(ground, start, index, inside, topic)
            value += _words_score(ground, index)
        else:
            value += _TEXT_END
        yield value + (_cue_score(ground, index) if cued and index == stop else 0.0), index


def _cue_score(ground: Ground, index: int) -> float:
    """What words that end a point add: less where they stand inside a paragraph."""
    inside = ground.has_paragraphs and ground.sentences[index].number > 1
    return _CUE_INSIDE if inside else _CUE


def _usual(ground: Ground, chain: Chain) -> _Usual:
    pairs = list(pairwise(marker.sentence for marker in chain.markers))
    lengths = [max(1, b - a) for a, b in pairs] or [4]
    words = [_word_count(ground, a, max(b, a + 1)) for a, b in pairs] or [100]
    sentences = ground.sentences
    blocks = [sentences[b].paragraph - sentences[a].paragraph for a, b in pairs] or [1]
    return _Usual(median(lengths), max(lengths), median(words), max(1, median(blocks)))


def _word_count(ground: Ground, start: int, end: int) -> int:
    return sum(words.count(" ") + 1 for words in ground.words[start:end])


def _length_score(ground: Ground, start: int, index: int, count: int, usual: _Usual) -> float:
    length = index - start
    ratio = math.log(length / usual.median)
    words = math.log(count / usual.words)
    score = _LONGER * max(0.0, ratio) + _SHORTER * max(0.0, -words)
    score += _LONGEST * max(0.0, math.log(length / usual.longest))
    if ground.has_paragraphs:
        last = ground.sentences[index - 1].paragraph
        blocks = last + 1 - ground.sentences[start].paragraph
        score += _MORE_PARAGRAPHS * max(0.0, math.log(blocks / usual.paragraphs))
    return score


def _gap_score(
    ground: Ground, start: int, index: int, inside: Counter[str], topic: Counter[str]
) -> float:
    after = total(ground.stems[index : index + 3])
    before = total(ground.stems[max(start, index - 3) : index])
    return (
        _COHESION * cosine(inside, after)
        + _TOPIC * cosine(topic, after)
        + _GAP * cosine(before, after)
    )


def _words_score(ground: Ground, index: int) -> float:
    words, patterns = ground.words[index], ground.patterns
    if patterns.looks_back.search(words):
        return _LOOKS_BACK
    return (
        _WIDENS * (patterns.widens.search(words) is not None)
        + _VOCATIVE * (patterns.vocative.match(words) is not None)
        + _CARRIES_ON * carries_on(ground, index)
    )


def carries_on(ground: Ground, index: int) -> bool:
    """Whether a sentence takes up the one before: "Together they …", or its noun with "the"."""
    words = ground.words[index]
    if ground.patterns.carries_on.match(words, ground.leads[index]):
        return True
    noun = ground.patterns.takes_up.match(words)
    return noun is not None and bool(ground.subjects(noun["what"]) & set(ground.stems[index - 1]))


def _are_items(ground: Ground, chain: Chain) -> bool:
    """Whether every point but the last is a list item: one paragraph, and the items under it."""
    return all(_item_end(ground, a.sentence) == b.sentence for a, b in pairwise(chain.markers))


def _last_item_end(ground: Ground, chain: Chain) -> int:
    """Where the last item ends: bullets after it are its own only where others have some too."""
    under = any(_SUB_ITEM.match(ground.words[b.sentence - 1]) for b in chain.markers[1:])
    return (_item_end if under else _paragraph_end)(ground, chain.last)


def _item_end(ground: Ground, index: int) -> int:
    """The sentence after a paragraph and after the items, bulleted or lettered, that follow it."""
    end = _paragraph_end(ground, index)
    while end < len(ground.sentences) and _SUB_ITEM.match(ground.words[end]):
        end = _paragraph_end(ground, end)
    return end


def _paragraph_end(ground: Ground, index: int) -> int:
    end = index + 1
    while end < len(ground.sentences) and ground.sentences[end].number > 1:
        end += 1
    return end
