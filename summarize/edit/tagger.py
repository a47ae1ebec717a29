"""The trained network behind plain values: sentences in, probabilities and tags out.

torch and transformers are imported when a model is loaded, not before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.edit.inputs import Encoded, Inputs
from summarize.edit.scheme import POS, TAGS, VERBS
from summarize.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor

    from summarize.edit.network import EditNetwork

BATCH_TOKENS = 4096


@dataclass(frozen=True)
class PassageView:
    """What the network sees in a passage: a value a sentence, a value a word."""

    carry: tuple[float, ...]
    acts: tuple[int, ...]
    heading: tuple[tuple[float, ...], ...]
    pos: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SentenceView:
    """What the network sees in a sentence to edit: a value a word, and how likely each verb is."""

    keep: tuple[float, ...]
    shift: tuple[float, ...]
    pos: tuple[str, ...]
    verbs: tuple[float, ...]


class Tagger:
    """Reads passages and sentences in batches; results do not depend on what is read beside."""

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

    def passages(self, passages: Sequence[Sequence[Sequence[str]]]) -> list[PassageView]:
        """A view of each passage, given as words by sentence."""
        windows = [self.inputs.passage(p) for p in passages]
        flat = [encoded for ws in windows for encoded, _ in ws]
        scored = iter(self._run(flat, self._passage_scores))
        return [_assembled(ws, [next(scored) for _ in ws]) for ws in windows]

    def sentences(
        self, sentences: Sequence[tuple[Sequence[str], Sequence[str]]]
    ) -> list[SentenceView]:
        """A view of each (context, sentence) pair, given as words."""
        parts = [self.inputs.sentence(context, words) for context, words in sentences]
        scored = iter(self._run([e for es in parts for e in es], self._sentence_scores))
        return [_merged([next(scored) for _ in es]) for es in parts]

    def _run(self, inputs: Sequence[Encoded], read: Callable[[Any, Encoded], Any]) -> list[Any]:
        """``read`` for the hidden states of each input, in batches of like length."""
        import torch

        from summarize.edit.network import collate

        results: list[Any] = [None] * len(inputs)
        with torch.inference_mode():
            for batch in _batches(inputs):
                chosen = [inputs[i] for i in batch]
                hidden = self.network(*collate(chosen, self.pad, self.device))
                for row, i in enumerate(batch):
                    results[i] = read(hidden[row], inputs[i])
        return results

    def _passage_scores(self, hidden: Tensor, encoded: Encoded) -> dict[str, list[Any]]:
        marks, words = hidden[list(encoded.marks)], hidden[list(encoded.words)]
        score = self.network.score
        return {
            "carry": score("carry", marks).squeeze(-1).sigmoid().tolist(),
            "acts": score("act", marks).argmax(-1).tolist(),
            "heading": score("heading", words).squeeze(-1).sigmoid().tolist(),
            "pos": [POS[p] for p in score("pos", words).argmax(-1).tolist()],
        }

    def _sentence_scores(self, hidden: Tensor, encoded: Encoded) -> SentenceView:
        words = hidden[list(encoded.words)]
        tags = self.network.score("tag", words).log_softmax(-1)
        keep = tags[:, 1:].logsumexp(-1) - tags[:, 0]
        pos = self.network.score("pos", words).argmax(-1).tolist()
        verbs = self.network.score("verb", hidden[list(encoded.marks)]).softmax(-1)[0]
        shift = tags[:, TAGS.index("shift")].exp() / tags[:, 1:].exp().sum(-1)
        return SentenceView(
            tuple(keep.tolist()), tuple(shift.tolist()), tuple(POS[p] for p in pos),
            tuple(verbs.tolist()),
        )  # fmt: skip


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
    windows: Sequence[tuple[Encoded, range]], scored: Sequence[dict[str, list[Any]]]
) -> PassageView:
    """One view from the windows of a passage; a sentence read in parts has the best of them."""
    carry: dict[int, float] = {}
    acts: dict[int, int] = {}
    heading: dict[int, list[float]] = {}
    pos: dict[int, list[str]] = {}
    for (encoded, sentences), scores in zip(windows, scored, strict=True):
        used = 0
        for k, i in enumerate(sentences):
            last = encoded.marks[k]
            length = sum(1 for w in encoded.words[used:] if w < last)
            better = scores["carry"][k] > carry.get(i, -1.0)
            acts[i] = scores["acts"][k] if better else acts[i]
            carry[i] = max(scores["carry"][k], carry.get(i, -1.0))
            heading.setdefault(i, []).extend(scores["heading"][used : used + length])
            pos.setdefault(i, []).extend(scores["pos"][used : used + length])
            used += length
    order = sorted(carry)
    return PassageView(
        tuple(carry[i] for i in order), tuple(acts[i] for i in order),
        tuple(tuple(heading[i]) for i in order), tuple(tuple(pos[i]) for i in order),
    )  # fmt: skip


def _merged(views: Sequence[SentenceView]) -> SentenceView:
    return SentenceView(
        tuple(x for v in views for x in v.keep), tuple(x for v in views for x in v.shift),
        tuple(x for v in views for x in v.pos), views[0].verbs if views else (0.0,) * len(VERBS),
    )  # fmt: skip
