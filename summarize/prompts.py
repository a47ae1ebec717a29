"""Prompts are files: plain words with ``$fields``, checked before a model is loaded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final

from summarize.data_files import data_folder
from summarize.errors import UsageError

REQUIRED: Final = frozenset({"passage"})
KNOWN: Final = frozenset({"passage", "speaker", "fewest_words", "most_words"})


@dataclass(frozen=True)
class Prompt:
    """A checked prompt. ``sha256`` is that of the file's bytes."""

    text: str
    sha256: str

    def fill(self, **fields: str) -> str:
        """The prompt's words with every field filled in."""
        return Template(self.text).substitute(fields)


def load_prompt(path: Path | None = None) -> Prompt:
    """The prompt in ``path``, or the bundled one.

    Raises:
        UsageError: the file cannot be read, or its fields are not those that pksum fills.
    """
    path = path or data_folder("prompts") / "condense.txt"
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the prompt '{path}' cannot be read as UTF-8 text") from error
    _check_fields(text, path)
    return Prompt(text, hashlib.sha256(data).hexdigest())


def _check_fields(text: str, path: Path) -> None:
    template = Template(text)
    if not template.is_valid():
        raise UsageError(f"the prompt '{path}' has a lone '$'; write '$$' for a dollar sign")
    fields = frozenset(template.get_identifiers())
    if missing := REQUIRED - fields:
        raise UsageError(f"the prompt '{path}' lacks {_names(missing)}")
    if unknown := fields - KNOWN:
        raise UsageError(
            f"the prompt '{path}' asks for {_names(unknown)}; known are {_names(KNOWN)}"
        )


def _names(fields: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(fields))
