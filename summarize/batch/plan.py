"""What a caller may choose of a batch, and what it hears of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

State = Literal["done", "skipped", "failed", "left", "ignored"]
""""left" is for a later run, because of a limit; "ignored" lay in a folder and is no statement."""

LEDGER: Final = "pksum.sqlite"
TIMEOUT: Final = 600.0
"""Seconds for one source at one stage. A statement takes seconds; an hour's speech on a slow
machine some minutes."""

MEMORY: Final = 4096
"""Megabytes of address space for a process that reads, checks and writes out. The largest source
that the readers take (20 million characters) needs about half."""


@dataclass(frozen=True)
class Plan:
    """How a batch goes about it; how the notes are made is in ``Options``.

    ``ledger`` is by default ``out``/pksum.sqlite; without ``keep_ledger`` there is none, and every
    source is briefed. ``limit`` bounds the sources that are tried. ``timeout`` is in seconds, a
    source and stage; ``memory`` in megabytes, a process that reads or writes out. ``workers`` is 0 for
    as many as the model and this machine allow.
    """

    out: Path
    forms: tuple[str, ...] = ("md",)
    ledger: Path | None = None
    keep_ledger: bool = True
    template: Path | None = None
    workers: int = 0
    force: bool = False
    dry_run: bool = False
    limit: int | None = None
    fail_fast: bool = False
    retry_failed: bool = False
    timeout: float = TIMEOUT
    memory: int = MEMORY

    @property
    def ledger_path(self) -> Path:
        """The ledger's file; a folder that is given holds it under its usual name."""
        if self.ledger is not None and self.ledger.is_dir():
            return self.ledger / LEDGER
        return self.ledger or self.out / LEDGER


@dataclass(frozen=True)
class Outcome:
    """What became of one source, and why. ``notes`` are the files that were written for it,
    ``kept`` those that somebody has edited, beside which they were written.
    """

    source: str
    state: State
    reason: str
    notes: tuple[Path, ...] = ()
    points: int = 0
    seconds: float | None = None
    kept: tuple[Path, ...] = ()


@dataclass
class Totals:
    """A run in numbers. ``seconds`` are wall clock; ``kept`` are notes that somebody edited."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    points: int = 0
    seconds: float = 0.0
    kept: list[Path] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.counts[outcome.state] += 1
        self.notes += len(outcome.notes)
        self.points += outcome.points
        self.kept += outcome.kept

    @property
    def given(self) -> int:
        """The sources that were given, without what lay beside them in a folder."""
        return sum(self.counts.values()) - self.counts["ignored"]

    @property
    def failed(self) -> int:
        """The sources that stand failed, tried in this run or not."""
        return self.counts["failed"]
