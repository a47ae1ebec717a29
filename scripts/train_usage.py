"""Train the model of usage and the trees that judge reporting verbs with it.

    python scripts/train_usage.py FILE -o summarize/data/usage.json -t REPORT.json

FILE holds rows of the contract. The model of usage says how likely each reporting verb is for a
claim (one hidden layer over features in words, ``summarize/verify/usage.py``). The trees see the
verb of each true claim, and others put in its place, with what a model of usage trained on the
other half of the rows says of them; every tenth row is left out of both, for the threshold.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from corruptions.tables import BORNE, FORCE
from train_verify import exported, grow, raw

from summarize.clauses import Clause
from summarize.evaluation.verification import source_of
from summarize.verify.learned import linear
from summarize.verify.usage import (
    ALIKE,
    Usage,
    complement_kind,
    families,
    usage_features,
    usage_key,
    verb_traits,
)
from summarize.verify.verbs import VerbGround, features_on, verb_ground
from summarize.verify.view import View

Row = dict[str, Any]
LEFT_OUT = 10
"""Every row of this number is left out of training."""

HIDDEN, DECAY, RATE, EPOCHS, DROPPED, BATCH = 32, 1.0, 0.003, 6, 0.4, 128
SEEN_FEATURE, SEEN_VERB, SEEN_WITH = 4, 12, 4
OTHERS, RUNGS, USUAL = 4, 2, 2
"""Verbs put in the place of each: any, of the same ladder, and of the generator's."""

TREES, THRESHOLD = 150, 4.6
"""The threshold is the score that one true claim in a hundred left out exceeds."""

# The linear model was trained on these rows; its scores of them say too much.
_LINEAR_STEP, _LINEAR_ROWS = 12, (0, 1, 2)


@dataclass(frozen=True)
class Claim:
    """A claim of a true condensation: its row, its number there, its verb and its features."""

    row: int
    number: int
    key: str
    features: tuple[str, ...]


def claims(rows: Sequence[Row]) -> list[Claim]:
    """The claims of all rows whose words stand in their source."""
    found = []
    for n, row in enumerate(rows):
        view = View(row["summary"], source_of(row))
        for number, clause in enumerate(view.clauses):
            ground = verb_ground(view, clause) if clause.verb >= 0 else None
            if ground is not None:
                features = tuple(usage_features(view, clause, ground))
                found.append(Claim(n, number, usage_key(view, clause), features))
    return found


def fit(data: Sequence[Claim]) -> Usage:
    """A model of usage: features are summed, and the sum weighed for each verb."""
    torch.manual_seed(0)
    verbs = sorted(k for k, n in Counter(c.key for c in data).items() if n >= SEEN_VERB)
    counts = Counter(f for c in data for f in c.features)
    known = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= SEEN_FEATURE))}
    inner = torch.nn.EmbeddingBag(len(known), HIDDEN, mode="sum")
    torch.nn.init.normal_(inner.weight, 0, 0.05)
    outer = torch.nn.Linear(HIDDEN, len(verbs) + 1)
    inputs = [torch.tensor([known[f] for f in c.features if f in known]) for c in data]
    wanted = torch.tensor([verbs.index(c.key) if c.key in verbs else len(verbs) for c in data])
    _descend(inner, outer, inputs, wanted)
    weights = {f: tuple(inner.weight[i].tolist()) for f, i in known.items()}
    out = tuple(tuple(line) for line in outer.weight.tolist())
    return Usage((*verbs, ""), weights, out, tuple(outer.bias.tolist()))


