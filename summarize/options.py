"""What a caller may choose. One frozen value, passed along the pipeline unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Length = Literal["short", "normal", "long"]

WORDS: Final[dict[Length, tuple[int, int]]] = {
    "short": (8, 20),
    "normal": (12, 45),
    "long": (30, 80),
}
"""Fewest and most words of a condensation, by length (house style, rule 1)."""

QUOTED_BELOW: Final = 30
"""A point of fewer words is quoted, not condensed (house style, rule 1)."""

SHARE_OF_SOURCE: Final = 0.4
"""A condensation has at most this share of the source's words (house style, rule 1)."""

VERBATIM: Final = "verbatim"
DEFAULT_MODEL: Final = "pksum-mini-v1"


@dataclass(frozen=True)
class Options:
    """How notes are to be made.

    ``model`` is "verbatim", the name of a bundled model, a folder, or "hub:ORG/NAME[@REVISION]".
    ``strict`` keeps the source's words wherever anything is found; ``repair=False`` shows the
    model's words with the findings. ``offline`` forbids every network request. ``engine`` is
    "auto", "torch" or "onnx" and says what runs the bundled model.
    """

    model: str = DEFAULT_MODEL
    length: Length = "normal"
    device: str = "auto"
    seed: int = 0
    strict: bool = False
    repair: bool = True
    prompt: Path | None = None
    offline: bool = False
    allow_pickle: bool = False
    engine: str = "auto"


def word_bounds(length: Length, source_words: int) -> tuple[int, int]:
    """Fewest and most words of a condensation of a passage of ``source_words`` words.

    The house style's bounds for ``length``, held under its share of the source.
    """
    low, high = WORDS[length]
    most = max(round(source_words * SHARE_OF_SOURCE), min(low, source_words))
    return min(low, most), min(high, most)
