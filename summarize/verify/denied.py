"""Denials that a condensation has dropped or turned, where its other words show the place.

What stands on both sides must be the source's, so that each of these is sure by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarize.records import Finding
from summarize.verify.negation import denies
from summarize.verify.view import View, finding
from summarize.words import Word

_TURNED = {"with": "without", "still": "longer", "thanks": "despite", "despite": "thanks"}
_REACH = 3
"""How many words may stand between the small word and the one that both texts have behind it."""


def check(view: View) -> Iterator[Finding]:
    """A blocking ``negation`` for "one" in place of "no one", for "with" in place of "without" or
    "no", for "still" in place of "no longer", for "thanks to" in place of "despite" or the reverse,
    and for a verb that the source says was not possible.
    """
    for index, word in enumerate(view.words[:-1]):
        if view.quoted(word.start, word.end):
            continue
        for test in (_nobody, _turned, _unable):
            place = test(view, index)
            if place is not None:
                yield _found(view, index, place)
                break


def _found(view: View, index: int, place: int) -> Finding:
    word, source = view.words[index], view.source_words
    first = place - 1 if place and denies(source[place - 1]) else place
    there = view.source.text[source[first].start : source[place].end]
    message = f"The source says “{there}”, the condensation “{word.text}”."
    return finding(
        "negation", message, (word.start, word.end), (source[first].start, source[place].end)
    )


def _nobody(view: View, index: int) -> int | None:
    """Where the source has "no one" for the subject "one" at ``index``."""
    own, source = view.words, view.source_words
    subject = own[index].low == "one" and own[index + 1].low in _HELPING
    if not subject or (index and own[index - 1].low in {"no", "any", "which", "every"}):
        return None
    found = [
        p for p, w in enumerate(source[:-1])
        if w.low == "one" and p and source[p - 1].low == "no" and source[p + 1].low in _HELPING
    ]  # fmt: skip
    return found[0] if len(found) == 1 and not _has(own, "nobody", "no one") else None


_HELPING = {
    "should", "can", "could", "must", "may", "might", "will", "would", "is", "was", "has", "had",
}  # fmt: skip


def _has(words: tuple[Word, ...], *phrases: str) -> bool:
    text = " ".join(w.low for w in words)
    return any(phrase in text for phrase in phrases)


def _turned(view: View, index: int) -> int | None:
    """Where the source has the opposite of a small word of the condensation before the same word."""
    low, source = view.words[index].low, view.source_words
    other = _TURNED.get(low)
    if other is None or any(w.low == low for w in source if low in {"still", "thanks"}):
        return None
    follow = next((w for w in view.words[index + 1 : index + 4] if w.content), None)
    if follow is None or (low == "thanks" and view.words[index + 1].low != "to"):
        return None
    places = view.aligned.source.places.get(follow.stem, ())
    if low == "with" and any(w.low == "with" for p in places for w in source[max(0, p - 4) : p]):
        return None
    for place in places:
        for p in range(place - 1, max(-1, place - 1 - _REACH), -1):
            if source[p].mark or (source[p].content and low != "still" and source[p].low != other):
                break
            if _opposes(source, p, other) and not any(denies(w) for w in _near(view, index)):
                return p
    return None


def _opposes(source: tuple[Word, ...], p: int, other: str) -> bool:
    if other == "longer":
        return source[p].low == "longer" and p > 0 and source[p - 1].low in {"no", "any"}
    if other == "without":
        beside = source[p - 1].low not in {"if", "unless"} if p else True
        return source[p].low == "without" or (source[p].low == "no" and beside)
    return source[p].low == other


def _near(view: View, index: int) -> tuple[Word, ...]:
    return (*view.words[max(0, index - 4) : index], *view.words[index + 1 : index + 4])


def _unable(view: View, index: int) -> int | None:
    """Where the source says "not able to", "cannot" or "unable to" of what "could" stands before."""
    own, source = view.words, view.source_words
    if own[index].low not in {"could", "can"} or denies(own[index + 1]):
        return None
    verb = own[index + 1]
    if not verb.content or any(denies(w) for w in own[max(0, index - 5) : index + 4]):
        return None
    places = view.aligned.source.places.get(verb.stem, ())
    barred = [p for p in places if _barred(source, p)]
    return barred[0] - 1 if barred and len(barred) == len(places) else None


def _barred(source: tuple[Word, ...], place: int) -> bool:
    """Whether the verb at ``place`` of the source follows "not able to", "unable to" or "cannot"."""
    before = [w.low for w in source[max(0, place - 4) : place]]
    for cut in (before, before[:-1]):
        if cut[-3:] == ["not", "able", "to"] or cut[-2:] == ["unable", "to"]:
            return True
        if cut[-1:] == ["cannot"] or cut[-2:] in (["could", "not"], ["can", "not"]):
            return True
    return False
