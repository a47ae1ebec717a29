"""``pksum forget``: remove every stored trace of a statement."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.cli.ledgers import LedgerFile, ledger_path
from summarize.errors import UsageError
from summarize.terminal import SOME_FAILED, complain, reported

app = one_command()


@app.command()
def forget(
    source: Annotated[
        str, typer.Argument(help="A source as a batch was given it, or the SHA-256 of a text.")
    ],
    ledger: LedgerFile = Path(),
    edited: Annotated[
        bool, typer.Option("--edited", help="Also remove notes that somebody has edited.")
    ] = False,
) -> None:
    """Remove every stored trace of a statement. Exit code 3 where an edited note was kept."""
    with reported():
        from summarize.ledger import forget as remove
        from summarize.ledger import open_ledger

        path = ledger_path(ledger)
        if not path.is_file():
            raise UsageError(f"there is no ledger '{path}': give the one of a batch with --ledger")
        opened = open_ledger(path)
        try:
            gone = remove(opened, source, edited=edited)
        finally:
            opened.close()
    typer.echo(f"{gone.statements} statements and {len(gone.removed)} notes are forgotten")
    for kept in gone.kept:
        complain(f"'{kept}' was edited and is kept; --edited removes it")
    if gone.kept:
        raise typer.Exit(SOME_FAILED)
