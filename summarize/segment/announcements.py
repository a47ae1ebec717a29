"""Sentences that announce points: "I would like to make four points"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from summarize.segment.ground import Ground
from summarize.segment.language import Patterns

_WINDOW = 1000
_RELATIVE = re.compile(r"\b(?:which|who|that|because)\b")
_DEFINITE = re.compile(r"\bthe (?:main |following )?\Z", re.IGNORECASE)
_NEAR = 3


@dataclass(frozen=True)
class Announcement:
    """A sentence that announces points: how many (None: not said), and what follows the count.

    ``sure`` says that its words alone announce; otherwise only a marker right after it does.
    ``own`` says that the speaker means to make the points, and reports nobody else's; ``definite``
    that the count has "the" before it and may be one that everybody knows ("the three pillars").
    """

    sentence: int
    count: int | None
    tail: str
    sure: bool = True
    own: bool = False
    definite: bool = False


def find_announcements(ground: Ground) -> dict[int, Announcement]:
    """The announcements of a statement in order, by sentence."""
    found = (
        _announcement(words[:_WINDOW], index, ground.patterns)
        for index, words in enumerate(ground.words)
        if not ground.quoted[index]
    )
    return {one.sentence: one for one in found if one is not None}


def announcement_before(
    sentence: int, announcements: Mapping[int, Announcement], inside: bool = False
) -> Announcement | None:
    """The announcement that a point opening in ``sentence`` takes up, or None.

    The nearest with a count within a few sentences, else the nearest; ``inside`` the sentence
    itself only where the point opens inside it.
    """
    indices = range(sentence if inside else sentence - 1, sentence - _NEAR - 1, -1)
    found = [announcements[index] for index in indices if index in announcements]
    near = [one for one in found if one.sure or sentence - one.sentence <= 1]
    return next((one for one in near if one.count is not None), near[0] if near else None)


def _announcement(words: str, index: int, patterns: Patterns) -> Announcement | None:
    said = patterns.announcer.search(words) and patterns.announcing.search(words)
    sure = bool(said) or words.rstrip().endswith(":")
    if match := _counted(words, patterns.counted, patterns):
        return _made(words, index, match, patterns, sure)
    if uncounted := patterns.open_count.search(words) if sure else None:
        return _made(words, index, uncounted, patterns, True)
    if match := _counted(words, patterns.loose, patterns):
        return _made(words, index, match, patterns, False)
    return None


def _made(
    words: str, index: int, match: re.Match[str], patterns: Patterns, sure: bool
) -> Announcement:
    number = match.groupdict().get("n")
    count = _count(number, patterns) if number else None
    owns = patterns.own.finditer(words, 0, match.end())
    own = any(not _RELATIVE.search(words, one.end(), match.start()) for one in owns)
    own = own or patterns.owned.match(words, match.end()) is not None
    definite = count is not None and _DEFINITE.search(words, 0, match.start()) is not None
    return Announcement(index, count, words[match.end() :], sure, own, definite)


def _counted(words: str, pattern: re.Pattern[str], patterns: Patterns) -> re.Match[str] | None:
    """The last count of two to twelve that ``words`` name and that is not somebody else's."""
    last = None
    for match in pattern.finditer(words):
        near = words[max(0, match.start() - 25) : match.end()]
        if 2 <= _count(match["n"], patterns) <= 12 and not patterns.not_announced.search(near):
            last = match
    return last


def _count(word: str, patterns: Patterns) -> int:
    return int(word) if word.isdigit() else patterns.values[word.lower()]
