"""Time of a deed: what is to come is not told as done, nor what is done as to come.

Reported speech shifts tenses ("will" to "would", "has" to "had") but keeps apart what has been done,
what will be done and what must be done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.records import Finding
from summarize.verify.view import View, finding
from summarize.words import Word

_COMING = {"will", "shall", "'ll"}
_OWED = {"must", "should", "ought", "may", "might", "can", "cannot"}
_DONE = {"has", "have", "had", "'ve"}
_BEFORE = 3
"""Words before a verb within which its auxiliary stands."""

_TAKEN = {"to", "be", "not", "been", "already", "also", "recently", "now", "soon", "never", "always", "yet"}  # fmt: skip
"""What may stand between an auxiliary and its verb."""


def check(view: View) -> Iterator[Finding]:
    """A blocking ``force`` for a verb that here has been done and in the source is only to be done or
    owed, wherever it stands; and for one that here will be done and there has been.
    """
    places = view.aligned.source.places
    for i, word in enumerate(view.words):
        if (
            not word.content
            or word.upper
            or i in view.reporting
            or view.quoted(word.start, word.end)
        ):
            continue
        here, there = _told(view.words, i, _COMING | {"would"}), places.get(word.stem, ())
        if here == "" or not there:
            continue
        theirs = {_told(view.source_words, p, _COMING) for p in there}
        ahead = here == "done" and theirs <= {"coming", "owed"}
        if ahead or (here == "coming" and theirs == {"done"}):
            message = f"The source tells the time of “{word.text}” otherwise."
            source = view.source_words[there[0]]
            yield finding("force", message, (word.start, word.end), (source.start, source.end))


def _told(words: Sequence[Word], i: int, coming: set[str]) -> str:
    """ "done", "coming" (behind one of ``coming``) or "owed" by the auxiliary before a verb; "" where none
    stands there. A source's own "would" may be kept or not: it tells nothing.
    """
    near = list(range(i - 1, max(-1, i - 1 - _BEFORE), -1))
    for at in near:
        low = words[at].low
        if words[at].upper and low == "may":
            return ""  # the month
        if low in _OWED:
            return "owed"
        if low in coming:
            return "" if "have" in {words[k].low for k in near if k > at} else "coming"
        if low in _DONE:
            modal = {words[k].low for k in range(max(0, at - 3), at)} & (
                _OWED | _COMING | {"to", "would", "could"}
            )
            return "" if modal else "done"
        if low not in _TAKEN and not low.endswith("ly"):
            return ""
    return ""