def _descend(
    inner: torch.nn.EmbeddingBag,
    outer: torch.nn.Linear,
    inputs: list[torch.Tensor],
    wanted: torch.Tensor,
) -> None:
    groups = [{"params": inner.parameters(), "weight_decay": DECAY}, {"params": outer.parameters()}]
    optimizer = torch.optim.AdamW(groups, lr=RATE)
    steps = EPOCHS * (len(inputs) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: max(0.0, 1 - s / steps))
    for _ in range(EPOCHS):
        for part in torch.randperm(len(inputs)).split(BATCH):
            kept = [inputs[i][torch.rand(len(inputs[i])) > DROPPED] for i in part]
            offsets = torch.tensor([0] + [len(k) for k in kept[:-1]]).cumsum(0)
            guess = outer(inner(torch.cat(kept), offsets) / (1 - DROPPED))
            loss = torch.nn.functional.cross_entropy(guess, wanted[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()


@dataclass(frozen=True)
class Judged:
    """An example for the trees: traits, whether wrong, whether left out, and where from."""

    traits: list[float]
    wrong: int
    held: bool
    origin: str


def judged(rows: Sequence[Row], data: Sequence[Claim]) -> tuple[Usage, list[Judged]]:
    """The model of usage on all rows of training, and examples for the trees."""
    training = [c for c in data if not _held(c)]
    halves = [fit([c for c in training if c.row % 2 == n]) for n in (0, 1)]
    whole, seen, found = fit(training), _seen(training), list[Judged]()
    for claim in data:
        if not _held(claim) and claim.row % _LINEAR_STEP in _LINEAR_ROWS:
            continue
        usage = whole if _held(claim) else halves[1 - claim.row % 2]
        found += _judge(rows[claim.row], claim, usage.log(claim.features), seen)
    return whole, found


def _held(claim: Claim) -> bool:
    return claim.row % LEFT_OUT == LEFT_OUT - 1


def _seen(data: Sequence[Claim]) -> dict[str, Counter[str]]:
    """How often each verb goes with each sort of complement."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in data:
        found[complement_kind(claim.features)][claim.key] += 1
    return found


def _class(key: str) -> object:
    verb = key.split()[0]
    return next((number for number, verbs in enumerate(ALIKE) if verb in verbs), verb)


def _judge(
    row: Row, claim: Claim, log: dict[str, float], seen: dict[str, Counter[str]]
) -> list[Judged]:
    view = View(row["summary"], source_of(row))
    clause = view.clauses[claim.number]
    ground = verb_ground(view, clause)
    assert ground is not None

    def example(key: str, wrong: int, origin: str) -> Judged:
        return Judged(_traits(view, clause, ground, log, key), wrong, _held(claim), origin)

    made = _others(row, view, clause, claim, seen)
    return [example(claim.key, 0, "true"), *(example(k, 1, o) for k, o in made.items())]


def _traits(
    view: View, clause: Clause, ground: VerbGround, log: dict[str, float], key: str
) -> list[float]:
    weighed = linear().score(features_on(view, clause, ground, key.split()[0]))
    return verb_traits(view, clause, ground, log, key, weighed)


def _others(
    row: Row, view: View, clause: Clause, claim: Claim, seen: dict[str, Counter[str]]
) -> dict[str, str]:
    """Verbs that would be wrong in a claim, with where they come from."""
    rng, kind = random.Random(f"{claim.row}/{claim.number}"), complement_kind(claim.features)
    options = [
        k for k, n in seen[kind].items() if n >= SEEN_WITH and _class(k) != _class(claim.key)
    ]
    ladder = dict(families().get(claim.key.split()[0], ()))
    rungs = [
        k for k in options
        if any(ladder.get(f, r) != r for f, r in families().get(k.split()[0], ()))
    ]  # fmt: skip
    low, said = view.text[view.words[clause.verb].start :].lower(), view.source.text.lower()
    usual = [
        new.removesuffix(" that") + (" that" if kind == "that" else "")
        for old, news in FORCE.items() if low.startswith(old)
        for new in news if not re.search(BORNE.get(new, r"(?!)"), said)
    ]  # fmt: skip
    usual = [k for k in usual if _class(k) != _class(claim.key)]
    made = dict.fromkeys(rng.sample(usual, min(USUAL, len(usual))), "usual")
    made |= dict.fromkeys(rng.sample(rungs, min(RUNGS, len(rungs))), "rung")
    return dict.fromkeys(rng.sample(options, min(OTHERS, len(options))), "any") | made


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, help="the model of usage")
    parser.add_argument("-t", "--trees", type=Path, required=True, help="the trees")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    lines = options.file.read_text(encoding="utf-8").splitlines()
    rows = [r for line in lines if line.strip() and (r := json.loads(line)).get("summary")]
    usage, examples = judged(rows, claims(rows))
    options.output.write_text(json.dumps(usage.packed(), sort_keys=True) + "\n", encoding="utf-8")
    data = [("report", e.traits, e.wrong, e.origin) for e in examples if not e.held]
    held = [("report", e.traits, e.wrong, e.origin) for e in examples if e.held]
    trees = grow(data, TREES)
    scores = raw(trees, held)
    for origin in ("true", "usual", "rung", "any"):
        above = [s > THRESHOLD for s, e in zip(scores, held, strict=True) if e[3] == origin]
        print(origin, len(above), f"{sum(above) / len(above):.3f}")
    result = {"trees": exported(trees), "threshold": THRESHOLD}
    options.trees.write_text(json.dumps(result) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
