"""The network: one BERT encoder and small linear heads for words and sentences.

torch and transformers are imported here and only here; the rest of ``summarize.edit`` sees plain
values.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel, BertPreTrainedModel

from summarize.edit.inputs import Encoded
from summarize.edit.scheme import ACTS, POS, TAGS, VERBS

WORD_HEADS = {"tag": len(TAGS), "pos": len(POS), "heading": 1}
SENTENCE_HEADS = {"carry": 1, "act": len(ACTS), "verb": len(VERBS)}


class EditNetwork(BertPreTrainedModel):  # type: ignore[misc, unused-ignore]
    """``forward`` gives the hidden states; a head turns those of its tokens into scores."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config)
        self.bert = BertModel(config, add_pooling_layer=False)
        self.dropout = nn.Dropout(config.hidden_dropout_prob)
        self.heads = nn.ModuleDict(
            {
                name: nn.Linear(config.hidden_size, size)
                for name, size in (WORD_HEADS | SENTENCE_HEADS).items()
            }
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


def collate(batch: list[Encoded], pad: int, device: str) -> tuple[Tensor, Tensor]:
    """Token ids and attention mask, padded to the longest of the batch."""
    width = max(len(e.ids) for e in batch)
    ids = torch.full((len(batch), width), pad, dtype=torch.long)
    mask = torch.zeros((len(batch), width), dtype=torch.long)
    for row, e in enumerate(batch):
        ids[row, : len(e.ids)] = torch.tensor(e.ids)
        mask[row, : len(e.ids)] = 1
    return ids.to(device), mask.to(device)
