"""Negation: what the source denies stays denied, what it does not deny is not denied."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache

from summarize.lexicon import load, word_set
from summarize.records import Finding
from summarize.verify.novel import is_strange
from summarize.verify.place import fit, likeness, neighbours
from summarize.verify.view import View, finding
from summarize.words import Word, stem

# How far from its word a denial may stand, in words.
_BEFORE, _AFTER = 6, 6
_FAR, _CLOSE = 13, 5


def check(view: View) -> Iterator[Finding]:
    """A blocking ``negation`` for a denial put in, and for an opposite."""
    yield from _added(view)
    yield from _reversed(view)
    yield from _replaced(view)
    yield from _other_form(view)


def denies(word: Word) -> bool:
    """Whether a word is a plain denial ("not", "never", "without")."""
    return word.low in word_set("negation", "deny")


def _unsaying(word: Word) -> bool:
    """Whether a word calls what it is said of untrue ("false", "rumours")."""
    return word.low in word_set("negation", "unsay")


def _denying(word: Word) -> bool:
    """Whether a word denies, plainly or in itself ("lack", "unable")."""
    return denies(word) or word.low.startswith((*_like("deny_like"), *_like("deny_weakly")))


@lru_cache(maxsize=2)
def _like(key: str) -> tuple[str, ...]:
    return tuple(load("negation")[key])


def _added(view: View) -> Iterator[Finding]:
    for index, word in enumerate(view.words):
        if not denies(word) or view.quoted(word.start, word.end):
            continue
        if word.low == "nor" and any(denies(w) for w in view.words[max(0, index - 8) : index]):
            continue
        places = _around(view, index)
        if not places or (_denied_near(view, places[0]) and not _put_between(view, index)):
            continue
        if any(_denied_right_before(view, p) for p in places[1:]) and not _put_between(view, index):
            continue
        message = f"The source does not say “{_phrase(view, index)}”: it denies nothing here."
        there = view.source_words[places[0]]
        yield finding("negation", message, (word.start, word.end), (there.start, there.end))


def _around(view: View, index: int) -> list[int]:
    """Where the word that is denied comes from, its likeliest place first; else the word before."""
    for order in (range(index + 1, index + 6), range(index - 1, index - 4, -1)):
        for near in order:
            if not 0 <= near < len(view.words) or view.words[near].mark:
                break
            place = view.aligned.place[near]
            if view.words[near].content and place >= 0:
                others = view.aligned.source.places.get(view.words[near].stem, ())
                return [place, *(p for p in others if p != place)]
    return []


_AUXILIARIES = {
    "must": "must", "should": "should", "shall": "will", "will": "will", "would": "will",
    "can": "can", "could": "can", "may": "may", "might": "may", "has": "have", "have": "have",
    "had": "have", "is": "be", "are": "be", "was": "be", "were": "be", "be": "be",
}  # fmt: skip


def _put_between(view: View, index: int) -> bool:
    """Whether the source has the words before and after the denial next to each other, and no
    denial just before them: the surest sign of a "not" put in.
    """
    own, words = view.words, view.source_words
    if not 0 < index < len(own) - 1:
        return False
    before, after = _base(own[index - 1]), own[index + 1]
    if _so_denied(view, index):
        return False
    for place in view.aligned.source.places.get(after.stem, ()):
        near = words[max(0, place - 9) : place]
        beside = place > 0 and _base(words[place - 1]) == before
        if beside and not any(denies(w) for w in near):
            return after.content or _goes_on(view, index + 1, place)
    return False


def _so_denied(view: View, index: int) -> bool:
    """Whether the source has the denial itself with the two words that follow it here."""
    own, words = view.words, view.source_words
    follow = [w.stem for w in own[index + 1 : index + 3]]
    return any(
        denies(w) and [x.stem for x in words[p + 1 : p + 3]] == follow for p, w in enumerate(words)
    )


def _base(word: Word) -> str:
    return _AUXILIARIES.get(word.low, word.stem)


def _goes_on(view: View, index: int, place: int) -> bool:
    """Whether the next words agree, too."""
    own, words = view.words[index + 1 :], view.source_words[place + 1 :]
    return bool(own and words) and own[0].stem == words[0].stem and own[0].content


def _denied_right_before(view: View, place: int) -> bool:
    return any(denies(w) for w in view.source_words[max(0, place - 5) : place])


def _denied_near(view: View, place: int) -> bool:
    """Whether a plain denial stands before ``place`` or close after, or a word that denies in
    itself close to it.
    """
    sentence, words = view.aligned.source.sentence, view.source_words
    for n in range(max(0, place - _FAR), min(len(words), place + _AFTER + 1)):
        if sentence[n] != sentence[place]:
            continue
        if denies(words[n]) or words[n].low.startswith(_like("deny_like")):
            return True
        if abs(n - place) <= _CLOSE and words[n].low.startswith(_like("deny_weakly")):
            return True
    return False


def _phrase(view: View, index: int) -> str:
    words = view.words[index : index + 3]
    return view.text[words[0].start : words[-1].end]


def check_left_out(view: View) -> Iterator[Finding]:
    """A blocking ``negation`` for a denial of the source whose words stand here without it."""
    source, own = view.aligned.source, view.words
    comes = {p: i for i, p in enumerate(view.aligned.place) if p >= 0}
    for place, word in enumerate(source.words):
        wanted = _unsaying(word) or denies(word) or word.low in ("except", "excluding")
        wanted = wanted or _far_from(source.words, place)
        if place in comes or not wanted or idle(source.words, place):
            continue
        if _balanced(view, place):
            continue
        index = _unsaid(view, place, comes) if _unsaying(word) else _taken_over(view, place, comes)
        if index is None:
            continue
        near = range(max(0, index - _BEFORE - 1), min(len(own), index + 4))
        if any(_denying(own[i]) and not _elsewhere(view, i, place) for i in near):
            continue
        taken = own[index]
        message = f"The source denies this with “{word.text}”; the condensation does not."
        yield finding("negation", message, (taken.start, taken.end), (word.start, word.end))


def _far_from(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word is the "far" of "far from satisfactory"."""
    return words[place].low == "far" and [w.low for w in words[place + 1 : place + 2]] == ["from"]


