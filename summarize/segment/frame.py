"""The frame of a statement: the courtesies it opens with and the words it closes with."""

from __future__ import annotations

from summarize.segment.ground import Ground

_WINDOW = 400
_LONGEST_OPENING = 14


def opening_end(ground: Ground, limit: int) -> int:
    """The number of sentences, at most ``limit``, that salute, thank and congratulate.

    A sentence or two between two courtesies of one paragraph belong to them.
    """
    end = 0
    for index in range(min(limit, _LONGEST_OPENING)):
        near = index - end <= 1 or (index - end <= 2 and _same_paragraph(ground, end, index))
        if near and (is_courtesy(ground, index) or is_vocative(ground, index)):
            end = index + 1
    while end and is_vocative(ground, end - 1) and not _all_vocative(ground, end):
        end -= 1
    return end


def closing_start(ground: Ground, least: int) -> int | None:
    """The first sentence of the closing words, from ``least`` on, or None."""
    count = len(ground.sentences)
    longest = max(4, count // 5)
    for index in range(max(least, count - longest), count):
        if _opens_closing(ground, index):
            return index
    start = count
    while start > least and _thanks(ground, start - 1):
        start -= 1
    return start if start < count else None


def is_courtesy(ground: Ground, index: int) -> bool:
    """Whether the sentence thanks, congratulates, welcomes or speaks for a group."""
    words = ground.words[index][:_WINDOW]
    return any(pattern.search(words) for pattern in ground.patterns.courtesy)


def is_vocative(ground: Ground, index: int) -> bool:
    """Whether the sentence is an address and nothing else: "Mr. President,"."""
    words = ground.words[index]
    return len(words) < 120 and ground.patterns.vocative.fullmatch(words.strip("*_ ")) is not None


def _same_paragraph(ground: Ground, a: int, b: int) -> bool:
    return ground.sentences[a].paragraph == ground.sentences[b].paragraph


def _all_vocative(ground: Ground, end: int) -> bool:
    return all(is_vocative(ground, index) for index in range(end))


def _opens_closing(ground: Ground, index: int) -> bool:
    words, start = ground.words[index], ground.leads[index]
    patterns = ground.patterns
    return any(one.match(words, start) is not None for one in (patterns.closing, patterns.wrap))


def _thanks(ground: Ground, index: int) -> bool:
    return ground.patterns.thanks.match(ground.words[index]) is not None
