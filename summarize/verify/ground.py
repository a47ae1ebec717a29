"""How the words around a place of the condensation stand in the source.

Each word or name of the condensation is looked at in its slot: what stands left and right of it
there, where these neighbours come from, and what the source has between them. The numbers found
here are what the trained trees of ``learned.py`` decide on.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarize.lexicon import load, word_set
from summarize.verify.actor import Party, own_parties, source_parties
from summarize.verify.negation import denies, opposites
from summarize.verify.novel import novelty
from summarize.verify.place import Fit, fit, likeness, neighbours
from summarize.verify.view import View
from summarize.words import Word

Places = list[tuple[int, int]]
"""Stretches of the source's words, last exclusive."""

FAR = 30
"""The distance of words that stand in different sentences."""

_REACH = 8
MOST = 12
ARTICLES = {"the", "a", "an"}
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis")


@dataclass(frozen=True)
class Anchors:
    """The nearest aligned content words left and right of a slot: how far they are, and where in
    the source they come from (-1: there is none).
    """

    left: int
    right: int
    left_place: int
    right_place: int


@dataclass(frozen=True)
class Ground:
    """A view with what the features of every slot share."""

    view: View

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring stems of the source."""
        stems = [w.stem for w in self.view.source_words]
        return frozenset(itertools.pairwise(stems))

    @cached_property
    def bare_pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring stems of the source, articles passed over."""
        stems = [w.stem for w in self.view.source_words if w.low not in ARTICLES]
        return frozenset(itertools.pairwise(stems))

    @cached_property
    def kept(self) -> frozenset[int]:
        """The words of the source that the condensation takes over."""
        return frozenset(self.view.aligned.place)

    @cached_property
    def denials(self) -> tuple[int, ...]:
        """How many words of each source sentence deny plainly."""
        found = [0] * (len(self.view.source.sentences) + 1)
        for word, sentence in zip(
            self.view.source_words, self.view.aligned.source.sentence, strict=True
        ):
            found[sentence] += denies(word)
        return tuple(found)

    @cached_property
    def own_denials(self) -> tuple[int, ...]:
        """How many words of each claim deny plainly."""
        found = [0] * (len(self.view.clauses) + 1)
        for word, clause in zip(self.view.words, self.clause_of, strict=True):
            found[clause] += denies(word)
        return tuple(found)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Who acts in the source."""
        return tuple(source_parties(self.view))

    @cached_property
    def own(self) -> tuple[Party, ...]:
        """Who acts in the condensation."""
        return tuple(own_parties(self.view))

    @cached_property
    def by_low(self) -> dict[str, tuple[int, ...]]:
        """Where each word of the source stands."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.view.source_words):
            found.setdefault(word.low, []).append(place)
        return {low: tuple(places) for low, places in found.items()}

    @cached_property
    def by_root(self) -> dict[str, tuple[int, ...]]:
        """Where the source has longer words that begin with the same letters."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.view.source_words):
            if word.content and len(word.low) > _ROOT:
                found.setdefault(word.low[:_ROOT], []).append(place)
        return {root: tuple(places) for root, places in found.items()}

    @cached_property
    def clause_of(self) -> tuple[int, ...]:
        """The number of the claim that each word of the condensation belongs to."""
        numbers = [0] * len(self.view.words)
        for number, clause in enumerate(self.view.clauses):
            for index in range(clause.first, clause.last):
                numbers[index] = number
        return tuple(numbers)

    @cached_property
    def support(self) -> tuple[dict[int, int], ...]:
        """For each claim, how many content words come from each sentence."""
        view = self.view
        found: list[dict[int, int]] = [{} for _ in view.clauses]
        for index, place in enumerate(view.aligned.place):
            if place >= 0 and view.words[index].content and index not in view.reporting:
                counts = found[self.clause_of[index]]
                sentence = view.aligned.source.sentence[place]
                counts[sentence] = counts.get(sentence, 0) + 1
        return tuple(found)

    def anchors(self, first: int, last: int) -> Anchors:
        """The aligned words around the slot ``first`` to ``last`` (exclusive)."""
        left, right = self._next(first - 1, -1), self._next(last, 1)
        places = self.view.aligned.place
        return Anchors(
            first - left if left >= 0 else FAR,
            right - last + 1 if right >= 0 else FAR,
            places[left] if left >= 0 else -1,
            places[right] if right >= 0 else -1,
        )

    def _next(self, start: int, step: int) -> int:
        view, index = self.view, start
        while 0 <= index < len(view.words) and abs(index - start) < _REACH:
            word = view.words[index]
            if word.text in ".;" or index in view.reporting:
                return -1
            if word.content and view.aligned.place[index] >= 0:
                return index
            index += step
        return -1

    def apart(self, one: int, other: int) -> int:
        """How many words ``other`` stands after ``one`` in the source; FAR if not in one sentence."""
        sentence = self.view.aligned.source.sentence
        if one < 0 or other < 0 or sentence[one] != sentence[other]:
            return FAR
        return max(-FAR, min(FAR, other - one))

    def between(self, anchors: Anchors) -> range:
        """The source's words from the left anchor to the right one, both included; a window beside
        the one anchor where there is but one.
        """
        left, right = anchors.left_place, anchors.right_place
        size = len(self.view.source_words)
        if left >= 0 and right >= 0 and abs(self.apart(left, right)) < FAR:
            return range(min(left, right), max(left, right) + 1)
        if left >= 0:
            return range(left, min(size, left + 7))
        if right >= 0:
            return range(max(0, right - 6), right + 1)
        return range(0)


def best_fit(view: View, first: int, last: int, spans: list[tuple[int, int]]) -> Fit:
    """The best agreement of the words around the slot with those around one of ``spans``."""
    fits = [fit(view, first, last, start, end) for start, end in spans[:MOST]]
    return max(fits, key=lambda f: (f.words, f.content), default=Fit(-1, 0))


@lru_cache(maxsize=1)
def groups() -> dict[str, int]:
    """The group of each closed-class word that an error may put in, take out or exchange."""
    table: dict[str, list[str]] = load("slots")["groups"]
    return {word: number for number, words in enumerate(table.values(), 1) for word in words}


@lru_cache(maxsize=1)
def closed() -> dict[str, int]:
    """A number for each closed-class word, those of one group together."""
    return {word: number for number, word in enumerate(groups(), 1)}


OPPOSITE = 20
"""The group of words that have an opposite."""

CONTENT = 21
"""The group of all other content words."""


def group(word: Word) -> int:
    """The group of a word; 0 of one that is not looked at."""
    if number := groups().get(word.low):
        return number
    if not word.content:
        return 0
    return OPPOSITE if word.stem in opposites() else CONTENT


@lru_cache(maxsize=1)
def base_forms() -> dict[str, str]:
    """Forms of one auxiliary ("would" may report "will")."""
    return dict(load("slots")["base"])


def base(word: Word) -> str:
    """A word's form for comparison: auxiliaries by their base, others by their stem."""
    return base_forms().get(word.low, word.stem)