def _unsaid(view: View, place: int, comes: dict[int, int]) -> int | None:
    """A word of the condensation that the source calls untrue, if three of them stand near."""
    sentence, words = view.aligned.source.sentence, view.source_words
    order = sorted(
        range(max(0, place - 12), min(place + 13, len(words))), key=lambda p: abs(p - place)
    )
    near = [p for p in order if words[p].content and sentence[p] == sentence[place] and p != place]
    taken = [comes[p] for p in near[:5] if p in comes]
    if len(taken) < 3 or any(_unsaying(w) or _denying(w) for w in view.words):
        return None
    return taken[0]


def idle(words: tuple[Word, ...], place: int) -> bool:
    """Whether a denial denies nothing: "not only", "no less than", "no doubt", "cannot but"."""
    after = words[place + 1].low if place + 1 < len(words) else ""
    before = words[place - 1].low if place else ""
    harmless = load("negation")
    return after in harmless["after_idle"] or before in harmless["before_idle"]


def _elsewhere(view: View, index: int, place: int) -> bool:
    """Whether a denial of the condensation stands for another word of the source than ``place``."""
    there = view.aligned.place[index]
    return there >= 0 and there != place


def _balanced(view: View, place: int) -> bool:
    """Whether a second denial or a condition stands near the first, so that dropping both may say
    the same ("no peace unless", "neither … if not").
    """
    words, sentence = view.source_words, view.aligned.source.sentence
    near = [p for p in range(max(0, place - 10), min(place + 16, len(words)))
            if p != place and sentence[p] == sentence[place]]  # fmt: skip
    if words[place].low == "without" and any(denies(words[p]) for p in near):
        return True
    return any(
        words[p].low in {"unless", "until", "without"}
        or (denies(words[p]) and 1 < abs(p - place) <= 8)
        for p in near
    )


