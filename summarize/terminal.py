"""What the command does to the terminal: one-line errors, progress, exit codes."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import typer

from summarize.errors import PksumError

DEFECT: Final = 1
SOME_FAILED: Final = 3
ALL_FAILED: Final = 4
INTERRUPTED: Final = 130

log = logging.getLogger("pksum")


def complain(message: str) -> None:
    """One line on stderr, whatever line ends a file name may have brought into it."""
    typer.echo(f"pksum: {' '.join(message.split())}", err=True)


@contextmanager
def reported() -> Iterator[None]:
    """Every failure as one line on stderr and the contract's exit code, never a traceback."""
    try:
        yield
    except PksumError as error:
        complain(str(error))
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        complain("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except (typer.Exit, typer.BadParameter, typer.Abort, BrokenPipeError):
        raise
    except Exception as error:  # a defect: its message may hold statement text, its place does not
        log.debug("defect", exc_info=error)
        complain(
            f"a defect of pksum ({type(error).__name__} at {place_of(error)}); please report it"
        )
        raise typer.Exit(DEFECT) from None


def place_of(error: BaseException) -> str:
    """Where in this program an error came about: file and line."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "summarize" in f.filename] or frames
    return f"{ours[-1].filename.rsplit('summarize', 1)[-1].lstrip('/')}:{ours[-1].lineno}"


def exit_with(items: int, failed: int) -> None:
    """Exit with the contract's code if some or all of several items failed."""
    if failed:
        raise typer.Exit(ALL_FAILED if failed == items else SOME_FAILED)


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A progress bar on stderr where that is a terminal; gives what to call after each item."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("notes", total=total)
        yield lambda: bar.advance(task)


@contextmanager
def bar(
    name: str, *, quiet: bool
) -> Iterator[tuple[Callable[[int], None], Callable[[], None], Callable[[str], None]]]:
    """A bar with rate and time left on stderr, where that is a terminal; what to call with the
    number of items, after each item, and with each line for standard output.
    """
    if quiet or not sys.stderr.isatty():
        yield (lambda total: None), (lambda: None), typer.echo
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    rate = TextColumn("{task.fields[rate]}")
    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), rate, TimeLeft())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as shown:
        task = shown.add_task(name, total=None, rate="")

        def advance() -> None:
            shown.advance(task)
            speed = shown.tasks[0].speed
            shown.update(task, rate=f"{speed:.2f} a s" if speed else "")

        def say(line: str) -> None:
            if sys.stdout.isatty():
                console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
            else:
                typer.echo(line)

        yield (lambda total: shown.update(task, total=total)), advance, say


def log_to_stderr(*, verbose: bool) -> None:
    """Say on stderr what is done, where the user asked for it. Never statement text."""
    logging.basicConfig(stream=sys.stderr, format="pksum: %(message)s", level=logging.WARNING)
    log.setLevel(logging.INFO if verbose else logging.WARNING)
