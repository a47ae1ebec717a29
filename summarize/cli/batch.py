"""``pksum batch``: many statements, once each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.cli import one_command
from summarize.cli.parameters import (
    Device,
    Engine,
    Format,
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
from summarize.errors import UsageError
from summarize.options import DEFAULT_MODEL, Options
from summarize.terminal import exit_with, log_to_stderr, reported

if TYPE_CHECKING:
    from summarize.batch import Outcome, Plan, Totals
    from summarize.batch.run import Carrier

app = one_command()


RAY = "ray"


class LogFormat(StrEnum):
    """What the batch tells in."""

    text = "text"
    json = "json"


Listed = Annotated[
    list[str],
    typer.Argument(help="A file, a folder, a glob, an http(s) address, or - for a list on stdin."),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="The folder that the notes go to.")]
Forms = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        "-f",
        envvar="PKSUM_FORMAT",
        help="md (the default), json, html, docx, txt or jsonld; give it again for more.",
    ),
]
LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        envvar="PKSUM_LEDGER",
        help="The file that keeps what was done; pksum.sqlite in the folder.",
    ),
]
Log = Annotated[LogFormat, typer.Option("--log-format", help="text, or json: a line an event.")]


@app.command()
def batch(
    sources: Listed,
    out: Out,
    format: Forms = None,
    template: TemplateFile = None,
    ledger: LedgerFile = None,
    no_ledger: Annotated[
        bool, typer.Option("--no-ledger", help="Keep no record; brief every source.")
    ] = False,
    workers: Annotated[
        int,
        typer.Option("--workers", min=0, help="Processes that hold the model; 0: as many as fit."),
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help="Also what is done already.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; do nothing.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=0, help="Try so many sources at most.")
    ] = None,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="End at the first failure.")
    ] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Also what failed before.")
    ] = False,
    timeout: Annotated[
        float, typer.Option("--timeout", help="Seconds for one source at one stage.")
    ] = 600.0,
    memory: Annotated[
        int, typer.Option("--memory", min=0, help="Megabytes for reading or writing one source.")
    ] = 4096,
    log_format: Log = LogFormat.text,
    model: Model = DEFAULT_MODEL,
    length: Words = Length.normal,
    device: Device = "auto",
    engine: Engine = "auto",
    address: Annotated[
        str | None,
        typer.Option("--address", help="Of a Ray cluster; without one, Ray on this machine."),
    ] = None,
    seed: Seed = 0,
    prompt: Prompt = None,
    offline: Offline = False,
    strict: Strict = False,
    repair: Repair = True,
    allow_pickle: Pickle = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Brief every statement that is new or changed, and keep what was done."""
    log_to_stderr(verbose=verbose)
    runtime = "auto" if engine == RAY else engine
    options = Options(
        model, length.value, device, seed, strict, repair, prompt, offline, allow_pickle, runtime
    )
    with reported():
        from summarize.batch import Plan, run_batch

        carrier = _carrier(engine, address, device)

        forms = tuple(dict.fromkeys(one.value for one in format or ())) or forms_of(template)
        plan = Plan(
            out, forms, ledger, not no_ledger, template, workers, force, dry_run, limit, fail_fast,
            retry_failed, timeout, memory,
        )  # fmt: skip
        with telling(log_format, quiet=quiet) as (report, expect):
            totals = run_batch(
                _given(sources), plan, options, report=report, expect=expect, engine=carrier
            )
        _tell_totals(totals, plan, log_format)
    exit_with(totals.given, totals.failed)


def _carrier(engine: str, address: str | None, device: str) -> Callable[[], Carrier]:
    """What makes the engine that carries the jobs: this machine's processes, or Ray Data."""
    if engine != RAY:
        if address is not None:
            raise UsageError("--address is of a Ray cluster: give --engine ray with it")
        from summarize.batch.pool import Processes

        return Processes
    from summarize.batch.cluster import Cluster, gpus_for

    gpus = gpus_for(device)
    return lambda: Cluster(address, gpus)


def forms_of(template: Path | None) -> tuple[str, ...]:
    """What notes are written as where nothing is said: what the template makes, else Markdown."""
    if template is None:
        return ("md",)
    from summarize.render.template import load_template

    return (load_template(template).form,)


def _given(sources: list[str]) -> Iterator[str]:
    """The sources, with the list on standard input in the place of ``-``."""
    from summarize.batch import split_list

    for source in sources:
        if source == "-":
            yield from split_list(sys.stdin.buffer.read())
        else:
            yield source


@contextmanager
def telling(
    log_format: LogFormat, *, quiet: bool
) -> Iterator[tuple[Callable[[Outcome], None], Callable[[int], None]]]:
    """What to call with each outcome, and with the number of sources to come."""
    if log_format is LogFormat.json:
        yield _tell_json, lambda total: None
        return
    from summarize.terminal import bar

    with bar("statements", quiet=quiet) as (expect, advance, say):

        def report(outcome: Outcome) -> None:
            if not quiet:
                say(_line(outcome))
            if outcome.seconds:
                advance()

        yield report, expect


def _line(outcome: Outcome) -> str:
    from summarize.render.batch import line

    return line(outcome)


def _tell_json(outcome: Outcome) -> None:
    from summarize.render.batch import event

    typer.echo(json.dumps(event(outcome), ensure_ascii=True))


def _tell_totals(totals: Totals, plan: Plan, log_format: LogFormat) -> None:
    from summarize.render.batch import summary, table

    if log_format is LogFormat.json:
        typer.echo(json.dumps(summary(totals, dry_run=plan.dry_run)))
    else:
        typer.echo(table(totals, dry_run=plan.dry_run))
