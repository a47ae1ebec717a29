"""The speaker's top-level enumerations: chains of markers that hold, with the points they open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.records import Sentence
from summarize.segment.announcements import find_announcements
from summarize.segment.chains import (
    Chain,
    numeral_chains,
    with_far_announcement,
    word_chains,
)
from summarize.segment.ends import Ground, last_end
from summarize.segment.markers import find_markers
from summarize.segment.taken_up import topic_chains


@dataclass(frozen=True)
class Point:
    """Sentences ``start`` to ``end`` under the speaker's ``number`` and ``label``."""

    start: int
    end: int
    number: int
    label: str


@dataclass(frozen=True)
class Enumeration:
    """One series of the speaker's points; ``announced`` is the count named before it."""

    points: tuple[Point, ...]
    announced: int | None

    @property
    def start(self) -> int:
        return self.points[0].start

    @property
    def end(self) -> int:
        return self.points[-1].end


def enumerations(ground: Ground) -> tuple[Enumeration, ...]:
    """The enumerations of a statement in order, nested ones left out."""
    quoted = quoted_sentences(ground.text, ground.sentences)
    announcements = find_announcements(ground.text, ground.sentences, quoted, ground.patterns)
    markers = find_markers(ground.text, ground.sentences, quoted, ground.patterns)
    chains = [*word_chains(markers, announcements), *numeral_chains(markers, announcements)]
    held = [with_far_announcement(chain, announcements) for chain in chains if _holds(chain)]
    held += topic_chains(ground, announcements, held)
    chosen = _top_level(ground, held)
    return tuple(_enumeration(ground, chain, end) for chain, end in chosen)


def quoted_sentences(text: str, sentences: Sequence[Sentence]) -> list[bool]:
    """Which sentences begin inside a quotation."""
    flags: list[bool] = []
    depth = 0
    for sentence in sentences:
        words = sentence.of(text)
        flags.append(depth > 0 or words.lstrip("> ").startswith(("“", '"')))
        depth = 0 if sentence.number == 1 and not words.startswith("“") else depth
        depth = max(0, depth + words.count("“") - words.count("”"))
    return flags


def _holds(chain: Chain) -> bool:
    """Whether a chain is an enumeration at all: two markers, or one that was announced."""
    if chain.markers[0].weak and len(chain.markers) < 3 and chain.announcement is None:
        return False
    if len(chain.markers) > 1:
        return True
    marker = chain.markers[0]
    return bool(chain.announced) and not marker.inline and not marker.weak


def _top_level(ground: Ground, chains: Iterable[Chain]) -> list[tuple[Chain, int]]:
    """The chains that lie in no other's points, each with the end of its last point."""
    kept: list[tuple[Chain, int]] = []
    ordered = sorted(chains, key=lambda chain: (chain.first, -chain.last))
    for index, chain in enumerate(ordered):
        if kept and chain.first < kept[-1][1]:
            continue
        limit = _limit(ground, chain, ordered[index + 1 :])
        kept.append((chain, last_end(ground, chain, limit)))
    return kept


def _limit(ground: Ground, chain: Chain, later: Iterable[Chain]) -> int:
    """Where the last point must have ended: at the announcement of the next enumeration."""
    starts = [
        one.announcement.sentence
        for one in later
        if one.announcement and one.announcement.sentence > chain.last and one.first > chain.last
    ]
    return min(starts, default=len(ground.sentences))


def _enumeration(ground: Ground, chain: Chain, end: int) -> Enumeration:
    return Enumeration(tuple(_points(chain, end)), chain.announced)


def _points(chain: Chain, end: int) -> Iterator[Point]:
    starts = [marker.sentence for marker in chain.markers]
    for number, marker in enumerate(chain.markers, start=1):
        after = starts[number] if number < len(starts) else end
        stop = max(after, marker.sentence + 1)
        yield Point(marker.sentence, stop, marker.ordinal or number, marker.label)
