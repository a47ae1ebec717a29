"""What the commands share that ask a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.batch.plan import LEDGER

LedgerFile = Annotated[
    Path,
    typer.Option(
        "--ledger", envvar="PKSUM_LEDGER", help="The ledger of a batch, or the folder it is in."
    ),
]


def ledger_path(given: Path) -> Path:
    """The ledger's file: ``given``, or the one with the usual name in that folder."""
    return given / LEDGER if given.is_dir() else given
