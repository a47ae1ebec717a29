"""Which sources a batch was given: folders, globs, files, addresses, a list."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.ledger.places import ADDRESS, from_root

READ_IN_FOLDERS: Final = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"}
)
"""Endings that are taken from a folder; a file that is named is read whatever its ending."""

MAGIC: Final = ("*", "?", "[")


@dataclass(frozen=True)
class Found:
    """One source: a path or an address. ``left_out`` says why it is not to be read, if so;
    ``broken`` why it cannot be.
    """

    name: str
    left_out: str = ""
    broken: str = ""

    @property
    def is_address(self) -> bool:
        return bool(ADDRESS.match(self.name))


def find_sources(given: Iterable[str | Path], apart: Path | None = None) -> Iterator[Found]:
    """Every source that ``given`` names, once, in order of name within a folder.

    Args:
        given: files, folders (with all below them), globs and http(s) addresses. A name that
            exists is itself, also where it has the signs of a glob.
        apart: the folder that notes go to, which is passed over where it lies in one of these.
    """
    seen: set[str] = set()
    for name in given:
        for found in _expand(os.fspath(name), apart):
            key = found.name if found.is_address else str(from_root(found.name))
            if key not in seen:
                seen.add(key)
                yield found


def is_read(path: Path) -> bool:
    """Whether a file that lies in a folder is read, by its ending."""
    return path.suffix.lower() in READ_IN_FOLDERS


def split_list(data: bytes) -> list[str]:
    """The names in a list, one a line; where it holds a NUL (``find -print0``), these part them,
    so that a name may hold line ends.
    """
    parts = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(part) for part in parts if part.strip()]


def _expand(name: str, apart: Path | None) -> Iterator[Found]:
    if ADDRESS.match(name):
        yield Found(name)
    elif os.path.isdir(name):  # noqa: PTH112  (a name may be no valid Path on this system)
        yield from _walk(name, apart, set())
    elif not os.path.lexists(name) and any(sign in name for sign in MAGIC):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  (absolute ones too)
        if not matches:
            yield Found(name, broken="no file matches this pattern")
        for match in matches:
            yield from _expand(match, apart)
    else:
        yield Found(name)


def _walk(folder: str, apart: Path | None, seen: set[tuple[int, int]]) -> Iterator[Found]:
    """The files below a folder. Links are followed, but no folder is entered twice."""
    try:
        place = Path(folder).stat()
        if (place.st_dev, place.st_ino) in seen or _is_same(folder, apart):
            return
        seen.add((place.st_dev, place.st_ino))
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        reason = (error.strerror or "bad name").lower()
        yield Found(folder, broken=f"this folder cannot be read: {reason}")
        return
    for name in names:
        yield from _entry(os.path.join(folder, name), apart, seen)  # noqa: PTH118


def _entry(path: str, apart: Path | None, seen: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        reason = (error.strerror or "bad name").lower()
        yield Found(path, broken=f"this link leads nowhere or cannot be followed: {reason}")
        return
    ending = Path(path).suffix.lower()
    if stat.S_ISDIR(mode):
        yield from _walk(path, apart, seen)
    elif not stat.S_ISREG(mode):
        yield Found(path, left_out="no regular file")
    elif ending not in READ_IN_FOLDERS:
        what = f"the ending {ending}" if ending else "a name without ending"
        yield Found(path, left_out=f"{what} is not read in a folder; name the file to have it read")
    else:
        yield Found(path)


def _is_same(folder: str, apart: Path | None) -> bool:
    try:
        return apart is not None and Path(folder).samefile(apart)
    except OSError:
        return False
