"""``pksum models``: what may condense."""

from __future__ import annotations

from typing import Annotated

import typer

from summarize.cli import CONTEXT
from summarize.cli.parameters import Table, TableFormat
from summarize.errors import UsageError
from summarize.terminal import reported

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
)


@app.command()
def models(
    action: Annotated[
        str | None, typer.Argument(help="'show' prints all that is known of one model.")
    ] = None,
    name: Annotated[str | None, typer.Argument(help="The model's name.")] = None,
    format: TableFormat = Table.table,
) -> None:
    """List the models that come with pksum and a few known ones on the hub; show NAME for one."""
    with reported():
        from summarize.catalogue import card_of, catalogue
        from summarize.render.catalogue import to_json, to_table

        if action == "show" and name is not None:
            typer.echo(card_of(name))
        elif action is None:
            typer.echo((to_json if format is Table.json else to_table)(catalogue()))
        else:
            raise UsageError("say 'pksum models' or 'pksum models show NAME'")
