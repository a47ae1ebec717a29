"""Markers to chains: which markers count on from which.

Ordinals are chained as brackets are matched: a "First" opens a chain, and a "Secondly" goes on
with the innermost chain that waits for one, unless that leaves an announced one unfinished.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from summarize.segment.announcements import Announcement, announcement_before
from summarize.segment.markers import Marker

_FAR = 12
_FAR_LATE = 60
_LATER = 20
_DEEPEST = 6
# "My fifth and final point" goes on with challenges, priorities and all else that is counted.
_ANY_NOUN = "point"


@dataclass(frozen=True)
class Chain:
    """Markers that number points of one enumeration, and its announcement if it has one."""

    markers: tuple[Marker, ...]
    announcement: Announcement | None = None

    @property
    def first(self) -> int:
        """The sentence of the first marker."""
        return self.markers[0].sentence

    @property
    def last(self) -> int:
        """The sentence of the last marker."""
        return self.markers[-1].sentence

    @property
    def announced(self) -> int | None:
        """The count that was announced."""
        return self.announcement.count if self.announcement else None

    @property
    def starts_late(self) -> bool:
        """Whether the first marker found is a second one."""
        return (self.markers[0].ordinal or 1) > 1


@dataclass
class _Open:
    """A chain in the making."""

    markers: list[Marker]
    announcement: Announcement | None
    closed: bool = False

    @property
    def count(self) -> int:
        return self.markers[-1].ordinal or len(self.markers)

    @property
    def announced(self) -> int | None:
        return self.announcement.count if self.announcement else None

    def reaches(self, sentence: int) -> bool:
        """Whether a last point may open this far from the one before it."""
        starts = [marker.sentence for marker in self.markers]
        lengths = [b - a for a, b in pairwise(starts)]
        usual = median(lengths) if lengths else 4
        return sentence - starts[-1] <= max(8.0, 3 * usual)


def word_chains(
    markers: Iterable[Marker], announcements: Mapping[int, Announcement]
) -> tuple[Chain, ...]:
    """The chains that ordinals in words make, in order of their first marker."""
    words = [marker for marker in markers if marker.style == "word"]
    stack: list[_Open] = []
    done: list[_Open] = []
    for index, marker in enumerate(words):
        later = words[index + 1 : index + 1 + _LATER]
        before = announcement_before(marker.sentence, announcements, marker.inline)
        chosen = None if marker.ordinal == 1 else _extends(stack, marker, later)
        if chosen is not None:
            del stack[stack.index(chosen) + 1 :]
            _append(chosen, marker)
        elif _opens(marker, before, later) and not _only_passing(stack, marker, later):
            chain = _Open([marker], before)
            stack.append(chain)
            done.append(chain)
            del stack[:-_DEEPEST]
    return tuple(Chain(tuple(one.markers), one.announcement) for one in done)


def _append(chain: _Open, marker: Marker) -> None:
    ordinal = marker.ordinal or chain.count + 1
    chain.markers.append(replace(marker, ordinal=ordinal))
    chain.closed = marker.final


def _opens(marker: Marker, before: Announcement | None, later: Sequence[Marker]) -> bool:
    """Whether a marker may open a chain; one inside a sentence must be counted on from soon."""
    if marker.mention or marker.ordinal not in (1, 2):
        return False
    if marker.ordinal == 2:
        return not (marker.inline or marker.weak or marker.courtesy)
    if marker.courtesy and not (before and before.count):
        return bool(later) and later[0].ordinal == 2 and not later[0].inline
    return not marker.inline or any(
        one.ordinal == 2 and one.sentence - marker.sentence <= 12 for one in later[:3]
    )


def _only_passing(stack: Sequence[_Open], marker: Marker, later: Sequence[Marker]) -> bool:
    """Whether a "first" inside a sentence opens no list while a chain waits for its second."""
    if not marker.inline or any(one.sentence == marker.sentence for one in later[:1]):
        return False
    return any(chain.count == 1 and not chain.closed for chain in stack)


def _extends(stack: list[_Open], marker: Marker, later: Sequence[Marker]) -> _Open | None:
    """The open chain that ``marker`` goes on with."""
    waiting = [chain for chain in reversed(stack) if _waits(chain, marker)]
    waiting = waiting or [chain for chain in reversed(stack) if _skips(chain, marker)]
    if len(waiting) < 2 or marker.ordinal is None or marker.inline:
        return waiting[0] if waiting else None
    inner, outer = waiting[0], waiting[1]
    if _comes_again(marker.ordinal, later):
        return inner
    return outer if _is_own(outer) and not _is_own(inner) else inner


def _is_own(chain: _Open) -> bool:
    """Whether the speaker said that these points would be made."""
    return chain.announcement is not None and chain.announcement.own


def _waits(chain: _Open, marker: Marker) -> bool:
    last = chain.markers[-1]
    if chain.closed or (marker.sentence == last.sentence and not marker.inline):
        return False
    if marker.mention and _noun(marker) not in {_noun(chain.markers[0]), _ANY_NOUN}:
        return False
    if marker.inline and marker.sentence - last.sentence > 2:
        return False
    if marker.ordinal is None:
        return _waits_for_last(chain, marker)
    return chain.count + 1 == marker.ordinal


def _skips(chain: _Open, marker: Marker) -> bool:
    """Whether the ordinal between was lost: "First, … Secondly, … Fourthly, …"."""
    known = len(chain.markers) > 1 or (chain.announced or 0) >= (marker.ordinal or 0)
    sound = not (marker.mention or marker.inline or marker.weak or chain.closed)
    return known and sound and marker.ordinal == chain.count + 2


def _waits_for_last(chain: _Open, marker: Marker) -> bool:
    """Whether "finally" adds a point: not beyond the announced count, and not to end the speech."""
    if chain.announced is not None and chain.count >= chain.announced:
        return False
    if chain.announced == chain.count + 1:
        return not (marker.courtesy and marker.wrap)
    return not marker.wrap and not marker.courtesy and chain.reaches(marker.sentence)


def _noun(marker: Marker) -> str:
    return marker.label.split()[-1].lower().rstrip("s")


def _comes_again(ordinal: int, later: Iterable[Marker]) -> bool:
    """Whether the same ordinal comes once more before a new first."""
    for marker in later:
        if marker.ordinal == 1:
            return False
        if marker.ordinal == ordinal:
            return True
    return False


def numeral_chains(
    markers: Iterable[Marker], announcements: Mapping[int, Announcement]
) -> tuple[Chain, ...]:
    """The chains that numerals, letters and bullets make."""
    found: list[Chain] = []
    listed = list(markers)
    for style in ("arabic", "roman", "letter", "bullet"):
        run: list[Marker] = []
        for marker in (m for m in listed if m.style == style):
            ordinal = marker.ordinal or _bullet_ordinal(run, marker)
            marker = replace(marker, ordinal=ordinal)
            if run and ordinal == (run[-1].ordinal or 0) + 1:
                run.append(marker)
            elif ordinal == 1:
                found += _numbered(run, announcements)
                run = [marker]
        found += _numbered(run, announcements)
    return tuple(sorted(found, key=lambda chain: chain.markers[0].place))


def _bullet_ordinal(run: Sequence[Marker], marker: Marker) -> int:
    same = run and run[-1].label == marker.label and marker.sentence - run[-1].sentence <= 8
    return len(run) + 1 if same else 1


def _numbered(run: Sequence[Marker], announcements: Mapping[int, Announcement]) -> list[Chain]:
    if len(run) < 2:
        return []
    announcement = announcement_before(run[0].sentence, announcements)
    if run[0].style == "bullet" and (announcement is None or not announcement.sure):
        return []
    return [Chain(tuple(run), announcement)]


def with_far_announcement(chain: Chain, announcements: Mapping[int, Announcement]) -> Chain:
    """The chain with the announcement that stands further up and names its very count."""
    if chain.announced is not None:
        return chain
    count = chain.markers[-1].ordinal
    reach = _FAR_LATE if chain.starts_late else _FAR
    for index in range(chain.first, max(-1, chain.first - reach - 1), -1):
        one = announcements.get(index)
        if one is not None and one.sure and one.count == count:
            return replace(chain, announcement=one)
    return chain
