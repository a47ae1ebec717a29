"""Word lists and patterns, one file for each language: data, no code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


@cache
def load(folder: str, language: str) -> dict[str, Any]:
    """The table ``folder``/``language``.toml of this package's data.

    Raises FileNotFoundError where there is none for the language.
    """
    with _path(folder, language).open("rb") as file:
        return tomllib.load(file)


def has(folder: str, language: str) -> bool:
    """Whether ``folder`` has a table for ``language``, an ISO 639 code."""
    return language.isalpha() and _path(folder, language).is_file()


def _path(folder: str, language: str) -> Traversable:
    return resources.files(__name__) / folder / f"{language}.toml"
