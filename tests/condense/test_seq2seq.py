from __future__ import annotations

import pytest
import torch
from transformers import BartConfig, T5Config

from summarize.condense.seq2seq import RowBounds, Seq2SeqCondenser, task_prefix
from summarize.model import find_model
from summarize.records import Source
from tests.tiny_models import ENCODER_DECODERS, make_model

SHORT = Source(("The Council should adopt the resolution.", "We welcome the report."))
LONG = Source(tuple(f"The delegation called for a ceasefire in region {i}." for i in range(9)))


def load(folder) -> Seq2SeqCondenser:
    return Seq2SeqCondenser.load(find_model(str(folder)), device="cpu", allow_pickle=False)


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    root = tmp_path_factory.mktemp("models")
    return {name: load(make_model(name, root / name)) for name in ENCODER_DECODERS}


@pytest.mark.parametrize("family", ENCODER_DECODERS)
def test_every_family_generates_within_its_window(models, family, monkeypatch):
    condenser = models[family]
    seen = []
    real = condenser.loaded.model.generate

    def spy(**inputs):
        seen.append(inputs["input_ids"])
        return real(**inputs)

    monkeypatch.setattr(condenser.loaded.model, "generate", spy)
    drafts = condenser.condense([SHORT, LONG], "normal")
    assert len(drafts) == 2
    assert max(ids.shape[1] for ids in seen) <= 64
    assert sum(ids.shape[0] for ids in seen) > 2, "the long passage is condensed in parts"


@pytest.mark.parametrize("family", ENCODER_DECODERS)
def test_a_passage_gets_the_same_draft_alone_and_in_company(models, family):
    condenser = models[family]
    alone = [condenser.condense([source], "short")[0] for source in (SHORT, LONG)]
    assert condenser.condense([SHORT, LONG], "short") == alone


def test_a_sentence_longer_than_the_window_gets_no_candidate(models):
    endless = Source(("The Council " * 60 + "should adopt it.", "We welcome it."))
    drafts = models["bart"].condense([endless, SHORT], "normal")
    assert drafts[0].candidates == ()


def test_nothing_to_condense(models):
    assert models["bart"].condense([], "normal") == []


def test_the_card_names_the_weights(models):
    card = models["t5"].card
    assert card.name == "t5"
    assert card.dtype == "float32"
    assert len(card.weights_sha256) == 64


def test_row_bounds_forbid_an_early_end_and_force_a_late_one():
    bounds = RowBounds([(3, 5), (0, 9)], ends=[2])
    early = bounds(torch.zeros(4, 2, dtype=torch.long), torch.zeros(4, 5))
    assert torch.isinf(early[:2, 2]).all()
    assert not torch.isinf(early[2:]).any()
    late = bounds(torch.zeros(4, 5, dtype=torch.long), torch.zeros(4, 5))
    assert torch.isinf(late[:2, [0, 1, 3, 4]]).all()
    assert not torch.isinf(late[:2, 2]).any()
    assert not torch.isinf(late[2:]).any()


@pytest.mark.parametrize(
    ("config", "prefix"),
    [
        (BartConfig(), ""),
        (T5Config(), "summarize: "),
        (BartConfig(task_specific_params={"summarization": {"prefix": "sum: "}}), "sum: "),
    ],
)
def test_task_prefix(config, prefix):
    assert task_prefix(config) == prefix


def test_output_cut_by_its_bound_ends_at_a_sentence(models):
    condenser = models["bart"]
    tokenizer = condenser.loaded.tokenizer
    row = torch.tensor(
        tokenizer("We welcome it. The Council should", add_special_tokens=False)["input_ids"]
    )
    assert condenser._decode(row, most=len(row) + 1) == "We welcome it."
    assert condenser._decode(row[6:], most=len(row) - 5) == ""
    assert condenser._decode(row, most=99).endswith("should")
