"""Train the encoder and its heads together; resumes from the last checkpoint.

    python scripts/mini/train.py --data runs/mini/data --encoder FOLDER --out runs/mini/model

Each step takes one batch of one kind: passages (which sentence carries, acts, heading words),
edits (tag of each word, verb, word class) or plain sentences (word class).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from transformers import AutoConfig, AutoTokenizer, BertModel

from summarize.edit.inputs import Encoded, Inputs
from summarize.edit.network import EditNetwork, collate

Row = dict[str, Any]
KINDS = ("select", "edit", "pos")


def main() -> None:
    o = _options()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    o.out.mkdir(parents=True, exist_ok=True)
    inputs, pad = tokens_of(o.encoder)
    network = fresh(o.encoder)
    if o.start:
        network.load_state_dict(torch.load(o.start, map_location="cpu")["network"])
    network.to(o.device)
    Trainer(o, network, inputs, pad).run()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("runs/mini/data"))
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, default=Path("runs/mini/model"))
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to start from")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--tokens", type=int, default=2048, help="tokens a batch, padding included")
    parser.add_argument("--shares", default="4,4,2", help="batches of passages, edits, plain")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--frozen", type=int, default=1, help="layers kept, with the embeddings")
    parser.add_argument("--every", type=int, default=500, help="steps between checkpoints")
    return parser.parse_args()


def tokens_of(folder: Path) -> tuple[Inputs, int]:
    """The input builder for a tokenizer folder, and the id that pads."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    backend = tokenizer.backend_tokenizer
    backend.no_padding()
    backend.no_truncation()

    def pieces(word: str) -> list[int]:
        found: list[int] = backend.encode(word, add_special_tokens=False).ids
        return found or [tokenizer.unk_token_id]

    return Inputs(pieces, tokenizer.cls_token_id, tokenizer.sep_token_id), tokenizer.pad_token_id


def fresh(folder: Path) -> EditNetwork:
    """The network with a pretrained encoder and new heads."""
    network = EditNetwork(AutoConfig.from_pretrained(folder))
    network.bert = BertModel.from_pretrained(folder, add_pooling_layer=False)
    return network


def freeze(network: EditNetwork, layers: int) -> None:
    """Keep the embeddings and the lowest layers as pretrained: faster, and safer on little data."""
    parts = [network.bert.embeddings, *network.bert.encoder.layer[:layers]]
    for part in parts if layers else ():
        part.requires_grad_(False)


