"""The command ``pksum``: the only place that prints, writes files or exits.

A command is a module here, imported when it is asked for, so that ``pksum --help`` answers at once.
"""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS: Final = {
    "brief": ("brief", "Make a briefing note of each statement."),
    "batch": ("batch", "Brief every statement that is new or changed, and keep what was done."),
    "watch": ("watch", "Brief statements as they arrive in a folder, until it is interrupted."),
    "search": ("search", "Find words in the statements, points and notes of a batch."),
    "trace": ("trace", "Show what was said on a matter over time, each line a cited condensation."),
    "export": ("export", "Write what a ledger holds as JSON Lines, CSV or Parquet."),
    "forget": (
        "forget",
        "Remove every stored trace of a statement. Exit code 3 where an edited note was kept.",
    ),
    "segment": (
        "segment",
        "Show how a statement divides into opening, points, passages and closing.",
    ),
    "verify": (
        "verify",
        "Check a note again: seal, digest, citations, claims. Exit code 3 where anything fails.",
    ),
    "open": ("open", "Show a note, in JSON or HTML, as a page in the browser."),
    "models": (
        "models",
        "List the models that come with pksum and a few known ones on the hub; show NAME for one.",
    ),
    "doctor": (
        "doctor",
        "Say what this installation has and lacks. Exit code 3 where something must be mended.",
    ),
    "eval": (
        "evaluate",
        "Score condensing, segmenting, verifying or whole notes against references.",
    ),
}
"""Each command's module in this package, and the first line of its help (a test compares them)."""

CONTEXT: Final = {"help_option_names": ["-h", "--help"]}


def one_command() -> typer.Typer:
    """What a module of this package declares its command on."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=CONTEXT,
    )


class Imported(UserDict[str, Any]):
    """Commands by name, each imported when it is taken out."""

    def __getitem__(self, name: str) -> Any:
        module = import_module(f"{__name__}.{self.data[name][0]}")
        command = get_command(module.app)
        command.name = name
        return command


class Commands(TyperGroup):
    """The commands of ``COMMANDS``; only one that is run, or asked for its own help, is imported."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Imported(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the table into the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


app = typer.Typer(
    name="pksum",
    cls=Commands,
    help="Turn a diplomatic statement into a briefing note whose every sentence cites its source.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: importing rich takes longer than all the rest
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
)


def main() -> None:
    """Run the command and exit with the contract's code."""
    try:
        app()
    except KeyboardInterrupt:
        from summarize.terminal import INTERRUPTED, complain

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
    from pathlib import Path

    from summarize.config import defaults, user_folder
    from summarize.terminal import reported

    with reported():
        settings = defaults(Path.cwd(), user_folder())
    ctx.default_map = {
        "brief": settings | _words_of(settings, "format"),
        "batch": settings | _words_of(settings, "format"),
        "eval": {name: value for name, value in settings.items() if name != "format"},
    }


def _words_of(settings: dict[str, Any], name: str) -> dict[str, list[str]]:
    """A setting that a command takes several times, as a list."""
    return {name: str(settings[name]).split()} if name in settings else {}
