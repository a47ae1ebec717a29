"""A note as CommonMark that also reads well unrendered. Source words come as footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from summarize.records import Citation, Note
from summarize.render import words
from summarize.render.seal import UNSEALED, seal

if TYPE_CHECKING:
    from jinja2 import Template

SPECIAL: Final = re.compile(r"[\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
"""What CommonMark and its tables would read as markup inside a line."""


class Footnotes:
    """Numbers for the source words that a note cites; the same words get the same number."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[Citation, ...], int] = {}

    def mark(self, text: str, citations: Sequence[Citation]) -> str:
        """The footnote mark for the words that ``text`` cites; none where it quotes them all."""
        if words.quotes(text, citations):
            return ""
        number = self.numbers.setdefault(tuple(citations), len(self.numbers) + 1)
        return f"[^{number}]"


def to_markdown(note: Note) -> str:
    """The note as Markdown, ending in a newline."""
    text = _template().render(
        note=note,
        statement=note.statement,
        sentences=note.division.sentences,
        footnotes=Footnotes(),
        words=words,
    )
    return seal(re.sub(r"\n{3,}", "\n\n", text).strip() + f"\n\n<!-- pksum seal {UNSEALED} -->\n")


def escape(text: str) -> str:
    """``text`` on one line, with everything escaped that Markdown would read as markup."""
    return SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("summarize", "render"),
        autoescape=False,  # Markdown, not HTML: the filter "md" escapes
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["md"] = escape
    return environment.get_template("note.md.j2")
