"""Actors: who does what to whom, and who is asked, stays as in the source."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.facts.names import Name, country, names
from summarize.lexicon import load
from summarize.records import Finding
from summarize.verify.name import acronyms
from summarize.verify.place import Fit, fit
from summarize.verify.view import View, finding
from summarize.words import Word, fold

# Common nouns that act in statements, besides names.
_AGENTS = {
    "parties", "states", "countries", "government", "governments", "authorities", "council",
    "assembly", "community", "members", "secretariat", "donors", "partners", "forces", "groups",
    "leaders", "regime", "opposition", "troops", "rebels", "organization", "organizations",
    "committee",
    "powers", "people", "peoples", "women", "children", "civilians", "refugees", "army", "police",
    "neighbours", "colleagues", "allies", "commanders", "officials", "settlers", "militias",
    "parliament", "court", "president", "minister", "commission", "agencies", "delegation",
}  # fmt: skip


_BESIDE = 2
# How many more words must agree around the other party: on both sides, or on one alone.
_CLEAR, _ONE_SIDED = 3, 5
# How many more words must agree when two parties are taken the other way round.
_CROSSED = 2
_MOST = 8
# Words of the names of the United Nations, which statements use for each other.
_WORLD = {"un", "organization", "nations"}
_DETERMINERS = {"the", "a", "an", "all", "its", "our", "their", "both", "each", "every"}


@dataclass(frozen=True)
class Party:
    """One who acts or is acted on: a stretch of words (last exclusive), and what names it."""

    first: int
    last: int
    keys: frozenset[str]


def check(view: View) -> Iterator[Finding]:
    """A blocking ``actor`` where another of the source's parties stands among the same words."""
    theirs = source_parties(view)
    for party in own_parties(view):
        place = _other(view, party, theirs)
        if place is not None:
            yield _message(view, party, place)


def check_exchanged(view: View) -> Iterator[Finding]:
    """A blocking ``actor`` for parties that change places, and for one acted on made to act."""
    theirs = source_parties(view)
    yield from _exchanged(view, theirs)
    yield from _made_to_act(view, theirs)


def _message(view: View, party: Party, place: Party) -> Finding:
    words = view.words[party.first : party.last]
    text = view.text[words[0].start : words[-1].end]
    there = view.source_words[place.first : place.last]
    named = view.source.text[there[0].start : there[-1].end]
    message = f"The source has “{named}” where the condensation has “{text}”."
    span = (there[0].start, there[-1].end)
    return finding("actor", message, (words[0].start, words[-1].end), span)


@lru_cache(maxsize=4)
def own_parties(view: View) -> list[Party]:
    found = []
    for name in view.names:
        first, last = view.index_at(name.start), view.index_at(name.end)
        if name.start and first not in view.reporting:
            found.append(Party(first, last, _keys(name)))
    for i, w in enumerate(view.words):
        if w.low in _AGENTS and not w.upper and not view.quoted(w.start, w.end):
            found.append(Party(i, i + 1, frozenset({w.stem})))
    return found


def _keys(name: Name) -> frozenset[str]:
    stems = {w.stem for w in name.words if w.upper and w.content}
    codes = {f"#{c}" for w in name.words if (c := country(w.low))}
    regions: dict[str, str] = load("names")["regions"]
    codes |= {f"#{r}" for w in name.words if (r := regions.get(w.low))}
    whole = country(" ".join(w.low for w in name.words))
    if _WORLD & {w.low for w in name.words} and len(name.words) <= 2:
        codes.add("#UN")
    return frozenset(stems | codes | ({f"#{whole}"} if whole else set()))


@lru_cache(maxsize=4)
def source_parties(view: View) -> list[Party]:
    starts = {w.start: i for i, w in enumerate(view.source_words)}
    ends = {w.end: i + 1 for i, w in enumerate(view.source_words)}
    table = {fold(s): fold(long) for s, long in acronyms(view.source.text).items()}
    found = []
    for name in names(view.source.text):
        if name.start in starts and name.end in ends:
            keys = _keys(name)
            for short, long in table.items():
                text = fold(view.source.text[name.start : name.end])
                if short in text.split() or text in long or long in text:
                    keys |= {short, *(w.stem for w in name.words if w.content)}
            found.append(Party(starts[name.start], ends[name.end], keys))
    for i, w in enumerate(view.source_words):
        if w.low in _AGENTS and not w.upper:
            found.append(Party(i, i + 1, frozenset({w.stem})))
    return found


def _other(view: View, party: Party, theirs: list[Party]) -> Party | None:
    """A party of the source that fits the words around ``party`` better than itself does."""
    same = [t for t in theirs if t.keys & party.keys or _within(view, party, t)]
    if not same:
        return None
    own = max(_fit(view, party, t).words for t in same)
    others = [t for t in theirs if t not in same and not any(_beside(view, t, o) for o in same)]
    fits = [(_fit(view, party, t), t) for t in others]
    best = max(fits, key=lambda f: (f[0].words, f[0].content), default=(Fit(0, 0), party))
    least = _CLEAR if best[0].both else _ONE_SIDED
    clear = best[0].words >= own + least and best[0].content >= 1
    return best[1] if clear and not coreferent(view, party, best[1]) else None


