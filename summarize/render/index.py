"""The list of a folder's notes as one self-contained HTML page that sorts and filters itself.

Without script it is a plain table of links. With it, only the rows in view are in the page, so that
thousands answer at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from summarize.render.html import CONTROL, policy
from summarize.render.seal import UNSEALED, seal

if TYPE_CHECKING:
    from jinja2 import Template

NOTHING: Final = "—"
"""What stands where a note's masthead says nothing."""


@dataclass(frozen=True)
class Listed:
    """A note as the list shows it. ``file`` is its path relative to the list, with "/"."""

    file: str
    title: str
    date: str | None = None
    speaker: str | None = None
    delegation: str | None = None
    body: str | None = None
    words: int = 0
    in_brief: str = ""

    @property
    def href(self) -> str:
        """The relative address of the note; a name with a colon is no scheme."""
        return "./" + quote(self.file)


def to_index(notes: Iterable[Listed], title: str = "Briefing notes") -> str:
    """The page that lists ``notes``, the newest first, those without a date last; sealed."""
    from markupsafe import Markup

    style, script = _asset("index.css"), _asset("index.js")
    ordered = sorted(notes, key=lambda note: (note.date or "", note.title, note.file))[::-1]
    page = _template().render(
        title=title,
        notes=ordered,
        delegations=_values(note.delegation for note in ordered),
        bodies=_values(note.body for note in ordered),
        nothing=NOTHING,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )
    clean = CONTROL.sub("\ufffd", page).strip()
    return seal(f"{clean}\n<!-- pksum seal {UNSEALED} -->\n")


def _values(found: Iterable[str | None]) -> Sequence[tuple[str, int]]:
    """The values there are, in the order of the alphabet, with how many notes have each."""
    return sorted(Counter(filter(None, found)).items(), key=lambda pair: pair[0].casefold())


@cache
def _asset(name: str) -> str:
    return files("summarize.render").joinpath(name).read_text("utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("summarize", "render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("index.html.j2")
