"""What is known of a party in its slot: whether the source has it, or another one, there.

The numbers found here are what the trained trees of ``learned.py`` decide on.
"""

from __future__ import annotations

from summarize.lexicon import word_set
from summarize.verify.actor import Party
from summarize.verify.ground import (
    ARTICLES,
    FAR,
    MOST,
    PRONOUNS,
    Ground,
    Places,
    best_fit,
    context,
    likest,
)
from summarize.verify.shape import shape_traits
from summarize.verify.view import View
from summarize.words import Word, fold


def party_traits(ground: Ground, party: Party) -> list[float]:
    """What is known of a party of the condensation in its slot."""
    view, first, last = ground.view, party.first, party.last
    words, source = view.words, view.source_words
    same = [t for t in ground.parties if t.keys & party.keys]
    others = [t for t in ground.parties if not t.keys & party.keys]
    taken = frozenset().union(*(o.keys for o in ground.own if o is not party))
    free = [t for t in others if not t.keys & taken]
    anchors = ground.anchors(first, last)
    mine = best_fit(view, first, last, [(t.first, t.last) for t in same])
    theirs = best_fit(view, first, last, [(t.first, t.last) for t in others])
    loose = best_fit(view, first, last, [(t.first, t.last) for t in free])
    window = ground.between(anchors)
    inside = {source[p].low for p in window}
    before = words[first - 1] if first else words[first]
    after = words[last] if last < len(words) else words[last - 1]
    text = view.text[words[first].start : words[last - 1].end]
    side = {w.stem for w in words[first:last]} & view.side
    sentences = ground.support[ground.clause_of[first]]
    home = {view.aligned.source.sentence[t.first] for t in same}
    total = sum(sentences.values())
    return [
        len(same), mine.words, mine.content, mine.both, theirs.words, theirs.content, theirs.both,
        loose.words, loose.content, loose.both,
        anchors.left, anchors.right, ground.apart(anchors.left_place, anchors.right_place),
        min((abs(ground.apart(anchors.left_place, t.first)) for t in same), default=FAR),
        min((abs(ground.apart(t.last - 1, anchors.right_place)) for t in same), default=FAR),
        min((abs(ground.apart(anchors.left_place, t.first)) for t in free), default=FAR),
        min((abs(ground.apart(t.last - 1, anchors.right_place)) for t in free), default=FAR),
        (before.stem, words[first].stem) in ground.pairs,
        (words[last - 1].stem, after.stem) in ground.pairs,
        (before.stem, after.stem) in ground.pairs,
        text in view.source.text, bool(side), bool(inside & PRONOUNS),
        sum(t.first in window for t in free), sum(t.first in window for t in same),
        sum(o.keys == party.keys for o in ground.own), len(party.keys), last - first,
        words[first].upper, any(k.startswith("#") for k in party.keys), text.isupper(),
        max((sentences.get(s, 0) for s in home), default=0) / total if total else -1.0,
        float(context(before)), float(context(after)), before.content, after.content,
        _article(words, first) == any(_article(source, t.first) for t in same),
        _article(words, first), _owns(words, last) == any(_owns(source, t.last) for t in same),
        _owns(words, last), _article(words, first) == any(_article(source, t.first) for t in free),
        any(fold(text) == fold(_text(view, t)) for t in same),
        max((t.last - t.first for t in same), default=0) - (last - first),
        first - next(c.verb for c in view.clauses if c.first <= first < c.last),
        bool(inside & {"by", "against", "from"}),
        *likest(view, first, last, _spans(same), _spans(free)),
        _sentences_shared(ground, party, same), _sentences_shared(ground, party, free),
        *_beside(ground, party, free),
        *shape_traits(ground, party),
    ]  # fmt: skip


def _beside(ground: Ground, party: Party, free: list[Party]) -> list[float]:
    """What stands beside a party, articles passed over: as in the source, a title, a capital; and
    of which sort the other parties are that stand there in the source.
    """
    view, words = ground.view, ground.view.words
    first, last = _bare(words, party.first - 1, -1), _bare(words, party.last, 1)
    left, right = words[first] if first >= 0 else None, words[last] if last < len(words) else None
    window = ground.between(ground.anchors(party.first, party.last))
    there = [t for t in free if t.first in window]
    one, two = words[party.first], words[party.last - 1]
    pairs, mine = ground.bare_pairs, sort(view.words, party)
    return [
        left is not None and (left.stem, one.stem) in pairs,
        right is not None and (two.stem, right.stem) in pairs,
        left is not None and any((left.stem, view.source_words[t.first].stem) in pairs for t in free),
        right is not None and any((view.source_words[t.last - 1].stem, right.stem) in pairs for t in free),
        left is not None and left.low in word_set("names", "titles"),
        left is not None and left.upper, right is not None and right.upper,
        mine, max((sort(view.source_words, t) == mine for t in there), default=False), len(there),
        sum(sort(view.source_words, t) == mine for t in free), len(free),
        sum(t.keys & t2.keys != frozenset() for t in there for t2 in ground.parties),
        float(context(left)) if left else -1.0, float(context(right)) if right else -1.0,
        two.low.endswith("s") and not two.upper, sum(t.first in ground.kept for t in there),
    ]  # fmt: skip


def _bare(words: tuple[Word, ...], at: int, step: int) -> int:
    while 0 <= at < len(words) and words[at].low in ARTICLES:
        at += step
    return at


def sort(words: tuple[Word, ...], party: Party) -> int:
    """1 for a country, 2 for an acronym, 3 for one word with a capital, 4 for several, 5 for a
    common noun.
    """
    first = words[party.first]
    if any(k.startswith("#") for k in party.keys) and party.last - party.first <= 2:
        return 1
    if not first.upper:
        return 5
    if party.last - party.first > 1:
        return 4
    return 2 if sum(c.isupper() for c in first.text) >= 2 else 3


def _spans(parties: list[Party]) -> Places:
    return [(p.first, p.last) for p in parties[:MOST]]


def _sentences_shared(ground: Ground, party: Party, others: list[Party]) -> int:
    """How many of ``others`` stand in a sentence that the claim of ``party`` comes from."""
    home, sentence = (
        ground.support[ground.clause_of[party.first]],
        ground.view.aligned.source.sentence,
    )
    return sum(sentence[o.first] in home for o in others)


def _text(view: View, party: Party) -> str:
    source = view.source_words
    return view.source.text[source[party.first].start : source[party.last - 1].end]


def _article(words: tuple[Word, ...], first: int) -> bool:
    return first > 0 and words[first - 1].low == "the"


def _owns(words: tuple[Word, ...], last: int) -> bool:
    """Whether the word before ``last`` has a possessive ending."""
    return words[last - 1].text.endswith(("'s", "’s", "s'", "s’"))
