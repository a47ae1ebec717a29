"""What is kept as data in ``summarize/data``: word lists and ladders (TOML), trained weights (JSON)."""

from __future__ import annotations

import json
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


@cache
def weights(name: str) -> dict[str, Any]:
    """The trained tables of ``data/<name>.json``, as the script that trains them wrote them."""
    text = files("summarize").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
