"""Write a trained network as the model folder that the package loads.

    python scripts/mini/export.py --checkpoint runs/mini/model/last.pt --encoder FOLDER --out FOLDER

The folder holds config.json (with a ``pksum`` section: architecture, digest), model.safetensors in
fp16, and the tokenizer. An existing README.md in it is left alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import AutoConfig, AutoTokenizer

from summarize.edit.network import EditNetwork
from summarize.edit.scheme import ACTS, POS, TAGS, VERBS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    config = AutoConfig.from_pretrained(options.encoder)
    network = EditNetwork(config)
    state = torch.load(options.checkpoint, map_location="cpu")["network"]
    state = {
        k.replace("encoder.", "bert.", 1) if k.startswith("encoder.") else k: v
        for k, v in state.items()
    }
    network.load_state_dict(state)
    write_weights(network, options.out)
    write_config(network, options.out)
    write_tokenizer(options.encoder, options.out)


def write_weights(network: EditNetwork, out: Path) -> None:
    """The weights in half precision."""
    state = {k: v.detach().to(torch.float16).contiguous() for k, v in network.state_dict().items()}
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})


def write_config(network: EditNetwork, out: Path) -> None:
    """The encoder's configuration with the section that names the heads and the digest."""
    config = network.config.to_dict()
    config.pop("_name_or_path", None)
    config["architectures"] = ["EditNetwork"]
    config["dtype"] = "float16"
    config["pksum"] = {
        "architecture": "edit",
        "weights_sha256": hashlib.sha256((out / "model.safetensors").read_bytes()).hexdigest(),
        "heads": {"tag": list(TAGS), "pos": list(POS), "act": list(ACTS), "verb": list(VERBS),
                  "carry": 1, "heading": 1, "main": 1, "needs": 1},
    }  # fmt: skip
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def write_tokenizer(encoder: Path, out: Path) -> None:
    """The tokenizer, without the padding and cutting that its sentence embeddings wanted."""
    tokenizer = AutoTokenizer.from_pretrained(encoder)
    tokenizer.backend_tokenizer.no_padding()
    tokenizer.backend_tokenizer.no_truncation()
    tokenizer.model_max_length = 512
    tokenizer.save_pretrained(out)


if __name__ == "__main__":
    main()