def _taken_over(view: View, place: int, comes: dict[int, int]) -> int | None:
    """The word of the condensation that stands for the first content word after the denial, if
    what stands before it was taken over, too.
    """
    words, sentence = view.source_words, view.aligned.source.sentence
    after = [p for p in range(place + 1, min(place + 5, len(words))) if words[p].content][:1]
    if not after or sentence[after[0]] != sentence[place] or after[0] not in comes:
        return None
    index = comes[after[0]]
    near = [p for p in range(max(0, place - 6), min(place + 9, len(words)))
            if words[p].content and p in comes and abs(comes[p] - index) <= 8]  # fmt: skip
    return index if len(near) >= 2 else None


@lru_cache(maxsize=1)
def opposites() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for one, two in load("negation")["opposites"]:
        table.setdefault(stem(one), []).append(stem(two))
        table.setdefault(stem(two), []).append(stem(one))
    return {k: tuple(v) for k, v in table.items()}


def _reversed(view: View) -> Iterator[Finding]:
    """A word whose opposite stands in its place in the source."""
    table = opposites()
    for index, word in enumerate(view.words):
        if view.quoted(word.start, word.end) or index in view.reporting:
            continue
        for other in table.get(word.stem, ()):
            place = _opposite_place(view, index, other)
            if place is not None and not _both_denied(view, index, place):
                there = view.source_words[place]
                message = (
                    f"The source says “{there.text}” where the condensation says “{word.text}”."
                )
                yield finding("negation", message, (word.start, word.end), (there.start, there.end))
                break


def _opposite_place(view: View, index: int, other: str) -> int | None:
    """Where the opposite stands among the same words, if the word itself does not."""
    places = view.aligned.source.places
    theirs = [(fit(view, index, index + 1, p, p + 1), p) for p in places.get(other, ())]
    if not theirs:
        return None
    best, place = max(theirs, key=lambda t: (t[0].words, t[0].content))
    own = [fit(view, index, index + 1, p, p + 1) for p in places.get(view.words[index].stem, ())]
    mine = max((f.words for f in own), default=-1)
    if mine < 0:
        word = view.words[index]
        around = neighbours(view, word.start, word.end)
        there = view.source_words[place]
        near = likeness(view, around, (there.start, there.end)) if word.content else 0.0
        fits = best.words >= (1 if word.content else 2) and best.content
        return place if near >= 0.45 or fits else None
    return place if best.words >= mine + 2 and best.content else None


# How much of what stands around a word must stand around its opposite in the source.
_ALIKE = 0.3


def _replaced(view: View) -> Iterator[Finding]:
    """A word that the source does not have at all, where it has its opposite, left out here."""
    kept, own = set(view.aligned.place), {w.stem for w in view.words}
    for index, word in enumerate(view.words):
        if word.stem in view.stems or index in view.reporting or not word.content:
            continue
        if view.quoted(word.start, word.end) or _denied_beside(view.words, index):
            continue
        around = neighbours(view, word.start, word.end)
        for other in opposites().get(word.stem, ()):
            if other in own:
                continue
            places = [p for p in view.aligned.source.places.get(other, ()) if p not in kept]
            place = next((p for p in places if _likely(view, around, p)), None)
            if place is not None:
                there = view.source_words[place]
                message = f"The source says “{there.text}”, the condensation “{word.text}”."
                yield finding("negation", message, (word.start, word.end), (there.start, there.end))
                break


def check_strange(view: View) -> Iterator[Finding]:
    """A blocking ``negation`` for a word that neither the source has nor good condensations bring
    in, where a sentence behind its claim has its opposite and that is left out; and for "non-"
    put before a word or taken away.
    """
    kept = set(view.aligned.place)
    for clause in view.clauses:
        home = view.aligned.sentences(clause.first, clause.last)
        for index in range(clause.first, clause.last):
            place = _left_opposite(view, index, home, kept)
            if place is not None and not _denied_beside(view.words, index):
                word, there = view.words[index], view.source_words[place]
                message = f"The source says “{there.text}”, the condensation “{word.text}”."
                yield finding("negation", message, (word.start, word.end), (there.start, there.end))
    yield from _prefixed(view)


