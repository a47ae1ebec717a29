"""Train the linear models of speech acts, and of asks worth listing, on rows of references.

    python scripts/train_acts.py TRAIN.jsonl VALID.jsonl --without NOTES.jsonl
        --marked MARKED.jsonl -o summarize/data/acts.json

A row has ``sentences``, ``acts`` (the letters A, C, P, F, X, one a sentence) and ``cites`` (the
sentences, from 1, that its condensation took up). Statements of the files ``--without`` are left
out. Seeded; needs torch. Prints F1 by act, and precision and recall of the asks.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch

from summarize.asks.antecedent import named
from summarize.asks.forms import candidates
from summarize.asks.rank import LEAST, ask_features
from summarize.evaluation.verification import delegation
from summarize.speech import ACTS, LETTERS, features

Example = tuple[list[str], int]
Row = dict[str, Any]


def rows(path: Path, without: frozenset[str] = frozenset()) -> list[Row]:
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in read if row.get("statement") not in without]


def places(row: Row) -> Iterator[tuple[int, str, str | None, tuple[bool, bool]]]:
    """Each sentence by index, with the speaker's delegation, and whether it is first or last."""
    own, last = delegation(row["speaker"] or ""), len(row["sentences"]) - 1
    for i, sentence in enumerate(row["sentences"]):
        yield i, sentence, own, (i == 0, i == last)


def of_acts(read: Iterable[Row]) -> list[Example]:
    return [
        (features(sentence, own, *at), ACTS.index(LETTERS[row["acts"][i]]))
        for row in read
        for i, sentence, own, at in places(row)
    ]


def of_asks(read: Iterable[Row]) -> list[Example]:
    """Sentences with the wording of an ask: 1 for an ask that the condensation took up."""
    found = []
    for row in read:
        for i, sentence, own, at in places(row):
            if asked := candidates(sentence, own):
                taken_up = row["acts"][i] == "A" and i + 1 in row["cites"]
                found.append((ask_features(sentence, asked, own, at), int(taken_up)))
    return found


def of_marked(read: Iterable[Row]) -> list[Example]:
    """The same of whole statements that a reader has marked: 1 for a sentence that belongs in a table
    of asks; what may belong there or not is left out. A row has ``sentences``, ``delegation``, and
    ``listed`` and ``maybe``, numbers of sentences from 0; ``statement`` says whose it is.
    """
    found = []
    for row in read:
        last = len(row["sentences"]) - 1
        for i, sentence in enumerate(row["sentences"]):
            said = named(sentence, row["sentences"][i - 1]) if i else sentence
            asked = () if i in row["maybe"] else candidates(said, row["delegation"])
            if asked:
                known = ask_features(sentence, asked, row["delegation"], (i == 0, i == last))
                found.append((known, int(i in row["listed"])))
    return found


def vocabulary(train: Sequence[Example], least: int) -> dict[str, int]:
    counts = Counter(f for found, _ in train for f in found)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


class Bag(torch.nn.Module):
    """A sum of one weight vector a feature, and a bias."""

    def __init__(self, size: int, kinds: int) -> None:
        super().__init__()
        self.weights = torch.nn.EmbeddingBag(size, kinds, mode="sum")
        torch.nn.init.zeros_(self.weights.weight)
        self.bias = torch.nn.Parameter(torch.zeros(kinds))

    def forward(self, indices: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        found: torch.Tensor = self.weights(indices, offsets)
        return found + self.bias


def batch(found: Sequence[Example], known: dict[str, int]) -> tuple[torch.Tensor, ...]:
    indices, offsets = list[int](), list[int]()
    for feats, _ in found:
        offsets.append(len(indices))
        indices += [known[f] for f in feats if f in known]
    return torch.tensor(indices), torch.tensor(offsets), torch.tensor([y for _, y in found])


def train(
    data: list[Example], known: dict[str, int], options: argparse.Namespace, *,
    kinds: int, epochs: int, balance: float, l1: float,
) -> Bag:  # fmt: skip
    torch.manual_seed(options.seed)
    model = Bag(len(known), kinds)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    counts = Counter(y for _, y in data)
    weights = torch.tensor([(len(data) / counts[y]) ** balance for y in range(kinds)])
    loss = torch.nn.CrossEntropyLoss(weights / weights.mean(), label_smoothing=0.05)
    for _ in range(epochs):
        order = torch.randperm(len(data)).tolist()
        for start in range(0, len(data), 256):
            part = [data[i] for i in order[start : start + 256]]
            indices, offsets, labels = batch(part, known)
            value = loss(model(indices, offsets), labels)
            value = value + l1 * model.weights.weight.abs().sum()
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


def listed(model: Bag, data: Sequence[Example], known: dict[str, int]) -> dict[str, float]:
    """Precision and recall at the threshold in use."""
    indices, offsets, labels = batch(data, known)
    scores = model(indices, offsets)
    over = (scores[:, 1] - scores[:, 0]) >= LEAST
    hits = int((over & (labels == 1)).sum())
    return {"precision": hits / max(1, int(over.sum())), "recall": hits / int(labels.sum())}


def exported(model: Bag, known: dict[str, int]) -> dict[str, Any]:
    """The weights by feature; of two kinds only the log-odds of the second."""
    table, bias = model.weights.weight.detach(), model.bias.detach()
    if table.shape[1] == 2:
        table, bias = table[:, 1:] - table[:, :1], bias[1:] - bias[:1]
    weights = {
        f: " ".join(str(round(100 * v)) for v in table[i].tolist())
        for f, i in known.items()
        if float(table[i].abs().max()) >= 0.05
    }
    return {"bias": [round(v, 3) for v in bias.tolist()], "hundredths": weights}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("valid", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--marked", type=Path, help="statements whose asks a reader marked")
    parser.add_argument("--often", type=int, default=3, help="how often a marked sentence counts")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    kept_out = frozenset(row["statement"] for path in options.without for row in rows(path))
    learned, valid = rows(options.train, kept_out), rows(options.valid)
    result = {}
    for name, examples, score, least, (kinds, epochs, balance, l1) in (
        ("acts", of_acts, f1, 5, (len(ACTS), 2, 0.3, 3e-5)),
        ("asks", of_asks, listed, 20, (2, 2, 0.0, 1e-4)),
    ):
        data = examples(learned)
        if name == "asks" and options.marked:
            data += of_marked(rows(options.marked, kept_out)) * options.often
        known = vocabulary(data, least)
        model = train(data, known, options, kinds=kinds, epochs=epochs, balance=balance, l1=l1)
        result[name] = exported(model, known)
        print(
            name, len(data), len(result[name]["hundredths"]), score(model, examples(valid), known)
        )
    options.output.write_text(json.dumps(result, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