class Trainer:
    """Holds what a run needs; ``run`` trains to the last step."""

    def __init__(self, o: argparse.Namespace, net: EditNetwork, inputs: Inputs, pad: int) -> None:
        self.o, self.net, self.inputs, self.pad = o, net, inputs, pad
        self.rng = random.Random(o.seed)
        freeze(net, o.frozen)
        heads = [p for n, p in net.named_parameters() if n.startswith("heads")]
        body = [
            p for n, p in net.named_parameters()
            if not n.startswith("heads") and p.requires_grad
        ]  # fmt: skip
        self.optimizer = torch.optim.AdamW(
            [{"params": body}, {"params": heads, "scale": 5.0}], lr=o.rate, weight_decay=0.01
        )
        self.step = 0
        self.log: dict[str, list[float]] = {}
        self._resume()

    def run(self) -> None:
        streams = {kind: self._batches(kind) for kind in KINDS}
        kinds = [k for k, n in zip(KINDS, map(int, self.o.shares.split(",")), strict=True)
                 for _ in range(n)]  # fmt: skip
        began = time.time()
        self.net.train()
        while self.step < self.o.steps:
            kind = self.rng.choice(kinds)
            self._train_on(kind, next(streams[kind]))
            self.step += 1
            if self.step % 20 == 0:
                means = {k: round(sum(v) / len(v), 4) for k, v in sorted(self.log.items())}
                print(self.step, round(time.time() - began), json.dumps(means), flush=True)
                self.log = {}
            if self.step % self.o.every == 0 or self.step == self.o.steps:
                self._validate()
                self._save()

    def _train_on(self, kind: str, rows: list[tuple[Row, Encoded]]) -> None:
        warm = min(1.0, (self.step + 1) / 150)
        rate = self.o.rate * warm * (1 - self.step / self.o.steps)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group.get("scale", 1.0)
        with torch.autocast(self.o.device.split(":")[0], torch.bfloat16, enabled=self.o.bf16):
            losses = self._losses(kind, rows)
        total = torch.stack(list(losses.values())).sum()
        self.optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        for name, loss in losses.items():
            self.log.setdefault(f"{kind}.{name}", []).append(loss.item())

    def _losses(self, kind: str, rows: list[tuple[Row, Encoded]]) -> dict[str, Tensor]:
        encoded = [e for _, e in rows]
        hidden = self.net(*collate(encoded, self.pad, self.o.device))
        words = torch.cat([hidden[i, list(e.words)] for i, e in enumerate(encoded)])
        marks = torch.cat([hidden[i, list(e.marks)] for i, e in enumerate(encoded)])
        if kind == "select":
            return self._select(rows, words, marks)
        losses = {"pos": 0.3 * self._classes("pos", words, [x for r, _ in rows for x in r["pos"]])}
        if kind == "edit":
            weights = torch.tensor(
                [r["weight"] for r, _ in rows for _ in r["words"]], device=words.device
            )
            tags = [x for r, _ in rows for x in r["tags"]]
            losses["tag"] = self._classes("tag", words, tags, weights)
            losses["verb"] = 0.2 * self._classes("verb", marks, [r["verb"] for r, _ in rows])
        return losses

    def _select(
        self, rows: list[tuple[Row, Encoded]], words: Tensor, marks: Tensor
    ) -> dict[str, Tensor]:
        carry = [float(x) for r, _ in rows for x in r["carry"]]
        heading = [float(x) for r, _ in rows for s in r["heading"] for x in s]
        return {
            "carry": self._bits("carry", marks, carry, 1.0),
            "act": 0.5 * self._classes("act", marks, [x for r, _ in rows for x in r["acts"]]),
            "heading": 0.7 * self._bits("heading", words, heading, 2.0),
        }

    def _classes(
        self, head: str, hidden: Tensor, gold: list[int], weights: Tensor | None = None
    ) -> Tensor:
        target = torch.tensor(gold, device=hidden.device)
        each = functional.cross_entropy(self.net.score(head, hidden), target, reduction="none")
        weights = (target >= 0).float() if weights is None else weights * (target >= 0)
        return (each * weights).sum() / weights.sum().clamp(min=1.0)

    def _bits(self, head: str, hidden: Tensor, gold: list[float], positive: float) -> Tensor:
        target = torch.tensor(gold, device=hidden.device)
        scores = self.net.score(head, hidden).squeeze(-1)
        return functional.binary_cross_entropy_with_logits(
            scores, target, pos_weight=torch.tensor(positive, device=hidden.device)
        )

    def _batches(self, kind: str) -> Iterator[list[tuple[Row, Encoded]]]:
        rows = [pair for row in self._read(f"{kind}.train.jsonl") if (pair := self._encode(row))]
        while True:
            self.rng.shuffle(rows)
            for start in range(0, len(rows), 2000):
                chunk = sorted(rows[start : start + 2000], key=lambda p: len(p[1].ids))
                batches = list(_packed(chunk, self.o.tokens))
                self.rng.shuffle(batches)
                yield from batches

    def _encode(self, row: Row) -> tuple[Row, Encoded] | None:
        """The row with its input; None where it does not fit one window."""
        if "sentences" in row:
            windows = self.inputs.passage(row["sentences"])
            return (row, windows[0][0]) if len(windows) == 1 else None
        parts = self.inputs.sentence(row.get("context", ()), row["words"])
        return (row, parts[0]) if len(parts) == 1 else None

    def _read(self, name: str) -> list[Row]:
        with (self.o.data / name).open(encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    @torch.no_grad()
    def _validate(self) -> None:
        self.net.eval()
        scores = {}
        for kind in ("select", "edit"):
            rows = [pair for r in self._read(f"{kind}.valid.jsonl")[:96] if (pair := self._encode(r))]
            totals: dict[str, list[float]] = {}
            for start in range(0, len(rows), 16):
                for name, loss in self._losses(kind, rows[start : start + 16]).items():
                    totals.setdefault(name, []).append(loss.item())
            scores |= {f"{kind}.{k}": round(sum(v) / len(v), 4) for k, v in totals.items()}
        print("valid", self.step, json.dumps(scores), flush=True)
        self.net.train()

    def _save(self) -> None:
        state = {"network": self.net.state_dict(), "step": self.step}
        torch.save(state | {"optimizer": self.optimizer.state_dict()}, self.o.out / "next.pt")
        (self.o.out / "next.pt").replace(self.o.out / "last.pt")

    def _resume(self) -> None:
        path = self.o.out / "last.pt"
        if path.exists():
            state = torch.load(path, map_location=self.o.device)
            self.net.load_state_dict({k.replace("encoder.", "bert.", 1) if k.startswith("encoder.") else k: v for k, v in state["network"].items()})
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = state["step"]
            self.rng.seed(self.o.seed + self.step)


def _packed(rows: list[tuple[Row, Encoded]], tokens: int) -> Iterator[list[tuple[Row, Encoded]]]:
    """Rows of like length in batches of at most ``tokens``, padding counted."""
    batch: list[tuple[Row, Encoded]] = []
    for row in rows:
        if batch and (len(batch) + 1) * len(row[1].ids) > tokens:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


if __name__ == "__main__":
    main()
