"""A note as CommonMark that also reads well unrendered. Source words come as footnotes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from summarize.records import Note
from summarize.render.compose import compose
from summarize.render.seal import UNSEALED, seal
from summarize.render.typography import NO_BREAK

if TYPE_CHECKING:
    from jinja2 import Template

SPECIAL: Final = re.compile(r"[\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
"""What CommonMark and its tables would read as markup inside a line."""

SPACES: Final = re.compile(f"[^\\S{NO_BREAK}]+")


def to_markdown(note: Note) -> str:
    """The note as Markdown, ending in a newline."""
    text = _template().render(note=compose(note))
    return seal(re.sub(r"\n{3,}", "\n\n", text).strip() + f"\n\n<!-- pksum seal {UNSEALED} -->\n")


def escape(text: str) -> str:
    """``text`` on one line, with everything escaped that Markdown would read as markup."""
    return SPECIAL.sub(r"\\\g<0>", SPACES.sub(" ", text).strip())


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
