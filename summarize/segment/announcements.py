"""Sentences that announce points: "I would like to make four points"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.records import Sentence
from summarize.segment.language import Patterns

_WINDOW = 1000


@dataclass(frozen=True)
class Announcement:
    """A sentence that announces points: how many (None: not said), and what follows the count."""

    sentence: int
    count: int | None
    tail: str


def find_announcements(
    text: str, sentences: Sequence[Sentence], quoted: Sequence[bool], patterns: Patterns
) -> tuple[Announcement, ...]:
    """The announcements of a statement, in order."""
    found = (
        _announcement(text, index, sentence, patterns)
        for index, sentence in enumerate(sentences)
        if not quoted[index]
    )
    return tuple(one for one in found if one is not None)


def _announcement(
    text: str, index: int, sentence: Sentence, patterns: Patterns
) -> Announcement | None:
    words = text[sentence.start : min(sentence.end, sentence.start + _WINDOW)]
    said = patterns.announcer.search(words) and patterns.announcing.search(words)
    if not said and not words.rstrip().endswith(":"):
        return None
    for match in patterns.counted.finditer(words):
        near = words[max(0, match.start() - 25) : match.end()]
        if patterns.not_announced.search(near):
            continue
        count = _count(match["n"], patterns)
        if 2 <= count <= 12:
            return Announcement(index, count, words[match.end() :])
    uncounted = patterns.open_count.search(words)
    return Announcement(index, None, words[uncounted.end() :]) if uncounted else None


def _count(word: str, patterns: Patterns) -> int:
    return int(word) if word.isdigit() else patterns.values[word.lower()]
