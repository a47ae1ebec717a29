"""``pksum models``: what may condense."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.cli.parameters import Table, TableFormat
from summarize.errors import UsageError
from summarize.terminal import reported

app = one_command()


@app.command()
def models(
    action: Annotated[
        str | None, typer.Argument(help="show, convert (for the engine onnx) or export.")
    ] = None,
    name: Annotated[str | None, typer.Argument(help="The model's name.")] = None,
    folder: Annotated[Path | None, typer.Argument(help="Where 'export' puts the model.")] = None,
    format: TableFormat = Table.table,
) -> None:
    """List the models that come with pksum and a few known ones on the hub; show NAME for one.

    convert NAME writes a bundled model for the engine onnx into the cache, once; export NAME FOLDER
    copies one, as --model takes it, for a machine without network.
    """
    with reported():
        from summarize.catalogue import card_of, catalogue
        from summarize.render.catalogue import to_json, to_table

        if action == "show" and name is not None:
            typer.echo(card_of(name))
        elif action == "convert" and name is not None:
            from summarize.engine.convert import converted_model

            typer.echo(converted_model(name))
        elif action == "export" and name is not None and folder is not None:
            from summarize.model_export import export_model

            typer.echo(export_model(name, folder))
        elif action is None:
            typer.echo((to_json if format is Table.json else to_table)(catalogue()))
        else:
            raise UsageError(
                "say 'pksum models', 'pksum models show NAME', 'pksum models convert NAME' "
                "or 'pksum models export NAME FOLDER'"
            )
