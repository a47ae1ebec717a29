"""Join reported clauses into a condensation of the length asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from math import prod

from summarize.edit.clause import Clause
from summarize.edit.words import word_set

BOUNDS = {"short": (8, 20, 16), "normal": (12, 45, 40), "long": (30, 80, 65)}

POOL = 10
MAIN, ASK, FIGURE, PLACED = 0.2, 0.05, 0.03, 0.1
GAIN, NEAR = 1.3, 0.08
TOLD, NEEDS, HELD = 1.5, 1.1, 0.15
HARMED, CONCEDED, POSITION, CROWDED = 0.3, 0.2, 0.1, 2
DOUBT, POINTING, REPEATED, APART, OVER, UNDER = 0.3, 1.0, 0.1, 0.01, 0.016, 0.02
"""What a group of clauses gains or loses beside its expected F1, which is between 0 and 1.

``TOLD``, ``NEEDS``, ``HELD``, ``POINTING`` and ``APART`` were chosen on 985 passages in which readers had marked the
main claim and what is not understood alone (``scripts/mini/mark.py``), marks that were not trained on: of what is
taken, .70 tells the main claim and points at nothing that is not there, .59 without the first two (of 780,
with the network before), at the same ROUGE or more. ``GAIN`` and ``OVER`` are older: chosen by readers' marks of whole condensations
(``scripts/mini/choose.py``), as ``NEAR``, which is what is left of a pointer where the sentence before stands before
it: .67 of such condensations were sound, .70 of those without a pointer, .31 of others. ``MAIN`` and
``pointing.WEAK`` are those settings, of some with the same ROUGE, that seldom miss the likeliest sentence.
``HARMED`` (what the chance costs that something left out is missed) and ``CONCEDED`` (a clause without the sentence
that stands against it) were set by hand: the first costs .2 of ROUGE-1, the second nothing.
``POSITION`` (what a clause is worth in which the speaker does something: asks, condemns, supports, insists on a need)
is what readers of whole notes missed most; it was set by hand, counts less (by the power ``CROWDED``) the more a
group exceeds the length asked for, and gains .1 of ROUGE-1 and .2 of ROUGE-L at the same length.
``FIGURE``, ``ASK`` and ``PLACED`` cost no ROUGE; with ``PLACED`` as many condensations name the country that their
passage names most as references do.
"""


@dataclass(frozen=True)
class Choice:
    """A clause that may be taken: where it stands in the passage and how much it carries (0–1).

    ``ask``: its sentence asks somebody for something, which a note is read for. ``placed``: the
    clause names the country that the passage speaks of. ``main`` and ``needs`` are the chances that it
    tells the main claim and that it is not understood without the sentence before. ``conceded``: the
    sentence behind opens with a contrast ("However, …"). Choices of one
    ``place`` and ``part`` are the same words, cut shorter or not: at most one goes into a condensation.
    """

    place: int
    carry: float
    clause: Clause
    part: int = 0
    ask: bool = False
    placed: bool = False
    main: float = 0.0
    needs: float = 0.0
    conceded: bool = False


@dataclass(frozen=True)
class Bounds:
    """Words asked for: at least, at most, and how many a condensation of the passage would have."""

    least: int
    most: int
    usual: int


def bounds(length: str, words: int) -> Bounds:
    """The bounds for a passage of ``words`` words: never above 40 % of a long passage."""
    least, most, usual = BOUNDS[length]
    if words >= 30:
        most = max(least, min(most, int(words * 0.4)))
    return Bounds(least, most, min(usual, most))


def ranked(choices: Sequence[Choice], limits: Bounds, most: int = 3) -> list[str]:
    """Condensations of one to ``most`` clauses, the best first."""
    groups = valued(choices, limits, most)
    return list(dict.fromkeys(joined([c.clause for c in group]) for _, group in groups))


def valued(
    choices: Sequence[Choice], limits: Bounds, most: int = 3
) -> list[tuple[float, tuple[Choice, ...]]]:
    """Groups of one to ``most`` choices with what each is worth, the best first.

    The best is the one with the highest expected F1 of words against a condensation of the usual
    length, as in minimum Bayes risk decoding (Kumar and Byrne, 2004), less what speaks against it.
    """
    first = max(choices, key=lambda c: (c.carry, -c.place)).place if choices else -1
    pool = sorted(choices, key=lambda c: (-_promise(c), c.place, c.part))[:POOL]
    pool.sort(key=lambda c: (c.place, c.part))
    repeated = {pair: _repeated(*pair) for pair in combinations(pool, 2)}
    found: list[tuple[float, tuple[Choice, ...]]] = []
    for group in chain.from_iterable(combinations(pool, n) for n in range(1, most + 1)):
        if len({(c.place, c.part) for c in group}) == len(group):
            value = _score(group, limits) + MAIN * any(c.place == first for c in group)
            value -= REPEATED * sum(repeated[pair] for pair in combinations(group, 2))
            found.append((value, group))
    found.sort(key=lambda pair: (-pair[0], [c.place for c in pair[1]]))
    return found


def _promise(choice: Choice) -> float:
    clause = choice.clause
    return choice.carry * clause.trust * clause.kept / (clause.words + 10)


def _score(group: tuple[Choice, ...], limits: Bounds) -> float:
    words = sum(c.clause.words for c in group)
    value = TOLD * _told(group) - NEEDS * sum(_lost(group, i) for i in range(len(group)))
    value += GAIN * 2 * sum(c.carry * c.clause.kept for c in group) / (words + limits.usual)
    value += ASK * sum(c.ask for c in group)
    room = min(1.0, limits.most / max(1, words)) ** CROWDED
    value += POSITION * room * sum(_acts(c.clause) for c in group)
    value += FIGURE * sum(any(w.isdigit() for w in c.clause.text) for c in group)
    value += PLACED * any(c.placed for c in group)
    value -= DOUBT * sum(1 - c.clause.trust for c in group)
    value -= HARMED * sum(c.clause.harm for c in group)
    value -= POINTING * sum(_loose(group, i) for i in range(len(group)))
    value -= APART * _apart(group)
    value -= CONCEDED * _conceded(group)
    value -= OVER * max(0, words - limits.most)
    return value - UNDER * max(0, limits.least - words)


def _acts(clause: Clause) -> bool:
    """Whether the speaker's side does more in the clause than tell, think or be courteous."""
    return clause.style in {"direct", "need"} and clause.text.split(" ", 1)[0] not in _TELLING


