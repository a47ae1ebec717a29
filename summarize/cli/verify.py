"""``pksum verify``: a note checked again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.cli.parameters import Offline, Table, TableFormat
from summarize.terminal import exit_with, reported

app = one_command()


@app.command()
def verify(
    note: Annotated[Path, typer.Argument(help="A note in JSON.")],
    source: Annotated[str | None, typer.Argument(help="Its source, to check against.")] = None,
    format: TableFormat = Table.table,
    offline: Offline = False,
) -> None:
    """Check a note again: seal, digest, citations, claims. Exit code 3 where anything fails."""
    with reported():
        from summarize.recheck import recheck

        faults = recheck(note, source, offline=offline)
    if format is Table.json:
        typer.echo(json.dumps({"note": note.name, "holds": not faults, "faults": faults}))
    else:
        typer.echo("\n".join(faults) or f"{note.name} holds")
    exit_with(len(faults) + 1, len(faults))
