"""Choose the two or three condensations that carry a statement's main line.

They are taken as they stand, with their citations, not written again. The choice is the greedy
one that covers most of the statement's words for its length, as for a submodular objective under
a budget (Lin and Bilmes, "A Class of Submodular Functions for Document Summarization", 2011).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from summarize.condense.text import count_words
from summarize.records import Cited, Entry, Statement
from summarize.words import content_stems, words

BUDGET: Final = 75
"""Most words of an "In brief"; the references of this project have 40 to 75."""

MOST: Final = 3

POINT_BONUS: Final = 1.5
"""A point that the speaker numbered counts for more than what is said beside the points."""

LENGTH_POWER: Final = 0.5
"""How strongly longer condensations are held back. Lin and Bilmes scale the cost likewise."""


def in_brief(
    statement: Statement, points: Sequence[Entry], passages: Sequence[Entry]
) -> tuple[Cited, ...]:
    """Two or three of the verified condensations, in the order of the statement."""
    weights = Counter(word.stem for word in words(statement.text) if word.content)
    entries = sorted((*points, *passages), key=lambda entry: entry.passage.start)
    bonus = {id(entry): POINT_BONUS for entry in points}
    chosen: list[Entry] = []
    covered: set[str] = set()
    while len(chosen) < MOST:
        left = [e for e in entries if e not in chosen and _fits(e, chosen)]
        if not left:
            break
        best = max(left, key=lambda e: bonus.get(id(e), 1.0) * _gain(e, covered, weights))
        covered |= set(content_stems(best.text))
        chosen.append(best)
    chosen = chosen or sorted(entries, key=lambda entry: count_words(entry.text))[:1]
    ordered = sorted(chosen, key=lambda entry: entry.passage.start)
    return tuple(Cited(entry.text, entry.citations) for entry in ordered)


def _fits(entry: Entry, chosen: Sequence[Entry]) -> bool:
    """Whether ``entry`` stays within the budget beside what is chosen."""
    return sum(count_words(e.text) for e in (*chosen, entry)) <= BUDGET


def _gain(entry: Entry, covered: set[str], weights: Counter[str]) -> float:
    """Weight of the words that ``entry`` adds, for its length."""
    new = set(content_stems(entry.text)) - covered
    return sum(weights[stem] for stem in new) / max(count_words(entry.text), 1) ** LENGTH_POWER
