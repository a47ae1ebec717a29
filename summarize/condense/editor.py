"""Condensing with the project's own model, which edits the source's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from summarize.condense import ModelCard
from summarize.condense.pretrained import model_errors, quiet_transformers
from summarize.edit import EditCondenser
from summarize.engine.choice import choose_engine
from summarize.model import ModelFolder, card_languages, choose_device
from summarize.options import Length
from summarize.records import Draft, Source


@dataclass(frozen=True)
class EditorCondenser:
    """The text-editing model behind the door that every condenser shares."""

    editor: EditCondenser
    card: ModelCard

    @classmethod
    def load(cls, folder: ModelFolder, *, device: str, engine: str = "auto") -> EditorCondenser:
        """Load the model in ``folder`` into ``engine``.

        Raises:
            UsageError: there is no such engine, or not on this device.
            ModelError: the engine is not installed, or the model cannot be loaded.
        """
        chosen = choose_engine(engine, device)
        on = "cpu" if chosen == "onnx" else choose_device(device)
        quiet = nullcontext() if chosen == "onnx" else quiet_transformers()
        with quiet, model_errors(folder.name):
            editor = EditCondenser.load(folder.path, on, chosen)
        card = ModelCard(
            name=folder.name,
            revision=folder.revision,
            weights_sha256=editor.weights_sha256,
            languages=card_languages(folder.path),
            device=on,
            dtype="float32",
            engine=chosen,
        )
        return cls(editor, card)

    def condense(self, sources: Sequence[Source], length: Length) -> list[Draft]:
        """A draft for each source, in order."""
        return self.editor.condense(sources, length)
