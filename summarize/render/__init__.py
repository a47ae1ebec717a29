"""A note as text. One renderer a format, in a dict; each is a pure function of the note."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from summarize.records import Note
from summarize.render.json import to_json
from summarize.render.markdown import to_markdown

RENDERERS: Final[dict[str, Callable[[Note], str]]] = {"md": to_markdown, "json": to_json}


def render(note: Note, form: str) -> str:
    """``note`` in the format ``form``: "md" or "json". Ends in a newline.

    Raises:
        KeyError: there is no such format.
    """
    return RENDERERS[form](note)
