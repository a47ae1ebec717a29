"""The command ``pksum``: the only place that prints, writes files or exits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize.errors import OutputError, PksumError, UsageError
from summarize.options import DEFAULT_MODEL, Options
from summarize.terminal import (
    INTERRUPTED,
    complain,
    exit_with,
    log,
    log_to_stderr,
    progress,
    reported,
)

if TYPE_CHECKING:
    from summarize.records import Statement
    from summarize.render.template import UserTemplate
    from summarize.writing import Target

app = typer.Typer(
    name="pksum",
    help="Turn a diplomatic statement into a briefing note whose every sentence cites its source.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: importing rich takes longer than all the rest
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Length(StrEnum):
    """How long a condensation is."""

    short = "short"
    normal = "normal"
    long = "long"


class Format(StrEnum):
    """What a note is written as."""

    md = "md"
    json = "json"
    html = "html"
    docx = "docx"
    txt = "txt"
    jsonld = "jsonld"


class Table(StrEnum):
    """What scores and divisions are printed as."""

    table = "table"
    json = "json"


Sources = Annotated[
    list[str], typer.Argument(help="A file, - for standard input, or an http(s) address.")
]
Source = Annotated[str, typer.Argument(help="A file, - for standard input, or an http(s) address.")]
Model = Annotated[
    str,
    typer.Option(
        "--model",
        "-m",
        envvar="PKSUM_MODEL",
        help="verbatim, a bundled model, a folder, or hub:ORG/NAME[@REVISION].",
    ),
]
Words = Annotated[
    Length,
    typer.Option("--length", envvar="PKSUM_LENGTH", help="8-20, 12-45 or 30-80 words a point."),
]
Device = Annotated[
    str, typer.Option("--device", envvar="PKSUM_DEVICE", help="auto, cpu, cuda[:N] or mps.")
]
Offline = Annotated[
    bool, typer.Option("--offline", envvar="PKSUM_OFFLINE", help="Make no network request.")
]
Seed = Annotated[
    int, typer.Option("--seed", envvar="PKSUM_SEED", help="Recorded in the note; nothing is drawn.")
]
Prompt = Annotated[
    Path | None,
    typer.Option("--prompt", envvar="PKSUM_PROMPT", help="A prompt file, for instruct models."),
]
Pickle = Annotated[
    bool,
    typer.Option(
        "--allow-pickle",
        envvar="PKSUM_ALLOW_PICKLE",
        help="Load pickled weights too; they can run code.",
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", envvar="PKSUM_STRICT", help="Quote the source wherever anything is found."
    ),
]
Repair = Annotated[
    bool,
    typer.Option(
        "--repair/--no-repair",
        envvar="PKSUM_REPAIR",
        help="Mend or replace what fails a check, or show the model's words with the findings.",
    ),
]
Speaker = Annotated[
    str | None,
    typer.Option("--speaker", help="Of a record, only the statements of this speaker or State."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="A file, or a folder for several notes.")
]
NoteFormats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        "-f",
        envvar="PKSUM_FORMAT",
        help="md (the default), json, html, docx, txt or jsonld; more than one into a folder.",
    ),
]
TemplateFile = Annotated[
    Path | None,
    typer.Option(
        "--template", help="Your own .html.j2, .md.j2 or .txt.j2, or a .docx whose styles to use."
    ),
]
Show = Annotated[bool, typer.Option("--open", help="Show the note as a page in the browser.")]
TableFormat = Annotated[Table, typer.Option("--format", "-f", help="table or json.")]
Force = Annotated[
    bool, typer.Option("--force", help="Also replace output files that are not pksum's.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", envvar="PKSUM_QUIET", help="No progress.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", envvar="PKSUM_VERBOSE", help="Say what is being done.")
]


def main() -> None:
    """Run the command and exit with the contract's code."""
    try:
        app()
    except KeyboardInterrupt:
        complain("interrupted")
        raise SystemExit(INTERRUPTED) from None


def _print_version(wanted: bool) -> None:
    if wanted:
        from summarize.version import VERSION

        typer.echo(f"pksum {VERSION}")
        raise typer.Exit


@app.callback()
def _defaults(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print version."),
    ] = False,
) -> None:
    from summarize.config import defaults, user_folder

    with reported():
        settings = defaults(Path.cwd(), user_folder())
    if isinstance(settings.get("format"), str):
        settings["format"] = settings["format"].split()
    ctx.default_map = dict.fromkeys(("brief", "eval"), settings)


