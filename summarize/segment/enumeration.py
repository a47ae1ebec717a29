"""The speaker's top-level enumerations: the chains that hold, with the points they open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from summarize.segment.announcements import Announcement, find_announcements
from summarize.segment.chains import Chain, numeral_chains, with_far_announcement, word_chains
from summarize.segment.ends import last_end
from summarize.segment.frame import closing_start
from summarize.segment.ground import Ground
from summarize.segment.headings import heading_chain
from summarize.segment.markers import Marker, find_markers
from summarize.segment.taken_up import (
    opening_signs,
    parallel_chain,
    topic_chains,
    with_first,
    with_topics,
    with_unmarked_first,
    without_strays,
)

# A first marker this many sentences, and this many times the longest later point, before the second.
_STRAY = 30
_STRAY_SHARE = 8
# An item of a list that nobody announced and that only announces is no longer than this.
_LISTED_WORDS = 6


@dataclass(frozen=True)
class Point:
    """Sentences ``start`` to ``end`` under the speaker's ``number`` and ``label``."""

    start: int
    end: int
    number: int
    label: str


@dataclass(frozen=True)
class Enumeration:
    """One series of the speaker's points; ``announced`` is the count named before it,

    ``announcement`` the sentence that announces it.
    """

    points: tuple[Point, ...]
    announced: int | None
    announcement: int | None

    @property
    def start(self) -> int:
        """The first sentence."""
        return self.points[0].start

    @property
    def end(self) -> int:
        """The sentence after the last."""
        return self.points[-1].end


def enumerations(ground: Ground) -> tuple[Enumeration, ...]:
    """The enumerations of a statement in order, nested ones left out."""
    announcements = find_announcements(ground)
    markers = find_markers(ground)
    chains = [*word_chains(markers, announcements), *numeral_chains(markers, announcements)]
    chains = [with_far_announcement(chain, announcements) for chain in chains]
    signs = opening_signs(markers)
    chains = [_completed(ground, chain, announcements, signs) for chain in chains]
    held = [chain for chain in chains if _holds(ground, chain)]
    held = without_strays(ground, _without_lists(ground, held), signs)
    held += topic_chains(ground, announcements, held, signs)
    chosen = _top_level(ground, _without_sentences(ground, held), signs)
    if chosen:
        return tuple(_enumeration(chain, end) for chain, end in chosen)
    titled = heading_chain(ground)
    if titled is None:
        return ()
    closing = closing_start(ground, titled.last + 2)
    return (_enumeration(titled, len(ground.words) if closing is None else closing),)


def _completed(
    ground: Ground,
    chain: Chain,
    announcements: Mapping[int, Announcement],
    signs: Mapping[int, Marker],
) -> Chain:
    """The chain with the points that its markers leave unmarked."""
    if chain.starts_late:
        return with_unmarked_first(ground, with_first(ground, chain))
    chain = with_topics(ground, chain, signs)
    if len(chain.markers) == 1 and chain.announcement:
        return parallel_chain(ground, chain, announcements)
    return chain


def _holds(ground: Ground, chain: Chain) -> bool:
    """Whether a chain is an enumeration of the speaker's at all."""
    first = chain.markers[0]
    if chain.starts_late:
        return len(chain.markers) > 2 and chain.announcement is not None
    if len(chain.markers) == 1:
        before = chain.announcement
        near = (
            before is not None
            and before.sure
            and bool(before.count)
            and first.sentence - before.sentence <= 1
        )
        return near and not first.inline and not first.weak
    if chain.announcement is None and _strays(chain):
        return False
    if first.weak and len(chain.markers) < 3 and chain.announcement is None:
        return False
    return not _of_others(ground, chain)


def _strays(chain: Chain) -> bool:
    """Whether the first marker stands so far off that it begins something else."""
    lengths = [b.sentence - a.sentence for a, b in _steps(chain)]
    return len(lengths) > 1 and lengths[0] > max(_STRAY, _STRAY_SHARE * max(lengths[1:]))


def _of_others(ground: Ground, chain: Chain) -> bool:
    """Whether the chain tells in single sentences what others do: "First, they …"."""
    if chain.announcement is not None or any(b.sentence - a.sentence > 1 for a, b in _steps(chain)):
        return False
    others = ground.patterns.others
    ends = [(one.sentence, one.at + len(one.label)) for one in chain.markers]
    return sum(1 for index, end in ends if others.match(ground.words[index], end)) >= 2


def _steps(chain: Chain) -> Iterator[tuple[Marker, Marker]]:
    return pairwise(chain.markers)


