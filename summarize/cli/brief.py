"""``pksum brief``: statements to notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.cli import one_command
from summarize.cli.parameters import (
    Device,
    Engine,
    Force,
    Length,
    Model,
    NoteFormats,
    Offline,
    Output,
    Pickle,
    Prompt,
    Quiet,
    Repair,
    Seed,
    Show,
    Sources,
    Speaker,
    Strict,
    TemplateFile,
    Verbose,
    Words,
)
from summarize.errors import OutputError, PksumError, UsageError
from summarize.options import DEFAULT_MODEL, Options
from summarize.terminal import complain, exit_with, log, log_to_stderr, progress, reported

if TYPE_CHECKING:
    from summarize.records import Statement
    from summarize.render.template import UserTemplate
    from summarize.writing import Target

app = one_command()


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
    engine: Engine = "auto",
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
        model, length.value, device, seed, strict, repair, prompt, offline, allow_pickle, engine
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
