"""A model's folder copied to where a machine without network can fetch it."""

from __future__ import annotations

import shutil
from pathlib import Path

from summarize.errors import OutputError
from summarize.model import HUB, find_model, weights_sha256


def export_model(name: str, folder: Path) -> Path:
    """Copy the model called ``name`` into ``folder``; the copy can be given to ``--model``.

    Args:
        name: as ``--model`` takes it; a model of the hub is fetched first.
        folder: made where it is not there.

    Raises:
        ModelError: there is no such model.
        OutputError: a copy is there already, or it cannot be written, or is not like the original.
    """
    found = find_model(name)
    target = folder / found.name.removeprefix(HUB).partition("@")[0].replace("/", "--")
    try:
        shutil.copytree(found.path, target)  # follows the links of the hub's cache
    except FileExistsError as error:
        raise OutputError(f"'{target}' is there already: remove it or give another") from error
    except (OSError, shutil.Error) as error:
        raise OutputError(f"'{target}' cannot be written") from error
    if weights_sha256(target) != weights_sha256(found.path):
        raise OutputError(f"the copy in '{target}' is not like the original: copy it again")
    return target
