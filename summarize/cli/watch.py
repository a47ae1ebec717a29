"""``pksum watch``: statements briefed as they arrive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli import one_command
from summarize.cli.batch import Forms, LedgerFile, Log, LogFormat, Out, forms_of, telling
from summarize.cli.parameters import (
    Device,
    Engine,
    Length,
    Model,
    Offline,
    Pickle,
    Prompt,
    Quiet,
    Repair,
    Seed,
    Strict,
    TemplateFile,
    Verbose,
    Words,
)
from summarize.options import DEFAULT_MODEL, Options
from summarize.terminal import log, log_to_stderr, reported

if TYPE_CHECKING:
    from summarize.batch import Plan

app = one_command()


@app.command()
def watch(
    folder: Annotated[Path, typer.Argument(help="The folder that statements come to.")],
    out: Out,
    format: Forms = None,
    template: TemplateFile = None,
    ledger: LedgerFile = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="Processes that hold the model.")
    ] = 1,
    still: Annotated[
        float, typer.Option("--still", min=0.1, help="A file is whole after so many seconds.")
    ] = 2.0,
    poll: Annotated[
        bool, typer.Option("--poll", help="For network drives: look, do not wait to be told.")
    ] = False,
    log_format: Log = LogFormat.text,
    model: Model = DEFAULT_MODEL,
    length: Words = Length.normal,
    device: Device = "auto",
    seed: Seed = 0,
    prompt: Prompt = None,
    offline: Offline = False,
    strict: Strict = False,
    repair: Repair = True,
    allow_pickle: Pickle = False,
    engine: Engine = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Brief statements as they arrive in a folder, until it is interrupted."""
    log_to_stderr(verbose=verbose)
    options = Options(
        model, length.value, device, seed, strict, repair, prompt, offline, allow_pickle, engine
    )
    with reported():
        from summarize.batch import Plan
        from summarize.batch.sources import is_read
        from summarize.watch import arrivals

        forms = tuple(dict.fromkeys(one.value for one in format or ())) or forms_of(template)
        plan = Plan(out, forms, ledger, template=template, workers=workers)
        notes = out.absolute()

        def left_out(path: Path) -> bool:
            return not is_read(path) or path.absolute().is_relative_to(notes)

        for burst in arrivals(folder, left_out, still=still, poll=poll):
            _brief(sorted(burst), plan, options, log_format, quiet=quiet)


def _brief(
    files: Sequence[Path], plan: Plan, options: Options, log_format: LogFormat, *, quiet: bool
) -> None:
    """Brief what has arrived. A statement that fails is told of and stands failed in the ledger."""
    from summarize.batch import run_batch

    with telling(log_format, quiet=quiet) as (report, expect):
        totals = run_batch(files, plan, options, report=report, expect=expect)
    log.info("%d arrived, %d done, %d failed", len(files), totals.counts["done"], totals.failed)
