"""``pksum trace``: positions over time."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.cli.ledgers import LedgerFile, ledger_path
from summarize.terminal import reported

app = one_command()


class Form(StrEnum):
    """What positions are shown as."""

    table = "table"
    json = "json"
    html = "html"


@app.command()
def trace(
    words: Annotated[
        list[str], typer.Argument(help='Words, "a phrase", word*, OR, and -word to exclude.')
    ],
    ledger: LedgerFile = Path(),
    delegation: Annotated[
        str | None, typer.Option("--delegation", help="Part of its name.")
    ] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Part of the name.")] = None,
    body: Annotated[str | None, typer.Option("--body", help="Part of the body's name.")] = None,
    since: Annotated[
        str | None, typer.Option("--from", help="YYYY, YYYY-MM or YYYY-MM-DD.")
    ] = None,
    until: Annotated[str | None, typer.Option("--to", help="The last day, month or year.")] = None,
    format: Annotated[
        Form, typer.Option("--format", "-f", help="table, json or html.")
    ] = Form.table,
) -> None:
    """Show what was said on a matter over time, each line a cited condensation."""
    with reported():
        from summarize.ledger import read_ledger
        from summarize.render.trace import to_html, to_json, to_table
        from summarize.search import Filters
        from summarize.trace import trace as follow

        path = ledger_path(ledger)
        opened = read_ledger(path)
        wanted = " ".join(words)
        try:
            hits = follow(opened, wanted, Filters(delegation, speaker, body, since, until))
        finally:
            opened.close()
        if format is Form.json:
            typer.echo(to_json(hits))
        elif format is Form.html:
            typer.echo(to_html(hits, wanted, path.absolute().parent), nl=False)
        else:
            typer.echo(to_table(hits))
