"""Whether something stands among the same words in the condensation as in the source.

A figure, date or name may be in the source and yet be given to the wrong thing. What surrounds
it in the condensation is compared with what surrounds each candidate in the source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarize.lexicon import load
from summarize.verify.view import View
from summarize.words import Word

Place = tuple[int, int]
_NEIGHBOURS = 3
_REACH = 14


def neighbours(view: View, start: int, end: int) -> list[tuple[str, float]]:
    """Stems of the content words around a stretch of the condensation, the near ones weighing
    more. They stop at the end of a sentence and at a reporting verb.
    """
    found: list[tuple[str, float]] = []
    first, after = view.index_at(start), view.index_at(end)
    for order in (range(first - 1, -1, -1), range(after, len(view.words))):
        count = 0
        for index in order:
            word = view.words[index]
            if word.text in ".;" or index in view.reporting or count == _NEIGHBOURS:
                break
            if word.content:
                count += 1
                if word.stem in view.stems:
                    found.append((word.stem, 1.0 / count))
    return found


def likeness(view: View, around: Sequence[tuple[str, float]], place: Place) -> float:
    """How much of ``around`` stands near ``place`` of the source, from 0 to 1."""
    source = view.aligned.source
    starts = view.source_starts
    first, last = bisect_left(starts, place[0]), bisect_left(starts, place[1]) - 1
    if first >= len(source.sentence) or not around:
        return 0.0
    sentence, total = source.sentence[first], 0.0
    for stem, weight in around:
        distances = [
            max(first - p, p - last)
            for p in source.places[stem]
            if source.sentence[p] == sentence and not first <= p <= last
        ]
        if distances:
            total += weight * max(0.0, 1.0 - (min(distances) - 1) / _REACH)
    return total / sum(w for _, w in around)


def misplaced(
    view: View, span: Place, same: Sequence[Place], others: Iterable[Place], margin: float
) -> Place | None:
    """The place in the source of another fact that stands among the words around ``span`` more
    than any of ``same`` does, by ``margin``; None if there is none.

    ``others`` are to be facts that the condensation does not name itself.
    """
    around = neighbours(view, *span)
    own = max((likeness(view, around, p) for p in same), default=0.0)
    found = [(likeness(view, around, p), p) for p in others]
    best = max(found, default=(-1.0, (0, 0)))
    return best[1] if best[0] > 0 and best[0] >= own + margin else None


def given_to(
    view: View, span: Place, same: Sequence[Place], others: Iterable[Place]
) -> Place | None:
    """The place in the source of another fact that stands right before the word that follows
    ``span``, where none of ``same`` stands near it; None if there is none.
    """
    index = view.index_at(span[1])
    if index >= len(view.words) or view.text[span[1] : view.words[index].start] != " ":
        return None
    if not view.words[index].content or view.words[index].stem in _TIMES:
        return None
    counted = view.aligned.source.places.get(view.words[index].stem, ())
    if not counted or any(abs(p - _word_at(view, s[0])) <= _NEAR for p in counted for s in same):
        return None
    return next((o for o in others if _word_at(view, o[1]) in counted), None)


def _word_at(view: View, offset: int) -> int:
    """The first word of the source from ``offset`` on."""
    return bisect_left(view.source_starts, offset)


_NEAR = 6
"""Words within which a fact may still be given to a word that it does not stand right before."""
_TIMES = {"year", "month", "day", "week", "hour", "session", "centuri", "decad"}
_ARTICLES = {"the", "a", "an", "of"}
_STOPS = frozenset(".;:?!")
_LINE, _MOST = 10, 4


@dataclass(frozen=True)
class Fit:
    """How many words on both sides agree without a gap, how many of them carry content, and
    whether some agree on either side.
    """

    words: int
    content: int
    both: bool = False


def fit(view: View, first: int, last: int, start: int, end: int) -> Fit:
    """How the words around ``first`` to ``last`` (exclusive) of the condensation agree with those
    around ``start`` to ``end`` of the source, outwards up to the first that differs.
    """
    left = _agreeing(_near(view, True, first, -1), _near(view, False, start, -1))
    right = _agreeing(_near(view, True, last, 1), _near(view, False, end, 1))
    both = left[0] > 0 and right[0] > 0
    return Fit(left[0] + right[0], left[1] + right[1], both)


Near = tuple[tuple[str, bool], ...]
"""The forms of the words on one side of a place, each with whether it carries content."""


def _agreeing(own: Near, theirs: Near) -> tuple[int, int]:
    count = content = 0
    for one, two in zip(own, theirs, strict=False):
        if one[0] != two[0]:
            break
        count, content = count + 1, content + one[1]
    return count, content


def _near(view: View, own: bool, at: int, step: int) -> Near:
    """The next four words before or after ``at``, up to a mark that ends a clause; read once."""
    key = (own, at, step)
    if key not in view.near:
        words = view.words if own else view.source_words
        line = words[at : at + _LINE] if step > 0 else words[max(0, at - _LINE) : at][::-1]
        view.near[key] = _side(line)
    return view.near[key]


def _base(word: Word) -> str:
    """A word's form for comparison: auxiliaries without tense, as reported speech shifts it."""
    return str(load("slots")["tense"].get(word.low, word.stem))


def _side(line: Sequence[Word]) -> Near:
    near: list[tuple[str, bool]] = []
    for word in line:
        if word.text in _STOPS or len(near) == _MOST:
            break
        if word.low not in _ARTICLES and not word.mark:
            near.append((_base(word), word.content))
    return tuple(near)