PRONOUNS = {"we", "our", "us", "ours", "it", "its", "they", "their", "them", "this", "that",
             "he", "his", "she", "her", "i", "my", "who", "which", "these", "those"}  # fmt: skip


def word_traits(ground: Ground, index: int) -> list[float]:
    """What is known of the word ``index`` in its slot; ``group`` is not 0."""
    view, word = ground.view, ground.view.words[index]
    words, source = view.words, view.source_words
    kind, anchors = group(word), ground.anchors(index, index + 1)
    own = [(p, p + 1) for p in _same(ground, word)]
    others = [(p, p + 1) for p in _rivals(ground, word, kind)]
    mine, theirs = best_fit(view, index, index + 1, own), best_fit(view, index, index + 1, others)
    window = ground.between(anchors)
    inside = [source[p] for p in window]
    place = view.aligned.place[index]
    near_own = words[max(0, index - 5) : index] + words[index + 1 : index + 5]
    before = words[index - 1] if index else word
    after = words[index + 1] if index + 1 < len(words) else word
    return [
        kind, len(own), place >= 0, mine.words, mine.content, mine.both,
        theirs.words, theirs.content, theirs.both, len(others),
        anchors.left, anchors.right, ground.apart(anchors.left_place, anchors.right_place),
        ground.apart(anchors.left_place, place) if place >= 0 else FAR,
        ground.apart(place, anchors.right_place) if place >= 0 else FAR,
        min((abs(ground.apart(anchors.left_place, p)) for p, _ in own), default=FAR),
        min((abs(ground.apart(p, anchors.right_place)) for p, _ in own), default=FAR),
        min((abs(ground.apart(anchors.left_place, p)) for p, _ in others), default=FAR),
        min((abs(ground.apart(p, anchors.right_place)) for p, _ in others), default=FAR),
        (before.stem, word.stem) in ground.pairs, (word.stem, after.stem) in ground.pairs,
        (before.stem, after.stem) in ground.pairs,
        any(_base_in(word, w) for w in inside), sum(denies(w) for w in inside),
        sum(_weakly(w) for w in inside), sum(denies(w) for w in near_own),
        sum(_weakly(w) for w in near_own), sum(group(w) == kind for w in inside),
        sum(w.low == word.low for w in words), _share(ground, index),
        float(context(before)), float(context(after)), before.content, after.content,
        _neighbour(ground, index, -1), _neighbour(ground, index, 1),
        view.supported(index), word.stem in word_set("frame", "light"),
        index - next(c.verb for c in view.clauses if c.first <= index < c.last),
        any(w.low in ("if", "unless", "until", "whether") for w in inside),
        closed().get(word.low, 0), closed().get(before.low, 0), closed().get(after.low, 0),
        _same_at_home(ground, index), *_told(ground, index, [p for p, _ in others], inside),
        *likest(view, index, index + 1, own, [] if kind == CONTENT else others),
    ]  # fmt: skip


