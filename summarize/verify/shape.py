"""Shape: the article, the ending and the use of a party's words, here and in the source.

A name put in another's place often keeps what stood around that one: "the Elbonia's", "Elbonian's
policies", "agreed that Council would". The numbers found here are among what the trained trees of
``learned.py`` decide on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarize.facts.names import country
from summarize.lexicon import load, word_set
from summarize.verify.actor import Party
from summarize.verify.ground import ARTICLES, MOST, PRONOUNS, Ground
from summarize.verify.view import View
from summarize.words import Word

_POSSESSIVE = ("'s", "’s", "s'", "s’")
_ADJECTIVE = ("an", "ese", "ish", "i", "ic", "ch", "ern")
_OWNED = 3
"""Words before what is owned within which its owner stands."""


def shape_traits(ground: Ground, party: Party) -> list[float]:
    """How the words of ``party`` stand here, and as what share of the same words in the source."""
    view = ground.view
    words, source = view.words, view.source_words
    same = _same_words(ground, party)[:MOST]
    last = party.last - 1
    followed = _modifies(words, last)
    return [
        _ill_formed(view, words[last]), float(_owns(words[last])), float(is_adjective(words[last])),
        float(followed), _share(_modifies(source, p) for _, p in same),
        float(_article(words, party.first)), _share(_article(source, p) for p, _ in same),
        float(_bare(words, party.first)), _share(_bare(source, p) for p, _ in same),
        len(same), _again(ground, party), _owner(ground, party), _number(words, party.last),
        _share(_number(source, p + 1) == _number(words, party.last) for _, p in same),
        float(_titled(words, party.first)), _share(_titled(source, p) for p, _ in same),
    ]  # fmt: skip


def _same_words(ground: Ground, party: Party) -> list[tuple[int, int]]:
    """The first and last words of each place of the source that has the party's words."""
    view = ground.view
    stems = [w.stem for w in view.words[party.first : party.last]]
    places = view.aligned.source.places.get(stems[-1], ())
    size, source = len(stems), view.source_words
    return [
        (p - size + 1, p)
        for p in places
        if p + 1 >= size and [w.stem for w in source[p - size + 1 : p + 1]] == stems
    ]


def _share(values: Iterable[bool]) -> float:
    """The share of true values; -1 of none."""
    found = list(values)
    return sum(found) / len(found) if found else -1.0


def _ill_formed(view: View, word: Word) -> float:
    """1 for an apostrophe alone behind a word without s, 2 for "s's", else 0."""
    after = view.text[word.end : word.end + 2]
    if after[:1] in ("'", "’") and not after[1:].isalpha():
        return 0.0 if word.low.endswith("s") else 1.0
    return 2.0 if word.low.endswith(("s's", "s’s")) else 0.0


def _owns(word: Word) -> bool:
    return word.text.endswith(_POSSESSIVE)


@lru_cache(maxsize=4096)
def _adjective(low: str) -> bool:
    code = country(low)
    if code is not None:
        return low != load("demonyms")[code][0].lower() and low.endswith(_ADJECTIVE)
    return low in load("names")["regions"] and low.endswith(_ADJECTIVE)


def is_adjective(word: Word) -> bool:
    """Whether a word is a country's or a region's adjective ("Elbonian")."""
    return _adjective(word.low.removesuffix("'s").removesuffix("’s"))


def _modifies(words: Sequence[Word], last: int) -> bool:
    """Whether a word stands before another noun or adjective of its phrase."""
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.content and not _owns(words[last])


def _article(words: Sequence[Word], first: int) -> bool:
    return first > 0 and words[first - 1].low in ARTICLES


def _bare(words: Sequence[Word], first: int) -> bool:
    """Whether neither an article nor an adjective or name stands before a word."""
    before = words[first - 1] if first > 0 else None
    if before is None or before.mark:
        return True
    return not (
        before.content or before.low in ARTICLES | PRONOUNS or before.text.endswith(_POSSESSIVE)
    )


def _again(ground: Ground, party: Party) -> int:
    """How often the party stands once more in its claim."""
    clause = ground.clause_of[party.first]
    return sum(
        o.keys == party.keys and o is not party and ground.clause_of[o.first] == clause
        for o in ground.own
    )


def _owner(ground: Ground, party: Party) -> float:
    """What the source has before the word that follows a possessor: 1 a pronoun of the first person,
    2 another pronoun, 3 the same party, 4 something else with a possessive ending; 0 nothing, -1 where
    the party owns nothing or the word is not the source's.
    """
    view, after = ground.view, party.last
    if after >= len(view.words) or not _owns(view.words[after - 1]):
        return -1.0
    place = view.aligned.place[after]
    if place < 0:
        return -1.0
    before = view.source_words[max(0, place - _OWNED) : place]
    keys = {w.stem for w in view.words[party.first : after] if w.content}
    if any(w.stem in keys for w in before):
        return 3.0
    if any(w.low in ("our", "my", "we", "i") for w in before):
        return 1.0
    if any(w.low in PRONOUNS for w in before):
        return 2.0
    return 4.0 if any(_owns(w) for w in before) else 0.0


def _number(words: Sequence[Word], at: int) -> float:
    """1 where a verb for one follows, 2 where one for many does, else 0."""
    low = words[at].low if at < len(words) else ""
    if low in ("is", "was", "has", "does"):
        return 1.0
    return 2.0 if low in ("are", "were", "have", "do") else 0.0


def _titled(words: Sequence[Word], first: int) -> bool:
    return (
        first > 0 and words[first - 1].upper and words[first - 1].low in word_set("names", "titles")
    )
