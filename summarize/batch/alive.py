"""Which runs are alive: each holds a lock, which the system lets go when its process ends, however
it ends. What a dead run has left behind is cleared away by the next one.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from summarize.errors import OutputError

PREFIX: Final = ".pksum-"
LOCK: Final = ".lock"
DRAFT: Final = ".tmp"

PATIENCE: Final = 10.0
"""Seconds to wait for a lock of one's own: a run that starts at the same moment may be holding it,
to see whether its maker lives, and takes the file away when it could hold it.
"""


class Presence:
    """A run's lock in the folder that its notes go to, and the names of its drafts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.token = secrets.token_hex(8)
        self.path = folder / f"{PREFIX}{self.token}{LOCK}"
        self._lock = FileLock(self.path, mode=0o600)
        self._drafts = 0

    def __enter__(self) -> Presence:
        """Raises OutputError where the folder takes no files."""
        try:
            self._lock.acquire(timeout=PATIENCE)
        except OSError as error:
            reason = error.strerror or "no lock can be had there"
            raise OutputError(f"'{self.folder}' cannot be written to: {reason}") from error
        clear_dead(self.folder)
        return self

    def __exit__(self, *_: object) -> None:
        _remove_drafts(self.folder, self.token)
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self._lock.release()

    def draft(self) -> Path:
        """A new name for a file that is being written."""
        self._drafts += 1
        return self.folder / f"{PREFIX}{self.token}-{self._drafts}{DRAFT}"


def is_alive(lock: Path) -> bool:
    """Whether the run that holds ``lock`` goes on."""
    if not lock.exists():
        return False
    probe = FileLock(lock)
    try:
        probe.acquire(timeout=0)
    except (Timeout, OSError):
        return True
    with suppress(OSError):
        lock.unlink(missing_ok=True)
    probe.release()
    return False


def clear_dead(folder: Path) -> None:
    """Remove the drafts and locks that runs have left which are no more."""
    drafting = {_token(path) for path in _drafts(folder)}  # first: a lock is older than its drafts
    living = {_token(lock) for lock in folder.glob(f"{PREFIX}*{LOCK}") if is_alive(lock)}
    for token in drafting - living:
        _remove_drafts(folder, token)


def _token(path: Path) -> str:
    return path.name.removeprefix(PREFIX).split("-")[0].removesuffix(LOCK)


def _drafts(folder: Path) -> Iterator[Path]:
    return folder.glob(f"{PREFIX}*-*{DRAFT}")


def _remove_drafts(folder: Path, token: str) -> None:
    for path in folder.glob(f"{PREFIX}{token}-*{DRAFT}"):
        with suppress(OSError):
            path.unlink(missing_ok=True)
