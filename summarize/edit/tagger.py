"""The trained network behind plain values: sentences in, probabilities and tags out.

An engine (PyTorch or ONNX Runtime) is imported when a model is loaded, not before.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from summarize.edit.inputs import Encoded, Inputs, inputs_of
from summarize.edit.scheme import HEADS, POS, TAGS
from summarize.errors import ModelError

Scores = NDArray[np.float32]


class Scorer(Protocol):
    """An engine that runs the network.

    ``batch_tokens`` is how many padded tokens it likes in a batch.
    """

    batch_tokens: int

    def scores(self, batch: Sequence[Encoded]) -> list[Scores]:
        """For each input a row a token, in it the outputs of all ``HEADS`` side by side."""
        ...


@dataclass(frozen=True)
class SentenceView:
    """What the network sees in one sentence of a passage.

    ``carry`` is the chance that a condensation cites it, ``main`` that it tells the passage's main
    claim, ``needs`` that it is not understood without another; ``acts`` has a chance for each of
    ``scheme.ACTS``, ``verbs`` one for each of ``scheme.VERBS``. The rest is a value a word: the log-odds of
    keeping it, the chance that its verb goes to the past, its class, and the chance that it stands
    in the heading.
    """

    carry: float
    main: float
    needs: float
    acts: tuple[float, ...]
    verbs: tuple[float, ...]
    keep: tuple[float, ...]
    shift: tuple[float, ...]
    pos: tuple[str, ...]
    heading: tuple[float, ...]

    @property
    def act(self) -> int:
        """The likeliest act, an index into ``scheme.ACTS``."""
        return max(range(len(self.acts)), key=self.acts.__getitem__)


class Tagger:
    """Reads passages in batches; what it sees does not depend on what is read beside."""

    def __init__(self, scorer: Scorer, inputs: Inputs, weights_sha256: str) -> None:
        self.scorer, self.inputs, self.weights_sha256 = scorer, inputs, weights_sha256

    @classmethod
    def load(cls, folder: Path, device: str = "cpu", engine: str = "torch") -> Tagger:
        """The tagger in a model folder.

        Raises:
            ModelError: the folder is incomplete, of another kind, or its weights are not the
                ones its configuration names.
        """
        digest = checked(folder)
        inputs, pad = inputs_of(folder)
        if engine == "onnx":
            from summarize.engine.session import OnnxScorer

            return cls(OnnxScorer.load(folder, digest), inputs, digest)
        from summarize.edit.network import TorchScorer

        return cls(TorchScorer.load(folder, pad, device), inputs, digest)

    def passages(self, passages: Sequence[Sequence[Sequence[str]]]) -> list[list[SentenceView]]:
        """For each passage, given as words by sentence, a view of each sentence."""
        windows = [self.inputs.passage(p) for p in passages]
        scored = iter(self._run([encoded for ws in windows for encoded, _ in ws]))
        return [_assembled(ws, [next(scored) for _ in ws]) for ws in windows]

    def _run(self, inputs: Sequence[Encoded]) -> list[list[SentenceView]]:
        """The views of each input's sentences, computed in batches of like length."""
        results: list[list[SentenceView]] = [[] for _ in inputs]
        for batch in _batches(inputs, self.scorer.batch_tokens):
            scored = self.scorer.scores([inputs[i] for i in batch])
            for i, scores in zip(batch, scored, strict=True):
                results[i] = _views(scores, inputs[i])
        return results


def _views(scores: Scores, encoded: Encoded) -> list[SentenceView]:
    """What the scores say of each sentence; chances in double precision, as plain numbers."""
    ends = np.cumsum(list(HEADS.values()))[:-1]
    marks, words = (
        dict(zip(HEADS, np.split(scores[list(at)].astype(np.float64), ends, axis=-1), strict=True))
        for at in (encoded.marks, encoded.words)
    )
    carry, main, needs = (_sigmoid(marks[n][:, 0]).tolist() for n in ("carry", "main", "needs"))
    acts = _softmax(marks["act"]).tolist()
    verbs = _softmax(marks["verb"]).tolist()
    tags = words["tag"]
    keep = (np.logaddexp.reduce(tags[:, 1:], axis=-1) - tags[:, 0]).tolist()
    shift = _softmax(tags[:, 1:])[:, TAGS.index("shift") - 1].tolist()
    pos = [POS[p] for p in words["pos"].argmax(-1)]
    heading = _sigmoid(words["heading"][:, 0]).tolist()
    return [
        SentenceView(
            carry[k], main[k], needs[k], tuple(acts[k]), tuple(verbs[k]),
            tuple(keep[a:b]), tuple(shift[a:b]),
            tuple(pos[a:b]), tuple(heading[a:b]),
        )
        for k, (a, b) in enumerate(_stretches(encoded))
    ]  # fmt: skip


def _sigmoid(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return 0.5 * (1.0 + np.tanh(0.5 * x))


def _softmax(x: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(x - x.max(axis=-1, keepdims=True))
    shares: NDArray[np.float64] = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def _stretches(encoded: Encoded) -> list[tuple[int, int]]:
    """Where each sentence's words begin and end among the words of an input."""
    ends = [bisect_left(encoded.words, mark) for mark in encoded.marks]
    return list(zip([0, *ends], ends, strict=False))


def checked(folder: Path) -> str:
    """The SHA-256 of the folder's weights, after comparing it with its configuration.

    Raises:
        ModelError: no such model there, or other weights than the configuration names.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        with (folder / "model.safetensors").open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError) as error:
        raise ModelError(f"model folder {folder.name} cannot be read: {error}") from error
    stated = config.get("pksum", {})
    if stated.get("architecture") != "edit":
        raise ModelError(f"model folder {folder.name} holds no pksum model of the kind 'edit'")
    if stated.get("weights_sha256") != digest:
        raise ModelError(
            f"the weights of {folder.name} are not the ones its configuration names; "
            "install the model again"
        )
    return digest


def _batches(inputs: Sequence[Encoded], most_tokens: int) -> Iterator[list[int]]:
    """Indices of inputs of like length, at most ``most_tokens`` tokens with their padding."""
    batch: list[int] = []
    for i in sorted(range(len(inputs)), key=lambda i: (len(inputs[i].ids), i)):
        if batch and (len(batch) + 1) * len(inputs[i].ids) > most_tokens:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _assembled(
    windows: Sequence[tuple[Encoded, range]], scored: Sequence[Sequence[SentenceView]]
) -> list[SentenceView]:
    """The sentences of a passage from its windows; one that was read in parts is joined again."""
    parts: dict[int, list[SentenceView]] = {}
    for (_, sentences), views in zip(windows, scored, strict=True):
        for i, view in zip(sentences, views, strict=True):
            parts.setdefault(i, []).append(view)
    return [_merged(parts[i]) for i in sorted(parts)]


def _merged(parts: Sequence[SentenceView]) -> SentenceView:
    best = max(parts, key=lambda view: view.carry)
    if len(parts) == 1:
        return best
    return SentenceView(
        best.carry, max(v.main for v in parts), parts[0].needs, best.acts, best.verbs,
        tuple(x for v in parts for x in v.keep), tuple(x for v in parts for x in v.shift),
        tuple(x for v in parts for x in v.pos), tuple(x for v in parts for x in v.heading),
    )  # fmt: skip
