"""Which sentences stand inside a quotation that an earlier sentence opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LONGEST: Final = 6
"""Sentences of a quotation; a mark that nothing closes in so many was lost in the text."""


def inside_quotation(sentences: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence whether it begins in a quotation: those words are another's."""
    found: list[bool] = []
    opened = -1
    for i, sentence in enumerate(sentences):
        if opened >= 0 and i - opened > LONGEST:
            opened = -1
        found.append(opened >= 0)
        opens, closes = sentence.rfind("“"), sentence.rfind("”")
        if opens > closes:
            opened = i
        elif closes >= 0:
            opened = -1
    return tuple(found)
