"""What the child processes of a batch do. Each function takes plain values and gives plain values,
so that any engine can carry them: a pipe, or another machine.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import Final

from summarize.batch.recipe import reading_key
from summarize.condense import Condenser, ModelCard
from summarize.condense.verbatim import VerbatimCondenser
from summarize.errors import InputError
from summarize.gate import asked, settle_all
from summarize.ledger.places import ADDRESS
from summarize.ledger.rows import NoteRows, rows_of, statement_digest
from summarize.options import Length, Options
from summarize.pipeline import Prepared, finish, prepare
from summarize.read import read, read_bytes
from summarize.read.limits import DEFAULT
from summarize.records import Draft, Source, Statement
from summarize.render import render
from summarize.render.template import UserTemplate

NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Item:
    """A statement that was read, with the digest that it is known by."""

    prepared: Prepared
    digest: str

    @property
    def size(self) -> int:
        """How many passages there are to condense."""
        return len(self.prepared.division.points) + len(self.prepared.division.passages)


@dataclass(frozen=True)
class Reading:
    """What a source holds. ``key`` is what its bytes are known by, None for an address."""

    key: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Drafted:
    """A condenser whose answers were given elsewhere: it hands out those of one statement."""

    card: ModelCard
    drafts: tuple[Draft, ...]

    def condense(self, sources: Sequence[Source], length: Length) -> list[Draft]:
        """The drafts that were made of ``sources``."""
        if len(sources) != len(self.drafts):
            raise ValueError("the drafts are not of these sources")
        return list(self.drafts)


@dataclass(frozen=True)
class Made:
    """A note in each format that was asked for, and the rows that a ledger keeps of it."""

    contents: dict[str, bytes]
    rows: NoteRows
    seconds: float


def read_source(name: str, *, offline: bool) -> Reading:
    """The statements of a source, segmented.

    Raises:
        InputError: it cannot be read as a statement.
    """
    if ADDRESS.match(name):
        return Reading(None, _items(read(name, offline=offline)))
    data = read_regular(Path(name), shown(name))
    key = reading_key(hashlib.sha256(data).hexdigest(), name)
    return Reading(key, _items(read_bytes(data, Path(name).name)))


def shown(name: str) -> str:
    """A file's name as a line of text may show it: on one line, without marks of direction."""
    return "".join(ch if ch.isprintable() else "?" for ch in Path(name).name or name)


def read_regular(path: Path, name: str) -> bytes:
    """The bytes of a regular file; a pipe or a device, which might never end, is refused.

    Raises:
        InputError: it is none, cannot be read, or is too large.
    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | NO_WAIT), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise InputError(f"{name} is no regular file; save it as one")
            if found.st_size > DEFAULT.size:
                raise InputError(f"{name} is larger than {DEFAULT.size // 1_000_000} MB; split it")
            return file.read(DEFAULT.size + 1)
    except FileNotFoundError:
        raise InputError(f"{name} does not exist; check the path") from None
    except PermissionError:
        raise InputError(f"{name} may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "bad name"
        raise InputError(f"{name} cannot be read: {reason.lower()}") from None


def _items(statements: Sequence[Statement]) -> tuple[Item, ...]:
    return tuple(Item(prepare(s), statement_digest(s)) for s in statements)


def condense_together(
    items: Sequence[Item], condenser: Condenser, length: Length
) -> list[tuple[Draft, ...]]:
    """The drafts of several statements, all of whose passages are given to the model at once."""
    sources = [asked(item.prepared.sources, condenser) for item in items]
    drafts = iter(condenser.condense(list(chain(*sources)), length))
    return [tuple(islice(drafts, len(own))) for own in sources]


def make(
    item: Item,
    drafted: Drafted | None,
    options: Options,
    forms: Sequence[str],
    template: UserTemplate | None,
) -> Made:
    """The note of a statement: verified, cited, put together, and written out in ``forms``.

    ``drafted`` are the model's answers; without any, the source is quoted (``verbatim``).
    """
    start = monotonic()
    condenser: Condenser = drafted or VerbatimCondenser()
    settled = settle_all(item.prepared.sources, condenser, options)
    note = finish(item.prepared, settled, condenser, options)
    contents = {form: _encoded(render(note, form, template)) for form in forms}
    return Made(contents, rows_of(note), monotonic() - start)


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
