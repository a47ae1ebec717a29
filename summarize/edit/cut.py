"""What is left out of a sentence, and how likely that harms what the rest says.

A logistic model over the words of the cut and around it, trained by ``scripts/mini/cuts.py`` on cuts
that readers marked: harmful where the rest is broken, says more or something else than the speaker did,
or no longer says what is meant. Its weights are ``data/cuts.json``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from summarize.edit.grammar import FINITE, NOMINAL
from summarize.edit.lexicon import CONDITIONS
from summarize.edit.token import Token, Tokens
from summarize.edit.unit import Unit
from summarize.edit.words import word_set
from summarize.lexicon import weights

_OF_NOUN = NOMINAL | {"adjective", "adverb", "participle", "genitive"}
_CONTENT = frozenset({"noun", "name", "adjective"})
_POINTERS = word_set("this these that those such its their")
_LIMITS = word_set("not no without only") | CONDITIONS


@dataclass(frozen=True)
class Cut:
    """``unit`` left out of ``body``, which ``opening`` reports."""

    opening: Tokens
    body: Tokens
    unit: Unit

    @property
    def words(self) -> Tokens:
        """What is left out."""
        return self.body[self.unit.start : self.unit.end]


def harm(cut: Cut) -> float:
    """The chance (0 to 1) that the cut harms."""
    model = weights("cuts")
    table: dict[str, float] = model["weights"]
    odds = float(model["bias"])
    odds += sum(table.get(name, 0.0) * value for name, value in traits(cut))
    return 1 / (1 + math.exp(-odds))


def traits(cut: Cut) -> Iterator[tuple[str, float]]:
    """What a cut is judged by, each trait with its value: 0 or 1, or a measure of a few units."""
    opening, body, unit, words = cut.opening, cut.body, cut.unit, cut.words
    said = [t for t in words if not t.is_mark]
    left = [t for t in (*body[: unit.start], *body[unit.end :]) if not t.is_mark]
    yield f"kind {unit.kind}", 1.0
    yield from _opens(unit.kind, said or list(words))
    yield from _behind(body[: unit.start])
    yield f"before {body[unit.end].pos if unit.end < len(body) else 'end'}", 1.0
    yield f"reported {opening[0].lower if opening else ''}", 1.0
    yield "that", float(any(t.lower == "that" for t in opening))
    yield "against", against(words)[0]
    yield "most kept", max(t.keep for t in words)
    yield "length", math.log(len(words))
    yield "share", len(words) / (len(body) + len(opening))
    yield "left", min(40, len(left)) / 10
    yield "left kept", sum(t.keep for t in left) / max(1, len(left))
    yield "left names", float(any(t.pos == "name" for t in left))
    yield "repeats", _repeated(said, left)
    yield "name", float(any(t.pos == "name" for t in words))
    yield "number", float(any(t.pos == "number" for t in words))
    yield "verb", float(any(t.pos in FINITE for t in words))
    yield "limit", float(any(t.lower in _LIMITS for t in words))
    yield "joint", float(any(t.lower in {"and", "or"} for t in words[:2]))
    yield "points", float(any(t.lower in _POINTERS for t in words))


def _opens(kind: str, said: list[Token]) -> Iterator[tuple[str, float]]:
    first = said[0]
    yield f"{kind} {first.pos}", 1.0
    yield f"{kind} opens {first.lower}", 1.0
    yield f"opens {first.lower}", 1.0
    if len(said) > 1:
        yield f"then {said[1].lower}", 1.0
        yield f"opens {first.pos} {said[1].pos}", 1.0


def _behind(ahead: Tokens) -> Iterator[tuple[str, float]]:
    """What stands before the cut: a word, or a stop and the word before that, and its noun phrase."""
    if not ahead:
        return
    yield f"behind {ahead[-1].pos}", 1.0
    yield f"behind {ahead[-1].lower}", 1.0
    if ahead[-1].is_mark and len(ahead) > 1:
        yield f"behind the stop {ahead[-2].pos}", 1.0
    i = len(ahead) - 1
    while i > 0 and ahead[i].pos in _OF_NOUN:
        i -= 1
    open_class = ahead[i].pos not in {"determiner", "possessive", "preposition", "number"}
    yield f"noun after {ahead[i].pos if open_class else ahead[i].lower}", 1.0
    yield "noun alone", float(len(ahead) - 1 - i <= 1)


def _repeated(said: list[Token], left: list[Token]) -> float:
    """The share of the cut's content words that stand in what is left."""
    content = {t.lower for t in said if t.pos in _CONTENT}
    return len(content & {t.lower for t in left}) / max(1, len(content))


def against(tokens: Tokens) -> tuple[float, int]:
    """The mean log-odds against keeping the words of ``tokens``, and how many they are."""
    odds = [-t.keep for t in tokens if not _light(t)] or [-t.keep for t in tokens if not t.is_mark]
    return (sum(odds) / len(odds), len(odds)) if odds else (0.0, 0)


def _light(token: Token) -> bool:
    return token.is_mark or token.pos in {"determiner", "conjunction", "to", "genitive"}
