"""Train the models of verification on examples that ``verify_examples.py`` made.

    python scripts/train_verify.py TRAIN.pkl … --valid VALID.pkl -o summarize/data/verify.json

Trees by LightGBM (only here: the weights are data, and applying them needs nothing), the linear
model by torch. Prints, for each model, what share of each kind of error it finds of VALID. The models in
the package were trained on nine tenths of the training split (``verify_examples.py --step 10``,
offsets 0 to 8); VALID is the tenth left out, on whose rows the thresholds were chosen.
The model of verbs is that of a quarter (``--step 12``, offsets 0 to 2), which did better there.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy
import torch

Example = tuple[str, Any, int, str]

THRESHOLDS = {"word": 3.9, "content": 4.0, "party": 4.2, "omission": 2.3, "verb": 3.9}
"""The log-odds from which each model blocks, set on rows left out of training: the models are to stop
at most 2 in 100 true condensations there."""

TREES = {"word": 160, "content": 100, "party": 160, "omission": 120}
SHAPE = {
    "objective": "binary", "num_leaves": 20, "learning_rate": 0.08, "min_data_in_leaf": 25,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
    "verbose": -1, "num_threads": 1, "seed": 0, "deterministic": True,
}  # fmt: skip
_EPOCHS, _L1, _RATE = 6, 1e-4, 0.02


def found(scores: Sequence[float], examples: Sequence[Example], limit: float) -> dict[str, str]:
    """The share of errors of each kind whose slot scores above ``limit``."""
    best: dict[str, float] = defaultdict(lambda: -99.0)
    for score, (_, _, label, name) in zip(scores, examples, strict=True):
        key = name if label else f"{name}!true"
        best[key] = max(best[key], float(score))
    kinds: dict[str, list[bool]] = defaultdict(list)
    for name, score in best.items():
        kinds[name.split("!")[1]].append(score > limit)
    return {kind: f"{sum(v) / len(v):.3f} of {len(v)}" for kind, v in sorted(kinds.items())}


def grow(examples: Sequence[Example], count: int) -> lightgbm.Booster:
    data = numpy.array([e[1] for e in examples], dtype=float)
    labels = numpy.array([e[2] for e in examples])
    return lightgbm.train(dict(SHAPE), lightgbm.Dataset(data, labels), count)


def raw(model: lightgbm.Booster, examples: Sequence[Example]) -> list[float]:
    data = numpy.array([e[1] for e in examples], dtype=float)
    return [float(s) for s in model.predict(data, raw_score=True, num_threads=1)]


def flat(node: dict[str, Any], tree: tuple[list[Any], ...]) -> int:
    """Append a node of a dumped tree to ``tree`` and return its number; leaves are negative."""
    feature, limit, low, high, value = tree
    if "leaf_value" in node:
        value.append(round(node["leaf_value"], 4))
        return -len(value)
    number = len(feature)
    for column in (feature, limit, low, high):
        column.append(0)
    feature[number], limit[number] = node["split_feature"], round(node["threshold"], 4)
    low[number], high[number] = flat(node["left_child"], tree), flat(node["right_child"], tree)
    return number


def exported(model: lightgbm.Booster) -> list[tuple[list[Any], ...]]:
    """The trees of a model as columns of numbers."""
    trees = []
    for one in model.dump_model()["tree_info"]:
        tree: tuple[list[Any], ...] = ([], [], [], [], [])
        if flat(one["tree_structure"], tree) == 0:
            trees.append(tree)
    return trees


class Bag(torch.nn.Module):
    """A sum of one weight a feature, and a bias."""

    def __init__(self, known: dict[str, int]) -> None:
        super().__init__()
        self.known = known
        self.weights = torch.nn.EmbeddingBag(len(known), 1, mode="sum")
        torch.nn.init.zeros_(self.weights.weight)
        self.bias = torch.nn.Parameter(torch.zeros(1))

    def forward(self, examples: Sequence[Example]) -> torch.Tensor:
        indices, offsets = list[int](), list[int]()
        for _, features, _, _ in examples:
            offsets.append(len(indices))
            indices += [self.known[f] for f in features if f in self.known]
        found: torch.Tensor = self.weights(torch.tensor(indices), torch.tensor(offsets))
        return found[:, 0] + self.bias


def fit(examples: Sequence[Example]) -> Bag:
    torch.manual_seed(0)
    counts = Counter(f for e in examples for f in e[1])
    model = Bag({f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= 4))})
    optimizer = torch.optim.Adam(model.parameters(), lr=_RATE)
    labels = torch.tensor([float(e[2]) for e in examples])
    for _ in range(_EPOCHS):
        order = torch.randperm(len(examples))
        for part in order.split(256):
            guess = model([examples[int(i)] for i in part])
            loss = torch.nn.functional.binary_cross_entropy_with_logits(guess, labels[part])
            loss = loss + _L1 * model.weights.weight.abs().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model


def weighed(model: Bag) -> dict[str, Any]:
    table = model.weights.weight.detach()[:, 0].tolist()
    weights = {f: round(table[i], 2) for f, i in model.known.items() if abs(table[i]) >= 0.05}
    return {"bias": round(model.bias.item(), 3), "weights": weights}


def train(data: list[Example], valid: list[Example], name: str) -> dict[str, Any]:
    """One model with its threshold; prints what it finds of ``valid``."""
    data, valid = ([e for e in part if e[0] == name] for part in (data, valid))
    if name == "verb":
        bag = fit(data)
        with torch.no_grad():
            checks = bag(valid).tolist()
        result: dict[str, Any] = weighed(bag)
    else:
        trees = grow(data, TREES[name])
        checks = raw(trees, valid)
        result = {"trees": exported(trees)}
    result["threshold"] = THRESHOLDS[name]
    print(
        name, len(data), result["threshold"], found(checks, valid, result["threshold"]), flush=True
    )
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--valid", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    data = [e for path in options.train for e in pickle.loads(path.read_bytes())]
    valid = pickle.loads(options.valid.read_bytes())
    models = {name: train(data, valid, name) for name in THRESHOLDS}
    options.output.write_text(json.dumps(models, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
