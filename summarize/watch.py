"""Tell when files have arrived in a folder: whole, and a burst of them as one.

A file counts as arrived when its size and date have stood still for a while; a program that writes
a statement bit by bit is waited for, and does not keep the others waiting for long.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Final

from summarize.errors import InputError

STILL: Final = 2.0
"""Seconds without a change after which a file counts as whole. Writers flush more often."""

PATIENCE: Final = 30.0
"""Seconds that a whole file waits for others of its burst that are still being written."""

SWEEP: Final = 3600.0
"""Seconds after which the whole folder is looked at again: a system that is asked to tell of
thousands of changes at once may tell only that there were too many."""

TICK: Final = 250
"""Milliseconds between two looks at files that are waited for."""

State = tuple[int, int]


@dataclass
class Waiting:
    """Files that changed, each with its size and date and since when these stand still.

    Times are seconds of one clock, which the caller reads.
    """

    still: float = STILL
    patience: float = PATIENCE
    seen: dict[Path, tuple[State, float]] = field(default_factory=dict)

    def look(self, path: Path, now: float) -> None:
        """Take note of what a file looks like now; one that is gone is not waited for."""
        state = _state(path)
        if state is None:
            self.seen.pop(path, None)
        elif path not in self.seen or self.seen[path][0] != state:
            self.seen[path] = (state, now)

    def whole(self, now: float) -> frozenset[Path]:
        """The files to be read now, no longer waited for: all of a burst, or what can wait no more."""
        for path in list(self.seen):
            self.look(path, now)
        ages = {path: now - since for path, (_, since) in self.seen.items()}
        ready = frozenset(path for path, age in ages.items() if age >= self.still)
        if len(ready) < len(ages) and max(ages.values(), default=0.0) < self.patience:
            return frozenset()
        for path in ready:
            del self.seen[path]
        return ready


def arrivals(
    folder: Path,
    leave_out: Callable[[Path], bool] = lambda path: False,
    stop: Event | None = None,
    still: float = STILL,
    patience: float = PATIENCE,
    sweep: float = SWEEP,
    poll: bool = False,
) -> Iterator[frozenset[Path]]:
    """The files below ``folder`` that are there, then those that come or change, burst by burst.

    Args:
        folder: where to look, with all folders below it. Hidden files are passed over.
        leave_out: tells of a path that it is not to be looked at.
        stop: ends the watching when it is set.
        still: seconds; see ``STILL``.
        patience: seconds; see ``PATIENCE``.
        sweep: seconds; see ``SWEEP``. Every file is told of again then.
        poll: look at the files instead of asking the system, which sees no changes that another
            machine makes on a network drive.

    Raises:
        InputError: there is no such folder, or it cannot be watched.
    """
    from watchfiles import watch

    if not folder.is_dir():
        raise InputError(f"'{folder}' is no folder: give the folder that statements come to")
    waiting = Waiting(still, patience)

    def take(path: Path) -> None:
        for file in _files(path):
            if not leave_out(file) and not _is_hidden(file, folder):
                waiting.look(file, time.monotonic())

    try:
        changes = watch(
            folder,
            watch_filter=None,
            stop_event=stop,
            rust_timeout=TICK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
            force_polling=poll or None,
        )
        swept = float("-inf")
        for changed in changes:
            now = time.monotonic()
            if now - swept >= sweep:
                take(folder)
                swept = now
            for _, name in changed:
                take(Path(name))
            if ready := waiting.whole(time.monotonic()):
                yield ready
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise InputError(f"'{folder}' cannot be watched: {reason}") from error


def _state(path: Path) -> State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _files(path: Path) -> Iterator[Path]:
    """A file, or every file below a folder, which may have come as a whole."""
    if not path.is_dir():
        yield path
        return
    for folder, _, names in os.walk(path):
        for name in names:
            yield Path(folder, name)


def _is_hidden(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder) if path.is_relative_to(folder) else path
    return any(part.startswith(".") for part in inside.parts)
