"""Have readers mark what a condensation might be, and see how often the choice falls on a sound one.

    python scripts/mini/choose.py --file train.jsonl --draw 100 --seed 1 --out alternatives.jsonl
    python scripts/mini/choose.py --file train.jsonl --alternatives alternatives.jsonl --marks marks.txt

The first prints passages with up to five condensations each, lettered in random order, which take other
sentences, the one that would be chosen among them. MARKS has a line a passage: its number, a
mark a letter ("S" for sound, else a kind of fault) and the best ("12 a:S b:POINT c:S best=c"). The
second prints the share of passages in which the marked condensation that ranks first now is sound,
and is the best: the weights of ``summarize/edit/compose.py`` were chosen so.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summarize.edit import EditCondenser
from summarize.edit.compose import Choice, joined, valued
from summarize.edit.condenser import options
from summarize.edit.words import words
from summarize.evaluation.verification import delegation
from summarize.records import Source

Row = dict[str, Any]
Group = tuple[Choice, ...]
MOST, WITHIN = 5, 0.4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("models/pksum-mini-v1"))
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--alternatives", type=Path)
    parser.add_argument("--marks", type=Path)
    given = parser.parse_args()
    if not given.out and not (given.alternatives and given.marks):
        parser.error("give --out, or --alternatives and --marks")
    rows = [row for row in map(json.loads, given.file.open(encoding="utf-8")) if row["summary"]]
    model = EditCondenser.load(given.model)
    if given.marks:
        score(rows, model, given.alternatives, given.marks)
        return
    rng = random.Random(given.seed)
    drawn = rng.sample(rows, given.draw)
    with given.out.open("w", encoding="utf-8") as out:
        for number, (row, groups) in enumerate(zip(drawn, worth(drawn, model), strict=True), 1):
            texts = alternatives(groups)
            rng.shuffle(texts)
            out.write(json.dumps({"number": number, "id": row["id"], "texts": texts}) + "\n")
            show(number, row, texts)


def worth(rows: Sequence[Row], model: EditCondenser) -> Iterator[list[tuple[float, Group]]]:
    """For each row the groups of clauses that it may be condensed to, the best first."""
    for row in rows:
        sentences = tuple(row["sentences"])
        source = Source(sentences, delegation(row["speaker"]), row["speaker"], language="en")
        split = tuple(tuple(words(s)) for s in sentences)
        views = model.tagger.passages([[[w.text for w in s] for s in split]])[0]
        yield valued(*options(source, split, views, "normal"))


def alternatives(groups: Sequence[tuple[float, Group]]) -> list[str]:
    """The texts of the best group and of the next best ones of other sentences."""
    found: dict[tuple[int, ...], str] = {}
    for value, group in groups:
        if len(found) == MOST or groups[0][0] - value > WITHIN:
            break
        places = tuple(sorted({c.place for c in group}))
        found.setdefault(places, joined([c.clause for c in group]))
    return list(found.values())


def show(number: int, row: Row, texts: Sequence[str]) -> None:
    print(f"=== {number} {row['id']} {row['speaker']}")
    for i, sentence in enumerate(row["sentences"], 1):
        print(f"  {i} {sentence}")
    for letter, text in zip("abcde", texts, strict=False):
        print(f"  {letter}> {text}")
    print()


def score(rows: Sequence[Row], model: EditCondenser, offered: Path, marks: Path) -> None:
    """Print how often what ranks first among the marked condensations is sound, and the best."""
    by_id = {row["id"]: row for row in rows}
    marked = dict(_marks(marks))
    sound = best = total = 0
    for line in map(json.loads, offered.open(encoding="utf-8")):
        if line["number"] not in marked:
            continue
        given, favourite = marked[line["number"]]
        letters = dict(zip(line["texts"], "abcde", strict=False))
        groups = next(worth([by_id[line["id"]]], model))
        texts = (joined([c.clause for c in group]) for _, group in groups)
        first = next((letters[text] for text in texts if text in letters), None)
        if first is not None:
            total, sound = total + 1, sound + (given.get(first) == "S")
            best += first == favourite
    print(f"{total} passages: sound {sound / total:.3f}, the best {best / total:.3f}")


def _marks(path: Path) -> Iterator[tuple[int, tuple[dict[str, str], str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(\d+) (.*?) best=(\w)", line):
            yield int(match[1]), (dict(mark.split(":") for mark in match[2].split()), match[3])


if __name__ == "__main__":
    main()
