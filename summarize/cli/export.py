"""``pksum export``: what a ledger holds, for other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.cli.ledgers import LedgerFile, ledger_path
from summarize.errors import UsageError
from summarize.terminal import reported

app = one_command()


class Form(StrEnum):
    """What a table is written as."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


@app.command()
def export(
    ledger: LedgerFile = Path(),
    table: Annotated[
        str, typer.Option("--table", help="points, statements, asks, notes, runs, failures …")
    ] = "points",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; standard output by default.")
    ] = None,
    format: Annotated[
        Form | None, typer.Option("--format", "-f", help="jsonl, csv or parquet.")
    ] = None,
) -> None:
    """Write what a ledger holds as JSON Lines, CSV or Parquet."""
    with reported():
        from summarize.export import FORMATS
        from summarize.export import export as write
        from summarize.ledger import read_ledger

        ending = output.suffix.removeprefix(".").lower() if output else "jsonl"
        if format is None and ending not in FORMATS:
            raise UsageError(f"no format '{ending}': give --format {', '.join(FORMATS)}")
        form = format.value if format else ending
        if output is None and form == "parquet" and sys.stdout.isatty():
            raise UsageError("a Parquet file is not for the terminal: give a file with -o")
        opened = read_ledger(ledger_path(ledger))
        try:
            write(opened, form, output or sys.stdout.buffer, table)
            sys.stdout.flush()
        finally:
            opened.close()
