"""Shorten a clause by leaving out whole units, the least wanted first."""

from __future__ import annotations

import math
from dataclasses import dataclass

from summarize.edit.cut import Cut, against, harm
from summarize.edit.grammar import VERBAL, main_verb
from summarize.edit.junction import whole
from summarize.edit.token import Tokens, size
from summarize.edit.unit import Unit
from summarize.edit.units import units, without

_WILLING = {
    "parenthesis": 0.5, "aside": 0.4, "leading": 0.3, "tail": 0.0, "relative": -0.4, "last": 0.2,
    "adverb": 0.0,
}  # fmt: skip


HARMFUL = 0.4
"""The chance of harm from which a unit is no longer left out: in cross-validation .6 of the marked cuts that
harm are above it, and .12 of those that nobody misses.
"""
_TELLS = 1.5
"""Log-odds more against leaving out what alone says which thing a noun is."""
_BARE = frozenset({"determiner", "possessive", "preposition", "conjunction", "to"})


@dataclass(frozen=True)
class Measure:
    """How short a clause shall become and how sure a deletion has to be.

    A unit goes if the network's mean log-odds against keeping its words exceed ``sure`` (less the
    leaning of its kind); above ``limit`` words also if they exceed ``pressed``.
    """

    limit: int
    sure: float = 0.9
    pressed: float = 0.0


def shortened(
    opening: Tokens, body: Tokens, verb: int, measure: Measure
) -> tuple[Tokens, tuple[Cut, ...]]:
    """The body without the units that the network would leave out, still a whole clause, and what was
    cut, in order.

    The search is greedy: the unit with the highest score goes first, and no deletion is made that
    leaves a fragment. ``verb`` is the first place where the main verb may stand: 1 where the body
    has its subject, 0 where the subject stands before it, -1 where no finite verb is needed.
    """
    banned: set[tuple[int, ...]] = set()
    cuts: tuple[Cut, ...] = ()
    end = body[-1].at if body else -1
    while True:
        over = size(opening) + size(body) - measure.limit
        ranked = sorted(
            (
                (score, unit)
                for unit in units(body)
                if (score := _score(opening, body, unit, over, measure)) > 0
            ),
            key=lambda pair: (-pair[0], pair[1].start, pair[1].end),
        )
        for _, unit in ranked:
            key = tuple(t.at for t in body[unit.start : unit.end])
            shorter = without(body, unit)
            if (
                key not in banned
                and main_verb(shorter) >= verb
                and whole((*opening, *shorter), end)
            ):
                cuts = (*cuts, Cut(opening, body, unit))
                body = shorter
                break
            banned.add(key)
        else:
            return body, cuts


def _score(opening: Tokens, body: Tokens, unit: Unit, over: int, measure: Measure) -> float:
    if any(t.fixed for t in body[unit.start : unit.end]):
        return 0.0
    mean, count = against(body[unit.start : unit.end])
    if count == 0:
        return 0.0
    mean += _WILLING[unit.kind] - (_TELLS if _told_by(body, unit) else 0.0)
    bar = measure.pressed if over > 0 else measure.sure
    if mean <= bar or harm(Cut(opening, body, unit)) > HARMFUL:
        return 0.0
    return (mean - bar) * math.sqrt(min(count, max(over, 6)))


def _told_by(body: Tokens, unit: Unit) -> bool:
    """Whether the unit is all that says which or what the noun before it is ("arrangements for …",
    "a platform for …"): the noun has no other word of its own.
    """
    if unit.kind not in {"tail", "relative"} or unit.start < 2:
        return False
    noun, start = body[unit.start - 1], unit.start - 2
    while start > 0 and body[start].pos == "adjective":
        start -= 1
    before = body[start]
    if start < unit.start - 2:
        return noun.pos == "noun" and before.lower == "the"
    return noun.pos == "noun" and (before.pos in _BARE | VERBAL or before.is_mark)
