"""``pksum eval``: scores against references."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import one_command
from summarize.cli.parameters import (
    Device,
    Engine,
    Length,
    Model,
    Offline,
    Pickle,
    Prompt,
    Repair,
    Strict,
    Table,
    TableFormat,
    Words,
)
from summarize.errors import UsageError
from summarize.options import DEFAULT_MODEL, Options
from summarize.terminal import reported

app = one_command()


@app.command()
def evaluate(
    references: Annotated[
        Path | None, typer.Argument(help="Reference condensations, as JSON Lines.")
    ] = None,
    segmentation: Annotated[
        Path | None, typer.Option("--segmentation", help="Segmentation references.")
    ] = None,
    verification: Annotated[
        Path | None,
        typer.Option("--verification", help="Condensations to verify, true and corrupted."),
    ] = None,
    notes: Annotated[
        Path | None, typer.Option("--notes", help="Whole statements with reference notes.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="Also write each prediction, a line each.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", help="Only the first so many.")] = None,
    model: Model = DEFAULT_MODEL,
    length: Words = Length.normal,
    device: Device = "auto",
    engine: Engine = "auto",
    prompt: Prompt = None,
    offline: Offline = False,
    strict: Strict = False,
    repair: Repair = True,
    allow_pickle: Pickle = False,
    format: TableFormat = Table.table,
) -> None:
    """Score condensing, segmenting, verifying or whole notes against references."""
    options = Options(
        model, length.value, device, 0, strict, repair, prompt, offline, allow_pickle, engine
    )
    with reported():
        from summarize.evaluation import run
        from summarize.render.scores import to_json, to_table
        from summarize.writing import write_whole

        if sum(file is not None for file in (references, segmentation, verification, notes)) != 1:
            raise UsageError(
                "give one file of references: FILE, or --segmentation, --verification or "
                "--notes FILE"
            )
        if references is not None:
            scores, rows = run.evaluate_condensing(references, options, limit=limit)
        elif segmentation is not None:
            scores, rows = run.evaluate_segmentation(segmentation, limit=limit)
        elif verification is not None:
            scores, rows = run.evaluate_verification(verification, limit=limit)
        elif notes is not None:
            scores, rows = run.evaluate_notes(notes, options, limit=limit)
        if predictions is not None:
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            write_whole(predictions, "".join(lines))
        typer.echo((to_json if format is Table.json else to_table)(scores))
