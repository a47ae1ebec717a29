"""A note as one self-contained HTML page: note and source side by side, no network, no framework.

The page's policy lets nothing load and nothing run but its own style and script, which it names
by their SHA-256 (W3C, "Content Security Policy Level 3"); so nothing in a statement can. All
words are escaped by the template engine.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from summarize.records import Note
from summarize.render.compose import compose
from summarize.render.seal import UNSEALED, seal

if TYPE_CHECKING:
    from jinja2 import Template

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that HTML and XML cannot hold; each is shown as U+FFFD."""


def to_html(note: Note) -> str:
    """The note as an HTML page, ending in a newline."""
    from markupsafe import Markup

    style, script = _asset("note.css"), _asset("note.js")
    page = _template().render(
        note=compose(note), style=Markup(style), script=Markup(script), policy=policy(style, script)
    )
    plain = page.replace("&#39;", "'")  # attributes stand in double quotes
    clean = CONTROL.sub("\ufffd", plain.replace("\r\n", "\n").replace("\r", "\n"))
    return seal(f"{clean.strip()}\n<!-- pksum seal {UNSEALED} -->\n")


def policy(style: str, script: str) -> str:
    """The content security policy of a page with this style and this script and nothing else."""
    return (
        f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(name: str) -> str:
    text = files("summarize.render").joinpath(name).read_text("utf-8")
    return re.sub(r"\n\s*", "\n", text)


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
    return environment.get_template("note.html.j2")
