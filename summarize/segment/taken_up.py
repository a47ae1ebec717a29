"""Announced topics that are taken up in order without ordinals.

"… on three issues: the political track, the humanitarian situation and the mandate. On the
political track, …"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.segment.announcements import Announcement
from summarize.segment.chains import Chain
from summarize.segment.cohesion import stems
from summarize.segment.ends import Ground
from summarize.segment.markers import Marker

_REACH = 80
_HEAD = 14


def topic_chains(
    ground: Ground, announcements: Sequence[Announcement], chains: Sequence[Chain]
) -> Iterator[Chain]:
    """A chain for each announcement that no chain of ordinals takes up and topics do."""
    taken = {chain.announcement for chain in chains}
    for announcement in announcements:
        if announcement.count and announcement.tail and announcement not in taken:
            markers = _taken_up(ground, announcement)
            if len(markers) == announcement.count:
                yield Chain(tuple(markers), announcement)


def _taken_up(ground: Ground, announcement: Announcement) -> list[Marker]:
    """Sentences that open with a topic opener and a word of the announcement, each word once."""
    words = set(stems(announcement.tail))
    found: list[Marker] = []
    stop = min(len(ground.sentences), announcement.sentence + _REACH)
    for index in range(announcement.sentence + 1, stop):
        head = _opened_head(ground, index)
        shared = words & set(stems(head)) if head else set()
        if shared:
            words -= shared
            at = ground.sentences[index].start
            found.append(Marker(index, at, "", len(found) + 1, "word"))
        if len(found) == announcement.count:
            break
    return found


def _opened_head(ground: Ground, index: int) -> str:
    """The words after a topic opener up to the comma, or "" where there is no opener."""
    words = ground.words(index)[:300]
    match = ground.patterns.topic_opener.match(words)
    if not match:
        return ""
    return " ".join(re.split(r"[,;:]", words[match.end() :])[0].split()[:_HEAD])
