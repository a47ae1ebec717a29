"""``pksum segment``: how a statement divides."""

from __future__ import annotations

import typer

from summarize.cli import one_command
from summarize.cli.parameters import Offline, Source, Table, TableFormat
from summarize.terminal import reported

app = one_command()


@app.command()
def segment(source: Source, format: TableFormat = Table.table, offline: Offline = False) -> None:
    """Show how a statement divides into opening, points, passages and closing."""
    with reported():
        from summarize.read import read
        from summarize.render.division import to_json, to_table
        from summarize.segment import segment as divide

        for statement in read(source, offline=offline):
            division = divide(statement)
            show = to_json if format is Table.json else to_table
            typer.echo(show(statement, division))