def _left_opposite(view: View, index: int, home: frozenset[int], kept: set[int]) -> int | None:
    """Where ``home`` has the opposite of a strange word, left out; None where it has none."""
    word = view.words[index]
    if not word.content or word.stem in view.stems or index in view.reporting:
        return None
    if view.quoted(word.start, word.end) or not is_strange(word.stem):
        return None
    source, own = view.aligned.source, {w.stem for w in view.words}
    table = (o for o in opposites().get(word.stem, ()) if o not in own)
    others = (p for o in table for p in source.places.get(o, ()))
    free = (p for p in others if p not in kept and source.sentence[p] in home)
    return next((p for p in free if not source.words[p].upper), None)


def _prefixed(view: View) -> Iterator[Finding]:
    """A word with "non-" that the source has only without it, or the reverse."""
    own, source = _negative(view.words), _negative(view.source_words)
    for index, word in enumerate(view.words):
        places = _in_company(view, index) if word.content else ()
        if not places or view.quoted(word.start, word.end):
            continue
        here = index in own
        # "permanent and permanent members": the second has lost what told it from the first
        twice = not here and index > 1 and view.words[index - 2].stem == word.stem
        alike = any((p in source) == here for p in places) and not twice
        if alike or not any((p in source) != here for p in places):
            continue
        if _denied_beside(view.words, index - 1) if here else _denied_before(view.words, index):
            continue
        if here and any(_denied_beside(view.source_words, p) for p in places):
            continue
        there = view.source_words[places[0]]
        message = (
            f"The source does not say this with “non-”: “{there.text}”."
            if here
            else (f"The source says “non-{there.text}”, the condensation “{word.text}”.")
        )
        yield finding("negation", message, (word.start, word.end), (there.start, there.end))


def _in_company(view: View, index: int) -> tuple[int, ...]:
    """Where the source has the word with the most of the two words that follow it here."""
    places = view.aligned.source.places.get(view.words[index].stem, ())
    follow, words = view.words[index + 1 : index + 3], view.source_words

    def agreeing(place: int) -> int:
        pairs = zip(follow, words[place + 1 : place + 3], strict=False)
        return next((n for n, (a, b) in enumerate(pairs) if a.stem != b.stem), len(follow))

    best = max(map(agreeing, places), default=0)
    return tuple(p for p in places if agreeing(p) == best)


def _negative(words: tuple[Word, ...]) -> set[int]:
    """The words right after "non"."""
    return {i + 1 for i, w in enumerate(words) if w.low == "non"}


def _other_form(view: View) -> Iterator[Finding]:
    """A word for its opposite of the same stem ("developed" for "developing")."""
    table: list[list[str]] = load("negation")["opposite_forms"]
    others = {one: two for pair in table for one, two in (pair, pair[::-1])}
    lows = {w.low: w for w in view.source_words}
    for word, after in itertools.pairwise(view.words):
        there = lows.get(others.get(word.low, ""))
        if there is None or word.low in lows or not after.content:
            continue
        if not view.quoted(word.start, word.end):
            message = f"The source says “{there.text}”, the condensation “{word.text}”."
            yield finding("negation", message, (word.start, word.end), (there.start, there.end))


def _likely(view: View, around: list[tuple[str, float]], place: int) -> bool:
    """Whether an opposite stands, not denied, among the words ``around``."""
    there = view.source_words[place]
    if not there.content or _denied_beside(view.source_words, place):
        return False
    return likeness(view, around, (there.start, there.end)) >= _ALIKE


def _denied_beside(words: tuple[Word, ...], index: int) -> bool:
    """Whether a denial stands close to a word, other than itself."""
    near = (*words[max(0, index - 5) : index], *words[index + 1 : index + 4])
    return any(_denying(w) for w in near)


def _denied_before(words: tuple[Word, ...], index: int) -> bool:
    return any(_denying(w) for w in words[max(0, index - 4) : index])


def _both_denied(view: View, index: int, place: int) -> bool:
    """Whether just one of the two is denied, so that they say the same ("not oppose")."""
    own = any(_denying(w) for w in view.words[max(0, index - 4) : index])
    theirs = any(_denying(w) for w in view.source_words[max(0, place - 4) : place])
    return own != theirs
