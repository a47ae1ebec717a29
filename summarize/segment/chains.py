"""Markers to enumerations: which belong together, and which are the speaker's own points.

Ordinals are chained as brackets are matched: a "First" opens a chain, a "Secondly" goes on with
the innermost chain that waits for one, and a chain that lies inside a point of another is nested.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarize.segment.announcements import Announcement
from summarize.segment.markers import Marker

_NEAR = 3
_FAR = 12


@dataclass(frozen=True)
class Chain:
    """Markers that number points 1, 2, … of one enumeration, and its announcement if it has one."""

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
        return self.announcement.count if self.announcement else None


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
    def full(self) -> bool:
        announced = self.announcement.count if self.announcement else None
        return self.closed or (announced is not None and self.count >= announced)


def word_chains(
    markers: Iterable[Marker], announcements: Sequence[Announcement]
) -> tuple[Chain, ...]:
    """The chains that ordinals in words make, in order of their first marker."""
    words = [marker for marker in markers if marker.style == "word"]
    stack: list[_Open] = []
    done: list[_Open] = []
    for index, marker in enumerate(words):
        if marker.ordinal == 1:
            chain = _Open([marker], announcement_before(marker.sentence, announcements))
            stack.append(chain)
            done.append(chain)
            continue
        chosen = _extends(stack, marker, words[index + 1 :])
        if chosen is not None:
            del stack[stack.index(chosen) + 1 :]
            ordinal = marker.ordinal or chosen.count + 1
            chosen.markers.append(replace(marker, ordinal=ordinal))
            chosen.closed = marker.final
    return tuple(Chain(tuple(one.markers), one.announcement) for one in done)


def announcement_before(
    sentence: int, announcements: Sequence[Announcement]
) -> Announcement | None:
    """The announcement that the point opening in ``sentence`` takes up, or None.

    The nearest one within a few sentences, its own sentence included.
    """
    near = [a for a in announcements if sentence - _NEAR <= a.sentence <= sentence]
    counted = [a for a in near if a.count is not None]
    return counted[-1] if counted else (near[-1] if near else None)


def _extends(stack: list[_Open], marker: Marker, later: Sequence[Marker]) -> _Open | None:
    """The open chain that ``marker`` goes on with."""
    waiting = [chain for chain in reversed(stack) if _waits(chain, marker)]
    if len(waiting) < 2 or marker.ordinal is None:
        return waiting[0] if waiting else None
    inner, outer = waiting[0], waiting[1]
    if _comes_again(marker.ordinal, later):
        return inner
    lonely = len(inner.markers) == 1
    return outer if lonely and outer.announcement and not inner.announcement else inner


def _waits(chain: _Open, marker: Marker) -> bool:
    if chain.closed:
        return False
    if marker.ordinal is None:
        return not chain.full and marker.at > chain.markers[-1].at
    return chain.count + 1 == marker.ordinal


def _comes_again(ordinal: int, later: Iterable[Marker]) -> bool:
    """Whether the same ordinal comes once more before a new first."""
    for marker in later:
        if marker.ordinal == 1:
            return False
        if marker.ordinal == ordinal:
            return True
    return False


def numeral_chains(
    markers: Iterable[Marker], announcements: Sequence[Announcement]
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
    return tuple(sorted(found, key=lambda chain: chain.markers[0].at))


def _bullet_ordinal(run: Sequence[Marker], marker: Marker) -> int:
    same = run and run[-1].label == marker.label and marker.sentence - run[-1].sentence <= 8
    return len(run) + 1 if same else 1


def _numbered(run: Sequence[Marker], announcements: Sequence[Announcement]) -> list[Chain]:
    if len(run) < 2:
        return []
    announcement = announcement_before(run[0].sentence, announcements)
    if run[0].style == "bullet" and announcement is None:
        return []
    return [Chain(tuple(run), announcement)]


def with_far_announcement(chain: Chain, announcements: Sequence[Announcement]) -> Chain:
    """The chain with the announcement that stands further up and names its very count."""
    if chain.announced is not None:
        return chain
    count = len(chain.markers)
    for one in reversed(announcements):
        if one.count == count and chain.first - _FAR <= one.sentence <= chain.first:
            return replace(chain, announcement=one)
    return chain
