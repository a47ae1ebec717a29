"""Choose the two or three condensations that carry a statement's main line.

They are taken as they stand, with their citations, not written again. Each is weighed by a linear
model: how much of the statement's words it covers, what it reports by which verbs, and what the model of
passages saw in its sentences. The weights (``data/in_brief.toml``) were fitted by
``scripts/train_in_brief.py`` on 358 notes in which readers had marked what they would take, and two of
them raised afterwards: of what is taken .42 is among the readers' best, .15 among what they bar.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import Final

from summarize.condense.text import count_words
from summarize.lexicon import load
from summarize.records import Cited, Entry, Seen, Statement
from summarize.words import content_stems, words

BUDGET: Final = 75
"""Most words of an "In brief"; the references of this project have 40 to 75."""

MOST: Final = 3
COURTESIES: Final = ("Thanked ", "Congratulated ", "Sincerely thanked ", "Paid tribute ")
"""How a condensation begins that is no main line, unless there is no other."""

SHORT: Final = 12
"""Words below which an entry seldom tells enough to stand alone."""

ADDED: Final = 1.0
"""What an entry loses if one chosen before has all its words: of 1 and 3 what readers' marks preferred."""


@dataclass(frozen=True)
class Option:
    """An entry that may be taken: its stems, its length in words, and what it is worth (log-odds)."""

    entry: Entry
    stems: frozenset[str]
    words: int
    worth: float


def in_brief(
    statement: Statement, points: Sequence[Entry], passages: Sequence[Entry]
) -> tuple[Cited, ...]:
    """Two or three of the verified condensations, in the order of the statement."""
    weights = Counter(word.stem for word in words(statement.text) if word.content)
    options = [
        *(_option(entry, weights, numbered=True) for entry in points),
        *(_option(entry, weights, numbered=False) for entry in passages),
    ]
    telling = [option for option in options if not option.entry.text.startswith(COURTESIES)]
    chosen = (
        _choose(telling or options, weights) or sorted(options, key=lambda option: option.words)[:1]
    )
    ordered = sorted(chosen, key=lambda option: option.entry.passage.start)
    return tuple(Cited(option.entry.text, option.entry.citations) for option in ordered)


def _option(entry: Entry, weights: Counter[str], *, numbered: bool) -> Option:
    traits = dict(traits_of(entry.text, entry.condensation.seen, weights, numbered=numbered))
    table: Mapping[str, float] = load("in_brief")["weights"]
    worth = sum(table.get(name, 0.0) * value for name, value in traits.items())
    return Option(entry, content_stems(entry.text), count_words(entry.text), worth)


def traits_of(
    text: str, seen: Sequence[Seen], weights: Counter[str], *, numbered: bool
) -> Iterator[tuple[str, float]]:
    """What an entry is judged by, each trait with its value (0 to about 2).

    Args:
        text: the condensation.
        seen: what the model of passages saw in the sentences of its passage, or nothing.
        weights: how often each content stem stands in the statement.
        numbered: whether it is a point, not a passage beside the points.
    """
    length = count_words(text)
    stems = content_stems(text)
    yield "numbered", float(numbered)
    yield "covers", 5 * sum(weights[stem] for stem in stems) / max(1, weights.total())
    yield "words", length / 40
    yield "short", float(length < SHORT)
    for act in sorted({act for verb in _WORD.findall(text.lower()) if (act := _acts().get(verb))}):
        yield f"has {act}", 1.0
    if seen:
        first = max(seen, key=lambda one: one.main)
        yield f"is {first.act}", 1.0
        yield "main", first.main
        yield "needs", first.needs
        for act in ("ask", "fact", "courtesy"):
            yield f"share of {act}", fmean(one.act == act for one in seen)


_WORD = re.compile(r"[a-z]+")


@cache
def _acts() -> Mapping[str, str]:
    """The kind of act that a reporting verb tells of."""
    kinds: Mapping[str, list[str]] = load("in_brief")["verbs"]
    return {verb: kind for kind, verbs in kinds.items() for verb in verbs}


def _choose(options: Sequence[Option], weights: Counter[str]) -> list[Option]:
    chosen: list[Option] = []
    covered: frozenset[str] = frozenset()
    while len(chosen) < MOST:
        room = BUDGET - sum(option.words for option in chosen)
        left = [o for o in options if o.words <= room and o not in chosen]
        if not left:
            break
        best = max(
            left, key=lambda option: option.worth - ADDED * _repeated(option, covered, weights)
        )
        covered |= best.stems
        chosen.append(best)
    return chosen


def _repeated(option: Option, covered: frozenset[str], weights: Counter[str]) -> float:
    """The share of an entry's words, by their weight in the statement, that is covered already."""
    whole = sum(weights[stem] for stem in option.stems)
    return sum(weights[stem] for stem in option.stems & covered) / max(1, whole)
