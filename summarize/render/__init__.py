"""A note as a file. One renderer a format, in a dict; each is a pure function of the note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from summarize.records import Note
from summarize.render.json import to_json
from summarize.render.markdown import to_markdown

if TYPE_CHECKING:
    from summarize.render.template import UserTemplate

__all__ = ["RENDERERS", "render"]


def _html(note: Note) -> str:
    from summarize.render.html import to_html

    return to_html(note)


def _docx(note: Note) -> bytes:
    from summarize.render.docx import to_docx

    return to_docx(note)


def _text(note: Note) -> str:
    from summarize.render.text import to_text

    return to_text(note)


def _jsonld(note: Note) -> str:
    from summarize.render.jsonld import to_jsonld

    return to_jsonld(note)


RENDERERS: Final[dict[str, Callable[[Note], str | bytes]]] = {
    "md": to_markdown,
    "json": to_json,
    "html": _html,
    "docx": _docx,
    "txt": _text,
    "jsonld": _jsonld,
}


def render(note: Note, form: str, template: UserTemplate | None = None) -> str | bytes:
    """``note`` in the format ``form``; bytes for "docx", else text that ends in a newline.

    Args:
        note: what to render.
        form: a key of ``RENDERERS``.
        template: one of the user's, used where it makes this format.

    Raises:
        KeyError: there is no such format.
        UsageError: the template fails.
    """
    if template is not None and template.form == form:
        return template.render(note)
    return RENDERERS[form](note)