def _beside(view: View, one: Party, other: Party) -> bool:
    """Whether two parties stand together in one sentence ("the members of the Council")."""
    sentence = view.aligned.source.sentence
    near = min(abs(one.first - other.last), abs(other.first - one.last)) <= _BESIDE
    return near and sentence[one.first] == sentence[other.first]


def _within(view: View, party: Party, other: Party) -> bool:
    """Whether a common noun stands inside the other party's words ("member States")."""
    stems = {w.stem for w in view.source_words[max(0, other.first - 1) : other.last + 1]}
    return any(w.stem in stems for w in view.words[party.first : party.last] if w.content)


def _fit(view: View, party: Party, other: Party) -> Fit:
    """How the words around agree; that both open a sentence or claim counts as one more."""
    found = fit(view, party.first, party.last, other.first, other.last)
    if opens_claim(view, party) and _opens_sentence(view, other) and found.words:
        return Fit(found.words + 1, found.content, both=True)
    return found


def opens_claim(view: View, party: Party) -> bool:
    """Whether a party is what a claim begins with ("Said that the Council …")."""
    before = list(range(max(0, party.first - 3), party.first))
    while before and view.words[before[-1]].low in _DETERMINERS:
        before.pop()
    last = before[-1] if before else -1
    return last >= 0 and (last in view.reporting or view.words[last].low == "that")


def _opens_sentence(view: View, party: Party) -> bool:
    """Whether a party is what a sentence or its main clause begins with."""
    place, words = party.first - 1, view.source_words
    while place >= 0 and words[place].low in _DETERMINERS:
        place -= 1
    return place < 0 or words[place].mark or words[place].low in ("that", "and", "but")


def _exchanged(view: View, theirs: list[Party]) -> Iterator[Finding]:
    """Two parties of one claim, each among the words that the source has around the other."""
    own = sorted(own_parties(view), key=lambda p: p.first)
    for one, two in itertools.combinations(own[:_MOST], 2):
        if one.keys & two.keys or _listed(view, one, two) or not _one_claim(view, one, two):
            continue
        first = [t for t in theirs if t.keys & one.keys]
        second = [t for t in theirs if t.keys & two.keys]
        straight = _best(view, one, first) + _best(view, two, second)
        crossed = _best(view, one, second), _best(view, two, first)
        if min(crossed) >= 1 and sum(crossed) >= straight + _CROSSED:
            yield _message(view, one, max(second, key=lambda t: _fit(view, one, t).words))


def _made_to_act(view: View, theirs: list[Party]) -> Iterator[Finding]:
    """A party by which something is done, that the source has only as whom it is done to."""
    for party in own_parties(view):
        at = _before(view.words, party.first)
        same = [t for t in theirs if t.keys & party.keys]
        if at < 1 or view.words[at].low != "by" or not same:
            continue
        heads = {view.words[i].stem for i in range(max(0, at - 3), at)}
        if all(_acted_on(view, t, heads) for t in same):
            yield _message(view, party, same[0])


def _acted_on(view: View, party: Party, heads: set[str]) -> bool:
    """Whether a party stands after a preposition, and not as maker of what is in ``heads``."""
    at = _before(view.source_words, party.first)
    if at < 1 or view.source_words[at].low not in ("of", "on", "against", "to", "at"):
        return False
    return view.source_words[at - 1].stem not in heads


def _before(words: Sequence[Word], first: int) -> int:
    """The word before a party and its article."""
    at = first - 1
    while at >= 0 and words[at].low in _DETERMINERS:
        at -= 1
    return at


def _best(view: View, party: Party, places: list[Party]) -> int:
    return max((_fit(view, party, t).words for t in places), default=0)


def _one_claim(view: View, one: Party, two: Party) -> bool:
    return any(c.first <= one.first and two.last <= c.last for c in view.clauses)


def _listed(view: View, one: Party, two: Party) -> bool:
    """Whether nothing but "and" or a comma stands between two parties."""
    between = view.words[one.last : two.first]
    return all(w.mark or w.low in ("and", "or", "the", "of", "with", "in") for w in between)


def coreferent(view: View, party: Party, other: Party) -> bool:
    """Whether the other party may stand for the same: "the Organization" for a body named."""
    general = {"organization", "council", "assembly", "mission", "court", "treaty", "agreement",
               "government", "country", "countries", "committee", "state", "states", "party",
               "parties", "union", "commission", "convention", "principality", "kingdom", "republic",
               "federation", "delegation", "leaders", "members"}  # fmt: skip
    text = view.text[view.words[party.first].start : view.words[party.last - 1].end]
    after = view.source.text[view.source_words[other.first].start :][:120]
    if f"({text})" in after:
        return True
    sentence = view.aligned.source.sentence
    here = [t for t in source_parties(view) if t.keys & party.keys]
    if any(sentence[t.first] == sentence[other.first] for t in here):
        return False
    low = {w.low for w in view.source_words[other.first : other.last]}
    return other.last - other.first == 1 and bool(low & general)
