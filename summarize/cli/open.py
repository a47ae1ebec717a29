"""``pksum open``: a note shown in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.terminal import reported

app = one_command()


@app.command()
def open(
    note: Annotated[Path, typer.Argument(help="A note in JSON or HTML.")],
    force: Annotated[
        bool, typer.Option("--force", help="Show also a note that was edited since.")
    ] = False,
) -> None:
    """Show a note, in JSON or HTML, as a page in the browser."""
    with reported():
        from summarize.reopen import reopen
        from summarize.viewing import page_of, show

        made = reopen(note, force=force)
        show([made if isinstance(made, Path) else page_of(made, note.stem)])
