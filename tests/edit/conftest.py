"""Tokens in a short notation, and a model folder with a tiny random network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.edit.token import Token, Tokens
from summarize.edit.words import Word

_SHORT = {
    "n": "noun", "N": "name", "p": "pronoun", "s": "possessive", "d": "determiner",
    "i": "preposition", "to": "to", "c": "conjunction", "m": "modal", "b": "base", "v": "present",
    "V": "past", "P": "participle", "g": "gerund", "a": "adjective", "r": "adverb", "w": "relative",
    "u": "number", "x": "there", "G": "genitive",
}  # fmt: skip


def parse(notation: str) -> Tokens:
    """Tokens of "word/class", a minus after the class for a word the network would leave out."""
    found = []
    for at, item in enumerate(notation.split()):
        letters, _, kind = item.rpartition("/") if "/" in item else (item, "", "")
        keep = -3.0 if kind.endswith("-") else 3.0
        pos = _SHORT[kind.rstrip("-")] if kind.rstrip("-") else "mark"
        glued = letters in {",", ".", ";", "'s", ")", "?"}
        shift = 0.9 if pos == "present" else 0.0
        found.append(Token(Word(letters or item, glued), pos, keep, shift, at))
    return tuple(found)


@pytest.fixture
def tok() -> Callable[[str], Tokens]:
    return parse


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder of the right form with a random network of two small layers."""
    import torch
    from safetensors.torch import save_file
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
    from transformers import BertConfig, BertTokenizerFast

    from summarize.edit.network import EditNetwork

    folder = tmp_path_factory.mktemp("tiny-edit")
    letters = [chr(c) for c in range(33, 127)]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces += letters + [f"##{c}" for c in letters]
    vocabulary = {piece: i for i, piece in enumerate(pieces)}
    backend = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    backend.normalizer = normalizers.BertNormalizer(lowercase=True)
    backend.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    BertTokenizerFast(tokenizer_object=backend).save_pretrained(folder)
    # a seed of which the random word classes let every source be reported
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(pieces), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=512,
    )  # fmt: skip
    network = EditNetwork(config)
    save_file({k: v.contiguous() for k, v in network.state_dict().items()},
              folder / "model.safetensors", metadata={"format": "pt"})  # fmt: skip
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    stated = config.to_dict() | {"pksum": {"architecture": "edit", "weights_sha256": digest}}
    (folder / "config.json").write_text(json.dumps(stated), encoding="utf-8")
    return folder
