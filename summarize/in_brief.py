"""Choose the two or three condensations that carry a statement's main line.

They are taken as they stand, with their citations, not written again. The choice is the greedy
one that covers most of the statement's words for its length, as for a submodular objective under
a budget (Lin and Bilmes, "A Class of Submodular Functions for Document Summarization", 2011).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarize.condense.text import count_words
from summarize.records import Cited, Entry, Statement
from summarize.words import content_stems, words

BUDGET: Final = 75
"""Most words of an "In brief"; the references of this project have 40 to 75."""

MOST: Final = 3

COURTESIES: Final = ("Thanked ", "Congratulated ", "Sincerely thanked ", "Paid tribute ")
"""How a condensation begins that is no main line, unless there is no other."""

POINT_BONUS: Final = 1.5
"""A point that the speaker numbered counts for more than what is said beside the points."""

LENGTH_POWER: Final = 0.5
"""How strongly longer condensations are held back. Lin and Bilmes scale the cost likewise."""


@dataclass(frozen=True)
class Option:
    """An entry that may be taken, with what its choice depends on."""

    entry: Entry
    stems: frozenset[str]
    words: int
    bonus: float

    def gain(self, covered: frozenset[str], weights: Counter[str]) -> float:
        """Weight of the words that the entry adds, for its length."""
        added = sum(weights[stem] for stem in self.stems - covered)
        return float(self.bonus * added / max(self.words, 1) ** LENGTH_POWER)


def in_brief(
    statement: Statement, points: Sequence[Entry], passages: Sequence[Entry]
) -> tuple[Cited, ...]:
    """Two or three of the verified condensations, in the order of the statement."""
    weights = Counter(word.stem for word in words(statement.text) if word.content)
    options = [
        *(_option(entry, POINT_BONUS) for entry in points),
        *(_option(entry, 1.0) for entry in passages),
    ]
    telling = [option for option in options if not option.entry.text.startswith(COURTESIES)]
    chosen = (
        _choose(telling or options, weights) or sorted(options, key=lambda option: option.words)[:1]
    )
    ordered = sorted(chosen, key=lambda option: option.entry.passage.start)
    return tuple(Cited(option.entry.text, option.entry.citations) for option in ordered)


def _option(entry: Entry, bonus: float) -> Option:
    return Option(entry, content_stems(entry.text), count_words(entry.text), bonus)


def _choose(options: Sequence[Option], weights: Counter[str]) -> list[Option]:
    chosen: list[Option] = []
    covered: frozenset[str] = frozenset()
    while len(chosen) < MOST:
        room = BUDGET - sum(option.words for option in chosen)
        left = [o for o in options if o.words <= room and o not in chosen]
        if not left:
            break
        best = max(left, key=lambda option: option.gain(covered, weights))
        covered |= best.stems
        chosen.append(best)
    return chosen