NOVELTY = 44
"""Which trait of a word tells how often condensations bring it in of their own."""


def _told(ground: Ground, index: int, rivals: list[int], inside: list[Word]) -> list[float]:
    """How often good condensations bring the word in of their own, what denies in its claim and in
    the sentences behind it, and which of its opposites are left out there.
    """
    view, word = ground.view, ground.view.words[index]
    clause, sentence = ground.clause_of[index], ground.view.aligned.source.sentence
    home = ground.support[clause]
    free = [p for p in rivals if p not in ground.kept]
    denied = sum(ground.denials[s] for s in home)
    return [
        -1.0 if not word.content or view.supported(index) else novelty(word.stem),
        denied, ground.own_denials[clause], ground.own_denials[clause] - denied,
        sum(sentence[p] in home for p in free), len(free), _prefixed(view, word),
        len(home), sum(denies(w) for w in inside) - ground.own_denials[clause],
    ]  # fmt: skip


def _prefixed(view: View, word: Word) -> int:
    """1 where the source has the word behind a denying prefix, 2 where it has it without the
    prefix that it has here, else 0.
    """
    places = view.aligned.source.places
    if not word.content or word.stem in places:
        return 0
    if any(prefix + word.stem in places for prefix in _PREFIXES):
        return 1
    heads = (word.stem[len(p) :] for p in _PREFIXES if word.stem.startswith(p))
    return 2 if any(len(h) > 2 and h in places for h in heads) else 0


def likest(view: View, first: int, last: int, own: Places, others: Places) -> tuple[float, float]:
    """How much of what stands around the slot stands near one of ``own``, and of ``others``."""
    words, source = view.words, view.source_words
    around = neighbours(view, words[first].start, words[last - 1].end)
    return (
        max((likeness(view, around, (source[a].start, source[b - 1].end)) for a, b in own), default=-1),
        max((likeness(view, around, (source[a].start, source[b - 1].end)) for a, b in others), default=-1),
    )  # fmt: skip


def _same_at_home(ground: Ground, index: int) -> int:
    """How often the sentences that the claim comes from have the word, in any form."""
    view, word = ground.view, ground.view.words[index]
    home = ground.support[ground.clause_of[index]]
    return sum(view.aligned.source.sentence[p] in home for p in _same(ground, word))


