"""Words of the source that limit or deny what the condensation takes over without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarize.lexicon import load, word_set
from summarize.verify.ground import FAR, Ground, closed, group, groups
from summarize.verify.negation import denies, idle, opposites
from summarize.verify.view import View
from summarize.words import Word

CONDITION = re.compile(
    r"\b(?:if|unless|provided that|on condition that|as long as|so long as|subject to"
    r"|as appropriate|where (?:possible|appropriate|necessary|feasible)|as necessary|in principle"
    r"|upon request|at (?:their|its|the) request|on the basis of|in accordance with|in line with"
    r"|with full respect for|without prejudice to|with the consent of|to the extent possible"
    r"|as far as possible|whenever possible|when(?:ever)? (?=\w)|in consultation with|pending|until"
    r"|except|once|based on|within the framework of|in conformity with|in coordination with)\b",
    re.IGNORECASE,
)
_LIMITING = ("deny", "without", "may", "some", "should")
_TURNED = {"rejected", "denied", "opposed", "doubted", "regretted", "refused", "lamented", "declined",
           "ruled", "deplored", "condemned", "warned", "criticized"}  # fmt: skip
_CONDITION_GROUP = 30
_WINDOW = 12


@dataclass(frozen=True)
class Omission:
    """Words ``first`` to ``last`` (exclusive) of the source that the condensation leaves out."""

    first: int
    last: int
    group: int


def omissions(ground: Ground) -> Iterator[Omission]:
    """What limits or denies in the sentences that the condensation takes from, and is left out."""
    view = ground.view
    kept = set(view.aligned.place)
    sentences = {view.aligned.source.sentence[p] for p in view.aligned.place if p >= 0}
    wanted = {groups()[w] for key in _LIMITING for w in load("slots")["groups"][key]}
    opened = dict(_conditions(view))
    for place, word in enumerate(view.source_words):
        if place in kept or view.aligned.source.sentence[place] not in sentences:
            continue
        if place in opened:
            yield Omission(place, opened[place], _CONDITION_GROUP)
        elif group(word) in wanted:
            yield Omission(place, place + 1, group(word))


def _conditions(view: View) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of each opening of a condition in the source."""
    starts = {w.start: i for i, w in enumerate(view.source_words)}
    for match in CONDITION.finditer(view.source.text):
        first = starts.get(match.start())
        if first is not None:
            yield first, first + len(match.group().split())


def omission_traits(ground: Ground, left_out: Omission) -> list[float] | None:
    """What is known of the words around; None where nothing near was taken over."""
    view = ground.view
    comes = _comes(view)
    left = _nearest(view, comes, left_out.first - 1, -1)
    right = _nearest(view, comes, left_out.last, 1)
    if left is None and right is None:
        return None
    near = [comes[p] for p in (left, right) if p is not None]
    low, high = max(0, min(near) - 4), max(near) + 5
    own, source = view.words[low:high], view.source_words
    phrase = _phrase(view, left_out.last)
    word = source[left_out.first]
    around = source[max(0, left_out.first - 8) : left_out.last + 9]
    clause = next(c for c in view.clauses if c.first <= near[-1] < c.last)
    verb = view.words[clause.verb].low if clause.verb >= 0 else ""
    after = source[left_out.last] if left_out.last < len(source) else word
    return [
        left_out.group, left_out.last - left_out.first,
        left_out.first - left if left is not None else FAR,
        right - left_out.last + 1 if right is not None else FAR,
        near[-1] - near[0] if len(near) == 2 else FAR,
        sum(group(w) == group(word) for w in own), sum(denies(w) for w in own),
        sum(group(w) in (1, 2) for w in own), _weak_in(own), sum(w.low == word.low for w in own),
        sum(w.low == word.low for w in view.words), sum(w.low == word.low for w in around) - 1,
        sum(denies(w) for w in around), _taken(view, comes, left_out.first),
        _gap(view, comes, left_out.first, -1), _gap(view, comes, left_out.last, 1),
        len(phrase), _held(view, phrase), idle(source, left_out.first), after.mark,
        left_out.first > 0 and source[left_out.first - 1].mark, verb in _TURNED,
        bool(CONDITION.search(view.text)), _max_share(ground, left_out.first), after.content,
        len(view.words), bool(left is not None) + 2 * bool(right is not None),
        float(_which(word)), _run(view, comes, left_out), *_answered(ground, left_out, near[-1]),
    ]  # fmt: skip


