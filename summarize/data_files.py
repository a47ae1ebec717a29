"""Where the data folders lie: inside the package when installed, else in the checkout's root."""

from __future__ import annotations

from pathlib import Path

from summarize.errors import PksumError

PACKAGE = Path(__file__).parent


def data_folder(name: str) -> Path:
    """The folder ``models`` or ``prompts``, as a real path (``from_pretrained`` needs one).

    Raises:
        PksumError: the installation is incomplete.
    """
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise PksumError(f"the folder '{name}' is missing from this installation; install pksum again")
