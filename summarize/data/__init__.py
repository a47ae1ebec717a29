"""Word lists and patterns, one file for each language: data, no code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(folder: str, language: str) -> dict[str, Any]:
    """The table ``folder``/``language``.toml of this package's data.

    Raises FileNotFoundError where there is none for the language.
    """
    path = resources.files(__name__) / folder / f"{language}.toml"
    with path.open("rb") as file:
        return tomllib.load(file)
