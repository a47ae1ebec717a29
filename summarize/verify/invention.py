"""Inventions: words and claims that the source does not offer."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.lexicon import word_set
from summarize.records import Finding
from summarize.verify.view import View, finding

# A run of words that the source does not offer is an invention from this weight on: two words
# of their own, or one among words that stand far apart in the source. Set on the training
# references (of which it stops few: single words are left to the trained model).
_WEIGHT = 2.2
_NEAR = 10


def check(view: View) -> Iterator[Finding]:
    """A blocking ``invention`` for a run of words without support, a notice (``paraphrase``) for
    each single word.
    """
    for run in _runs(view):
        weight = sum(w for _, w in run)
        first, last = view.words[run[0][0]], view.words[run[-1][0]]
        if weight >= _WEIGHT:
            text = view.text[first.start : last.end]
            message = f"Nothing in the source supports “{text}”."
            yield finding("invention", message, (first.start, last.end))
        else:
            yield from _paraphrases(view, [i for i, w in run if w >= 0.5])


def _paraphrases(view: View, indices: list[int]) -> Iterator[Finding]:
    for index in indices:
        word = view.words[index]
        message = f"“{word.text}” is not a word of the source."
        yield finding("paraphrase", message, (word.start, word.end), severity="notice")


def _runs(view: View) -> Iterator[list[tuple[int, float]]]:
    """Neighbouring content words without support, or without a neighbour's, with weights."""
    run: list[tuple[int, float]] = []
    for index, weight in _weights(view):
        if weight:
            run.append((index, weight))
            continue
        if any(w >= 0.5 for _, w in run):
            yield run
        run = []
    if any(w >= 0.5 for _, w in run):
        yield run


def _weights(view: View) -> list[tuple[int, float]]:
    indices = [
        i for i, w in enumerate(view.words) if w.content and i not in view.reporting | view.counted
    ]
    places = [view.aligned.place[i] for i in indices]
    found = []
    for n, index in enumerate(indices):
        if not view.supported(index):
            light = view.words[index].stem in word_set("frame", "light")
            found.append((index, 0.6 if light else 1.0))
        else:
            alone = places[n] >= 0 and not _anchored(view, places, n)
            found.append((index, 0.2 if alone else 0.0))
    return found


def _anchored(view: View, places: list[int], n: int) -> bool:
    """Whether a neighbour of word ``n`` comes from near the same place."""
    here, sentence = places[n], view.aligned.source.sentence
    return any(
        0 <= other < len(places)
        and places[other] >= 0
        and sentence[places[other]] == sentence[here]
        and abs(places[other] - here) <= _NEAR
        for other in (n - 1, n + 1)
    )
