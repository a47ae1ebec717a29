"""ROUGE by kind of passage, from references and the predictions of ``pksum eval --predictions``.

    pksum eval condensation/valid.jsonl --predictions made.jsonl
    python scripts/mini/kinds.py --file condensation/valid.jsonl --predictions made.jsonl

Kinds overlap: numbered by the speaker or not, by length, and the noisy Security Council records of
2020. Prints a table in Markdown; ``--raw`` scores what the model said before verification.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

from summarize.evaluation.condensing import rouge_f1, unquoted

Row = dict[str, Any]
NUMBERED = re.compile(
    r"(?:My )?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Last|Final)(?:ly)?\b"
)
NAMES = ("rouge1", "rouge2", "rougeL")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--predictions", type=Path, required=True)
    parser.add_argument("--raw", action="store_true")
    options = parser.parse_args()
    made = {
        row["id"]: row["raw" if options.raw else "summary"] for row in read(options.predictions)
    }
    references = [row for row in read(options.file) if row["summary"] and row["id"] in made]
    print("| kind | passages | ROUGE-1/2/L | words |\n|---|---|---|---|")
    for kind, rows in by_kind(references).items():
        scores = [rouge_f1(row["summary"], unquoted(made[row["id"]])) for row in rows]
        rouge = "/".join(f"{100 * fmean(s[name] for s in scores):.1f}" for name in NAMES)
        words = fmean(len(made[row["id"]].split()) for row in rows)
        print(f"| {kind} | {len(rows)} | {rouge} | {words:.1f} |")


def by_kind(rows: list[Row]) -> dict[str, list[Row]]:
    """The references of each kind, "all" first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for kind in kinds(row):
            found.setdefault(kind, []).append(row)
    return dict(sorted(found.items()))


def kinds(row: Row) -> Iterator[str]:
    """The kinds of a reference."""
    words = sum(len(sentence.split()) for sentence in row["sentences"])
    yield "all"
    yield "numbered" if NUMBERED.match(row["sentences"][0]) else "not numbered"
    yield (
        "under 100 words"
        if words < 100
        else "100 to 200 words"
        if words < 200
        else "over 200 words"
    )
    if row["id"].startswith("UNSC2020"):
        yield "Security Council 2020, noisy"


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    main()
