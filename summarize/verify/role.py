"""Roles: the party before a verb, after "by" or another preposition, and before what it owns.

Where the source has another party in the same role beside the same word, and the party of the
condensation does not stand near that word, something is said of the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.lexicon import word_set
from summarize.records import Finding
from summarize.verify.actor import Party, coreferent, own_parties, source_parties
from summarize.verify.view import View, finding
from summarize.words import Word

_ARTICLES = {"the", "a", "an", "its", "their", "our", "all", "both", "each"}
# So many first letters shared make two names akin ("Africa", "African").
_KIN = 5
# How far before a verb its subject may stand.
_SUBJECT = 8
# How far before and after a word the party itself must not stand: before a verb, after "by", and
# beside another preposition or what is owned ("the work of the Envoy, Ms. Varga").
_BY_VERB, _BY_AGENT, _BESIDE = (25, 1), (0, 8), (3, 14)


def check(view: View) -> Iterator[Finding]:
    """A blocking ``actor`` where another party of the source has a party's role."""
    theirs = _whole(view.source_words, source_parties(view))
    for party in _whole(view.words, own_parties(view)):
        if view.counted & set(range(party.first, party.last)):
            continue
        other = (
            _other_subject(view, party, theirs)
            or _other_object(view, party, theirs)
            or _other_owner(view, party, theirs)
        )
        if other is not None and not _may_be(view, party, other):
            yield _message(view, party, other)


def _whole(words: Sequence[Word], parties: list[Party]) -> list[Party]:
    """``parties`` in order, a name and the common noun right after it as one."""
    found: list[Party] = []
    for party in sorted(parties, key=lambda p: (p.first, -p.last)):
        if found and party.first < found[-1].last:
            continue
        if found and party.first == found[-1].last and not words[party.first].upper:
            before = found.pop()
            party = Party(before.first, party.last, before.keys | party.keys)
        found.append(party)
    return found


def _same(view: View, party: Party, other: Party) -> bool:
    """Whether two parties share a name, a country or a content word."""
    own = {w.stem for w in view.words[party.first : party.last] if w.content}
    theirs = {w.stem for w in view.source_words[other.first : other.last] if w.content}
    kin = any(a[:_KIN] == b[:_KIN] for a in own for b in theirs if min(len(a), len(b)) >= _KIN)
    return bool(party.keys & other.keys) or kin or bool(own & theirs)


def _may_be(view: View, party: Party, other: Party) -> bool:
    """Whether the other party may be a common noun or an acronym for this one, or the reverse."""
    own = {w.stem for w in view.words[party.first : party.last] if w.content}
    short = [
        _acronym(view.words[party.first : party.last]),
        _acronym(view.source_words[other.first : other.last]),
    ]
    return bool(own & view.side) or any(short) or coreferent(view, party, other)


def _acronym(words: Sequence[Word]) -> bool:
    return len(words) == 1 and sum(c.isupper() for c in words[0].text) >= 2


def _stands_near(
    view: View, party: Party, theirs: list[Party], place: int, reach: tuple[int, int]
) -> bool:
    """Whether the party itself stands in the sentence of ``place``, within ``reach`` of it."""
    sentence = view.aligned.source.sentence
    return any(
        sentence[t.first] == sentence[place]
        and place - reach[0] <= t.first <= place + reach[1]
        and _same(view, party, t)
        for t in theirs
    )


def _other_subject(view: View, party: Party, theirs: list[Party]) -> Party | None:
    """Another party before the verb that follows ``party``."""
    verb = _verb_after(view, party)
    place = view.aligned.place[verb] if verb is not None else -1
    if place < 0 or _stands_near(view, party, theirs, place, _BY_VERB):
        return None
    other = _before(view, place, theirs)
    if other is None:
        return None
    after = view.source_words[other.last].low if other.last < len(view.source_words) else ""
    return other if other.last == place or after in word_set("slots", "auxiliaries") else None


def _verb_after(view: View, party: Party) -> int | None:
    """The first content word after a party and an auxiliary."""
    words, at = view.words, party.last
    if at >= len(words) or words[at].low not in word_set("slots", "auxiliaries"):
        return None
    for index in range(at + 1, min(at + 4, len(words))):
        if words[index].mark:
            return None
        if words[index].content:
            return index
    return None


def _before(view: View, place: int, theirs: list[Party]) -> Party | None:
    """The nearest party before ``place``; None where a pronoun or a mark comes first."""
    words, sentence = view.source_words, view.aligned.source.sentence
    ends = {t.last: t for t in theirs}
    for at in range(place, max(0, place - _SUBJECT), -1):
        if at in ends:
            return ends[at]
        word = words[at - 1]
        if word.mark or sentence[at - 1] != sentence[place] or word.low in _pronouns():
            return None
    return None


def _pronouns() -> frozenset[str]:
    return word_set("slots", "pronouns")


def _other_object(view: View, party: Party, theirs: list[Party]) -> Party | None:
    """Another party after the same word and the same preposition."""
    words = view.words
    at = _without_articles(words, party.first)
    if (
        at < 1
        or words[at].low not in word_set("slots", "prepositions")
        or not words[at - 1].content
    ):
        return None
    place = view.aligned.place[at - 1]
    reach = _BY_AGENT if words[at].low == "by" else _BESIDE
    if place < 0 or at - 1 in view.reporting or _stands_near(view, party, theirs, place, reach):
        return None
    return _after(view, place, words[at].low, theirs)


def _without_articles(words: Sequence[Word], first: int) -> int:
    at = first - 1
    while at >= 0 and words[at].low in _ARTICLES:
        at -= 1
    return at


def _after(view: View, place: int, preposition: str, theirs: list[Party]) -> Party | None:
    """The party after ``preposition`` right after the word at ``place``."""
    words, at = view.source_words, place + 1
    if at >= len(words) or words[at].low != preposition:
        return None
    at += 1
    while at < len(words) and words[at].low in _ARTICLES:
        at += 1
    return next((t for t in theirs if t.first == at), None)


def _other_owner(view: View, party: Party, theirs: list[Party]) -> Party | None:
    """Another party to which the source gives what ``party`` owns ("Israel's policies")."""
    words = view.words
    owns = words[party.last - 1].text.endswith(("'s", "’s", "s'", "s’"))
    if not owns or party.last >= len(words) or not words[party.last].content:
        return None
    place = view.aligned.place[party.last]
    if place < 0 or _stands_near(view, party, theirs, place, _BESIDE):
        return None
    owner = next((t for t in theirs if t.last == place), None)
    return owner or _holder(view, _after(view, place, "of", theirs))


def _holder(view: View, party: Party | None) -> Party | None:
    """A party by name, not a document, that may own what "of" gives it."""
    words = view.source_words[party.first : party.last] if party else ()
    named = bool(words) and all(w.upper or not w.content for w in words)
    return party if named and not {w.low for w in words} & word_set("names", "documents") else None


def _message(view: View, party: Party, other: Party) -> Finding:
    words, there = view.words[party.first : party.last], view.source_words[other.first : other.last]
    span, source = (words[0].start, words[-1].end), (there[0].start, there[-1].end)
    text, named = view.text[slice(*span)], view.source.text[slice(*source)]
    message = f"The source says this of “{named}”, the condensation of “{text}”."
    return finding("actor", message, span, source)
