"""Call by its name what a sentence only points at, where the passage names it and nothing else.

"The Treaty" becomes "the Arms Trade Treaty", "the conference" "the Berlin conference", "the two countries" the two that the sentence before
joins by "and", "that country" the only one that it names. The words put in are the passage's own;
where two things could be meant, nothing is put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from summarize.edit.grammar import FINITE
from summarize.edit.inflect import base_of
from summarize.edit.lexicon import PERFORMATIVE
from summarize.edit.place import Mention, mentions
from summarize.edit.token import Token, Tokens, lowers
from summarize.edit.words import Word, word_set
from summarize.lexicon import load

Words = Sequence[Word]
_BACK = 2
"""How many sentences back an antecedent is looked for."""
_HEADS = word_set(
    "treaty convention agreement commission committee framework summit conference court tribunal "
    "fund protocol programme initiative plan declaration statute forum agency panel pact accord "
    "accords centre alliance mechanism authority group mission force covenant compact strategy "
    "agenda code round"
)
_PAIRS = word_set("countries states nations")
_JOINING = word_set("of on for the and against in to")
_ARTICLES = word_set("the this that")
_TITLES = word_set("the this that a an our its their his her your my these those")


def named(tokens: Tokens, sentence: int, passage: Sequence[Words], own: bool) -> Tokens:
    """The tokens of ``passage[sentence]`` with names for what it points at.

    ``own``: the speaker speaks for a State, which "the country" may mean.
    """
    done: list[Token] = []
    i = 0
    while i < len(tokens):
        words, used = _name(tokens, i, sentence, passage, own)
        done += _put(words, tokens[i : i + used]) if words else tokens[i : i + used]
        i += used
    return tuple(done)


def speaking(tokens: Tokens, before: Words, names: Sequence[str]) -> Tokens:
    """The tokens with the speaker's name for an "It" that does what a speaker does ("It calls on the
    parties"), behind a sentence that begins with one of the speaker's ``names`` (lower case).
    """
    letters, said = lowers(tokens[:2]), " ".join(w.lower for w in before)
    own = next((n for n in names if n and said.startswith((f"{n} ", f"the {n} "))), "")
    if letters[:1] != ["it"] or not own or base_of(letters[-1]) not in PERFORMATIVE:
        return tokens
    name = [w for w in before[: len(own.split()) + 1] if w.lower in own.split()]
    return (*_put(name, tokens[:1]), *tokens[1:])


def _name(
    tokens: Tokens, i: int, sentence: int, passage: Sequence[Words], own: bool
) -> tuple[Words, int]:
    """The words for what stands at ``i``, and how many tokens they replace; no words for none."""
    letters = lowers(tokens[i : i + 3])
    earlier = [passage[k] for k in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1)]
    paired = letters[:2] == ["the", "two"] and letters[2:3] and letters[2] in _PAIRS
    if paired or (letters[:1] == ["both"] and letters[1:2] and letters[1] in _PAIRS):
        return _pair(tokens[:i], earlier), 3 if paired else 2
    following = tokens[i + 2].pos if i + 2 < len(tokens) else "mark"
    told = following in {"noun", "name", "relative"} or letters[2:3] in (["that"], ["with"])
    meant = letters[:2] == ["that", "country"] or (letters[:2] == ["the", "country"] and not own)
    if meant and not told:
        return _country(tokens[:i], earlier), 2
    if letters[:1] == ["the"] and letters[1:2] and letters[1] in _PLAIN and _ends(tokens, i + 2):
        run = _only_run(letters[1], earlier)
        known = {w.lower for w in run[:-1]} & set(lowers(tokens[:i]))
        return ((tokens[i].word, *run), 2) if run and not known else ((), 1)
    capital = tokens[i].word.text[:1].isupper() and tokens[i].lower in _HEADS
    if capital and i and tokens[i - 1].lower in _ARTICLES and not _goes_on(tokens, i):
        full = _full(tokens[i].word.text, passage)
        said = " ".join(w.lower for w in full) in " ".join(lowers(tokens[:i]))
        return () if said else full, 1
    return (), 1


def _put(words: Words, replaced: Tokens) -> Tokens:
    """The words as tokens: none of them is left out alone, the last stands for those replaced."""
    last = replaced[-1]
    keep = max(1.0, *(t.keep for t in replaced))
    kinds = {"and": "conjunction", "the": "determiner"}
    return tuple(
        Token(
            Word(w.text, w.glued and n > 0),
            kinds.get(w.lower, "preposition" if w.lower in _JOINING else "name"),
            keep, 0.0, last.at if n + 1 == len(words) else -1,
        )
        for n, w in enumerate(words)
    )  # fmt: skip


def _nearest(before: Tokens, earlier: Sequence[Words]) -> tuple[Words, list[Mention]]:
    """The nearest earlier sentence that names a country, and where; nothing where the sentence
    itself names one before.
    """
    if any(True for _ in mentions([t.word for t in before])):
        return (), []
    for words in earlier:
        if found := list(mentions(words)):
            return words, found
    return (), []


def _pair(before: Tokens, earlier: Sequence[Words]) -> Words:
    """ "X and Y" as the nearest sentence with a country joins two, where it names no third."""
    words, found = _nearest(before, earlier)
    pairs = [(a, b) for a, b in pairwise(found) if _joined(words, a, b)]
    two = len({code for _, _, code in found}) == 2
    return words[_start(words, pairs[0][0]) : pairs[0][1][1]] if two and pairs else ()


def _joined(words: Words, a: Mention, b: Mention) -> bool:
    """Whether two nouns stand as "X and Y"; "X, Y and Z" joins three."""
    between = [w.lower for w in words[a[1] : b[0]]]
    listed = a[0] > 0 and words[a[0] - 1].lower == ","
    return between in (["and"], ["and", "the"]) and not listed and _is_noun(words, a) and (
        _is_noun(words, b)
    )  # fmt: skip


def _country(before: Tokens, earlier: Sequence[Words]) -> Words:
    """The one country that the nearest sentence with a country names, as a noun."""
    words, found = _nearest(before, earlier)
    nouns = [m for m in found if _is_noun(words, m)]
    one = len({code for _, _, code in found}) == 1
    return words[_start(words, nouns[0]) : nouns[0][1]] if one and nouns else ()


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """The names of States, in lower case, without adjectives."""
    found: dict[str, list[str]] = load("countries")["names"]
    return frozenset(name.lower() for forms in found.values() for name in forms)


def _is_noun(words: Words, mention: Mention) -> bool:
    """Whether the mention is the State's name and no part of another ("the Sudan Force")."""
    start, end, _ = mention
    following = words[end].text if end < len(words) else ""
    name = " ".join(w.lower for w in words[start:end])
    return name in _nouns() and not following[:1].isupper()