@app.command()
def brief(
    sources: Sources,
    output: Output = None,
    format: NoteFormats = None,
    template: TemplateFile = None,
    open: Show = False,
    model: Model = DEFAULT_MODEL,
    length: Words = Length.normal,
    device: Device = "auto",
    seed: Seed = 0,
    prompt: Prompt = None,
    speaker: Speaker = None,
    offline: Offline = False,
    strict: Strict = False,
    repair: Repair = True,
    allow_pickle: Pickle = False,
    force: Force = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make a briefing note of each statement."""
    log_to_stderr(verbose=verbose)
    options = Options(
        model, length.value, device, seed, strict, repair, prompt, offline, allow_pickle
    )
    with reported():
        from summarize.viewing import place_to_show, show
        from summarize.writing import choose_target

        own = _load_template(template)
        forms = [one.value for one in format or ()]
        if open:
            output, forms, force = place_to_show(output, forms, force=force)
        statements, failed = _read_each(sources, offline=offline)
        statements = _of_speaker(statements, speaker)
        target = choose_target(
            output,
            forms,
            several=len(sources) > 1 or len(statements) > 1,
            many=len(statements) > len(sources) - failed,
            force=force,
            template=own,
        )
        failed_now, written = _deliver_each(statements, options, target, quiet=quiet)
        failed += failed_now
        if open:
            show(written)
    exit_with(len(statements) + failed, failed)


def _of_speaker(statements: list[Statement], name: str | None) -> list[Statement]:
    """The statements whose speaker or delegation has ``name`` in it; all where none is asked."""
    if name is None:
        return statements
    named = [", ".join(filter(None, (s.speaker, s.delegation))) for s in statements]
    chosen = [s for s, who in zip(statements, named, strict=True) if name.lower() in who.lower()]
    if not chosen:
        known = "; ".join(filter(None, named)) or "nobody"
        raise UsageError(f"no speaker '{name}': the sources name {known}")
    return chosen


def _read_each(sources: Sequence[str], *, offline: bool) -> tuple[list[Statement], int]:
    """What could be read, and how many sources could not; one that is alone raises."""
    from summarize.read import read

    statements: list[Statement] = []
    failed = 0
    for source in sources:
        log.info("reading %s", source)
        try:
            statements += read(source, offline=offline)
        except PksumError as error:
            if len(sources) == 1:
                raise
            complain(str(error))
            failed += 1
    return statements, failed


def _load_template(path: Path | None) -> UserTemplate | None:
    if path is None:
        return None
    from summarize.render.template import load_template

    return load_template(path)


def _deliver_each(
    statements: Sequence[Statement], options: Options, target: Target, *, quiet: bool
) -> tuple[int, list[Path]]:
    """Make and write every note; how many could not be written, and the files. One alone raises."""
    from summarize.pipeline import brief_all

    failed, files = 0, list[Path]()
    with progress(len(statements), quiet=quiet) as advance:
        for note in brief_all(statements, options):
            try:
                written = target.deliver(note)
            except OutputError as error:
                if len(statements) == 1:
                    raise
                complain(str(error))
                failed += 1
            else:
                files += written
                log.info("wrote %s", ", ".join(map(str, written)) or "to standard output")
            advance()
    return failed, files


@app.command()
def segment(source: Source, format: TableFormat = Table.table, offline: Offline = False) -> None:
    """Show how a statement divides into opening, points, passages and closing."""
    with reported():
        from summarize.read import read
        from summarize.render.division import to_json, to_table
        from summarize.segment import segment as divide

        for statement in read(source, offline=offline):
            division = divide(statement)
            show = to_json if format is Table.json else to_table
            typer.echo(show(statement, division))


@app.command()
def verify(
    note: Annotated[Path, typer.Argument(help="A note in JSON.")],
    source: Annotated[str | None, typer.Argument(help="Its source, to check against.")] = None,
    format: TableFormat = Table.table,
    offline: Offline = False,
) -> None:
    """Check a note again: seal, digest, citations, claims. Exit code 3 where anything fails."""
    with reported():
        from summarize.recheck import recheck

        faults = recheck(note, source, offline=offline)
    if format is Table.json:
        typer.echo(json.dumps({"note": note.name, "holds": not faults, "faults": faults}))
    else:
        typer.echo("\n".join(faults) or f"{note.name} holds")
    exit_with(len(faults) + 1, len(faults))


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


@app.command("eval")
def evaluate(
    references: Annotated[
        Path | None, typer.Argument(help="Reference condensations, as JSON Lines.")
    ] = None,
    segmentation: Annotated[
        Path | None, typer.Option("--segmentation", help="Segmentation references.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="Also write each prediction, a line each.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", help="Only the first so many.")] = None,
    model: Model = DEFAULT_MODEL,
    length: Words = Length.normal,
    device: Device = "auto",
    prompt: Prompt = None,
    offline: Offline = False,
    strict: Strict = False,
    repair: Repair = True,
    allow_pickle: Pickle = False,
    format: TableFormat = Table.table,
) -> None:
    """Score condensing or segmenting against references."""
    options = Options(model, length.value, device, 0, strict, repair, prompt, offline, allow_pickle)
    with reported():
        from summarize.evaluation.run import evaluate_condensing, evaluate_segmentation
        from summarize.render.scores import to_json, to_table
        from summarize.writing import write_whole

        if (references is None) == (segmentation is None):
            raise UsageError("give one file of references: FILE, or --segmentation FILE")
        if references is not None:
            scores, rows = evaluate_condensing(references, options, limit=limit)
        elif segmentation is not None:
            scores, rows = evaluate_segmentation(segmentation, limit=limit)
        if predictions is not None:
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            write_whole(predictions, "".join(lines))
        typer.echo((to_json if format is Table.json else to_table)(scores))
