"""The frame of a statement: the courtesies it opens with and the words it closes with."""

from __future__ import annotations

from summarize.segment.ends import closes, is_vocative
from summarize.segment.ground import Ground

_WINDOW = 400
_LONGEST_OPENING = 20
_LONGEST_CLOSING = 6


def opening_end(ground: Ground, limit: int) -> int:
    """The number of sentences, at most ``limit``, that salute, thank and congratulate.

    A sentence between two courtesies of one paragraph belongs to them; an address that leads
    over to the matter does not.
    """
    end = 0
    for index in range(min(limit, _LONGEST_OPENING)):
        if index - end > 1:
            break
        bridged = index == end or _same_paragraph(ground, end, index)
        if bridged and (is_courtesy(ground, index) or is_vocative(ground, index)):
            end = index + 1
    while end and is_vocative(ground, end - 1) and not _all_vocative(ground, end):
        end -= 1
    return end


def closing_start(ground: Ground, least: int) -> int | None:
    """The first sentence of the closing words, from ``least`` on, or None."""
    count = len(ground.sentences)
    longest = min(_LONGEST_CLOSING, max(4, count // 5))
    for index in range(max(least, count - longest), count):
        if closes(ground, index) or _farewell(ground, index):
            return index
    return None


def is_courtesy(ground: Ground, index: int) -> bool:
    """Whether the sentence thanks, congratulates, welcomes somebody or speaks for a group."""
    words, patterns = ground.words[index][:_WINDOW], ground.patterns
    if any(pattern.search(words) for pattern in patterns.courtesy):
        return True
    return bool(patterns.aimed.search(words) and patterns.target.search(words))


def _same_paragraph(ground: Ground, a: int, b: int) -> bool:
    return ground.sentences[a].paragraph == ground.sentences[b].paragraph


def _all_vocative(ground: Ground, end: int) -> bool:
    return all(is_vocative(ground, index) for index in range(end))


def _farewell(ground: Ground, index: int) -> bool:
    words, lead = ground.words[index], ground.leads[index]
    return ground.patterns.farewell.match(words, lead) is not None
