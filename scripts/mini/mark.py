"""Draw passages for readers to mark, and turn their marks into training rows.

    python scripts/mini/mark.py --data DATA --draw 120 --seed 1 --out drawn.jsonl > passages.txt
    python scripts/mini/mark.py --passages drawn.jsonl --marks marks.txt --out marked.jsonl

The first prints passages, as pksum segments them, of corpus statements that are not held out, one of
a statement. For each a reader writes a line, its number and three lists of sentence numbers:

    12 main=3 also=2|1,5 needs=4<3,6<0

``main``: the sentence that must be reported if only one can be (0: none is worth it). ``also``, before
the bar: others that would do as well alone; behind it: what is worth a second clause. ``needs``: the
sentences that nobody understands who has not read what stands before, each with the sentence
beside which it is understood, or 0. The second command writes a row a passage, for
``labels.py --marked``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from labels import held_out

from summarize.read.door import read_text
from summarize.records import Passage
from summarize.segment import segment

Row = dict[str, Any]
SENTENCES, WORDS = range(3, 13), range(45, 331)
"""How long a passage is that is worth marking: shorter ones are quoted whole."""

_LINE = re.compile(r"(\d+) main=(\d+) also=([\d,]*)\|([\d,]*) needs=((?:\d+<\d+(?:,\d+<\d+)*)?)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the data sets, to draw from")
    parser.add_argument("--draw", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--passages", type=Path, help="what was drawn")
    parser.add_argument("--marks", type=Path, help="what a reader wrote")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    if given.data:
        rows = list(drawn(given.data, given.draw, given.seed))
        show(rows)
    elif given.passages and given.marks:
        rows = list(marked(given.passages, given.marks))
    else:
        parser.error("give --data, or --passages and --marks")
    with given.out.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def drawn(data: Path, wanted: int, seed: int) -> Iterator[Row]:
    """A passage of each of ``wanted`` statements, one that the speaker numbered where there is one."""
    rng, held, number = random.Random(seed), held_out(data), 0
    with lzma.open(data / "corpus" / "un-statements.jsonl.xz", "rt", encoding="utf-8") as file:
        statements = [row for row in map(json.loads, file) if row["id"] not in held]
    rng.shuffle(statements)
    for row in statements:
        if number == wanted:
            return
        statement = read_text(row["text"], row["id"])[0]
        points = [p for p in segment(statement).points if _is_fit(p, statement.text)]
        if statement.language == "en" and points:
            number += 1
            point = rng.choice([p for p in points if p.series] or points)
            texts = [" ".join(statement.text[s.start : s.end].split()) for s in point.sentences]
            yield {"number": number, "id": f"{row['id']}@{point.start}", "statement": row["id"],
                   "speaker": row["speaker"], "sentences": texts}  # fmt: skip


def _is_fit(passage: Passage, text: str) -> bool:
    words = len(text[passage.start : passage.end].split())
    return len(passage.sentences) in SENTENCES and words in WORDS


def show(rows: list[Row]) -> None:
    """Print the passages as readers get them."""
    for row in rows:
        print(f"=== {row['number']} ({row['speaker']})")
        print(*(f"{i} {s}" for i, s in enumerate(row["sentences"], 1)), "", sep="\n")


def marked(passages: Path, marks: Path) -> Iterator[Row]:
    """The passages with a reader's marks.

    Raises:
        SystemExit: a line is no mark, or names a passage or sentence that there is not.
    """
    rows = {row["number"]: row for row in map(json.loads, passages.open(encoding="utf-8"))}
    for line in marks.read_text(encoding="utf-8").splitlines():
        match = _LINE.fullmatch(line.strip())
        row = rows.get(int(match[1])) if match else None
        if match is None or row is None:
            raise SystemExit(f"no mark of a passage drawn: {line!r}")
        needs = dict(pair.split("<") for pair in match[5].split(",") if pair)
        made = {"main": int(match[2]), "equal": _numbers(match[3]), "also": _numbers(match[4]),
                "needs": {sentence: int(other) for sentence, other in needs.items()}}  # fmt: skip
        named = [
            made["main"],
            *made["equal"],
            *made["also"],
            *map(int, needs),
            *made["needs"].values(),
        ]
        if max(named) > len(row["sentences"]):
            raise SystemExit(f"passage {row['number']} has no such sentence: {line!r}")
        yield row | made


def _numbers(listed: str) -> list[int]:
    return [int(number) for number in listed.split(",") if number]


if __name__ == "__main__":
    main()
