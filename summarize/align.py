"""Aligning a condensation with its source, word by word.

Each content word of the condensation is given the place in the source that it most likely
stands for: a Viterbi search over the places with the same stem, in which neighbours in the
condensation that are neighbours in the source are worth more than scattered ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarize.words import Word, words

_MOST_PLACES = 14
_REACH = 3


@dataclass(frozen=True)
class Text:
    """A source as one line of words; ``sentence[i]`` is the sentence that word ``i`` stands in."""

    words: tuple[Word, ...]
    sentence: tuple[int, ...]
    text: str

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Where each stem stands."""
        found = defaultdict(list)
        for index, word in enumerate(self.words):
            found[word.stem].append(index)
        return {stem: tuple(places) for stem, places in found.items()}

    @cached_property
    def stems(self) -> frozenset[str]:
        """All stems."""
        return frozenset(self.places)


@lru_cache(maxsize=64)
def source_text(sentences: tuple[str, ...]) -> Text:
    """The words of ``sentences`` joined by one space."""
    found, numbers, offset = list[Word](), list[int](), 0
    for number, sentence in enumerate(sentences):
        for w in words(sentence):
            found.append(Word(w.text, w.start + offset, w.end + offset, w.low, w.stem, w.content))
            numbers.append(number)
        offset += len(sentence) + 1
    return Text(tuple(found), tuple(numbers), " ".join(sentences))


@dataclass(frozen=True)
class Alignment:
    """Where the words of a condensation come from: ``place[i]`` is a word of ``source`` or -1."""

    words: tuple[Word, ...]
    place: tuple[int, ...]
    source: Text

    def sentences(self, first: int, last: int) -> frozenset[int]:
        """The source sentences that words ``first`` to ``last`` (exclusive) come from."""
        return frozenset(self.source.sentence[p] for p in self.place[first:last] if p >= 0)


def align(condensation: str, sentences: Sequence[str]) -> Alignment:
    """Align the content words of ``condensation`` with the words of ``sentences``.

    Function words get a place only beside an aligned neighbour.
    """
    source = source_text(tuple(sentences))
    own = words(condensation)
    indices = [i for i, w in enumerate(own) if w.content and w.stem in source.places]
    place = [-1] * len(own)
    for index, found in zip(indices, _best(own, indices, source), strict=True):
        place[index] = found
    _spread(own, place, source)
    return Alignment(own, tuple(place), source)


def _best(own: tuple[Word, ...], indices: list[int], source: Text) -> list[int]:
    """The best place for each of ``indices``; all have at least one."""
    options = [_options(own, i, source) for i in indices]
    scores: list[list[float]] = []
    back: list[list[int]] = []
    for n, places in enumerate(options):
        row, links = [], []
        for place in places:
            best, link = 0.0, -1
            if n:
                gap = indices[n] - indices[n - 1]
                best, link = max(
                    (scores[n - 1][k] + _step(source, before, place, gap), k)
                    for k, before in enumerate(options[n - 1])
                )
            row.append(best + (0.1 if own[indices[n]].text == source.words[place].text else 0.0))
            links.append(link)
        scores.append(row)
        back.append(links)
    return _trace(options, scores, back)


def _options(own: tuple[Word, ...], index: int, source: Text) -> tuple[int, ...]:
    """Places of a word; of a frequent word those whose neighbours agree best."""
    places = source.places[own[index].stem]
    if len(places) <= _MOST_PLACES:
        return places
    near = {w.stem for w in own[max(0, index - 4) : index + 5] if w.content}

    def agreement(place: int) -> int:
        around = source.words[max(0, place - 6) : place + 7]
        return sum(w.stem in near for w in around)

    return tuple(sorted(sorted(places, key=agreement, reverse=True)[:_MOST_PLACES]))


def _step(source: Text, before: int, place: int, gap: int) -> float:
    """What it is worth that two neighbours come from ``before`` and ``place``."""
    distance = place - before
    if source.sentence[before] != source.sentence[place]:
        return -0.2
    if distance == 0:
        return -0.5
    if 0 < distance <= gap + 1:
        return 1.0
    if distance > 0:
        return max(0.7 - 0.02 * distance, 0.2)
    return max(0.4 - 0.02 * -distance, 0.05)


def _trace(
    options: list[tuple[int, ...]], scores: list[list[float]], back: list[list[int]]
) -> list[int]:
    if not options:
        return []
    k = max(range(len(scores[-1])), key=scores[-1].__getitem__)
    path = []
    for n in range(len(options) - 1, -1, -1):
        path.append(options[n][k])
        k = back[n][k]
    return path[::-1]


def _spread(own: tuple[Word, ...], place: list[int], source: Text) -> None:
    """Give function words the place next to an aligned neighbour's, when the same word is there."""
    taken = set(place)
    for order, step in ((range(len(own)), 1), (range(len(own) - 1, -1, -1), -1)):
        for i in order:
            before = i - step
            if place[i] >= 0 or not 0 <= before < len(own) or place[before] < 0:
                continue
            for reach in range(1, _REACH + 1):
                there = place[before] + step * reach
                if not 0 <= there < len(source.words) or there in taken:
                    break
                if source.words[there].low == own[i].low:
                    place[i] = there
                    taken.add(there)
                    break
