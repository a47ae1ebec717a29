"""How much a source may hold, so that reading ends in bounded time and memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds on one source; what goes beyond them is refused with a message, never cut.

    ``size`` counts bytes as they come (``page`` those of a web page), ``extracted`` the
    characters of the text that a document holds once unpacked, ``pages`` those of a PDF,
    ``seconds`` the time an address may take to answer and ``redirects`` how often it may send on.
    """

    size: int = 50_000_000
    page: int = 20_000_000
    extracted: int = 20_000_000
    pages: int = 1_000
    seconds: float = 30.0
    redirects: int = 5


DEFAULT = Limits()
