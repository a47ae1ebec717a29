"""What a report of a sentence is, before clauses are joined into a condensation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from summarize.edit.cut import Cut, harm
from summarize.edit.token import Token, Tokens


@dataclass(frozen=True)
class Clause:
    """A reported clause: its text without full stop, and what is known against it.

    ``trust`` falls with every guess; ``dangling`` is 1 where it has an object that it does not
    name, 0.9 where it opens with a word that points back, 0.35 where it speaks of "that initiative"
    or "their growth". ``kept`` is how many of its words a condensation that takes up its sentence is
    expected to keep. ``points`` is the noun of "that initiative", where it has one. ``cuts`` are what was left
    out.
    """

    text: str
    words: int
    style: str
    trust: float
    dangling: float
    kept: float
    points: str = ""
    cuts: tuple[Cut, ...] = ()

    @cached_property
    def harm(self) -> float:
        """The chance (0 to 1) that something is missed that was left out."""
        return 1.0 - math.prod(1.0 - harm(cut) for cut in self.cuts)


def expected(body: Tokens) -> float:
    """How many words of ``body`` a condensation keeps that takes up its sentence."""
    return sum(_chance(t) for t in body if not t.is_mark)


def _chance(token: Token) -> float:
    """The chance that a condensation keeps the word, if it takes up its sentence."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, token.keep))))
