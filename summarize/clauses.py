"""The reported claims of a condensation: what stands from one reporting verb to the next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarize.lexicon import word_set
from summarize.records import Span
from summarize.words import Word, words


@dataclass(frozen=True)
class Clause:
    """A reported claim: words ``first`` to ``last`` (exclusive), its verb at ``verb`` or -1."""

    first: int
    last: int
    verb: int


@lru_cache(maxsize=512)
def reported(condensation: str) -> tuple[Clause, ...]:
    """The claims of ``condensation`` by number of word, in order, together the whole text.

    A claim begins where a sentence does, and at a reporting verb after a comma, a semicolon or
    "and" ("Called for …, and noted that …"), or at such a participle after a comma ("…, noting").
    """
    own = words(condensation)
    starts = [(i, v) for i in range(len(own)) if (v := _opened(own, i)) is not None]
    starts = starts if starts and starts[0][0] == 0 else [(0, -1), *starts]
    ends = [i for i, _ in starts[1:]] + [len(own)]
    return tuple(Clause(i, last, v) for (i, v), last in zip(starts, ends, strict=True) if last > i)


def clauses(condensation: str) -> tuple[Span, ...]:
    """The reported claims of ``condensation`` as spans of it, in order."""
    own = words(condensation)
    return tuple(Span(own[c.first].start, own[c.last - 1].end) for c in reported(condensation))


def _opened(own: tuple[Word, ...], index: int) -> int | None:
    """The reporting verb of the claim that begins at ``index``; None where none begins."""
    if index == 0 or (own[index - 1].text in (".", "?", "!") and own[index].upper):
        return _verb(own, index, "verbs")
    before = own[index - 1].text
    joined = before == "and" or (before in (",", ";", ":") and own[index].low != "and")
    if not joined or own[index].upper:
        return None
    verb = _verb(own, index, "verbs")
    if verb < 0 and before in ",;":
        verb = _verb(own, index, "participles")
    return None if verb < 0 or not _governs(own, verb) else verb


def _verb(own: tuple[Word, ...], index: int, key: str) -> int:
    """The reporting verb at ``index``, adverbs before it passed over; -1 if there is none."""
    verbs, adverbs = word_set("reporting", key), word_set("reporting", "adverbs")
    for place in range(index, min(index + 4, len(own))):
        if own[place].low in verbs:
            return place
        if own[place].low not in adverbs:
            return -1
    return -1


def _governs(own: tuple[Word, ...], verb: int) -> bool:
    """Whether the word at ``verb`` is a verb here, not a participle ("and improved conditions")."""
    after = own[verb + 1].low if verb + 1 < len(own) else "."
    return after not in {".", ",", "by", ";", "and"} or own[verb].low in ("said", "noted", "called")
