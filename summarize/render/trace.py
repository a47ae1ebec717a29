"""Positions over time, for the terminal, as JSON and as a page with a chart."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from summarize.render.batch import one_line
from summarize.render.html import CONTROL, policy
from summarize.render.search import to_json
from summarize.search import Hit
from summarize.trace import day_of, speakers, who_of

__all__ = ["to_html", "to_json", "to_table"]

ROWS: Final = 20
"""Speakers that the chart has a row for: those with most points."""

ROW_HEIGHT: Final = 26
MARGINS: Final = 130
WIDTH: Final = 960
UNNAMED: Final = "speaker not named"


def to_table(hits: Sequence[Hit]) -> str:
    """Three parts a line of the trace: when, who and where; what was said; the source's words."""
    if not hits:
        return "nothing was said of it in the notes of this ledger"
    return "\n\n".join(_entry(hit) for hit in hits)


def _entry(hit: Hit) -> str:
    width = max(shutil.get_terminal_size().columns, 40)
    head = " · ".join(filter(None, (hit.date or "undated", who_of(hit), hit.body, hit.symbol)))
    said = textwrap.wrap(
        one_line(hit.condensation), width, initial_indent="  ", subsequent_indent="  "
    )
    cited = [f"“{one_line(place.exact)}” [{place.start}–{place.end}]" for place in hit.citations]
    quoted = textwrap.wrap(
        " ".join(cited), width, initial_indent="    > ", subsequent_indent="      "
    )
    return "\n".join([one_line(head), *said, *quoted, "    " + one_line(_place(hit))])


def _place(hit: Hit) -> str:
    return hit.notes[0] if hit.notes else hit.source


def to_html(hits: Sequence[Hit], words: str, home: Path) -> str:
    """A page with a chart of who spoke when, and the positions in order, ending in a newline.

    Args:
        hits: the positions, in order of date.
        words: what they were asked for by.
        home: the folder that the notes' paths start from.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    style = _style()
    environment = Environment(
        loader=PackageLoader("summarize", "render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template("trace.html.j2").render(
        words=words,
        entries=[{"hit": hit, "who": who_of(hit), "link": _link(hit, home)} for hit in hits],
        chart=Markup(chart(hits)),
        style=Markup(style),
        policy=policy(style, ""),
    )
    return CONTROL.sub("\ufffd", page).strip() + "\n"


def chart(hits: Sequence[Hit]) -> str:
    """An SVG with a row for each of those who spoke most, a dot for each point; "" without dates.

    Drawn by leather; its colours are set by the page's style, for light and dark.
    """
    import leather

    dated = [hit for hit in hits if day_of(hit) and who_of(hit)]
    if not dated:
        return ""
    names = [name for name, _ in speakers(dated, ROWS)][::-1]
    dots = [(day_of(hit), names.index(who)) for hit in dated if (who := who_of(hit)) in names]
    drawn = leather.Chart()
    drawn.add_dots(dots)
    drawn.add_y_scale(-0.5, len(names) - 0.5)
    drawn.add_y_axis(
        ticks=list(range(len(names))), tick_formatter=lambda row, *_: names[int(row)][:40]
    )
    return str(drawn.to_svg(width=WIDTH, height=MARGINS + ROW_HEIGHT * len(names)))


def _link(hit: Hit, home: Path) -> str | None:
    page = next((n for n in hit.notes if n.endswith(".html")), next(iter(hit.notes), None))
    return (home / page).absolute().as_uri() if page else None


@cache
def _style() -> str:
    return files("summarize.render").joinpath("trace.css").read_text("utf-8")
