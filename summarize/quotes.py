"""Which sentences stand inside a quotation that an earlier sentence opened."""

from __future__ import annotations

import re
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
        turned = _turns(sentence)  # straight marks open and close alike
        ahead = sentences[i + 1 : i + 1 + LONGEST]
        if opens > closes or (turned and opened < 0 and any(map(_turns, ahead))):
            opened = i
        elif closes >= 0 or turned:
            opened = -1
    return tuple(found)


def _turns(sentence: str) -> bool:
    """Whether an odd number of straight marks stands in the sentence, marks of inches apart."""
    return len(re.findall(r'(?<!\d)"', sentence)) % 2 == 1
