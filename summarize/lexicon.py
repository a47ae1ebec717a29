"""Word lists and ladders kept as data: the TOML files of ``summarize/data``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of ``data/<name>.toml``."""
    text = files("summarize").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The list ``key`` of ``data/<name>.toml`` as a set."""
    return frozenset(load(name)[key])
