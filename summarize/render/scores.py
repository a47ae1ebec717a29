"""Scores as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

Scores = Mapping[str, Mapping[str, float | int]]

MEASURES: Final = frozenset({"milliseconds", "words", "passages_per_second"})
"""Scores that are no shares, however small."""


def to_json(scores: Scores) -> str:
    """One object: the scores by name of what was scored."""
    return json.dumps(scores)


def to_table(scores: Scores) -> str:
    """A row a score, a column for each thing that was scored; shares in per cent."""
    names = list(dict.fromkeys(name for column in scores.values() for name in column))
    width = max(len(name) for name in names)
    columns = {title: max(len(title), 8) for title in scores}
    head = " " * width + "".join(f"  {title:>{size}}" for title, size in columns.items())
    rows = [
        f"{name:<{width}}"
        + "".join(f"  {_cell(name, scores[t].get(name)):>{size}}" for t, size in columns.items())
        for name in names
    ]
    return "\n".join((head, *rows))


def _cell(name: str, value: float | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    is_share = 0 <= value <= 1 and name not in MEASURES
    return f"{100 * value:.1f}%" if is_share else f"{value:.1f}"
