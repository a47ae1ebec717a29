"""The network: one BERT encoder and small linear heads for words and sentences.

torch and transformers are imported here and only here; the rest of ``summarize.edit`` sees plain
values.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel, BertPreTrainedModel

from summarize.edit.inputs import Encoded
from summarize.edit.scheme import HEADS
from summarize.edit.tagger import Scores
from summarize.engine.threads import threads
from summarize.errors import ModelError

CPU_TOKENS = 1024
"""Padded tokens a batch on a CPU; larger ones leave its cache and are slower there."""

GPU_BYTES_A_TOKEN = 100_000
"""Free memory wanted for a padded token on a GPU: activations of one layer, with room."""


class EditNetwork(BertPreTrainedModel):  # type: ignore[misc, unused-ignore]
    """``forward`` gives the hidden states; a head turns those of its tokens into scores."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config)
        self.bert = BertModel(config, add_pooling_layer=False)
        self.dropout = nn.Dropout(config.hidden_dropout_prob)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(config.hidden_size, size) for name, size in HEADS.items()}
        )
        self.post_init()

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Hidden states (batch, tokens, width) of token ids and their mask."""
        output: Any = self.bert(input_ids=ids, attention_mask=mask)
        hidden: Tensor = self.dropout(output.last_hidden_state)
        return hidden

    def score(self, head: str, hidden: Tensor) -> Tensor:
        """The scores of a head, in float32, for hidden states of any leading shape."""
        scores: Tensor = self.heads[head](hidden)
        return scores.float()


class TorchScorer:
    """The network in PyTorch, on any device, in float32."""

    def __init__(self, network: EditNetwork, pad: int, device: str) -> None:
        self.network, self.pad, self.device = network.to(device).eval(), pad, device
        self.batch_tokens = _batch_tokens(device)

    @classmethod
    def load(cls, folder: Path, pad: int, device: str) -> TorchScorer:
        """The network of a model folder."""
        if torch.get_num_threads() > threads():
            torch.set_num_threads(threads())
        return cls(EditNetwork.from_pretrained(folder, dtype=torch.float32), pad, device)

    def scores(self, batch: Sequence[Encoded]) -> list[Scores]:
        """The scores of each input; a batch that does not fit the device's memory is halved.

        Raises:
            ModelError: a single input does not fit.
        """
        try:
            return self._scores(batch)
        except torch.OutOfMemoryError as error:
            if len(batch) == 1:
                raise ModelError(
                    "a passage does not fit the device's memory: use --device cpu"
                ) from error
        half = len(batch) // 2
        self.batch_tokens = max(self.batch_tokens // 2, CPU_TOKENS)
        return self.scores(batch[:half]) + self.scores(batch[half:])

    def _scores(self, batch: Sequence[Encoded]) -> list[Scores]:
        with torch.inference_mode():
            hidden = self.network(*collate(batch, self.pad, self.device))
            scores = torch.cat([self.network.score(head, hidden) for head in HEADS], dim=-1)
        rows = scores.cpu().numpy()
        return [row[: len(encoded.ids)] for row, encoded in zip(rows, batch, strict=True)]


def _batch_tokens(device: str) -> int:
    """Padded tokens a batch: half of what a GPU's free memory takes."""
    if not device.startswith("cuda"):
        return CPU_TOKENS
    free, _ = torch.cuda.mem_get_info(device)
    return max(free // 2 // GPU_BYTES_A_TOKEN, CPU_TOKENS)


def collate(batch: Sequence[Encoded], pad: int, device: str) -> tuple[Tensor, Tensor]:
    """Token ids and attention mask, padded to the longest of the batch."""
    width = max(len(e.ids) for e in batch)
    ids = torch.full((len(batch), width), pad, dtype=torch.long)
    mask = torch.zeros((len(batch), width), dtype=torch.long)
    for row, e in enumerate(batch):
        ids[row, : len(e.ids)] = torch.tensor(e.ids)
        mask[row, : len(e.ids)] = 1
    return ids.to(device), mask.to(device)
