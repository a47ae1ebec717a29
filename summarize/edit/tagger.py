"""The trained network behind plain values: sentences in, probabilities and tags out.

torch and transformers are imported when a model is loaded, not before.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.edit.inputs import Encoded, Inputs
from summarize.edit.scheme import POS, TAGS
from summarize.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor

    from summarize.edit.network import EditNetwork

BATCH_TOKENS = 4096


@dataclass(frozen=True)
class SentenceView:
    """What the network sees in one sentence of a passage.

    ``carry`` is the chance that a condensation cites it, ``act`` an index into ``scheme.ACTS``,
    ``verbs`` a chance for each of ``scheme.VERBS``. The rest is a value a word: the log-odds of
    keeping it, the chance that its verb goes to the past, its class, and the chance that it stands
    in the heading.
    """

    carry: float
    act: int
    verbs: tuple[float, ...]
    keep: tuple[float, ...]
    shift: tuple[float, ...]
    pos: tuple[str, ...]
    heading: tuple[float, ...]


class Tagger:
    """Reads passages in batches; what it sees does not depend on what is read beside."""

    def __init__(self, network: EditNetwork, inputs: Inputs, pad: int, device: str) -> None:
        self.network, self.inputs, self.pad, self.device = network, inputs, pad, device

    @classmethod
    def load(cls, folder: Path, device: str) -> Tagger:
        """The tagger in a model folder.

        Raises:
            ModelError: the folder is incomplete, of another kind, or its weights are not the
                ones its configuration names.
        """
        checked(folder)
        import torch
        from transformers import AutoTokenizer

        from summarize.edit.network import EditNetwork

        network = EditNetwork.from_pretrained(folder, dtype=torch.float32)
        tokenizer = AutoTokenizer.from_pretrained(folder)
        return cls(network.to(device).eval(), inputs_of(tokenizer), tokenizer.pad_token_id, device)

    def passages(self, passages: Sequence[Sequence[Sequence[str]]]) -> list[list[SentenceView]]:
        """For each passage, given as words by sentence, a view of each sentence."""
        windows = [self.inputs.passage(p) for p in passages]
        scored = iter(self._run([encoded for ws in windows for encoded, _ in ws]))
        return [_assembled(ws, [next(scored) for _ in ws]) for ws in windows]

    def _run(self, inputs: Sequence[Encoded]) -> list[list[SentenceView]]:
        """The views of each input's sentences, computed in batches of like length."""
        import torch

        from summarize.edit.network import collate

        results: list[list[SentenceView]] = [[] for _ in inputs]
        with torch.inference_mode():
            for batch in _batches(inputs):
                chosen = [inputs[i] for i in batch]
                hidden = self.network(*collate(chosen, self.pad, self.device))
                for row, i in enumerate(batch):
                    results[i] = self._views(hidden[row], inputs[i])
        return results

    def _views(self, hidden: Tensor, encoded: Encoded) -> list[SentenceView]:
        marks, words = hidden[list(encoded.marks)], hidden[list(encoded.words)]
        score = self.network.score
        carry = score("carry", marks).squeeze(-1).sigmoid().tolist()
        acts = score("act", marks).argmax(-1).tolist()
        verbs = score("verb", marks).softmax(-1).tolist()
        tags = score("tag", words).log_softmax(-1)
        keep = (tags[:, 1:].logsumexp(-1) - tags[:, 0]).tolist()
        shift = tags[:, 1:].softmax(-1)[:, TAGS.index("shift") - 1].tolist()
        pos = [POS[p] for p in score("pos", words).argmax(-1).tolist()]
        heading = score("heading", words).squeeze(-1).sigmoid().tolist()
        return [
            SentenceView(
                carry[k], acts[k], tuple(verbs[k]), tuple(keep[a:b]), tuple(shift[a:b]),
                tuple(pos[a:b]), tuple(heading[a:b]),
            )
            for k, (a, b) in enumerate(_stretches(encoded))
        ]  # fmt: skip


def _stretches(encoded: Encoded) -> list[tuple[int, int]]:
    """Where each sentence's words begin and end among the words of an input."""
    ends = [bisect_left(encoded.words, mark) for mark in encoded.marks]
    return list(zip([0, *ends], ends, strict=False))


def inputs_of(tokenizer: Any) -> Inputs:
    """The input builder over a fast tokenizer, which must neither pad nor cut."""
    backend = tokenizer.backend_tokenizer
    backend.no_padding()
    backend.no_truncation()
    unknown = [tokenizer.unk_token_id]

    def pieces(word: str) -> list[int]:
        found: list[int] = backend.encode(word, add_special_tokens=False).ids
        return found or unknown

    return Inputs(pieces, tokenizer.cls_token_id, tokenizer.sep_token_id)


def checked(folder: Path) -> str:
    """The SHA-256 of the folder's weights, after comparing it with its configuration.

    Raises:
        ModelError: no such model there, or other weights than the configuration names.
    """
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
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


def _batches(inputs: Sequence[Encoded]) -> Iterator[list[int]]:
    """Indices of inputs of like length, at most ``BATCH_TOKENS`` tokens with their padding."""
    batch: list[int] = []
    for i in sorted(range(len(inputs)), key=lambda i: (len(inputs[i].ids), i)):
        if batch and (len(batch) + 1) * len(inputs[i].ids) > BATCH_TOKENS:
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
        best.carry, best.act, best.verbs,
        tuple(x for v in parts for x in v.keep), tuple(x for v in parts for x in v.shift),
        tuple(x for v in parts for x in v.pos), tuple(x for v in parts for x in v.heading),
    )  # fmt: skip