_TELLING = word_set(
    "said noted thanked believed congratulated thought looked expected wished paid recalled"
)


def _told(group: tuple[Choice, ...]) -> float:
    """The chance that a clause of the group tells the main claim and is understood, clauses taken
    as independent.
    """
    return 1.0 - prod(
        1.0 - c.main * (1.0 - _lost(group, i)) * (1.0 - c.clause.harm) for i, c in enumerate(group)
    )


def _lost(group: tuple[Choice, ...], i: int) -> float:
    """The chance that the clause at ``i`` needs what stands in no clause before it; ``HELD`` of it where
    the sentence before, which is the one needed in two cases of three, or its own stands there.
    """
    held = i > 0 and group[i - 1].place >= group[i].place - 1
    return group[i].needs * (HELD if held else 1.0)


def _conceded(group: tuple[Choice, ...]) -> int:
    """How many clauses are taken without the sentence that stands against them."""
    places = {c.place for c in group}
    return sum(c.conceded and c.place + 1 not in places for c in group)


def _apart(group: tuple[Choice, ...]) -> int:
    """The most sentences, up to four, from one clause of a group to the next: what stands far apart
    seldom makes one account.
    """
    places = [c.place for c in group]
    return min(4, max((b - a for a, b in pairwise(places)), default=0))


def _loose(group: tuple[Choice, ...], i: int) -> float:
    """How far the clause at ``i`` speaks of what no clause before it names (0 to 1)."""
    clause = group[i].clause
    if not clause.dangling or not i:
        return clause.dangling
    earlier = {word[:5] for c in group[:i] for word in c.clause.text.lower().split()}
    if clause.points and clause.points[:5] in earlier:
        return 0.0
    if clause.points == "country" and any(c.placed for c in group[:i]):
        return 0.0
    if group[i - 1].place != group[i].place - 1:
        return clause.dangling
    return NEAR if clause.points else 0.35 if clause.dangling == 1.0 else 0.0


def _repeated(a: Choice, b: Choice) -> float:
    """The share of the shorter clause's longer words that stand in the other, above a quarter."""
    left = {w for w in a.clause.text.lower().split() if len(w) > 4}
    right = {w for w in b.clause.text.lower().split() if len(w) > 4}
    return max(0.0, len(left & right) / max(1, min(len(left), len(right))) - 0.25)


def joined(clauses: Sequence[Clause]) -> str:
    """One sentence ("Called on …, and said that …."), or two where one would be clumsy."""
    texts = [c.text for c in clauses]
    if len(texts) == 1:
        return _sentence(texts[0])
    if len(texts) == 2:
        return _added(_pair(clauses[0], clauses[1], apart=True))
    if sum(c.words for c in clauses[:2]) < sum(c.words for c in clauses[1:]):
        return _added(f"{_pair(clauses[0], clauses[1])} {_sentence(texts[2])}")
    return _added(f"{_sentence(texts[0])} {_pair(clauses[1], clauses[2])}")


def _added(text: str) -> str:
    """The text with its second "Said that" or "Said:" as "Added"."""
    second = _SAYS.search(text)
    if second is None or not _SAID.search(text[: second.start()]):
        return text
    return f"{text[: second.start()]}. Added{text[second.end() :]}"


_SAYS = re.compile(r"\. Said(?= that |: )")
_SAID = re.compile(r"\b[Ss]aid(?: that|:)")


def _pair(first: Clause, second: Clause, *, apart: bool = False) -> str:
    """Two clauses as one sentence, or as two where that is ``apart``: what follows "said that X
    came, and" may be said of X.
    """
    said = _that(first.text)
    both = bool(said) and second.text.startswith(said)
    if first.style == "quote" or first.words + second.words > (40 if both else 34):
        return f"{_sentence(first.text)} {_sentence(second.text)}"
    if apart and said and not both:
        return f"{_sentence(first.text)} {_sentence(second.text)}"
    if both:
        return _sentence(f"{first.text}, and that {second.text[len(said) :]}")
    if first.text.startswith(_NEED) and second.text.startswith(_NEED):
        return _sentence(f"{first.text}, and to {second.text[len(_NEED) :]}")
    return _sentence(f"{first.text}, and {second.text}")


_NEED = "insisted on the need to "


def _that(text: str) -> str:
    """The opening of a clause of one verb and "that" ("said that "), or ""."""
    verb, that, _ = (*text.split(" ", 2), "", "")[:3]
    return f"{verb} that " if that == "that" else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
