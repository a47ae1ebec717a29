"""Train the models of verification on examples that ``verify_examples.py`` made.

    python scripts/train_verify.py TRAIN.pkl … --valid VALID.pkl --report REPORT.json \
        -o summarize/data/verify.json

Trees by LightGBM (only here: the weights are data, and applying them needs nothing), the linear
model by torch. Prints, for each model, what share of each kind of error it finds of VALID. The models in
the package were trained on nine tenths of the training split (``verify_examples.py --step 10``,
offsets 0 to 8) and some 800 errors and 90 true condensations that large language models wrote, the errors
so that a careless reader would pass over them (``--made``; ``--hand`` here); VALID is the tenth left out.
Thresholds stay as they are: ``tune_verify.py`` chooses them afterwards.
The linear model of verbs is that of a quarter (``--step 12``, offsets 0 to 2), which did better there.
REPORT is what ``train_usage.py`` makes of the linear model. Where a trained part is to stay as it is,
``--keep verb`` takes it from the file that is there.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import Any

import lightgbm
import numpy
import torch

Example = tuple[str, Any, int, str]

TREES = {"word": 300, "content": 280, "party": 260, "omission": 170}
LEAVES = {"word": 31, "content": 31, "party": 28, "omission": 20}
RATES = {"word": 0.06, "content": 0.05, "party": 0.06, "omission": 0.07}
WEIGHTS = {"word": 0.3, "content": 0.5, "party": 1.0, "omission": 0.7}
"""What an error of ``corruptions/subtle.py`` counts: there are many, and some are nearly true."""

BY_HAND = 3.0
"""What a slot of a condensation that was written, not made by program, counts."""

EARLY, HOPELESS = 30, {"word": -1.5, "content": -1.8, "party": -0.8}
"""After so many trees a slot is left that stands below this: on the rows left out none that comes to
2 or more in the end does."""

SHAPE = {
    "objective": "binary", "min_data_in_leaf": 25, "feature_fraction": 0.5, "bagging_fraction": 0.8,
    "bagging_freq": 1, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1, "seed": 0, "deterministic": True,
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


def grow(examples: Sequence[Example], weights: Sequence[float], name: str) -> lightgbm.Booster:
    data = numpy.array([e[1] for e in examples], dtype=float)
    labels = numpy.array([e[2] for e in examples])
    return lightgbm.train(
        {**SHAPE, "num_leaves": LEAVES[name], "learning_rate": RATES[name]},
        lightgbm.Dataset(data, labels, weight=numpy.array(weights)),
        TREES[name],
    )


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
    feature[number], limit[number] = node["split_feature"], rounded(node["threshold"])
    low[number], high[number] = flat(node["left_child"], tree), flat(node["right_child"], tree)
    return number


def rounded(limit: float) -> float:
    """A limit of four decimals that divides the same values: just above those that lie just below it
    (1/3), and below zero where it is (LightGBM parts -1 from 0 at -1e-35).
    """
    return -1e-4 if -1e-9 < limit < 0 else ceil(limit * 1e4 - 1e-6) / 1e4


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


def train(
    data: list[Example], hand: list[Example], valid: list[Example], name: str, old: dict[str, Any]
) -> dict[str, Any]:
    """One model with the thresholds that it had (``old``); prints what it finds of ``valid``."""
    data, hand, valid = ([e for e in part if _wanted(e, name)] for part in (data, hand, valid))
    if name == "verb":
        return weighed(fit(data))
    subtle = [WEIGHTS[name] if e[3].endswith("!subtle") else 1.0 for e in data]
    trees = grow([*data, *hand], [*subtle, *(BY_HAND for _ in hand)], name)
    shares = found(raw(trees, valid), valid, old["threshold"])
    print(name, len(data) + len(hand), old["threshold"], shares, flush=True)
    result = {**old, "trees": exported(trees)}
    if name in HOPELESS:
        result |= {"early": EARLY, "hopeless": HOPELESS[name]}
    return result


def _wanted(example: Example, name: str) -> bool:
    """Whether an example is one for this model: of wrong content words, those of inventions."""
    model, _, label, origin = example
    said = origin.endswith(("!invention", "!subtle"))
    return model == name and (name != "content" or not label or said)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--valid", type=Path, required=True)
    parser.add_argument("--hand", type=Path, help="examples of condensations written by hand")
    parser.add_argument("--report", type=Path, required=True, help="the trees of reporting verbs")
    parser.add_argument("--keep", nargs="*", default=(), help="models not to train anew")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    data = [e for path in options.train for e in pickle.loads(path.read_bytes())]
    valid = pickle.loads(options.valid.read_bytes())
    hand = pickle.loads(options.hand.read_bytes()) if options.hand else []
    there = json.loads(options.output.read_text(encoding="utf-8"))
    models = {
        name: there[name] if name in options.keep else train(data, hand, valid, name, there[name])
        for name in ("word", "content", "party", "omission", "verb")
    }
    models["report"] = json.loads(options.report.read_text(encoding="utf-8"))
    models["report"]["threshold"] = there["report"]["threshold"]
    options.output.write_text(json.dumps(models, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
