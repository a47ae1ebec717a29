"""Join reported clauses into a condensation of the length asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from summarize.edit.report import Clause

BOUNDS = {"short": (8, 20, 16), "normal": (12, 45, 38), "long": (30, 80, 58)}

MAIN = 0.2


@dataclass(frozen=True)
class Choice:
    """A clause that may be taken: where it stands in the passage and how much it carries (0–1).

    Choices of one ``place`` and ``part`` are the same words, cut shorter or not: at most one goes
    into a condensation.
    """

    place: int
    carry: float
    clause: Clause
    part: int = 0


@dataclass(frozen=True)
class Bounds:
    """Words asked for: at least, at most, best."""

    least: int
    most: int
    best: int


def bounds(length: str, words: int) -> Bounds:
    """The bounds for a passage of ``words`` words: never above 40 % of a long passage."""
    least, most, best = BOUNDS[length]
    if words >= 30:
        most = max(least, min(most, int(words * 0.4)))
    return Bounds(least, most, min(best, most))


def ranked(choices: Sequence[Choice], limits: Bounds, most: int = 3) -> list[str]:
    """Condensations of one to ``most`` clauses, the best first."""
    found: list[tuple[float, tuple[Choice, ...]]] = []
    first = max(choices, key=lambda c: (c.carry, -c.place)).place if choices else -1
    pool = sorted(choices, key=lambda c: (-c.carry * c.clause.trust, c.place))[:10]
    for n in range(1, most + 1):
        for group in combinations(sorted(pool, key=lambda c: (c.place, c.part)), n):
            if len({(c.place, c.part) for c in group}) < n:
                continue
            main = MAIN * any(c.place == first for c in group)
            found.append((_score(group, limits) + main, group))
    found.sort(key=lambda pair: (-pair[0], [c.place for c in pair[1]]))
    return list(dict.fromkeys(joined([c.clause for c in group]) for _, group in found))


def _score(group: tuple[Choice, ...], limits: Bounds) -> float:
    words = sum(c.clause.words for c in group)
    value = sum(c.carry - 0.2 for c in group)
    value -= sum(0.8 * (1 - c.clause.trust) for c in group)
    value -= sum(0.9 * c.clause.dangling for i, c in enumerate(group) if not _led(group, i))
    if words > limits.most:
        value -= 0.5 + 0.1 * (words - limits.most)
    if words < limits.least:
        value -= 0.05 * (limits.least - words)
    value -= 0.02 * abs(words - limits.best)
    return value - sum(_overlap(a.clause, b.clause) for a, b in combinations(group, 2))


def _led(group: tuple[Choice, ...], i: int) -> bool:
    return i > 0 and group[i - 1].place == group[i].place - 1


def _overlap(a: Clause, b: Clause) -> float:
    left = {w for w in a.text.lower().split() if len(w) > 4}
    right = {w for w in b.text.lower().split() if len(w) > 4}
    shared = len(left & right) / max(1, min(len(left), len(right)))
    return 0.8 * shared if shared > 0.5 else 0.0


def joined(clauses: Sequence[Clause]) -> str:
    """One sentence ("Called on …, and said that …."), or two where one would be clumsy."""
    texts = [c.text for c in clauses]
    if len(texts) == 1:
        return _sentence(texts[0])
    if len(texts) == 2:
        return _pair(clauses[0], clauses[1])
    if sum(c.words for c in clauses[:2]) < sum(c.words for c in clauses[1:]):
        return f"{_pair(clauses[0], clauses[1])} {_sentence(texts[2])}"
    return f"{_sentence(texts[0])} {_pair(clauses[1], clauses[2])}"


def _pair(first: Clause, second: Clause) -> str:
    both = second.text.startswith("said that ") and first.text.startswith("said that ")
    if first.words + second.words > (40 if both else 34):
        return f"{_sentence(first.text)} {_sentence(second.text)}"
    if second.text.startswith("said that ") and first.text.startswith("said that "):
        return _sentence(f"{first.text}, and that {second.text[10:]}")
    return _sentence(f"{first.text}, and {second.text}")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
