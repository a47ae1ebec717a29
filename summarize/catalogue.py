"""Which models there are: those that come with the package, and a few known ones on the hub."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from pathlib import Path

from summarize.data_files import data_folder
from summarize.errors import UsageError
from summarize.lexicon import load
from summarize.model import bundled_models, card_languages, find_model


@dataclass(frozen=True)
class Listed:
    """A model as the list shows it. Sizes are of the weights."""

    name: str
    kind: str
    parameters: str
    size: str
    memory: str
    speed: str
    languages: str
    licence: str
    good_for: str


VERBATIM = Listed(
    name="verbatim",
    kind="no model",
    parameters="none",
    size="none",
    memory="under 0.2 GB",
    speed="fastest",
    languages="any",
    licence="Apache-2.0",
    good_for="quoting the sentences that carry a point; nothing is rewritten",
)


def catalogue() -> tuple[Listed, ...]:
    """The bundled models, verbatim mode, and the known models of the hub."""
    known = tuple(Listed(**row) for row in load("models")["model"])
    return (*(_bundled(name) for name in bundled_models()), VERBATIM, *known)


def card_of(name: str) -> str:
    """All that is known of the model ``name``: its card where it comes with pksum.

    Raises:
        UsageError: no model of the list has this name.
    """
    if name in bundled_models():
        return (data_folder("models") / name / "README.md").read_text("utf-8")
    for listed in catalogue():
        if listed.name == name or listed.name.endswith(f"/{name}"):
            return "\n".join(f"{k.replace('_', ' ')}: {v}" for k, v in vars(listed).items())
    raise UsageError(f"no model '{name}' in the list: see 'pksum models'")


def _bundled(name: str) -> Listed:
    """A bundled model, from its own files: nothing is loaded."""
    path = find_model(name).path
    size = sum(file.stat().st_size for file in path.iterdir())
    return Listed(
        name=name,
        kind="bundled, text editing",
        parameters=f"{_parameters(path) / 1e6:.1f} M",
        size=f"{size / 1e6:.0f} MB",
        memory="about 0.6 GB",
        speed="fast on a CPU",
        languages=" ".join(card_languages(path)),
        licence="Apache-2.0",
        good_for="statements in English, in the form of a summary record",
    )


def _parameters(folder: Path) -> int:
    """Parameters in a folder's weights, read off the headers."""
    from safetensors import safe_open

    total = 0
    for path in folder.glob("*.safetensors"):
        with safe_open(path, "np") as weights:
            total += sum(prod(weights.get_slice(name).get_shape()) for name in weights.keys())  # noqa: SIM118
    return total
