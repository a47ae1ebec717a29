"""``pksum doctor``: what this installation has and lacks."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from summarize.cli import one_command
from summarize.cli.parameters import Table, TableFormat
from summarize.terminal import exit_with, reported

app = one_command()


@app.command()
def doctor(format: TableFormat = Table.table) -> None:
    """Say what this installation has and lacks. Exit code 3 where something must be mended."""
    with reported():
        from summarize.doctor import examine

        checks = examine()
    if format is Table.json:
        typer.echo(json.dumps([asdict(check) for check in checks], ensure_ascii=False, indent=2))
    else:
        width = max(len(check.name) for check in checks)
        for check in checks:
            typer.echo(f"{check.name:<{width}}  {check.found}")
            if check.remedy:
                typer.echo(f"{'':<{width}}  -> {check.remedy}")
    lacking = sum(bool(check.remedy) for check in checks)
    exit_with(len(checks) + 1, lacking)
