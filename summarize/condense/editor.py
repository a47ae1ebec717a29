"""Condensing with the project's own model, which edits the source's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.condense import ModelCard
from summarize.condense.pretrained import model_errors, quiet_transformers
from summarize.edit import EditCondenser
from summarize.model import ModelFolder, card_languages, choose_device, weights_sha256
from summarize.options import Length
from summarize.records import Draft, Source


@dataclass(frozen=True)
class EditorCondenser:
    """The text-editing model behind the door that every condenser shares."""

    editor: EditCondenser
    card: ModelCard

    @classmethod
    def load(cls, folder: ModelFolder, *, device: str) -> EditorCondenser:
        """Load the model in ``folder``. Raises ModelError."""
        chosen = choose_device(device)
        with quiet_transformers(), model_errors(folder.name):
            editor = EditCondenser.load(folder.path, chosen)
        card = ModelCard(
            name=folder.name,
            revision=folder.revision,
            weights_sha256=weights_sha256(folder.path),
            languages=card_languages(folder.path),
            device=chosen,
            dtype="float32",
        )
        return cls(editor, card)

    def condense(self, sources: Sequence[Source], length: Length) -> list[Draft]:
        """A draft for each source, in order."""
        return self.editor.condense(sources, length)
