"""A seal in every written note: the digest of the rest of the file.

It tells a note that pksum wrote and nobody has touched, which may be replaced, from one that an
officer has worked on, which may not. It is no signature: who edits a note can seal it again.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

UNSEALED: Final = "0" * 64
MARKS: Final = ("pksum seal ", '"seal": "')
"""What stands before the digits: in a comment of a text format, and in JSON."""

DIGITS: Final = re.compile("[0-9a-f]{64}")


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


def _place(text: str) -> tuple[int, int]:
    """Where the digits of the last seal in ``text`` stand."""
    at = max(text.rfind(mark) + len(mark) if mark in text else -1 for mark in MARKS)
    if at < 0 or not DIGITS.fullmatch(text, at, at + len(UNSEALED)):
        raise ValueError("there is no seal")
    return at, at + len(UNSEALED)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
