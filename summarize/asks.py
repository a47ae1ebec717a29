"""Who is asked to do what, and what the speaker's side undertakes, in the source's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ask:
    """An ask: ``actor`` ("" where the source names none), ``action``, and the sentence's index."""

    actor: str
    action: str
    sentence: int


@dataclass(frozen=True)
class Commitment:
    """What the speaker's side undertakes, and the sentence's index."""

    action: str
    sentence: int


def asks(sentences: Sequence[str], delegation: str | None = None) -> tuple[Ask, ...]:
    return ()


def commitments(sentences: Sequence[str], delegation: str | None = None) -> tuple[Commitment, ...]:
    return ()