def _without_lists(ground: Ground, chains: Sequence[Chain]) -> list[Chain]:
    """The chains without those that only announce: a compact list taken up by the next chain."""
    ordered = sorted(chains, key=lambda chain: chain.markers[0].place)
    kept: list[Chain] = []
    for chain in ordered:
        before = kept[-1] if kept else None
        if before is not None and _announces(ground, before, chain):
            kept.pop()
            chain = replace(chain, announcement=before.announcement or chain.announcement)
        kept.append(chain)
    return kept


def _announces(ground: Ground, chain: Chain, following: Chain) -> bool:
    own = following.announcement
    if own is not None and own.sentence > chain.last:
        return False
    longest = max(ground.words[marker.sentence].count(" ") + 1 for marker in chain.markers)
    if chain.announcement is None and longest > _LISTED_WORDS:
        return False
    compact = all(b.sentence - a.sentence <= 1 for a, b in _steps(chain))
    same = chain.markers[0].style == following.markers[0].style
    near = 0 < following.first - chain.last <= (3 if same else 8)
    return compact and near and len(chain.markers) in (len(following.markers), following.announced)


def _without_sentences(ground: Ground, chains: Sequence[Chain]) -> list[Chain]:
    """The chains without those inside sentences, unless such a one is all that was announced."""
    long = [chain for chain in chains if not all(marker.inline for marker in chain.markers[1:])]
    long += [chain for chain in chains if len(chain.markers) == 1]
    if long:
        return long
    return [chain for chain in chains if _announced_here(ground, chain)]


def _announced_here(ground: Ground, chain: Chain) -> bool:
    before = chain.announcement
    if before is None or before.count not in (None, len(chain.markers)):
        return False
    words = ground.words[before.sentence]
    return ground.patterns.under.match(words) is None


def _top_level(
    ground: Ground, chains: Iterable[Chain], signs: Mapping[int, Marker]
) -> list[tuple[Chain, int]]:
    """The chains that lie in no other's points, each with the end of its last point."""
    ordered = sorted(chains, key=lambda chain: (chain.first, -chain.last))
    kept: list[tuple[Chain, int]] = []
    for index, chain in enumerate(ordered):
        if kept and (chain.first <= kept[-1][0].last or chain.first < kept[-1][1]):
            continue
        limit = _limit(ground, chain, islice(ordered, index + 1, None))
        end = last_end(ground, chain, limit, signs)
        least = _nested_end(ordered, index, end)
        if least > end:
            end = last_end(ground, chain, max(limit, least), signs, least)
        kept.append((chain, end))
    return kept


def _nested_end(ordered: Sequence[Chain], index: int, end: int) -> int:
    """Where an enumeration ends that is announced inside the last point of another, or 0."""
    following = ordered[index + 1] if index + 1 < len(ordered) else None
    if following is None or not ordered[index].last <= _own_start(following) < end:
        return 0
    return following.last + 1 if following.first <= end else 0


def _limit(ground: Ground, chain: Chain, later: Iterable[Chain]) -> int:
    """Where the last point must have ended: where another enumeration of its own is announced."""
    starts = (
        _own_start(one)
        for one in later
        if one.first > chain.last
        and (_stands_alone(ground, one) or _parted(ground, chain.last, _own_start(one)))
    )
    return next((start for start in starts if start > chain.last), len(ground.sentences))


def _parted(ground: Ground, one: int, two: int) -> bool:
    """Whether two sentences of a text with paragraphs stand in different ones."""
    return ground.sentences[one].paragraph != ground.sentences[two].paragraph


def _own_start(chain: Chain) -> int:
    return min(chain.first, chain.announcement.sentence) if chain.announcement else chain.first


def _stands_alone(ground: Ground, chain: Chain) -> bool:
    """Whether a chain is the speaker's own by its words: announced with a count, or "my …"."""
    if chain.markers[0].label.lower().startswith(("my ", "our ")):
        return True
    before = chain.announcement
    if before is None or before.count is None or not before.sure:
        return False
    return before.own and ground.patterns.under.match(ground.words[before.sentence]) is None


def _enumeration(chain: Chain, end: int) -> Enumeration:
    before = chain.announcement
    announcement = before.sentence if before else None
    return Enumeration(tuple(_points(chain, end)), _announced(chain), announcement)


def _announced(chain: Chain) -> int | None:
    """The announced count; one that fewer than found and not right before is somebody else's."""
    before: Announcement | None = chain.announcement
    if before is None or before.count is None:
        return None
    found = chain.markers[-1].ordinal or len(chain.markers)
    if before.definite and before.count != found:
        return None
    return None if before.count < found and chain.first - before.sentence > 1 else before.count


def _points(chain: Chain, end: int) -> Iterator[Point]:
    starts = [marker.sentence for marker in chain.markers]
    for number, marker in enumerate(chain.markers, start=1):
        after = starts[number] if number < len(starts) else end
        stop = max(after, marker.sentence + 1)
        yield Point(marker.sentence, stop, marker.ordinal or number, marker.label)
