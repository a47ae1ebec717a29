"""Train the encoder and all its heads together; resumes from the last checkpoint.

    python scripts/mini/train.py --data runs/mini/data --encoder FOLDER --out runs/mini/model

Each step takes one batch of passages (which sentences carry, speech acts, heading words, word
classes, which words editing keeps, reporting verbs) or of plain sentences (word classes).
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
from transformers import AutoConfig, BertModel

from summarize.edit.inputs import Encoded, Inputs, inputs_of
from summarize.edit.network import EditNetwork, collate

Row = dict[str, Any]
Example = tuple[Row, Encoded]
SHARES = {"carry": 1.5, "act": 0.3, "heading": 1.0, "pos": 0.3, "tag": 1.0, "verb": 0.15,
          "main": 1.5, "needs": 0.7}  # fmt: skip


def main() -> None:
    o = _options()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    o.out.mkdir(parents=True, exist_ok=True)
    network = fresh(o.encoder, o.dropout)
    if o.start:
        warm_start(network, torch.load(o.start, map_location="cpu")["network"])
    network.to(o.device)
    Trainer(o, network, *inputs_of(o.encoder)).run()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("runs/mini/data"))
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, default=Path("runs/mini/model"))
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to start from")
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--tokens", type=int, default=1536, help="tokens a batch, padding included")
    parser.add_argument(
        "--plain", type=float, default=0.06, help="share of batches without passages"
    )
    parser.add_argument(
        "--marked", type=float, default=0.0, help="share of batches with marked main claims"
    )
    parser.add_argument("--frozen", type=int, default=2, help="layers kept, with the embeddings")
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--every", type=int, default=100, help="steps between checkpoints")
    parser.add_argument("--checks", type=int, default=48, help="passages of the valid split read")
    return parser.parse_args()


def fresh(folder: Path, dropout: float) -> EditNetwork:
    """The network with a pretrained encoder and new heads."""
    config = AutoConfig.from_pretrained(
        folder, hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout
    )
    network = EditNetwork(config)
    network.bert = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    return network


def warm_start(network: EditNetwork, state: dict[str, Tensor]) -> None:
    """Take the weights of a checkpoint; heads that it lacks stay new.

    Raises:
        RuntimeError: the checkpoint lacks another part of the network, or has one too many.
    """
    new = {name: value for name, value in network.state_dict().items() if name.startswith("heads.")}
    network.load_state_dict(new | state)


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
        named = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
        groups = [
            {"params": [p for n, p in named if not n.startswith("heads")]},
            {"params": [p for n, p in named if n.startswith("heads")], "scale": 5.0},
        ]
        self.optimizer = torch.optim.AdamW(groups, lr=o.rate, weight_decay=0.01)
        self.step = 0
        self.log: dict[str, list[float]] = {}
        self._resume()

    def run(self) -> None:
        kinds = {kind: self._batches(kind) for kind in ("passages", "marked", "plain")}
        began = time.time()
        self.net.train()
        while self.step < self.o.steps:
            self._train_on(next(self._drawn(kinds)))
            self.step += 1
            if self.step % 20 == 0:
                print(self.step, round(time.time() - began), _means(self.log), flush=True)
                self.log = {}
            if self.step % self.o.every == 0 or self.step == self.o.steps:
                self._save()
                self._validate()

    def _drawn(self, kinds: dict[str, Iterator[list[Example]]]) -> Iterator[list[Example]]:
        """The kind that the next batch is of, by the shares asked for."""
        drawn = self.rng.random()
        if drawn < self.o.plain:
            return kinds["plain"]
        return kinds["marked" if drawn < self.o.plain + self.o.marked else "passages"]

    def _train_on(self, rows: list[Example]) -> None:
        warm = min(1.0, (self.step + 1) / 60)
        rate = self.o.rate * warm * (1 - self.step / self.o.steps)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group.get("scale", 1.0)
        with torch.autocast(self.o.device.split(":")[0], torch.bfloat16, enabled=self.o.bf16):
            losses = self._losses(rows)
        self.optimizer.zero_grad()
        torch.stack([SHARES[name] * loss for name, loss in losses.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        for name, loss in losses.items():
            self.log.setdefault(name, []).append(loss.item())

    def _losses(self, rows: list[Example]) -> dict[str, Tensor]:
        encoded = [e for _, e in rows]
        hidden = self.net(*collate(encoded, self.pad, self.o.device))
        words = torch.cat([hidden[i, list(e.words)] for i, e in enumerate(encoded)])
        marks = torch.cat([hidden[i, list(e.marks)] for i, e in enumerate(encoded)])
        passages = [r for r, _ in rows]
        if "main" in passages[0]:
            return {
                name: self._bits(name, marks, [x for r in passages for x in r[name]], 1.0)
                for name in ("carry", "main", "needs")
            }
        losses = {"pos": self._classes("pos", words, _by_word(passages, "pos"))}
        if "carry" in passages[0]:
            weights = [w for r in passages for w, s in zip(r["weights"], r["tags"], strict=True)
                       for _ in s]  # fmt: skip
            losses |= {
                "carry": self._bits("carry", marks, [x for r in passages for x in r["carry"]], 1.0),
                "act": self._classes("act", marks, [x for r in passages for x in r["acts"]]),
                "verb": self._classes("verb", marks, [x for r in passages for x in r["verbs"]]),
                "heading": self._bits("heading", words, _by_word(passages, "heading"), 2.0),
                "tag": self._classes("tag", words, _by_word(passages, "tags"), weights),
            }
        return losses

    def _classes(
        self, head: str, hidden: Tensor, gold: list[int], weights: list[float] | None = None
    ) -> Tensor:
        target = torch.tensor(gold, device=hidden.device)
        each = functional.cross_entropy(self.net.score(head, hidden), target, reduction="none")
        kept = (target >= 0).float()
        if weights is not None:
            kept = kept * torch.tensor(weights, device=hidden.device)
        return (each * kept).sum() / kept.sum().clamp(min=1.0)

    def _bits(self, head: str, hidden: Tensor, gold: list[int], positive: float) -> Tensor:
        return functional.binary_cross_entropy_with_logits(
            self.net.score(head, hidden).squeeze(-1),
            torch.tensor(gold, device=hidden.device).float(),
            pos_weight=torch.tensor(positive, device=hidden.device),
        )

    def _batches(self, kind: str) -> Iterator[list[Example]]:
        rows = self._examples(f"{kind}.train.jsonl")
        while rows:
            self.rng.shuffle(rows)
            for start in range(0, len(rows), 1000):
                chunk = sorted(rows[start : start + 1000], key=lambda p: len(p[1].ids))
                batches = list(_packed(chunk, self.o.tokens))
                self.rng.shuffle(batches)
                yield from batches
        raise SystemExit(f"{kind}.train.jsonl holds no example that fits one window")

    def _examples(self, name: str) -> list[Example]:
        """The rows with their inputs; passages beyond one window are not trained on."""
        found = []
        with (self.o.data / name).open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                windows = self.inputs.passage(row["sentences"])
                if len(windows) == 1:
                    found.append((row, windows[0][0]))
        return found

    @torch.no_grad()
    def _validate(self) -> None:
        self.net.eval()
        totals: dict[str, list[float]] = {}
        for kind in ("passages", "marked"):
            rows = self._examples(f"{kind}.valid.jsonl")[: self.o.checks]
            for start in range(0, len(rows), 8):
                for name, loss in self._losses(rows[start : start + 8]).items():
                    name = f"{kind[0]}.{name}" if name == "carry" else name
                    totals.setdefault(name, []).append(loss.item())
        print("valid", self.step, _means(totals), flush=True)
        self.net.train()

    def _save(self) -> None:
        state = {"network": self.net.state_dict(), "step": self.step}
        torch.save(state | {"optimizer": self.optimizer.state_dict()}, self.o.out / "next.pt")
        (self.o.out / "next.pt").replace(self.o.out / "last.pt")

    def _resume(self) -> None:
        path = self.o.out / "last.pt"
        if path.exists():
            state = torch.load(path, map_location=self.o.device)
            self.net.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = state["step"]
            self.rng.seed(self.o.seed + self.step)


def _by_word(passages: list[Row], name: str) -> list[int]:
    return [x for r in passages for s in r[name] for x in s]


def _means(log: dict[str, list[float]]) -> str:
    return json.dumps({k: round(sum(v) / len(v), 4) for k, v in sorted(log.items())})


def _packed(rows: list[Example], tokens: int) -> Iterator[list[Example]]:
    """Rows of like length in batches of at most ``tokens``, padding counted."""
    batch: list[Example] = []
    for row in rows:
        if batch and (len(batch) + 1) * len(row[1].ids) > tokens:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


if __name__ == "__main__":
    main()
