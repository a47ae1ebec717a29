"""``pksum search``: find words in what was briefed."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.cli.ledgers import LedgerFile, ledger_path
from summarize.terminal import reported

app = one_command()


class Form(StrEnum):
    """What the hits are shown as."""

    table = "table"
    json = "json"
    html = "html"


class Sort(StrEnum):
    """What hits are sorted by."""

    rank = "rank"
    date = "date"


@app.command()
def search(
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
    asks: Annotated[
        bool, typer.Option("--asks", help="Only what somebody is asked to do.")
    ] = False,
    sort: Annotated[Sort, typer.Option("--sort", help="rank or date.")] = Sort.rank,
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many hits at most.")] = 20,
    format: Annotated[
        Form, typer.Option("--format", "-f", help="table, json or html.")
    ] = Form.table,
) -> None:
    """Find words in the statements, points and notes of a batch."""
    with reported():
        from summarize.ledger import read_ledger
        from summarize.render.search import to_html, to_json, to_table
        from summarize.search import Filters
        from summarize.search import search as find

        path = ledger_path(ledger)
        opened = read_ledger(path)
        try:
            filters = Filters(delegation, speaker, body, since, until, asks)
            wanted = " ".join(words)
            hits = find(opened, wanted, filters, order=sort.value, limit=limit)
        finally:
            opened.close()
        if format is Form.json:
            shown = to_json(hits)
        elif format is Form.html:
            shown = to_html(hits, wanted, path.absolute().parent).rstrip("\n")
        else:
            shown = to_table(hits, styled=sys.stdout.isatty())
        typer.echo(shown)
