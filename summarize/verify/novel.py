"""Words that good condensations bring in of their own, counted on the training references."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import log2


@cache
def novel() -> dict[str, int]:
    """How many training references bring in each stem that their source has not."""
    text = files("summarize").joinpath("data", "novel.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def is_strange(stem: str) -> bool:
    """Whether references bring in a stem next to never: once may be a slip of theirs."""
    return novel().get(stem, 0) <= 1


def novelty(stem: str, less: int = 0) -> float:
    """How often references bring in a stem, in powers of two; ``less`` are not counted."""
    return log2(1 + max(0, novel().get(stem, 0) - less))
