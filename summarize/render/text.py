"""A note as plain text, 78 columns wide, with the source words as numbered notes at the end."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from summarize.records import Note
from summarize.render.compose import compose
from summarize.render.seal import UNSEALED, seal
from summarize.render.typography import NO_BREAK, bind

if TYPE_CHECKING:
    from jinja2 import Template

COLUMNS: Final = 78
INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Controls, and marks that turn the direction of a line around: shown as U+FFFD."""

WORD: Final = re.compile(r"[^ \t\r\n]+")
PIECE: Final = re.compile(r"[^\u2e80-\U0003ffff]+|[\u2e80-\U0003ffff][、。，；：！？」』）”’]*")
"""What no line breaks in: other scripts, or one East Asian character with what closes after it."""


def to_text(note: Note) -> str:
    """The note as plain text, ending in a newline."""
    page = _template().render(note=compose(note), columns=COLUMNS)
    flat = re.sub(r"\n{3,}", "\n\n", page.replace(NO_BREAK, " ")).strip()
    clean = INVISIBLE.sub("\ufffd", flat)
    return seal(f"{clean}\n\npksum seal {UNSEALED}\n")


def wrap(text: str, first: str = "", rest: str | None = None, columns: int = COLUMNS) -> str:
    """``text`` in lines of at most ``columns``, a longer word on a line of its own.

    Args:
        text: to be wrapped; it breaks at spaces and between wide (East Asian) characters.
        first: what the first line begins with.
        rest: what the others begin with; as many spaces as ``first`` is wide by default.
        columns: the width of a line.
    """
    rest = " " * width(first) if rest is None else rest
    lines, line, is_empty = [], first, True
    for gap, word in _words(bind(text)):
        if not is_empty and width(line) + len(gap) + width(word) > columns:
            lines.append(line)
            line, is_empty = rest, True
        line += word if is_empty else gap + word
        is_empty = False
    return "\n".join((*lines, line)).rstrip()


def width(text: str) -> int:
    """The columns that ``text`` takes on a terminal (Unicode Standard Annex #11)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _words(text: str) -> list[tuple[str, str]]:
    """The pieces that a line may break between, each with the space before it."""
    pieces = []
    for word in WORD.findall(text):
        pieces += [(" " if i == 0 else "", part) for i, part in enumerate(PIECE.findall(word))]
    return pieces


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("summarize", "render"),
        autoescape=False,  # plain text has no markup
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["wrap"] = wrap
    return environment.get_template("note.txt.j2")
