"""A heading: the noun phrases of the passage whose words the network expects in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarize.edit.lexicon import INCLUSIVE_NOUNS
from summarize.edit.words import Word, text, word_set
from summarize.words import content_stems, stem

USUAL = 3.0
LINK = 0.1
_INNER = frozenset({"noun", "name", "adjective", "gerund", "participle", "number", "genitive"})
_LINKS = word_set("of and in for on the against with between")
_BARE = word_set(
    "today time times year years view part regard order way ways world number member members fact "
    "course end point issue issues first second third heart cover case rest light spirit level "
    "set series lack role roles achieved rejected context area areas"
)
_VERBS = word_set(
    "use speed reform support lift finance counter combat fight address end ban increase plan work host "
    "supply transfer process question request demand help aid challenge change control cut limit aim focus "
    "respect promise review fund arm guide shape target voice rebuild restructure halt stem"
)
"""Verbs that the tagger may take for nouns."""

GENERAL, BESIDE, APART, ABSENT, FIRSTS = 0.15, 0.15, 0.25, 0.2, 6
"""``ABSENT``: what a phrase loses whose words the condensation does not have: a sixth of the headings' words
come from elsewhere in the passage, a third without it. Chosen on the valid split with ``FIRSTS``, from how
many phrases a pair may set out.
"""
_VAGUE = word_set(
    "solution solutions region support mandate report reports group groups agenda implementation response "
    "responses programme programmes parties persons states council committee countries institutions "
    "instruments resources compliance commitment commitments zone return guidance extension vision campaign "
    "respect conference conferences mission process settlement sector regard session sessions law efforts "
    "activities steps actions situation problems challenges measures text document proposal members"
)
"""Nouns that tell nothing beside another phrase ("Elections and support")."""
_COMMON = word_set(
    "united nations security council general assembly international community member members "
    "states state world peace human rights organization charter secretary-general government "
    "country countries people peoples the of and session republic national global middle east"
)
Phrase = tuple["Marked", ...]


@dataclass(frozen=True)
class Marked:
    """A word with its class and the probability that it stands in the heading."""

    word: Word
    pos: str
    chance: float


def heading(
    sentences: Sequence[Sequence[Marked]], said: str = "", speaker: frozenset[str] = frozenset()
) -> str:
    """Two to six words in sentence case, or "" where no noun phrase is found.

    ``said`` is the condensation that the heading stands over; ``speaker`` are the words of the speaker's
    name, which tells nothing beside another phrase ("floods and Elbonia") but where they are.

    The phrase, or the pair of phrases, with the highest expected F1 against a heading of the usual length,
    less for what the condensation does not say; a pair is joined by "and" (two things the passage itself brings
    together); a word's chance is its best in the passage.
    """
    chances = _by_word(sentences)
    by_sentence = [list(phrases(_levelled(words, chances))) for words in sentences]
    found = [phrase for own in by_sentence for phrase in own]
    if not found:
        return ""
    there = content_stems(said)
    others = [phrase for phrase in found if not _lowers((phrase,)) <= speaker]

    def worth(chosen: tuple[Phrase, ...]) -> tuple[float, int]:
        missing = sum(_absent(p, there) for p in chosen) / len(chosen)
        value = _expected(chosen) - ABSENT * missing - GENERAL * _general(chosen[0])
        # two phrases are worth the same in either order: the likelier one is to come first
        return round(value, 6), -sum(map(len, chosen))

    ranked = sorted(dict.fromkeys(others or found), key=lambda p: worth((p,)), reverse=True)
    firsts = ranked[:FIRSTS]
    pairs = _pairs(firsts, by_sentence, sentences, speaker)
    chosen = max([*((first,) for first in firsts), *pairs], key=worth)
    return _cased(chosen, "in" if len(chosen) > 1 and _is_place(chosen, sentences) else "and")


def _pairs(
    firsts: Sequence[Phrase],
    by_sentence: Sequence[Sequence[Phrase]],
    sentences: Sequence[Sequence[Marked]],
    speaker: frozenset[str],
) -> list[tuple[Phrase, Phrase]]:
    """Each of ``firsts`` with each phrase that may stand beside it; not what one phrase says whole."""
    wholes = [_lowers((phrase,)) for own in by_sentence for phrase in own]
    return [
        (first, p)
        for first in firsts
        for own in by_sentence
        for bar in [BESIDE if _named(first, own) else APART]
        for p in own
        if _joins(first, p)
        and _surest(p) >= bar
        and not (len(first) > 1 and _general(p))
        and not any(len(one) == 1 and one[0].word.lower in _VAGUE for one in (first, p))
        and (not _lowers((p,)) <= speaker or _is_place((first, p), sentences))
        and not any(_lowers((first, p)) <= whole for whole in wholes)
    ]


def _lowers(pair: tuple[Phrase, ...]) -> frozenset[str]:
    return frozenset(m.word.lower for phrase in pair for m in phrase)


def _absent(phrase: Phrase, there: frozenset[str]) -> float:
    """The share of a phrase's words that are not ``there``."""
    own = [stem(m.word.lower) for m in phrase if m.word.lower not in _LINKS]
    return sum(one not in there for one in own) / max(1, len(own)) if there else 0.0


