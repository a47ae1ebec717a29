"""The editing network in ONNX Runtime: no torch, no transformers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime

from summarize.edit.inputs import Encoded
from summarize.edit.tagger import Scores
from summarize.engine.convert import converted
from summarize.engine.threads import threads

ERRORS: Final = 3
"""Of ONNX Runtime's levels of logging, the one that leaves out warnings."""


NO_MEMORY: Final = ("allocate memory", "bad_alloc", "bad allocation")


class OnnxScorer:
    """Runs inputs one at a time: nothing is padded, and no input can touch another's numbers.

    One input fills the cores already; batches of several were measured and were no faster.
    """

    batch_tokens = 1

    def __init__(self, graph: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads()
        options.inter_op_num_threads = 1
        options.log_severity_level = ERRORS
        options.enable_mem_pattern = False  # it keeps a plan for every length seen
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session: Any = onnxruntime.InferenceSession(
            os.fspath(graph), options, providers=["CPUExecutionProvider"]
        )

    @classmethod
    def load(cls, folder: Path, digest: str) -> OnnxScorer:
        """The network of a model folder, converted at first use.

        Raises:
            ModelError: it is not converted yet, and cannot be.
        """
        return cls(converted(folder, digest))

    def scores(self, batch: Sequence[Encoded]) -> list[Scores]:
        """The scores of each input."""
        return [self._scores(encoded) for encoded in batch]

    def _scores(self, encoded: Encoded) -> Scores:
        ids = np.array([encoded.ids], dtype=np.int64)
        try:
            scores: Scores = self.session.run(None, {"ids": ids})[0][0]
        except Exception as error:  # ONNX Runtime's errors have no base of their own
            if any(words in str(error) for words in NO_MEMORY):
                raise MemoryError from None
            raise
        return scores
