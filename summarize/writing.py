"""Write notes to files: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarize.errors import OutputError, UsageError
from summarize.records import Note
from summarize.render import RENDERERS, render
from summarize.render.seal import is_untouched

if TYPE_CHECKING:
    from summarize.render.template import UserTemplate

UNSAFE: Final = re.compile(r"[^\w.\-]+")
LONGEST_NAME: Final = 120
"""Characters of a file's name before its ending; file systems allow 255 bytes."""


@dataclass
class Target:
    """Where notes go: standard output, one file, or a folder with a file a note and format."""

    forms: tuple[str, ...]
    path: Path | None = None
    folder: bool = False
    force: bool = False
    many: bool = False
    template: UserTemplate | None = None
    taken: set[str] = field(default_factory=set)

    def deliver(self, note: Note) -> list[Path]:
        """Write ``note`` in every format; gives the files, none for standard output.

        Raises:
            OutputError: it cannot be written.
            UsageError: the user's template fails.
        """
        made = {form: render(note, form, self.template) for form in self.forms}
        if self.path is None:
            for content in made.values():
                _print(_encoded(content))
            return []
        names = {form: self._name(note, form) for form in made} if self.folder else {}
        paths = {form: self.path / names[form] if self.folder else self.path for form in made}
        for form, content in made.items():
            write_note(paths[form], content, force=self.force)
        return list(paths.values())

    def _name(self, note: Note, form: str) -> str:
        name = note_name(note, form, self.taken, many=self.many)
        self.taken.add(name)
        return name


def choose_target(
    output: Path | None,
    forms: Sequence[str],
    *,
    several: bool,
    many: bool,
    force: bool,
    template: UserTemplate | None = None,
) -> Target:
    """Where the notes of one run go.

    Args:
        output: the file or folder that was asked for, if any.
        forms: the formats that were asked for; without any, the template's, else the one that
            the file's ending names, else Markdown.
        several: whether there is more than one note.
        many: whether one source has several speakers, so that files are named after them too.
        force: whether files that are not pksum's may be replaced.
        template: a template of the user's.

    Raises:
        UsageError: several notes cannot go there, or no format is known.
        OutputError: the folder cannot be made.
    """
    asked = tuple(dict.fromkeys(forms)) or ((template.form,) if template else ())
    if template and template.form not in asked:
        raise UsageError(f"the template '{template.path}' makes {template.form}: ask for that")
    if output is None:
        return _to_stdout(asked or ("md",), template, several=several)
    if several or len(asked) > 1 or output.is_dir():
        _make_folder(output)
        return Target(asked or ("md",), output, True, force, many, template)
    form = asked[0] if asked else output.suffix.removeprefix(".").lower()
    if form not in RENDERERS:
        known = ", ".join(RENDERERS)
        raise UsageError(f"no format '{form}' for '{output}': end it in or give --format {known}")
    return Target((form,), output, force=force, template=template)


def _to_stdout(forms: tuple[str, ...], template: UserTemplate | None, *, several: bool) -> Target:
    if len(forms) > 1:
        raise UsageError("several formats: give a folder with -o")
    if several and forms != ("json",):
        raise UsageError("several notes: give a folder with -o, or --format json")
    if forms == ("docx",) and sys.stdout.isatty():
        raise UsageError("a docx file is not for the terminal: give a file with -o")
    return Target(forms, template=template)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UsageError(f"several files, but '{path}' is a file: give a folder") from error
    except OSError as error:
        raise OutputError(f"the folder '{path}' cannot be made: {error.strerror}") from error


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def _print(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def write_note(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write the note ``content`` to ``path``, whole or not at all.

    An existing file is replaced only when pksum wrote it and nobody has edited it since.

    Raises:
        OutputError: the file cannot be written, or is not pksum's to replace.
    """
    if not force and path.exists() and not _is_ours(path):
        raise OutputError(f"'{path}' exists and is no untouched note of pksum; --force replaces it")
    write_whole(path, content)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write ``content`` to ``path``, text in UTF-8, whole or not at all, over what stood there.

    Raises:
        OutputError: the file cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(_encoded(content))
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
        return is_untouched(path.read_bytes())
    except OSError:
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