def _answered(ground: Ground, left_out: Omission, index: int) -> list[float]:
    """What may stand in the condensation for what was left out: denials, opposites, other limits."""
    view, place = ground.view, left_out.first
    sentence = view.aligned.source.sentence
    here = [p for p in range(len(sentence)) if sentence[p] == sentence[place]]
    stems = {view.source_words[p].stem for p in here}
    clause = ground.clause_of[index]
    claim = [w for w, c in zip(view.words, ground.clause_of, strict=True) if c == clause]
    turned = sum(
        any(o in stems for o in opposites()[w.stem]) for w in claim if w.stem in opposites()
        and w.stem not in stems
    )  # fmt: skip
    strange = sum(w.content and w.stem not in view.stems for w in claim)
    return [
        ground.denials[sentence[place]], ground.own_denials[clause],
        ground.denials[sentence[place]] - ground.own_denials[clause], turned, strange,
        sum(w.low in _LIMITS for w in claim), closed().get(view.source_words[place].low, 0),
        sum(w.low.startswith(("un", "in", "im", "dis")) and w.stem not in stems for w in claim),
    ]  # fmt: skip


_LIMITS = frozenset({
    "if", "unless", "when", "until", "once", "provided", "subject", "accordance", "line", "basis",
    "based", "where", "only",
})  # fmt: skip


def _comes(view: View) -> dict[int, int]:
    """The word of the condensation that stands for each content word of the source."""
    return {p: i for i, p in enumerate(view.aligned.place) if p >= 0 and view.words[i].content}


def _nearest(view: View, comes: dict[int, int], start: int, step: int) -> int | None:
    """The next word taken over in one direction, in the sentence."""
    sentence, place = view.aligned.source.sentence, start
    while 0 <= place < len(sentence) and abs(place - start) < _WINDOW:
        if sentence[place] != sentence[start]:
            return None
        if place in comes:
            return place
        place += step
    return None


def _gap(view: View, comes: dict[int, int], start: int, step: int) -> float:
    """How many content words were left out between here and the next one taken over."""
    place = start - (step < 0)
    count, sentence = 0, view.aligned.source.sentence
    while 0 <= place < len(sentence) and place not in comes and count < 6:
        count += view.source_words[place].content
        place += step
    return count


def _run(view: View, comes: dict[int, int], left_out: Omission) -> float:
    """How many content words next to the omission on both sides were taken over in order."""
    total = 0
    for order in (range(left_out.first - 1, -1, -1), range(left_out.last, len(view.source_words))):
        for place in order:
            if view.source_words[place].content:
                if place not in comes:
                    break
                total += 1
            if total >= 8:
                break
    return total


def _phrase(view: View, start: int) -> list[int]:
    """The content words from ``start`` to the next mark, ten words at most."""
    found = []
    for place in range(start, min(len(view.source_words), start + 10)):
        if view.source_words[place].mark:
            break
        if view.source_words[place].content:
            found.append(place)
    return found


def _held(view: View, phrase: list[int]) -> float:
    """The share of a phrase's words that the condensation has."""
    stems = {w.stem for w in view.words}
    held = [p for p in phrase if view.source_words[p].stem in stems]
    return len(held) / len(phrase) if phrase else -1.0


def _taken(view: View, comes: dict[int, int], place: int) -> float:
    """The share of the sentence's content words that were taken over."""
    sentence = view.aligned.source.sentence
    own = [
        p for p, s in enumerate(sentence) if s == sentence[place] and view.source_words[p].content
    ]
    return sum(p in comes for p in own) / len(own) if own else 0.0


def _max_share(ground: Ground, place: int) -> float:
    """The largest share that the sentence has in a claim."""
    sentence = ground.view.aligned.source.sentence[place]
    shares = [c.get(sentence, 0) / sum(c.values()) for c in ground.support if c]
    return max(shares, default=0.0)


def _weak_in(own: tuple[Word, ...]) -> int:
    table = load("negation")
    openings = (*table["deny_like"], *table["deny_weakly"])
    return sum(w.low.startswith(openings) for w in own)


def _which(word: Word) -> int:
    """A number for the word itself, among those that deny; else 0."""
    ordered = sorted(word_set("negation", "deny"))
    return ordered.index(word.low) + 1 if word.low in ordered else 0