def _same(ground: Ground, word: Word) -> tuple[int, ...]:
    """Where the source has the word."""
    if word.content:
        places = ground.view.aligned.source.places.get(word.stem, ())
        return (places or _kin(ground, word))[:MOST]
    same = ground.by_low.get(word.low, ())
    for other, form in base_forms().items():
        if other != word.low and form == base_forms().get(word.low):
            same += ground.by_low.get(other, ())
    return same[:MOST]


def _kin(ground: Ground, word: Word) -> tuple[int, ...]:
    """Where the source has the word in another class ("fully" for "full", "imposing" for "imposition")."""
    low = word.low
    if places := ground.view.joined.get(word.stem, ()):
        return places
    if low.endswith("ly") and (places := ground.by_low.get(low[:-2], ())):
        return places
    if places := ground.by_low.get(f"{low}ly", ()):
        return places
    near = ground.by_root.get(low[:_ROOT], ()) if len(low) > _ROOT else ()
    return tuple(p for p in near if _is_kin(low, ground.view.source_words[p].low))


def _is_kin(one: str, other: str) -> bool:
    """Whether two words differ only by an ending ("imposing", "imposition"; not "protect", "protest")."""
    return bool(_roots(one) & _roots(other))


@lru_cache(maxsize=8192)
def _roots(word: str) -> frozenset[str]:
    """What is left of a word without one of the usual endings, and the word itself."""
    cut = {word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _ROOT}
    return frozenset(cut | {word})


_ROOT = 5
_ENDINGS = (
    "s", "e", "y", "ed", "ing", "ion", "ation", "ition", "ment", "ments", "ity", "al", "ally", "ic", "ive", "ly", "ent",
    "ence", "ance", "able", "ure", "er", "or", "ous", "es", "ions", "ant", "ful", "ness",
)  # fmt: skip


def _rivals(ground: Ground, word: Word, kind: int) -> list[int]:
    """Where the source has a word that may have been exchanged for this one."""
    places = ground.view.aligned.source.places
    if kind == OPPOSITE:
        return [p for o in opposites()[word.stem] for p in places.get(o, ())][:MOST]
    if kind == CONTENT:
        return []
    mates: dict[str, list[str]] = load("slots")["rivals"]
    return [p for low in mates.get(word.low, ()) for p in ground.by_low.get(low, ())][:MOST]


def _base_in(word: Word, other: Word) -> bool:
    return base(word) == base(other)


@lru_cache(maxsize=20_000)
def _weak(low: str) -> bool:
    negation = load("negation")
    return low.startswith((*negation["deny_like"], *negation["deny_weakly"]))


def _weakly(word: Word) -> bool:
    """Whether a word denies in itself ("lack", "unable")."""
    return _weak(word.low)


_CONTEXT = {w: n for n, w in enumerate(
    ("the a an", "of", "to", "in at on", "by", "with", "for from", "and or", ", ; :", "that which who",
     "is are was were be been", "has have had", "will would shall", "should must", "not no", "."), 1)
    for w in w.split()}  # fmt: skip


def context(word: Word) -> int:
    """A number for a neighbouring word: its group of small words, 0 for content."""
    return _CONTEXT.get(word.low if not word.mark else word.text, 0 if word.content else 17)


def _share(ground: Ground, index: int) -> float:
    """The share of its claim's words that come from the sentence that the word comes from."""
    view, counts = ground.view, ground.support[ground.clause_of[index]]
    place, total = view.aligned.place[index], sum(counts.values())
    if place < 0 or not total:
        return -1.0
    return counts.get(view.aligned.source.sentence[place], 0) / total


def _neighbour(ground: Ground, index: int, step: int) -> float:
    """Whether the next content word in one direction is supported: 1, 0, or 2 at an end."""
    view, at = ground.view, index + step
    while 0 <= at < len(view.words):
        word = view.words[at]
        if word.text in ".;":
            return 2.0
        if word.content:
            return 2.0 if at in view.reporting else float(view.supported(at))
        at += step
    return 2.0
