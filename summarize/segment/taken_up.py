"""Points that no ordinal opens: announced topics taken up in order, and a first or a further
point that the speaker left unnumbered.

"… on three issues: the political track, the humanitarian situation and the mandate. On the
political track, …"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.segment.announcements import Announcement
from summarize.segment.chains import Chain
from summarize.segment.ground import Ground
from summarize.segment.markers import Marker

_REACH = 150
_BEFORE_SECOND = 10
_HEAD = 240
_HEAD_WORDS = 12
_NAMELY = re.compile(r":|\bnamely\b|\bsuch as\b|\bincluding\b| [–—-] ")
_PART = re.compile(r"[,;:]|\band\b|\bas well as\b|[–—]")
_ITEM = re.compile(r";(?:\s*and\b)?")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")

Topic = frozenset[str]


@dataclass(frozen=True)
class _Head:
    """How a sentence begins: its content stems, and what speaks for a new topic."""

    words: Topic
    opened: bool
    new_paragraph: bool


def topic_chains(
    ground: Ground,
    announcements: Mapping[int, Announcement],
    chains: Sequence[Chain],
    signs: Mapping[int, Marker],
) -> Iterator[Chain]:
    """A chain for each announcement that no ordinals take up and its topics, in order, do."""
    taken = {chain.announcement for chain in chains}
    for announcement in announcements.values():
        if announcement.sure and announcement not in taken:
            found = _taken_up(ground, announcement, signs)
            if found:
                yield Chain(tuple(found), announcement)


def without_strays(
    ground: Ground, chains: Sequence[Chain], signs: Mapping[int, Marker]
) -> list[Chain]:
    """The chains; where as many topics as points were announced are taken up in their order,
    they stand in the place of a chain that strays from them.
    """
    return [_topical(ground, chain, signs) or chain for chain in chains]


def _topical(ground: Ground, chain: Chain, signs: Mapping[int, Marker]) -> Chain | None:
    before = chain.announcement
    if before is None or before.count is None:
        return None
    topics = announced_topics(ground, before)
    if len(topics) != before.count or not _NAMELY.search(before.tail):
        return None
    indices = range(before.sentence + 1, len(ground.sentences))
    found = _in_order(ground, indices, topics, before.count, signs)
    return Chain(tuple(found), before) if len(found) == before.count else None


def opening_signs(markers: Sequence[Marker]) -> dict[int, Marker]:
    """The marker that opens each sentence, where one does."""
    return {one.sentence: one for one in markers if not (one.mention or one.inline)}


def with_first(ground: Ground, chain: Chain) -> Chain:
    """A chain that begins with "secondly", with the first point that its announcement implies."""
    before = chain.announcement
    if before is None or before.sentence + 1 >= chain.first:
        return chain
    topics = announced_topics(ground, before)
    indices = range(before.sentence + 1, chain.first)
    opened = (i for i in indices if topics and _is_on(_head(ground, i, {}), topics[0]))
    index = next(opened, before.sentence + 1)
    first = Marker(index, 0, "", 1, "word")
    return replace(chain, markers=(first, *chain.markers))


def with_unmarked_first(ground: Ground, chain: Chain) -> Chain:
    """A chain that begins with "secondly", with the first point that the words just before name
    and no sign sets off: "In that connection first I request that …".
    """
    if not chain.starts_late:
        return chain
    pattern = ground.patterns.unmarked_first
    for index in range(chain.first - 1, max(-1, chain.first - _BEFORE_SECOND), -1):
        if not ground.quoted[index] and pattern.match(ground.words[index]):
            first = Marker(index, 0, "First", 1, "word")
            return replace(chain, markers=(first, *chain.markers))
    return chain


def with_topics(ground: Ground, chain: Chain, signs: Mapping[int, Marker]) -> Chain:
    """A chain that stops before the announced count, with the announced topics that follow it."""
    before, found = chain.announcement, len(chain.markers)
    if before is None or before.count is None or found >= before.count:
        return chain
    topics = announced_topics(ground, before)
    if len(topics) != before.count or not _NAMELY.search(before.tail):
        return chain
    indices = range(chain.last + 1, len(ground.sentences))
    rest = _in_order(ground, indices, topics[found:], before.count - found, signs)
    if len(rest) < before.count - found:
        return chain
    added = (replace(one, ordinal=found + n) for n, one in enumerate(rest, start=1))
    return replace(chain, markers=(*chain.markers, *added))


def parallel_chain(
    ground: Ground, chain: Chain, announcements: Mapping[int, Announcement]
) -> Chain:
    """A lonely "first" with the paragraphs that go on with "also" or "another"."""
    markers = list(chain.markers)
    for index in range(chain.first + 1, min(len(ground.words), chain.first + _REACH)):
        if ground.sentences[index].number > 1:
            continue
        full = chain.announced is not None and len(markers) >= chain.announced
        announced = index in announcements and announcements[index].sure
        if full or announced or not ground.patterns.parallel.match(ground.words[index]):
            break
        markers.append(Marker(index, 0, "", len(markers) + 1, "word"))
    return replace(chain, markers=tuple(markers))


def announced_topics(ground: Ground, announcement: Announcement) -> list[Topic]:
    """The stems of each announced topic, in order.

    An announcement of "these subjects" names those of the sentence before it.
    """
    words = announcement.tail
    if announcement.count is None and not ground.subjects(words) and announcement.sentence:
        words = ground.words[announcement.sentence - 1]
    listed = _NAMELY.split(words, maxsplit=1)[-1]
    items = _ITEM.split(listed) if ";" in listed else _PART.split(_NAMELY.split(words)[-1])
    parts = [ground.subjects(_HYPHEN.sub("", item)) for item in items]
    named = Counter(stem for part in parts for stem in part)
    return [part for part in parts if any(named[stem] == 1 for stem in part)]


def _stems(ground: Ground, words: str) -> Topic:
    """The stems of ``words``, "peace-keeping" being "peacekeeping" as well."""
    return ground.subjects(words) | ground.subjects(_HYPHEN.sub("", words))


def _taken_up(
    ground: Ground, announcement: Announcement, signs: Mapping[int, Marker]
) -> list[Marker]:
    """The sentences that take up the topics, or nothing where one is missing.

    Where nothing opens the first topic, it begins right after the announcement.
    """
    if announcement.count and not _NAMELY.search(announcement.tail):
        return []
    topics = announced_topics(ground, announcement)
    count = announcement.count or len(topics)
    if len(topics) < count or count < (2 if announcement.count else 3):
        return []
    first = announcement.sentence + 1
    if first >= len(ground.sentences):
        return []
    found = _in_order(ground, range(first, len(ground.sentences)), topics, count, signs)
    if len(found) == count:
        return found
    default = _marker(ground, first, 1, signs)
    rest = _in_order(ground, range(first + 1, len(ground.sentences)), topics[1:], count - 1, signs)
    if not announcement.count or count < 3 or len(rest) < count - 1:
        return []
    return [default, *(replace(one, ordinal=n) for n, one in enumerate(rest, start=2))]


def _in_order(
    ground: Ground,
    indices: range,
    topics: Sequence[Topic],
    count: int,
    signs: Mapping[int, Marker],
) -> list[Marker]:
    """Up to ``count`` sentences that take up the topics in their order."""
    left = list(topics)
    markers: list[Marker] = []
    for index in indices[:_REACH]:
        if len(markers) == count or not left:
            break
        taken = _topics_of(_head(ground, index, signs), left)
        if not taken and markers and _is_last(signs.get(index), count - len(markers)):
            taken = left
        if taken:
            passed = min(left.index(topic) for topic in taken)
            left = [topic for topic in left[passed:] if topic not in taken]
            markers.append(_marker(ground, index, len(markers) + 1, signs))
    return markers


def _is_last(sign: Marker | None, missing: int) -> bool:
    return sign is not None and sign.final and missing == 1


def _marker(ground: Ground, index: int, ordinal: int, signs: Mapping[int, Marker]) -> Marker:
    label = signs[index].label if index in signs else ""
    return Marker(index, 0, label, ordinal, "word")


def _topics_of(head: _Head, left: Sequence[Topic]) -> list[Topic]:
    """The topics still to come that a sentence opens; one of the next two must be among them."""
    on = [topic for topic in left if _is_on(head, topic)]
    return on if any(topic in on for topic in left[:2]) else []


def _is_on(head: _Head, topic: Topic) -> bool:
    """Whether a sentence that begins with ``head`` opens ``topic``."""
    shared = len(head.words & topic)
    share = shared / len(topic)
    if head.opened:
        return share >= 0.3 or shared > 1
    if head.new_paragraph:
        return share >= 0.5
    return share >= 0.6 and len(topic) > 1


def _head(ground: Ground, index: int, signs: Mapping[int, Marker]) -> _Head:
    words = ground.words[index][ground.leads[index] :][:_HEAD]
    if index in signs and len(words) < 20 and index + 1 < len(ground.words):
        words = f"{words} {ground.words[index + 1]}"[:_HEAD]
    opener = ground.patterns.topic_opener.match(words)
    if opener:
        words = re.split(r"[,;:]", words[opener.end() :])[0]
    head = " ".join(words.split()[:_HEAD_WORDS])
    new_paragraph = ground.sentences[index].number == 1
    return _Head(_stems(ground, head), opener is not None, new_paragraph)
