"""Defaults from files. The order, the first that says something wins:

1. the option on the command line;
2. the environment variable ``PKSUM_<OPTION>``;
3. ``pksum.toml`` in the working folder: harmless options only;
4. ``pksum.toml`` in the user's configuration folder;
5. the program's own default.

A file in the working folder may come with a download. It can set how a note looks, never what is
loaded, fetched or run.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from summarize.errors import UsageError

NAME: Final = "pksum.toml"

HARMLESS: Final = frozenset({"length", "format", "seed", "strict", "repair", "quiet", "verbose"})
KNOWN: Final = HARMLESS | {"model", "prompt", "device", "engine", "offline", "allow_pickle"}


def defaults(working_folder: Path, user_folder: Path) -> dict[str, Any]:
    """The options that the two files set, the working folder's over the user's.

    Raises:
        UsageError: a file is not valid TOML, or sets something that it cannot.
    """
    return {
        **_read(user_folder / NAME, KNOWN),
        **_read(working_folder / NAME, HARMLESS),
    }


def user_folder() -> Path:
    """The platform's folder for the user's configuration of pksum."""
    from platformdirs import user_config_path

    return user_config_path("pksum", appauthor=False)


def _read(path: Path, allowed: frozenset[str]) -> Mapping[str, Any]:
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"'{path}' is no readable TOML file: mend it or remove it") from error
    settings = {name.replace("-", "_"): value for name, value in settings.items()}
    for name, value in settings.items():
        if name not in KNOWN:
            raise UsageError(f"'{path}' sets '{name}', which pksum does not know")
        if name not in allowed:
            raise UsageError(
                f"'{path}' sets '{name}', which a file in the working folder cannot: "
                f"set it in '{user_folder() / NAME}' or on the command line"
            )
        if not isinstance(value, str | int | bool):
            raise UsageError(f"'{path}' sets '{name}' to something that is no plain value")
    return settings