def _is_place(chosen: Sequence[Phrase], sentences: Sequence[Sequence[Marked]]) -> bool:
    """Whether the second phrase is a name that the passage has behind "in" ("floods in Elbonia"), in a
    sentence with the head of the first.
    """
    first, place = chosen
    if len(place) > 2 or any(m.pos != "name" for m in place) or all(m.pos == "name" for m in first):
        return False
    there = [words for words in sentences if _behind_in(words, place)]
    joint = next((i for i, m in enumerate(first) if m.word.lower in _LINKS), len(first))
    head = first[joint - 1].word.lower
    return any(head in {w.word.lower for w in words} for words in there)


def _behind_in(words: Sequence[Marked], place: Phrase) -> bool:
    name = [m.word.text for m in place]
    return any(
        word.word.lower == "in" and [w.word.text for w in words[i + 1 : i + 1 + len(name)]] == name
        for i, word in enumerate(words)
    )


def _general(phrase: Phrase) -> bool:
    """Whether the phrase names no more than a body or a value that any passage may be about."""
    return all(m.word.lower in _COMMON for m in phrase)


def _surest(phrase: Phrase) -> float:
    """The chance of the phrase's least wanted word, links left aside."""
    return min(m.chance for m in phrase if m.word.lower not in _LINKS)


def _named(best: Phrase, own: Sequence[Phrase]) -> bool:
    """Whether one of a sentence's phrases holds the words of the best."""
    wanted = {m.word.lower for m in best}
    return any(wanted <= {m.word.lower for m in phrase} for phrase in own)


def _by_word(sentences: Sequence[Sequence[Marked]]) -> dict[str, float]:
    chances: dict[str, float] = {}
    for words in sentences:
        for w in words:
            chances[w.word.lower] = max(chances.get(w.word.lower, 0.0), w.chance)
    return chances


def _levelled(words: Sequence[Marked], chances: dict[str, float]) -> list[Marked]:
    levelled = [replace(w, chance=(w.chance + chances[w.word.lower]) / 2) for w in words]
    if levelled and levelled[0].pos != "name" and levelled[0].word.text[1:].islower():
        first = levelled[0]
        levelled[0] = replace(first, word=first.word.become(first.word.lower))
    return levelled


def phrases(words: Sequence[Marked]) -> Iterator[Phrase]:
    """The noun phrases of one to six words, with the links inside them."""
    for start, first in enumerate(words):
        if not _begins(words, start):
            continue
        for end in range(start + 1, min(len(words), start + 6) + 1):
            last = words[end - 1]
            if last.pos not in _INNER and last.word.lower not in _LINKS:
                break
            single = end == start + 1 and first.pos == "noun" and _counted(words, start)
            if _ends(words, end) and _sensible(words[start:end]) and not (_bare(first) or single):
                yield tuple(words[start:end])


def _counted(words: Sequence[Marked], start: int) -> bool:
    """Whether a noun is one of many, which names no subject alone ("appoint a woman")."""
    return start > 0 and words[start - 1].word.lower in {"a", "an", "another", "each", "every"}


