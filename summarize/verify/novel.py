"""Words that good condensations bring in of their own, counted on the training references."""

from __future__ import annotations

from math import log2

from summarize.lexicon import weights


def novel() -> dict[str, int]:
    """How many training references bring in each stem that their source has not."""
    return weights("novel")


def is_strange(stem: str) -> bool:
    """Whether references bring in a stem next to never: once may be a slip of theirs."""
    return novel().get(stem, 0) <= 1


def novelty(stem: str, less: int = 0) -> float:
    """How often references bring in a stem, in powers of two; ``less`` are not counted."""
    return log2(1 + max(0, novel().get(stem, 0) - less))
