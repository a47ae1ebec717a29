"""A heading: the noun phrase of the passage whose words the network expects in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.edit.lexicon import INCLUSIVE_NOUNS
from summarize.edit.words import Word, text, word_set

_INNER = frozenset({"noun", "name", "adjective", "gerund", "participle", "number", "genitive"})
_LINKS = frozenset({"of", "and", "in", "for", "on", "to", "the", "against", "with", "between"})
_BARE = word_set(
    "today time times year years view part regard order way ways world number member members fact "
    "course end point issue issues first second third"
)


@dataclass(frozen=True)
class Marked:
    """A word with its class and the probability that it stands in the heading."""

    word: Word
    pos: str
    chance: float


def heading(sentences: Sequence[Sequence[Marked]]) -> str:
    """Two to six words in sentence case, or "" where no noun phrase is found."""
    total = sum(_by_word(sentences).values())
    best: tuple[float, Sequence[Marked]] | None = None
    for words in sentences:
        for phrase in phrases(words):
            score = _score(phrase, total)
            if best is None or score > best[0] + 1e-9:
                best = (score, phrase)
    return _cased(best[1]) if best else ""


def _by_word(sentences: Sequence[Sequence[Marked]]) -> dict[str, float]:
    chances: dict[str, float] = {}
    for words in sentences:
        for w in words:
            chances[w.word.lower] = max(chances.get(w.word.lower, 0.0), w.chance)
    return {k: v for k, v in chances.items() if v > 0.1}


def phrases(words: Sequence[Marked]) -> Iterator[Sequence[Marked]]:
    """The noun phrases of two to six words, with the links inside them."""
    for start, first in enumerate(words):
        before = words[start - 1] if start else None
        if first.pos not in _INNER - {"genitive", "number"} or _continues(before, first):
            continue
        for end in range(start + 1, min(len(words), start + 7) + 1):
            last = words[end - 1]
            if last.pos not in _INNER and last.word.lower not in _LINKS:
                break
            following = words[end] if end < len(words) else None
            if end - start >= 2 and _ends(last, following) and _sensible(words[start:end]):
                yield words[start:end]


def _continues(before: Marked | None, first: Marked) -> bool:
    return before is not None and before.pos in {"genitive"} and first.pos == "name"


def _ends(last: Marked, following: Marked | None) -> bool:
    if last.pos not in {"noun", "name", "number"}:
        return False
    return (
        following is None
        or following.pos not in {"noun", "genitive"}
        or ((last.pos == "name" and following.pos != "name") and following.pos != "genitive")
    )


def _sensible(phrase: Sequence[Marked]) -> bool:
    lowers = [m.word.lower for m in phrase]
    return not any(
        (a in _LINKS and b in _LINKS and b != "the")
        for a, b in zip(lowers, lowers[1:], strict=False)
    )


def _score(phrase: Sequence[Marked], total: float) -> float:
    """The expected F1 of the phrase's words against a heading of the usual length."""
    content = {m.word.lower: m.chance for m in phrase if m.word.lower not in _LINKS}
    hits = sum(content.values())
    if not content or set(content) <= _BARE | INCLUSIVE_NOUNS:
        return 0.0
    links = 0.35 * sum(1 for m in phrase if m.word.lower in _LINKS)
    return 2 * (hits + links * 0.8) / (len(content) + links / 0.35 + max(3.6, 0.35 * total))


def _cased(phrase: Sequence[Marked]) -> str:
    words = [m.word if i else Word(m.word.text) for i, m in enumerate(phrase)]
    made = text(words)
    return made[:1].upper() + made[1:]
