"""Slots that agree with the source on both sides: what was put in there, and an "only" left out.

Good condensations keep the source's words: of 1,200 training references one has such a word put in
(another spelling), and two leave out such an "only".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.records import Finding
from summarize.verify.novel import is_strange
from summarize.verify.view import View, finding
from summarize.words import Word

_KIN = 4
_WIDEST = 3
_AROUND = 9
_OWNING = {"the", "its", "their", "our"}
_ARTICLES = {"the", "a", "an"}
_LIMITS = {
    "only", "sole", "solely", "alone", "exclusively", "unless", "nothing", "just", "merely", "except", "single", "no",
    "not", "cannot", "never", "one", "limited", "without", "until",
}  # fmt: skip
_FREE = {"not", "if", "have", "has", "had", "would", "will"}


def check(view: View) -> Iterator[Finding]:
    """A blocking ``invention`` for a word that neither the source has nor good condensations bring
    in, put in the place of one of the source's, between the same words.
    """
    kept = set(view.aligned.place)
    for index, word in enumerate(view.words[1:-1], 1):
        if not word.content or view.supported(index) or index in view.counted:
            continue
        if word.upper or not is_strange(word.stem):
            continue
        place = _replaced(view, index, kept)
        place = _closing(view, index, kept) if place is None else place
        if place is not None and not _akin(word.low, view.source_words[place].low):
            there = view.source_words[place]
            message = f"The source says “{there.text}” where the condensation says “{word.text}”."
            yield finding("invention", message, (word.start, word.end), (there.start, there.end))


def _replaced(view: View, index: int, kept: set[int]) -> int | None:
    """The content word of the source, left out here, that stands right before the next word and
    close after the one before, or after an article as here.
    """
    places, source = view.aligned.place, view.source_words
    after = places[index + 1]
    if not view.words[index + 1].content or after < 2 or after - 1 in kept:
        return None
    before = view.words[index - 1].low in _ARTICLES
    left = index - 1 - before
    alike = before and source[after - 2].low in _ARTICLES
    near = left >= 0 and places[left] >= 0 and 0 < after - places[left] <= _WIDEST
    return after - 1 if source[after - 1].content and (near or alike) else None


def _closing(view: View, index: int, kept: set[int]) -> int | None:
    """The content word of the source, left out here, behind the same words as this one, which ends its
    phrase ("the risks had since been averted" where they "have since been realized").
    """
    places, source, own = view.aligned.place, view.source_words, view.words
    ends = index + 1 == len(own) or own[index + 1].mark or own[index + 1].low in _JOINTS
    left = next((k for k in range(index - 1, max(-1, index - 5), -1) if own[k].content), -1)
    if not ends or left < 0 or places[left] < 0 or index - left < 2:
        return None
    between = {w.low for w in own[left + 1 : index]}
    starts = view.aligned.source.places.get(own[left].stem, ())
    found = (_next_content(source, start, between) for start in starts)
    return next((p for p in found if p is not None and p not in kept), None)


def _next_content(source: Sequence[Word], start: int, between: set[str]) -> int | None:
    """The next content word within five words of ``start``, where some of ``between`` stand before it."""
    for place in range(start + 1, min(len(source), start + 6)):
        if source[place].mark:
            return None
        if source[place].content:
            shared = between & {w.low for w in source[start + 1 : place]}
            return place if shared else None
    return None


_JOINTS = {"and", "or", "but"}


def _akin(one: str, other: str) -> bool:
    """Whether two words may be one, spelt otherwise or run together with another."""
    return one[:_KIN] == other[:_KIN] or one in other or other in one


def check_only(view: View) -> Iterator[Finding]:
    """A blocking ``hedge`` for an "only" left out before two words that stay together."""
    comes = {p: i for i, p in enumerate(view.aligned.place) if p >= 0}
    for place, word in enumerate(view.source_words):
        if word.low != "only" or place in comes:
            continue
        follow = _following(view, place)
        before = {w.low for w in view.source_words[max(0, place - 2) : place]}
        if before & _FREE or {"can", "we"} <= before or len(follow) < 2:
            continue
        if (
            all(p in comes for p in follow)
            and 0 < comes[follow[1]] - comes[follow[0]] <= _WIDEST + 1
        ):
            around = view.words[max(0, comes[follow[0]] - _AROUND) : comes[follow[1]] + _AROUND]
            if any(w.low in _LIMITS for w in around):
                continue
            first = view.words[comes[follow[0]]]
            message = "The source limits this with “only”; the condensation does not."
            yield finding("hedge", message, (first.start, first.end), (word.start, word.end))


def _following(view: View, place: int) -> list[int]:
    """The two content words after ``place``, within six words and before a mark; none where a verb
    or "to" follows at once ("only worsens": "does no more than").
    """
    words, found = view.source_words, list[int]()
    at_once = words[place + 1] if place + 1 < len(words) else None
    described = place > 0 and words[place - 1].low in _OWNING
    if at_once is None or (at_once.content and not words[place].upper and not described):
        return found
    for p in range(place + 1, min(place + 7, len(words))):
        if words[p].mark or (p == place + 1 and words[p].low == "to"):
            break
        if words[p].content:
            found.append(p)
    return found[:2]
