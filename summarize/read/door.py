"""One door for every source: which reader takes it, and what is refused."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import BinaryIO

from summarize.errors import InputError
from summarize.masthead import with_masthead
from summarize.page.boilerplate import lay_out
from summarize.read.limits import Limits
from summarize.read.text import decode
from summarize.records import Statement

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PLAIN = {".txt", ".md", ".text", ".markdown"}
_MEGABYTE = 1_000_000


def _one_line(name: str) -> str:
    """A file's name as a message may show it."""
    return "".join(ch if ch.isprintable() else "?" for ch in name)


def _too_large(name: str, limits: Limits) -> InputError:
    return InputError(
        f"{name} is larger than {limits.size // _MEGABYTE} MB; split it or give the text alone"
    )


def _read_path(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{name} is a folder; name a file in it")
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except FileNotFoundError:
        raise InputError(f"{name} does not exist; check the path") from None
    except PermissionError:
        raise InputError(f"{name} may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "bad name"
        raise InputError(f"{name} cannot be read: {reason.lower()}") from None
    if len(data) > limits.size:
        raise _too_large(name, limits)
    return data


def read(
    source: str | Path,
    *,
    stdin: BinaryIO | None = None,
    offline: bool = True,
    allow_private: bool = False,
    limits: Limits = Limits(),
) -> tuple[Statement, ...]:
    """The statements of ``source``: one, or one a speaker for a verbatim record.

    ``source`` is a path, "-" for ``stdin`` (the program's own where none is given), or an
    http(s) address, which needs ``offline`` to be False; an address within a private network
    needs ``allow_private``. Raises InputError with one line that says what is wrong.
    """
    if isinstance(source, str) and _ADDRESS.match(source):
        raise InputError(f"{_one_line(source)} is an address, which this version cannot read")
    if source == "-":
        data = (stdin or sys.stdin.buffer).read(limits.size + 1)
        if len(data) > limits.size:
            raise _too_large("standard input", limits)
        return read_bytes(data, "-", limits=limits)
    path = Path(source)
    name = _one_line(path.name or str(path))
    return read_bytes(_read_path(path, name, limits), name, limits=limits)


def read_bytes(data: bytes, name: str, *, limits: Limits = Limits()) -> tuple[Statement, ...]:
    """The statements that ``data`` holds, ``name`` being the source's name.

    A name that ends in .txt or .md is text, markup and all; elsewhere the content decides.
    Raises InputError.
    """
    shown = "standard input" if name == "-" else _one_line(name)
    if not data:
        raise InputError(f"{shown} is empty; give a file that holds a statement")
    if len(data) > limits.size:
        raise _too_large(shown, limits)
    text, encoding = decode(data, shown)
    return read_text(text, name, encoding=encoding)


def read_text(text: str, name: str, *, encoding: str | None = None) -> tuple[Statement, ...]:
    """The statements of ``text``, ``name`` being the source's name. Raises InputError."""
    shown = "standard input" if name == "-" else _one_line(name)
    if not text.strip():
        raise InputError(f"{shown} holds only white space; give a file that holds a statement")
    if not re.search(r"\w", text):
        raise InputError(f"{shown} holds no words; give a file that holds a statement")
    layout = lay_out(text)
    bare = Statement(text=text, source=name, encoding=encoding, boilerplate=layout.boilerplate)
    return (with_masthead(bare, layout),)
