"""What makes a note new: the digests that decide whether a statement has to be briefed.

    key = statement + recipe + format

The recipe is the model by its weights and settings, the prompt, the options and the pipeline's
version. Neither a source's name nor any clock has a part in it, and nor has the device: a note
made on a GPU need not be made again on a CPU.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from summarize.condense.open import takes_prompt
from summarize.model import find_model, weights_sha256
from summarize.options import VERBATIM, Options
from summarize.pipeline import PIPELINE
from summarize.prompts import load_prompt
from summarize.render.json import FORMAT

MODEL_FILES: Final = ("*.json", "*.model", "*.txt", "*.jinja")
"""What beside its weights decides what a model says: configuration, tokenizer, chat template."""

PLAIN: Final = (".txt", ".md", ".text", ".markdown")


@dataclass(frozen=True)
class Recipe:
    """How notes are made, as far as it can change what they say."""

    model: str
    revision: str | None
    weights_sha256: str | None
    settings_sha256: str | None
    prompt_sha256: str | None
    length: str
    strict: bool
    repair: bool
    seed: int
    format: str = FORMAT
    pipeline: int = PIPELINE

    @property
    def digest(self) -> str:
        """SHA-256 of all of it, in hexadecimal."""
        return _digest(asdict(self))


def recipe_of(options: Options) -> Recipe:
    """The recipe that ``options`` make; reads the model's files, but loads no model.

    Raises:
        ModelError: there is no such model.
        UsageError: the prompt is not valid, or the model takes none.
    """
    chosen = (options.length, options.strict, options.repair, options.seed)
    if options.model == VERBATIM:
        return Recipe(VERBATIM, None, None, None, None, *chosen)
    folder = find_model(options.model, offline=options.offline, allow_pickle=options.allow_pickle)
    prompt = load_prompt(options.prompt).sha256 if takes_prompt(folder) else None
    settings = _settings_digest(folder.path)
    weights = weights_sha256(folder.path)
    return Recipe(folder.name, folder.revision, weights, settings, prompt, *chosen)


def note_key(statement: str, recipe: str, form: str, template: str | None = None) -> str:
    """What one note file is known by: the digests of a statement and a recipe, the format, and
    the digest of the user's template where one makes it.
    """
    return _digest([statement, recipe, form, template])


def reading_key(content: str, name: str) -> str:
    """What one reading is known by: the digest of a file's bytes, and whether its name says that
    it is plain text, in which case its content is not asked.
    """
    plain = Path(name).suffix.lower() in PLAIN
    return f"{content}:{'plain' if plain else 'any'}"


def _settings_digest(folder: Path) -> str:
    paths = sorted({path for pattern in MODEL_FILES for path in folder.glob(pattern)})
    return _digest([[p.name, hashlib.sha256(p.read_bytes()).hexdigest()] for p in paths])


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