def _begins(words: Sequence[Marked], start: int) -> bool:
    first = words[start]
    if first.pos not in {"noun", "name", "adjective", "gerund"}:
        return False
    before = words[start - 1] if start else None
    verb = before is not None and before.pos in {"to", "modal"} and first.word.lower in _VERBS
    if verb and not (start > 1 and words[start - 2].pos == "noun"):
        return False  # "to speed deployment", "must reform the Council"
    if before is not None and _capital(before) and _capital(first) and start > 1:
        return False
    if start and (_within_name(words, start) or words[start - 1].word.lower in _KIND):
        return False
    inside = before is not None and before.pos in {"genitive", "adjective", "noun", "name"}
    return not (inside and first.pos in {"name", "noun"} and before is not None
                and before.pos in {"genitive", "name", "noun"})  # fmt: skip


def _within_name(words: Sequence[Marked], start: int) -> bool:
    """Whether the name at ``start`` goes on from one before it ("Economic and Social Council", "the Republic of
    China on Taiwan").
    """
    if not _capital(words[start]):
        return False
    k = start - 1
    while k > 0 and words[k].word.lower in _INSIDE:
        k -= 1
    return 0 < k < start - 1 and _capital(words[k])


_INSIDE = word_set("of and for on the 's")
_KIND = word_set(
    "human small least nuclear economic social political humanitarian armed civil private public chemical "
    "permanent foreign national regional global military terrorist religious financial natural criminal "
    "transnational territorial"
)
"""Adjectives that say what a noun is: "human rights in Elbonia" is no heading without the first."""


def _capital(marked: Marked) -> bool:
    return marked.word.text[:1].isupper()


def _ends(words: Sequence[Marked], end: int) -> bool:
    last = words[end - 1]
    if last.pos not in {"noun", "name"}:
        return False
    following = words[end] if end < len(words) else None
    if following is None:
        return True
    if following.pos in {"noun", "genitive", "name"}:
        return False
    capital = last.word.text[:1].isupper()
    if capital and _capital(following):
        return False
    compound = following.word.lower in {"developing", "making", "building", "keeping"}
    if compound and end + 1 < len(words) and words[end + 1].pos in {"noun", "name"}:
        return False  # "small island developing States"
    after = words[end + 1 : end + 3]
    named = any(w.word.text[:1].isupper() for w in after)
    return not (capital and named and following.word.lower in {"of", "on", "for", "and"})


def _bare(first: Marked) -> bool:
    return first.word.lower in _BARE


def _sensible(phrase: Sequence[Marked]) -> bool:
    lowers = [m.word.lower for m in phrase]
    if "between" in lowers and "and" not in lowers:
        return False
    object_ = any(b == "the" and a not in _LINKS for a, b in pairwise(lowers))
    if object_ and phrase[0].pos != "gerund":
        return False  # a verb with its object: "reform the Council"
    return not any(a in _LINKS and b in _LINKS and b != "the" for a, b in pairwise(lowers))


_ALIKE = 4
"""Letters by which two words are forms of one ("Thai", "Thailand")."""


def _joins(best: Phrase, other: Phrase) -> bool:
    words = {m.word.lower[:_ALIKE] for m in best}
    fits = len(best) + len(other) <= 5 and len(best) <= 4 and len(other) <= 3
    plain = not any(m.word.lower == "and" for m in (*best, *other))
    short = any(
        _initials(a) == b[0].word.text.rstrip("s") for a, b in ((best, other), (other, best))
    )
    return fits and plain and not short and not words & {m.word.lower[:_ALIKE] for m in other}


def _initials(phrase: Phrase) -> str:
    """The letters that an acronym of the phrase has ("MDG" of "Millennium Development Goals")."""
    return "".join(m.word.text[:1] for m in phrase if m.word.text[:1].isupper())


def _expected(chosen: tuple[Phrase, ...]) -> float:
    """The expected F1 of the words against a heading of the usual length."""
    words = {m.word.lower: m.chance for p in chosen for m in p if m.word.lower not in _LINKS}
    if not words or set(words) <= _BARE | INCLUSIVE_NOUNS:
        return 0.0
    links = sum(1 for p in chosen for m in p if m.word.lower in _LINKS) + len(chosen) - 1
    hits = sum(words.values()) + LINK * links
    short = 0.15 if len(words) + links < 2 else 0.0
    return 2 * hits / (len(words) + links + USUAL) - short


def _cased(chosen: tuple[Phrase, ...], link: str) -> str:
    made = f" {link} ".join(text([m.word for m in phrase]) for phrase in chosen)
    return made[:1].upper() + made[1:]