def _start(words: Words, mention: Mention) -> int:
    """The first word of a mention, with its article ("the Sudan")."""
    start = mention[0]
    return start - 1 if start and words[start - 1].lower == "the" else start


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether the name goes on behind its head ("the Treaty on …", "the Commission President")."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    return following.lower in _JOINING - {"and", "in", "to"} or following.pos in {"name", "number"}


def _ends(tokens: Tokens, i: int) -> bool:
    """Whether nothing behind the noun that ends at ``i`` tells which it is."""
    if i >= len(tokens) or tokens[i].is_mark:
        return True
    return tokens[i].pos in FINITE or tokens[i].lower in {"and", "or", "but"}


def _only_run(noun: str, earlier: Sequence[Words]) -> Words:
    """The noun with the only name that stands before it in the sentences before ("the Berlin
    conference"); nothing where they have the noun without it, or its plural.
    """
    runs = [run for s in earlier for run in _runs(s, noun)]
    singular = noun.removesuffix("s")
    all_ = sum(w.lower.removesuffix("s") == singular for s in earlier for w in s)
    one = len({tuple(w.text for w in run) for run in runs}) == 1 and len(runs) == all_
    return runs[0] if one else ()


def _runs(words: Words, noun: str) -> Iterator[Words]:
    for i, word in enumerate(words):
        if word.lower != noun or not i:
            continue
        start = i
        while start > 1 and i - start < _LONGEST and _tells(words[start - 1], near=start == i):
            start -= 1
        run = words[start:i]
        if run and run[0].text[:1].isupper() and words[start - 1].lower in _TITLES:
            yield words[start : i + 1]


def _tells(word: Word, near: bool) -> bool:
    """Whether the word may stand in such a name; next to the noun also a small one ("the Ark oil tanker")."""
    small = near and word.text.isalpha() and word.lower not in _TITLES | _JOINING
    return word.text[:1].isupper() or small


_LONGEST = 4
_PLAIN = word_set(
    "conference tanker agreement agreements region summit accords tribunal peninsula corridor"
)


def _full(head: str, passage: Sequence[Words]) -> Words:
    """The only longer name in the passage that ends in ``head``, without its article."""
    found = {tuple(w.text for w in name): name for s in passage for name in _longer(s, head)}
    named_after = any(_extends(s, head) for s in passage)
    return next(iter(found.values())) if len(found) == 1 and not named_after else ()


def _longer(words: Words, head: str) -> Iterator[Words]:
    for i, word in enumerate(words):
        if word.text != head:
            continue
        start = i
        while start and _in_name(words, start - 1):
            start -= 1
        joined = any(w.lower == "and" for w in words[start:i])
        while joined and start > 1 and words[start - 1].text == "," and _in_name(words, start - 2):
            start -= 2  # "the Peace, Security and Cooperation Framework"
        while start < i and (words[start].lower in _JOINING | _TITLES or words[start].is_mark):
            start += 1
        if start < i:
            yield words[start : i + 1]


def _in_name(words: Words, k: int) -> bool:
    """Whether the word may be part of a name that goes on behind it."""
    word = words[k]
    opens = k == 0 and word.lower in _TITLES | _JOINING
    small = word.lower == "and" and k and words[k - 1].text[:1].isupper()
    return (word.text[:1].isupper() and not opens) or bool(small)


def _extends(words: Words, head: str) -> bool:
    """Whether the passage has a name that goes on behind the head ("Convention on the Rights …")."""
    return any(
        w.text == head
        and not (i and _in_name(words, i - 1) and words[i - 1].lower not in _TITLES)
        and i + 2 < len(words)
        and words[i + 1].lower in {"on", "of", "for", "against"}
        and any(v.text[:1].isupper() for v in words[i + 2 : i + 4])
        for i, w in enumerate(words)
    )
