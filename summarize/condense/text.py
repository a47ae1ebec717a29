"""Small things that every condenser does to words."""

from __future__ import annotations

import re
from typing import Final

WORD: Final = re.compile(r"\w+(?:[.,’'/-]\w+)*")
SPACE: Final = re.compile(r"\s+")
ENDS: Final = (".", "!", "?", "”", '"', "…")


def count_words(text: str) -> int:
    """Words of ``text``; "4,000", "S/RES/2518" and "COVID-19" are one each."""
    return sum(1 for _ in WORD.finditer(text))


def clean(text: str) -> str:
    """One line, single spaces, and a full stop where the text ends in a word."""
    text = SPACE.sub(" ", text).strip()
    return text if not text or text.endswith(ENDS) else text.rstrip(" ,;:") + "."
