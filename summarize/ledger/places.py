"""How paths are written in a ledger, so that a folder of notes can be moved with its ledger."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True)
class Places:
    """Paths within the folder of the ledger are written relative to it, others whole."""

    ledger: Path | None

    def name(self, path: Path) -> str:
        """``path`` as the ledger has it."""
        whole = from_root(path)
        if self.ledger is not None:
            home = from_root(self.ledger).parent
            if whole.is_relative_to(home):
                return _text(whole.relative_to(home).as_posix())
        return _text(str(whole))

    def path(self, name: str) -> Path:
        """The path that the ledger has as ``name``."""
        home = from_root(self.ledger).parent if self.ledger else Path()
        return home / name


def source_name(source: str) -> str:
    """A source as the ledger has it: an address as it is, a path from the root."""
    return source if ADDRESS.match(source) else _text(str(from_root(source)))


def from_root(path: str | Path) -> Path:
    """``path`` from the root, without dots; symbolic links stay as they were given."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def sha256_of(path: Path) -> str | None:
    """The SHA-256 of a file, or None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _text(path: str) -> str:
    """A path as text that a database can hold; bytes that are no UTF-8 are escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
