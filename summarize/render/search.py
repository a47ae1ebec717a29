"""What was found, as a table for the terminal, as JSON and as a page."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from summarize.render.batch import one_line
from summarize.search import Hit

STYLED = ("\033[1m", "\033[0m")
PLAIN = ("«", "»")


def to_json(hits: Sequence[Hit]) -> str:
    """A list of objects, a hit each."""
    return json.dumps([asdict(hit) for hit in hits], ensure_ascii=False)


def to_table(hits: Sequence[Hit], *, styled: bool = False) -> str:
    """A few lines a hit: who, where and when; what the note says; the words found, marked."""
    if not hits:
        return "nothing was found"
    return "\n\n".join(_entry(hit, STYLED if styled else PLAIN) for hit in hits)


def _entry(hit: Hit, marks: tuple[str, str]) -> str:
    width = max(shutil.get_terminal_size().columns, 40) - 2
    who = [hit.date, hit.delegation or hit.speaker, hit.body, hit.symbol]
    head = one_line(" · ".join(filter(None, who)) or Path(hit.source).name)
    lines = [f"{head} ({hit.kind})"]
    said = ": ".join(filter(None, (hit.heading, hit.condensation)))
    lines += textwrap.wrap(one_line(said), width, initial_indent="  ", subsequent_indent="  ")
    found = "".join(f"{marks[0]}{p}{marks[1]}" if is_found else p for p, is_found in pieces(hit))
    lines += textwrap.wrap(f"> {found}", width, initial_indent="  ", subsequent_indent="    ")
    lines.append("  " + one_line(hit.notes[0] if hit.notes else hit.source))
    return "\n".join(lines)


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in pieces, each with whether it is a found word."""
    found, at = list[tuple[str, bool]](), 0
    for start, end in hit.marks:
        found += [
            (one_line(hit.snippet[at:start]), False),
            (one_line(hit.snippet[start:end]), True),
        ]
        at = end
    return [*found, (one_line(hit.snippet[at:]), False)]


def to_html(hits: Sequence[Hit], words: str, home: Path) -> str:
    """A page with the hits and links to their notes, ending in a newline. It loads nothing.

    Args:
        hits: what was found.
        words: what was searched for.
        home: the folder that the notes' paths start from.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("summarize", "render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template("search.html.j2").render(
        words=words,
        entries=[_view(hit, home) for hit in hits],
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'",
    )
    return page.strip() + "\n"


def _view(hit: Hit, home: Path) -> dict[str, Any]:
    page = next((n for n in hit.notes if n.endswith(".html")), next(iter(hit.notes), None))
    return {
        "hit": hit,
        "head": " · ".join(filter(None, (hit.date, hit.delegation, hit.speaker, hit.body))),
        "pieces": pieces(hit),
        "link": (home / page).absolute().as_uri() if page else None,
        "source": one_line(Path(hit.source).name),
    }


@cache
def _style() -> str:
    return files("summarize.render").joinpath("search.css").read_text("utf-8")
