"""One door for every source: which reader takes it, and what is refused."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from summarize.errors import InputError
from summarize.masthead import with_masthead
from summarize.masthead.language import find_language
from summarize.page.boilerplate import lay_out
from summarize.read.compilation import is_compilation, split_compilation
from summarize.read.extracted import Extracted
from summarize.read.limits import DEFAULT, Limits
from summarize.read.page_breaks import without_page_breaks
from summarize.read.record import Turn, is_record, split_record
from summarize.read.summary import is_summary, split_summary
from summarize.read.text import decode
from summarize.records import Statement

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PLAIN = {".txt", ".md", ".text", ".markdown"}
_SNIFFED = 4096
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "an old or an encrypted Office file",
    b"{\\rtf": "a Rich Text file (.rtf)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
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


def _read_address(
    source: str, offline: bool, allow_private: bool, limits: Limits
) -> tuple[Statement, ...]:
    if offline:
        raise InputError(f"{_one_line(source)} is an address and reading is offline; save the page")
    from summarize.read.address import fetch

    fetched = fetch(source, allow_private=allow_private, limits=limits)
    path = urlsplit(fetched.address).path
    return _read(fetched.data, source, Path(path).suffix.lower(), fetched.charset, limits)


def read(
    source: str | Path,
    *,
    stdin: BinaryIO | None = None,
    offline: bool = True,
    allow_private: bool = False,
    limits: Limits = DEFAULT,
) -> tuple[Statement, ...]:
    """The statements of ``source``: one, or one a speaker for a verbatim record.

    ``source`` is a path, "-" for ``stdin`` (the program's own where none is given), or an
    http(s) address, which needs ``offline`` to be False; an address within a private network
    needs ``allow_private``. Raises InputError with one line that says what is wrong.
    """
    if isinstance(source, str) and _ADDRESS.match(source):
        return _read_address(source, offline, allow_private, limits)
    if source == "-":
        data = (stdin or sys.stdin.buffer).read(limits.size + 1)
        if len(data) > limits.size:
            raise _too_large("standard input", limits)
        return read_bytes(data, "-", limits=limits)
    path = Path(source)
    name = _one_line(path.name or str(path))
    return read_bytes(_read_path(path, name, limits), name, limits=limits)


def read_bytes(data: bytes, name: str, *, limits: Limits = DEFAULT) -> tuple[Statement, ...]:
    """The statements that ``data`` holds, ``name`` being the source's name.

    A name that ends in .txt or .md is text, markup and all; elsewhere the content decides.
    Raises InputError.
    """
    return _read(data, name, Path(name).suffix.lower(), None, limits)


def _read(
    data: bytes, name: str, suffix: str, charset: str | None, limits: Limits
) -> tuple[Statement, ...]:
    shown = "standard input" if name == "-" else _one_line(name)
    if not data:
        raise InputError(f"{shown} is empty; give a file that holds a statement")
    if len(data) > limits.size:
        raise _too_large(shown, limits)
    if suffix in _PLAIN:
        return _statements(_plain(*decode(data, shown, charset)), name, shown)
    return _statements(_extract(data, shown, charset, limits), name, shown)


def _extract(data: bytes, shown: str, charset: str | None, limits: Limits) -> Extracted:
    """The text of ``data`` by the reader that its first bytes call for."""
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML.match(start):
        from summarize.read.html import read_html

        return read_html(data, shown, limits, charset)
    if b"%PDF-" in data[:1024]:
        from summarize.read.pdf import read_pdf

        return read_pdf(data, shown, limits)
    if start.startswith(b"PK\x03\x04"):
        from summarize.read.docx import read_docx

        return read_docx(data, shown, limits)
    for magic, what in _OTHERS.items():
        if start.startswith(magic):
            raise InputError(f"{shown} is {what}; save it as .docx, .pdf, .html or .txt")
    return _plain(*decode(data, shown, charset))


def _plain(text: str, encoding: str | None = None) -> Extracted:
    return Extracted(without_page_breaks(text), encoding=encoding)


def read_text(text: str, name: str) -> tuple[Statement, ...]:
    """The statements of ``text``, ``name`` being the source's name. Raises InputError."""
    shown = "standard input" if name == "-" else _one_line(name)
    return _statements(_plain(text), name, shown)


def _statements(found: Extracted, name: str, shown: str) -> tuple[Statement, ...]:
    text = found.text
    if not text.strip():
        raise InputError(f"{shown} holds only white space; give a file that holds a statement")
    if not re.search(r"\w", text):
        raise InputError(f"{shown} holds no words; give a file that holds a statement")
    split = _splitter(text)
    if split:
        return _turns(split(text), name, shown, found)
    layout = lay_out(text, found.marked, found.title)
    if layout.body.start == layout.body.end:
        raise InputError(f"{shown} holds menus and no statement; give the page of the statement")
    bare = Statement(
        text=text,
        source=name,
        encoding=found.encoding,
        boilerplate=layout.boilerplate,
        notices=found.notices,
    )
    return (with_masthead(bare, layout, found.declared),)


def _splitter(text: str) -> Callable[[str], tuple[Turn, ...]] | None:
    """What parts a text that holds many statements, or None where it holds one."""
    if is_compilation(text):
        return split_compilation
    if is_record(text):
        return split_record
    return split_summary if is_summary(text) else None


def _turns(
    turns: tuple[Turn, ...], name: str, shown: str, found: Extracted
) -> tuple[Statement, ...]:
    """A statement for each turn of a record, each with the meeting's masthead."""
    if not turns:
        raise InputError(f"{shown} is a meeting record that holds no speech; give the full record")
    language = find_language(" ".join(turn.text for turn in turns[:5]))
    return tuple(_of_turn(turn, name, found, language) for turn in turns)


def _of_turn(turn: Turn, name: str, found: Extracted, language: str | None) -> Statement:
    layout = lay_out(turn.text, turn.marked, turn.title)
    known: dict[str, Any] = dict(turn.meeting) | {
        key: value for key, (value, _) in turn.fields.items()
    }
    statement = Statement(
        text=turn.text,
        source=name,
        encoding=found.encoding,
        notices=found.notices,
        boilerplate=layout.boilerplate,
        spans={key: span for key, (_, span) in turn.fields.items()},
    )
    read = with_masthead(replace(statement, **known), layout)
    return replace(read, kind=turn.kind) if turn.kind else read
