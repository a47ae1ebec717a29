"""A stretch of a clause that may be left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """Leave out ``tokens[start:end]``."""

    start: int
    end: int
    kind: str
