"""A heading: the noun phrases of the passage whose words the network expects in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarize.edit.lexicon import INCLUSIVE_NOUNS
from summarize.edit.words import Word, text, word_set

USUAL = 3.0
LINK = 0.1
_INNER = frozenset({"noun", "name", "adjective", "gerund", "participle", "number", "genitive"})
_LINKS = word_set("of and in for on the against with between")
_BARE = word_set(
    "today time times year years view part regard order way ways world number member members fact "
    "course end point issue issues first second third heart cover case rest light spirit level "
    "set series lack role roles achieved rejected context area areas"
)
Phrase = tuple["Marked", ...]


@dataclass(frozen=True)
class Marked:
    """A word with its class and the probability that it stands in the heading."""

    word: Word
    pos: str
    chance: float


def heading(sentences: Sequence[Sequence[Marked]]) -> str:
    """Two to six words in sentence case, or "" where no noun phrase is found.

    The phrase, or two joined by "and", with the highest expected F1 against a heading of the
    usual length; a word's chance is its best in the passage.
    """
    chances = _by_word(sentences)
    found = [phrase for words in sentences for phrase in phrases(_levelled(words, chances))]
    if not found:
        return ""
    best = max(found, key=lambda p: (_expected((p,)), -len(p)))
    pairs = [(best, p) for p in found if _joins(best, p)]
    chosen = max([(best,), *pairs], key=_expected)
    return _cased(chosen)


def _by_word(sentences: Sequence[Sequence[Marked]]) -> dict[str, float]:
    chances: dict[str, float] = {}
    for words in sentences:
        for w in words:
            chances[w.word.lower] = max(chances.get(w.word.lower, 0.0), w.chance)
    return chances


def _levelled(words: Sequence[Marked], chances: dict[str, float]) -> list[Marked]:
    return [replace(w, chance=(w.chance + chances[w.word.lower]) / 2) for w in words]


def phrases(words: Sequence[Marked]) -> Iterator[Phrase]:
    """The noun phrases of one to six words, with the links inside them."""
    for start, first in enumerate(words):
        if not _begins(words, start):
            continue
        for end in range(start + 1, min(len(words), start + 6) + 1):
            last = words[end - 1]
            if last.pos not in _INNER and last.word.lower not in _LINKS:
                break
            if _ends(words, end) and _sensible(words[start:end]) and not _bare(first):
                yield tuple(words[start:end])


def _begins(words: Sequence[Marked], start: int) -> bool:
    first = words[start]
    if first.pos not in {"noun", "name", "adjective", "gerund"}:
        return False
    before = words[start - 1] if start else None
    inside = before is not None and before.pos in {"genitive", "adjective", "noun", "name"}
    return not (inside and first.pos in {"name", "noun"} and before is not None
                and before.pos in {"genitive", "name", "noun"})  # fmt: skip


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
    after = words[end + 1 : end + 3]
    named = any(w.word.text[:1].isupper() for w in after)
    return not (capital and named and following.word.lower in {"of", "on", "for", "and"})


def _bare(first: Marked) -> bool:
    return first.word.lower in _BARE


def _sensible(phrase: Sequence[Marked]) -> bool:
    lowers = [m.word.lower for m in phrase]
    return not any(a in _LINKS and b in _LINKS and b != "the" for a, b in pairwise(lowers))


def _joins(best: Phrase, other: Phrase) -> bool:
    words = {m.word.lower[:5] for m in best}
    fits = len(best) + len(other) <= 5 and len(best) <= 4 and len(other) <= 3
    plain = not any(m.word.lower == "and" for m in (*best, *other))
    return fits and plain and not words & {m.word.lower[:5] for m in other}


def _expected(chosen: tuple[Phrase, ...]) -> float:
    """The expected F1 of the words against a heading of the usual length."""
    words = {m.word.lower: m.chance for p in chosen for m in p if m.word.lower not in _LINKS}
    if not words or set(words) <= _BARE | INCLUSIVE_NOUNS:
        return 0.0
    links = sum(1 for p in chosen for m in p if m.word.lower in _LINKS) + len(chosen) - 1
    hits = sum(words.values()) + LINK * links
    short = 0.15 if len(words) + links < 2 else 0.0
    return 2 * hits / (len(words) + links + USUAL) - short


def _cased(chosen: tuple[Phrase, ...]) -> str:
    made = " and ".join(text([m.word for m in phrase]) for phrase in chosen)
    return made[:1].upper() + made[1:]
