"""Sentences that announce points: "I would like to make four points"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.segment.ground import Ground
from summarize.segment.language import Patterns

_WINDOW = 1000
_NEAR = 3


@dataclass(frozen=True)
class Announcement:
    """A sentence that announces points: how many (None: not said), and what follows the count.

    ``sure`` says that its words alone announce; otherwise only a marker right after it does.
    """

    sentence: int
    count: int | None
    tail: str
    sure: bool = True


def find_announcements(ground: Ground) -> tuple[Announcement, ...]:
    """The announcements of a statement, in order."""
    found = (
        _announcement(words[:_WINDOW], index, ground.patterns)
        for index, words in enumerate(ground.words)
        if not ground.quoted[index]
    )
    return tuple(one for one in found if one is not None)


def announcement_before(
    sentence: int, announcements: Sequence[Announcement]
) -> Announcement | None:
    """The announcement that a point opening in ``sentence`` takes up, or None.

    The nearest with a count within a few sentences, its own sentence included, else the nearest.
    """
    near = [
        one
        for one in announcements
        if sentence - (_NEAR if one.sure else 1) <= one.sentence <= sentence
    ]
    counted = [one for one in near if one.count is not None]
    return counted[-1] if counted else (near[-1] if near else None)


def _announcement(words: str, index: int, patterns: Patterns) -> Announcement | None:
    said = patterns.announcer.search(words) and patterns.announcing.search(words)
    sure = bool(said) or words.rstrip().endswith(":")
    if match := _counted(words, patterns.counted, patterns):
        return Announcement(index, _count(match["n"], patterns), words[match.end() :], sure)
    if uncounted := patterns.open_count.search(words) if sure else None:
        return Announcement(index, None, words[uncounted.end() :])
    if match := _counted(words, patterns.loose, patterns):
        return Announcement(index, _count(match["n"], patterns), words[match.end() :], False)
    return None


def _counted(
    words: str, pattern: re.Pattern[str], patterns: Patterns
) -> re.Match[str] | None:
    """The last count of two to twelve that ``words`` name and that is not somebody else's."""
    last = None
    for match in pattern.finditer(words):
        near = words[max(0, match.start() - 25) : match.end()]
        if 2 <= _count(match["n"], patterns) <= 12 and not patterns.not_announced.search(near):
            last = match
    return last


def _count(word: str, patterns: Patterns) -> int:
    return int(word) if word.isdigit() else patterns.values[word.lower()]
