"""pksum: from a diplomatic statement to a briefing note whose every sentence cites its source.

    from summarize import Options, brief
    from summarize.render import render

    for note in brief("speech.txt", Options(length="short")):
        print(render(note, "md"))

Each stage is a function of its own: ``summarize.read.read``, ``summarize.segment.segment``,
``summarize.verify.verify``, ``summarize.cite.cite``. They are not repeated here, where the module
of the same name would hide the function.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.condense.open import open_condenser
    from summarize.errors import PksumError
    from summarize.options import Options
    from summarize.pipeline import brief, brief_all
    from summarize.records import Note, Statement

_HOME = {
    "Note": "summarize.records",
    "Options": "summarize.options",
    "PksumError": "summarize.errors",
    "Statement": "summarize.records",
    "brief": "summarize.pipeline",
    "brief_all": "summarize.pipeline",
    "open_condenser": "summarize.condense.open",
}

__all__ = [
    "Note",
    "Options",
    "PksumError",
    "Statement",
    "brief",
    "brief_all",
    "open_condenser",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for: importing the package stays instant."""
    if name not in _HOME:
        raise AttributeError(f"module 'summarize' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)
