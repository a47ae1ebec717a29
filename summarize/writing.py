"""Write notes to files: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from summarize.errors import OutputError, UsageError
from summarize.records import Note
from summarize.render import RENDERERS, render
from summarize.render.seal import is_sealed

UNSAFE: Final = re.compile(r"[^\w.\-]+")
LONGEST_NAME: Final = 120
"""Characters of a file's name before its ending; file systems allow 255 bytes."""


@dataclass
class Target:
    """Where notes go: standard output, one file, or a folder with a file a note."""

    form: str
    path: Path | None = None
    folder: bool = False
    force: bool = False
    many: bool = False
    taken: set[str] = field(default_factory=set)

    def deliver(self, note: Note) -> Path | None:
        """Write ``note``; gives the file it went to, None for standard output.

        Raises:
            OutputError: it cannot be written.
        """
        text = render(note, self.form)
        if self.path is None:
            _print(text)
            return None
        path = self.path / self._name(note) if self.folder else self.path
        write_note(path, text, force=self.force)
        return path

    def _name(self, note: Note) -> str:
        name = note_name(note, self.form, self.taken, many=self.many)
        self.taken.add(name)
        return name


def choose_target(
    output: Path | None, form: str | None, *, several: bool, many: bool, force: bool
) -> Target:
    """Where the notes of one run go.

    Args:
        output: the file or folder that was asked for, if any.
        form: the format that was asked for; else the file's ending decides, else Markdown.
        several: whether there is more than one note.
        many: whether one source has several speakers, so that files are named after them too.
        force: whether files that are not pksum's may be replaced.

    Raises:
        UsageError: several notes cannot go there, or no format is known.
        OutputError: the folder cannot be made.
    """
    if output is None:
        if several and form != "json":
            raise UsageError("several notes: give a folder with -o, or --format json")
        return Target(form or "md")
    if several or output.is_dir():
        _make_folder(output)
        return Target(form or "md", output, folder=True, force=force, many=many)
    form = form or output.suffix.removeprefix(".").lower()
    if form not in RENDERERS:
        known = ", ".join(RENDERERS)
        raise UsageError(f"no format '{form}' for '{output}': end it in or give --format {known}")
    return Target(form, output, force=force)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UsageError(f"several notes, but '{path}' is a file: give a folder") from error
    except OSError as error:
        raise OutputError(f"the folder '{path}' cannot be made: {error.strerror}") from error


def _print(text: str) -> None:
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def write_note(path: Path, text: str, *, force: bool = False) -> None:
    """Write the note ``text`` to ``path``, whole or not at all.

    An existing file is replaced only when pksum wrote it and nobody has edited it since.

    Raises:
        OutputError: the file cannot be written, or is not pksum's to replace.
    """
    if not force and path.exists() and not _is_ours(path):
        raise OutputError(f"'{path}' exists and is no untouched note of pksum; --force replaces it")
    write_whole(path, text)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` in UTF-8, whole or not at all, over what stood there.

    Raises:
        OutputError: the file cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("x", encoding="utf-8", errors="surrogatepass", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise OutputError(f"'{path}' cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    try:
        return is_sealed(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return False


def note_name(note: Note, form: str, taken: Collection[str] = (), *, many: bool = False) -> str:
    """A file name for ``note``: its source's stem, its speaker where the source has ``many``,
    and a number where the name is ``taken``.
    """
    stem = Path(note.statement.source).stem or "note"
    who = note.statement.speaker if many else None
    name = UNSAFE.sub("-", "-".join(filter(None, (stem, who)))).strip("-.")[:LONGEST_NAME] or "note"
    numbered = (name if n == 1 else f"{name}-{n}" for n in range(1, len(taken) + 2))
    return next(f"{n}.{form}" for n in numbered if f"{n}.{form}" not in taken)
