"""Scores as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

Scores = Mapping[str, Mapping[str, float | int]]


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
        + "".join(f"  {_cell(scores[t].get(name)):>{size}}" for t, size in columns.items())
        for name in names
    ]
    return "\n".join((head, *rows))


def _cell(value: float | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return f"{100 * value:.1f}%" if 0 <= value <= 1 else f"{value:.1f}"
