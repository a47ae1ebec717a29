"""Have readers mark what can be left out of sentences, and train a layer that tells it.

    python scripts/mini/stretches.py draw --data DATA --count 960 --out drawn.jsonl > sentences.txt
    python scripts/mini/stretches.py read --drawn drawn.jsonl --marked marked.txt --out stretches.jsonl
    python scripts/mini/stretches.py train --data DATA --marks stretches.jsonl --out stretches.pt

The first prints numbered sentences that condensations are made of. Readers give each line back with brackets
around every stretch that can go alone, so that the rest is grammatical, true and means the same as far as it goes:
"{…}" what nobody misses, "[…]" what is informative; they may be nested. The second keeps, for each sentence, the
words of its stretches by number, and no text. The third puts one more layer on the model's frozen
encoder, with two heads whose product tells where a stretch begins and ends (biaffine, as Dozat and Manning, 2017,
score arcs), and prints, on the passages of one sixth, how well it finds the very stretches that readers marked; it needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import torch
from choose import worth
from labels import held_out
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy
from transformers.models.bert.modeling_bert import BertLayer

from summarize.edit import EditCondenser
from summarize.edit.inputs import Encoded, Inputs, inputs_of
from summarize.edit.network import EditNetwork, collate
from summarize.edit.words import words

Row = dict[str, Any]
SHORTEST, LONGEST, GROUPS, EACH = 18, 90, 6, 2
"""Words of a sentence that is drawn, how many of the best condensations of a passage its sentences may come
from, and how many of them are drawn."""
FACTORS, BATCH, PARTS, WARM = 64, 8, 6, 50
RARE = -2.5
"""The bias to begin with, of either end: next to no stretch can be left out."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("draw", "read", "train"))
    parser.add_argument("--model", type=Path, default=Path("models/pksum-mini-v1"))
    parser.add_argument("--data", type=Path, help="the folder of condensation/train.jsonl")
    parser.add_argument("--count", type=int, default=960)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drawn", type=Path)
    parser.add_argument("--marked", type=Path)
    parser.add_argument("--marks", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    {"draw": draw, "read": read, "train": train}[given.step](given)


def draw(given: argparse.Namespace) -> None:
    """Print sentences of the best condensations, and write which they are."""
    rows = [row for row in _passages(given.data) if row["summary"]]
    random.Random(given.seed).shuffle(rows)
    number = 0
    with given.out.open("w", encoding="utf-8") as out:
        for row, groups in zip(rows, worth(rows, EditCondenser.load(given.model)), strict=True):
            places = dict.fromkeys(c.place for _, group in groups[:GROUPS] for c in group)
            fit = [p for p in places if _is_fit(row["sentences"][p])]
            for place in fit[:EACH]:
                number += 1
                text = " ".join(row["sentences"][place].split())
                drawn = {"number": number, "id": row["id"], "place": place, "text": text}
                out.write(json.dumps(drawn) + "\n")
                print(f"{number}\t{text}")
            if number >= given.count:
                return


def _is_fit(sentence: str) -> bool:
    bracketed = bool(set("{}[]") & set(sentence))
    return not bracketed and SHORTEST <= len(words(sentence)) <= LONGEST


def read(given: argparse.Namespace) -> None:
    """Write the stretches of the marked sentences; lines that readers changed are counted and left."""
    drawn = {row["number"]: row for row in _rows(given.drawn)}
    changed = 0
    with given.out.open("w", encoding="utf-8") as out:
        for line in given.marked.read_text(encoding="utf-8").splitlines():
            number, _, text = line.partition("\t")
            row = drawn[int(number)]
            found = stretches(row["text"], text)
            if found is None:
                changed += 1
                continue
            count = len(words(row["text"]))
            kept = {"id": row["id"], "place": row["place"], "words": count, "stretches": found}
            out.write(json.dumps(kept) + "\n")
    print(f"{changed} lines were changed or have brackets that do not close")


def stretches(text: str, marked: str) -> list[tuple[int, int, bool]] | None:
    """The bracketed stretches as first word, the one behind the last, and whether nobody misses it; None
    where the line says something else than ``text``. One that begins or ends within a word is left.
    """
    found: list[tuple[int, int, bool]] = []
    if _letters(re.sub(r"[{}\[\]]", "", marked)) != _letters(text):
        return None
    begins, ends, at = dict[int, int](), dict[int, int](), 0
    for i, word in enumerate(words(text)):
        begins[at] = i
        at += len(word.text)
        ends[at] = i + 1
    opened: list[tuple[str, int]] = []
    at = 0
    for letter in marked:
        if letter in "{[":
            opened.append((letter, at))
        elif letter in "}]":
            if not opened:
                return None
            bracket, start = opened.pop()
            if start in begins and at in ends and begins[start] < ends[at]:
                found.append((begins[start], ends[at], bracket == "{"))
        elif not letter.isspace():
            at += 1
    return None if opened else found


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


@dataclass(frozen=True)
class Example:
    """A marked sentence: what the frozen encoder sees of its window (tokens, width), where its words stand
    in it, and the stretches.
    """

    passage: str
    hidden: Tensor
    places: tuple[int, ...]
    marks: tuple[tuple[int, int], ...]

    @property
    def gold(self) -> Tensor:
        """1 for each first and last word of a stretch, (words, words)."""
        table = torch.zeros(len(self.places), len(self.places))
        for start, end in self.marks:
            table[start, end - 1] = 1
        return table


class Stretches(nn.Module):
    """One more layer on the encoder, begun as a copy of its last one, and the heads of stretches."""

    def __init__(self, network: EditNetwork) -> None:
        super().__init__()
        width = network.config.hidden_size
        self.layer = BertLayer(network.config)
        self.layer.load_state_dict(network.bert.encoder.layer[-1].state_dict())
        self.opens, self.closes = nn.Linear(width, FACTORS + 1), nn.Linear(width, FACTORS + 1)
        for head in (self.opens, self.closes):
            nn.init.constant_(head.bias[FACTORS:], RARE)
        self.dropout = nn.Dropout(0.2)

    def forward(self, example: Example) -> Tensor:
        """The log-odds of the stretches from each word to each, (words, words)."""
        seen = self.layer(example.hidden.float()[None])
        hidden = (seen[0] if isinstance(seen, tuple) else seen)[0]
        here = self.dropout(hidden[list(example.places)])
        first, last = self.opens(here), self.closes(here)
        product = first[:, :FACTORS] @ last[:, :FACTORS].T / FACTORS**0.5
        odds: Tensor = product + first[:, FACTORS:] + last[:, FACTORS:].T
        return odds


def train(given: argparse.Namespace) -> None:
    """Train on five sixths of the passages and write the weights that told the last sixth as printed."""
    torch.manual_seed(given.seed)
    network = EditNetwork.from_pretrained(given.model, dtype=torch.float32).eval()
    found = list(examples(given, network))
    names = sorted({e.passage for e in found})
    random.Random(given.seed).shuffle(names)
    held = set(names[::PARTS])
    known = [e for e in found if e.passage not in held]
    unseen = [e for e in found if e.passage in held]
    model = Stretches(network)
    slow = {"params": model.layer.parameters(), "scale": 1 / 3}
    heads = [*model.opens.parameters(), *model.closes.parameters()]
    optimizer = torch.optim.AdamW([slow, {"params": heads, "scale": 3.0}], weight_decay=0.01)
    rng, step, total = random.Random(given.seed), 0, given.epochs * -(-len(known) // BATCH)
    for epoch in range(1, given.epochs + 1):
        model.train()
        rng.shuffle(known)
        for start in range(0, len(known), BATCH):
            rate = given.rate * min(1.0, (step + 1) / WARM) * (1 - step / total)
            for group in optimizer.param_groups:
                group["lr"] = rate * group["scale"]
            optimizer.zero_grad()
            loss = torch.stack([_loss(model, e) for e in known[start : start + BATCH]]).mean()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            step += 1
        print(f"epoch {epoch}: {measured(model, unseen)}", flush=True)
        torch.save(model.state_dict(), given.out)


def _loss(model: Stretches, example: Example) -> Tensor:
    """Cross-entropy summed over all stretches of a sentence."""
    above = torch.triu_indices(len(example.places), len(example.places))
    odds, gold = (x[above[0], above[1]] for x in (model(example), example.gold))
    return cross_entropy(odds, gold, reduction="sum")


@torch.no_grad()
def measured(model: Stretches, unseen: Sequence[Example]) -> str:
    """Average precision over all stretches, and precision and recall at a chance of one half."""
    from sklearn.metrics import average_precision_score

    model.eval()
    chances, truths = list[float](), list[float]()
    for example in unseen:
        above = torch.triu_indices(len(example.places), len(example.places))
        chances += torch.sigmoid(model(example))[above[0], above[1]].tolist()
        truths += example.gold[above[0], above[1]].tolist()
    taken = [truth for chance, truth in zip(chances, truths, strict=True) if chance >= 0.5]
    right = sum(taken)
    precision, recall = right / max(1, len(taken)), right / max(1.0, sum(truths))
    average = average_precision_score(truths, chances)
    return f"average precision {average:.3f}, at .5 P {precision:.2f} R {recall:.2f}"


@torch.no_grad()
def examples(given: argparse.Namespace, network: EditNetwork) -> Iterator[Example]:
    """The marked sentences with the hidden states of their passages.

    Raises:
        ValueError: a marked sentence has another number of words in the passages that are given.
    """
    passages = {row["id"]: row for row in _passages(given.data)}
    inputs, pad = inputs_of(given.model)
    marks = sorted(_rows(given.marks), key=lambda mark: str(mark["id"]))
    for name, marked in groupby(marks, key=lambda mark: str(mark["id"])):
        split = [[word.text for word in words(s)] for s in passages[name]["sentences"]]
        windows = _read_windows(split, inputs, pad, network)
        for mark in marked:
            place = mark["place"]
            if len(split[place]) != mark["words"]:
                raise ValueError(f"sentence {place} of {name} is not the one that was marked")
            for window, sentences, hidden in windows:
                before = sum(len(s) for s in split[sentences.start : place])
                own = window.words[before : before + len(split[place])]
                if place in sentences and len(own) == len(split[place]):
                    found = tuple((start, end) for start, end, _ in mark["stretches"])
                    yield Example(name, hidden, own, found)


def _read_windows(
    split: Sequence[Sequence[str]], inputs: Inputs, pad: int, network: EditNetwork
) -> list[tuple[Encoded, range, Tensor]]:
    return [
        (window, sentences, network(*collate([window], pad, "cpu"))[0].half())
        for window, sentences in inputs.passage(split)
    ]


def _passages(data: Path) -> Iterator[Row]:
    """The passages to train on: none of a statement that is held out for measuring."""
    held = held_out(data)
    rows = _rows(data / "condensation/train.jsonl")
    return (row for row in rows if row["statement"] not in held)


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main()
