"""The list of models as a table and as JSON, for ``pksum models``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from summarize.catalogue import Listed


def to_json(models: Sequence[Listed]) -> str:
    """A list of objects, a model each."""
    return json.dumps([asdict(model) for model in models], ensure_ascii=False)


def to_table(models: Sequence[Listed]) -> str:
    """A few lines a model."""
    return "\n".join(
        f"{m.name}\n"
        f"    {m.kind}; {m.parameters} parameters; {m.size}; memory {m.memory}; {m.speed}\n"
        f"    languages: {m.languages}; licence: {m.licence}\n"
        f"    for {m.good_for}"
        for m in models
    )
