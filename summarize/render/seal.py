"""A seal in every written note: the digest of the rest of the file.

It tells a note that pksum wrote and nobody has touched, which may be replaced, from one that an
officer has worked on, which may not. It is no signature: who edits a note can seal it again.
A text format is sealed as one text; a package (docx) by the names and contents of its parts,
with the seal in the identifier of its core properties.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import Final

UNSEALED: Final = "0" * 64
MARKS: Final = ("pksum seal ", '"seal": "')
"""What stands before the digits: in a comment of a text format, and in JSON."""

DIGITS: Final = re.compile("[0-9a-f]{64}")
PROPERTIES: Final = "docProps/core.xml"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every part of a package, so that the same note is the same bytes."""


def seal(text: str) -> str:
    """``text`` with its placeholder of zeros replaced by the SHA-256 of the text as given."""
    start, end = _place(text)
    return text[:start] + _digest(text) + text[end:]


def is_sealed(text: str) -> bool:
    """Whether ``text`` carries a seal and is as it was when it was sealed."""
    try:
        start, end = _place(text)
    except ValueError:
        return False
    return text[start:end] == _digest(text[:start] + UNSEALED + text[end:])


def seal_package(package: bytes) -> bytes:
    """``package`` (a docx file), packed anew, its placeholder replaced by its parts' digest."""
    parts = _parts(package)
    properties = parts[PROPERTIES].decode()
    start, end = _place(properties)
    sealed = properties[:start] + _parts_digest(parts) + properties[end:]
    return _packed({**parts, PROPERTIES: sealed.encode()})


def is_untouched(content: bytes) -> bool:
    """Whether ``content``, text or package, is a note as pksum wrote it."""
    if content.startswith(b"PK"):
        return _is_sealed_package(content)
    try:
        return is_sealed(content.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return False


def _is_sealed_package(package: bytes) -> bool:
    try:
        parts = _parts(package)
        properties = parts[PROPERTIES].decode()
        start, end = _place(properties)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError):
        return False
    blank = properties[:start] + UNSEALED + properties[end:]
    return properties[start:end] == _parts_digest({**parts, PROPERTIES: blank.encode()})


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    """``parts`` as a package, the same bytes whenever it is made."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _parts_digest(parts: dict[str, bytes]) -> str:
    lines = (f"{name} {hashlib.sha256(parts[name]).hexdigest()}\n" for name in sorted(parts))
    return _digest("".join(lines))


def _place(text: str) -> tuple[int, int]:
    """Where the digits of the last seal in ``text`` stand."""
    at = max(text.rfind(mark) + len(mark) if mark in text else -1 for mark in MARKS)
    if at < 0 or not DIGITS.fullmatch(text, at, at + len(UNSEALED)):
        raise ValueError("there is no seal")
    return at, at + len(UNSEALED)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
