"""Train the linear model of speech acts on rows with ``sentences`` and ``acts``.

    python scripts/train_acts.py TRAIN.jsonl VALID.jsonl -o summarize/data/acts.json

Labels are the letters A, C, P, F, X, one a sentence. Seeded; needs torch. Prints F1 by act.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from summarize.evaluation.verification import delegation
from summarize.speech import ACTS, LETTERS, features

Example = tuple[list[str], int]


def examples(path: Path) -> list[Example]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        own, sentences = delegation(row["speaker"] or ""), row["sentences"]
        for i, (sentence, letter) in enumerate(zip(sentences, row["acts"], strict=True)):
            found.append((
                features(sentence, own, i == 0, i == len(sentences) - 1),
                ACTS.index(LETTERS[letter]),
            ))  # fmt: skip
    return found


def vocabulary(train: Sequence[Example], least: int) -> dict[str, int]:
    counts = Counter(f for found, _ in train for f in found)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


class Bag(torch.nn.Module):
    """A sum of one weight vector a feature, and a bias."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.weights = torch.nn.EmbeddingBag(size, len(ACTS), mode="sum")
        torch.nn.init.zeros_(self.weights.weight)
        self.bias = torch.nn.Parameter(torch.zeros(len(ACTS)))

    def forward(self, indices: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = self.weights(indices, offsets)
        return found + self.bias


def batch(found: Sequence[Example], known: dict[str, int]) -> tuple[torch.Tensor, ...]:
    indices, offsets = list[int](), list[int]()
    for feats, _ in found:
        offsets.append(len(indices))
        indices += [known[f] for f in feats if f in known]
    return torch.tensor(indices), torch.tensor(offsets), torch.tensor([y for _, y in found])


def train(data: list[Example], known: dict[str, int], options: argparse.Namespace) -> Bag:
    torch.manual_seed(options.seed)
    model = Bag(len(known))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    counts = Counter(y for _, y in data)
    weights = torch.tensor([(len(data) / counts[y]) ** options.balance for y in range(len(ACTS))])
    loss = torch.nn.CrossEntropyLoss(weights / weights.mean(), label_smoothing=0.05)
    for _ in range(options.epochs):
        order = torch.randperm(len(data)).tolist()
        for start in range(0, len(order), 256):
            part = [data[i] for i in order[start : start + 256]]
            indices, offsets, labels = batch(part, known)
            value = loss(model(indices, offsets), labels)
            value = value + options.l1 * model.weights.weight.abs().sum()
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
    return model


def f1(model: Bag, data: Sequence[Example], known: dict[str, int]) -> dict[str, float]:
    indices, offsets, labels = batch(data, known)
    guess = model(indices, offsets).argmax(1)
    scores: dict[str, float] = {}
    for i, act in enumerate(ACTS):
        hits = int(((guess == i) & (labels == i)).sum())
        scores[act] = 2 * hits / max(1, int((guess == i).sum() + (labels == i).sum()))
    return {**scores, "macro": sum(scores.values()) / len(scores)}


def exported(model: Bag, known: dict[str, int]) -> dict[str, Any]:
    table = model.weights.weight.detach()
    weights = {
        f: " ".join(str(round(100 * v)) for v in table[i].tolist())
        for f, i in known.items()
        if float(table[i].abs().max()) >= 0.05
    }
    return {"bias": [round(v, 3) for v in model.bias.tolist()], "hundredths": weights}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("valid", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--least", type=int, default=5)
    parser.add_argument("--l1", type=float, default=3e-5)
    parser.add_argument("--balance", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    data, valid = examples(options.train), examples(options.valid)
    known = vocabulary(data, options.least)
    model = train(data, known, options)
    result = exported(model, known)
    print(len(data), len(known), len(result["hundredths"]), f1(model, valid, known))
    options.output.write_text(json.dumps(result, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
