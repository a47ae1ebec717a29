"""Which source sentences carry a text: computed from the words, never asked of a model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summarize.align import Alignment, align
from summarize.clauses import clauses, reported
from summarize.records import Citation, Span

__all__ = ["citation", "cite", "cite_clauses", "clauses", "locate"]

_AROUND = 32
# A sentence is cited for two content words, of which at least 0.8 are its own. Set on the
# training references: precision 0.98, recall 0.95; one word alone gives 0.94 and 0.98.
_WORDS = 2
_OWN = 0.8


def cite(condensation: str, sentences: Sequence[str]) -> tuple[int, ...]:
    """The smallest set of ``sentences`` that supports ``condensation``, as indices from 0.

    A sentence belongs to it when words of the condensation come from it that no other sentence
    offers (a word that n sentences offer counts 1/n). Empty only if no content word is shared.
    """
    aligned = align(condensation, sentences)
    return tuple(sorted(_carriers(aligned, 0, len(aligned.words))))


def cite_clauses(condensation: str, sentences: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """For each of ``clauses(condensation)``, the sentences of ``cite`` that support it.

    A clause without a sentence of its own among them has the one it shares most words with.
    """
    aligned = align(condensation, sentences)
    chosen = _carriers(aligned, 0, len(aligned.words))
    found = []
    for clause in reported(condensation):
        own = _carriers(aligned, clause.first, clause.last)
        found.append(tuple(sorted(own & chosen or own)))
    return tuple(found)


def _carriers(aligned: Alignment, first: int, last: int) -> set[int]:
    """The sentences that carry the words ``first`` to ``last`` (exclusive)."""
    count, own = defaultdict[int, int](int), defaultdict[int, float](float)
    source = aligned.source
    for word, place in zip(aligned.words[first:last], aligned.place[first:last], strict=True):
        if word.content and place >= 0:
            same = source.places.get(word.stem, ())
            offered = {source.sentence[p] for p in (place, *same)}
            # A figure in one sentence alone is support enough: it is what a reader looks for.
            sure = len(offered) == 1 and word.text[-1].isdigit()
            count[source.sentence[place]] += _WORDS if sure else 1
            own[source.sentence[place]] += 1 / len(offered)
    chosen = {s for s in count if count[s] >= _WORDS and own[s] >= _OWN}
    if not chosen and count:
        chosen = {max(count, key=lambda s: (count[s], own[s], -s))}
    return chosen


def citation(text: str, start: int, end: int) -> Citation:
    """The words ``text[start:end]`` as W3C TextPositionSelector and TextQuoteSelector need them.

    Raises ValueError if the span is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no such span: {start}, {end}")
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return Citation(start, end, text[start:end], before, after)


def locate(anchor: Citation, text: str) -> Span | None:
    """Where ``anchor`` stands in ``text``, which may have been edited since; None if it is lost.

    First by its offsets; else by its exact words, the place chosen whose surroundings agree best
    with prefix and suffix (at a tie, the one nearest to the old place).
    """
    if text[anchor.start : anchor.end] == anchor.exact and _agreement(anchor, text, anchor.start):
        return Span(anchor.start, anchor.end)
    places = list(_occurrences(anchor.exact, text))
    if not places:
        return None
    best = max(places, key=lambda p: (_agreement(anchor, text, p), -abs(p - anchor.start)))
    return Span(best, best + len(anchor.exact))


def _occurrences(exact: str, text: str) -> list[int]:
    places, at = [], text.find(exact) if exact else -1
    while at >= 0:
        places.append(at)
        at = text.find(exact, at + 1)
    return places


def _agreement(anchor: Citation, text: str, start: int) -> int:
    """How many code points around ``start`` agree with prefix and suffix, counted outwards."""
    end = start + len(anchor.exact)
    before = text[max(0, start - len(anchor.prefix)) : start]
    after = text[end : end + len(anchor.suffix)]
    if not anchor.prefix and not before and not anchor.suffix and not after:
        return 1
    return _common(anchor.prefix[::-1], before[::-1]) + _common(anchor.suffix, after)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
